//! Packages for which the compiler has others: some that all programs use read
//! several bytes of a text as one number, through pointers. What stands for
//! them has the same interface and gives the same results.

use crate::metadata::Package;
use crate::workspace::{Files, Origin};
use ra_ap_span::Edition;
use wrc_base::FileId;

/// What they are written in.
pub(crate) const EDITION: Edition = Edition::Edition2021;

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Adds the files of what stands for a package and gives the root, if there is
/// such a thing: not for packages of other places, which may have changes, nor
/// for the package that is compiled itself.
pub(crate) fn add(files: &mut Files, package: &Package, origin: Origin) -> Option<FileId> {
    let is_known = package.source.as_deref() == Some(CRATES_IO);
    if !is_known || !matches!(origin, Origin::Dependency(_)) {
        return None;
    }
    let mut root = None;
    for (path, text) in wrc_stdlib::substitute(&package.name, &package.version)? {
        let path = format!("/substitutes/{path}");
        let id = files.add(path.clone(), path, text.into(), origin);
        root = root.or(Some(id));
    }
    root
}
