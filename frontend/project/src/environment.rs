//! What `env!` sees.

use crate::metadata::{Package, Target};

/// The environment of the compiler.
pub(crate) fn of_process() -> Vec<(String, String)> {
    let vars = std::env::vars_os();
    let mut vars: Vec<(String, String)> = vars
        .filter_map(|(key, value)| Some((key.into_string().ok()?, value.into_string().ok()?)))
        .filter(|(key, _)| !key.starts_with("CARGO_"))
        .collect();
    vars.sort();
    vars
}

/// What cargo adds for a package's crate.
pub(crate) fn of_package(package: &Package, target: &Target) -> Vec<(String, String)> {
    let version = package.version.split('+').next().unwrap_or_default();
    let (release, pre) = version.split_once('-').unwrap_or((version, ""));
    let mut parts = release.split('.');
    let mut part = || parts.next().unwrap_or_default();
    let (major, minor, patch) = (part(), part(), part());
    let authors = package.authors.join(":");
    let crate_name = target.crate_name();
    let text = |value: &'_ Option<String>| value.clone().unwrap_or_default();
    let mut env = vec![
        ("CARGO_PKG_NAME", package.name.clone()),
        ("CARGO_PKG_VERSION", package.version.clone()),
        ("CARGO_PKG_VERSION_MAJOR", major.to_owned()),
        ("CARGO_PKG_VERSION_MINOR", minor.to_owned()),
        ("CARGO_PKG_VERSION_PATCH", patch.to_owned()),
        ("CARGO_PKG_VERSION_PRE", pre.to_owned()),
        ("CARGO_PKG_AUTHORS", authors),
        ("CARGO_PKG_DESCRIPTION", text(&package.description)),
        ("CARGO_PKG_HOMEPAGE", text(&package.homepage)),
        ("CARGO_PKG_REPOSITORY", text(&package.repository)),
        ("CARGO_PKG_LICENSE", text(&package.license)),
        ("CARGO_PKG_LICENSE_FILE", text(&package.license_file)),
        ("CARGO_PKG_README", text(&package.readme)),
        ("CARGO_PKG_RUST_VERSION", text(&package.rust_version)),
        ("CARGO_CRATE_NAME", crate_name),
        ("CARGO_MANIFEST_DIR", package.dir().to_string()),
        ("CARGO_MANIFEST_PATH", package.manifest_path.to_string()),
    ];
    if let Some(links) = &package.links {
        env.push(("CARGO_MANIFEST_LINKS", links.clone()));
    }
    if target.is("bin") || target.is("example") {
        env.push(("CARGO_BIN_NAME", target.name.clone()));
    }
    env.into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}
