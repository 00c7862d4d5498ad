//! The standard library as the first crates of every workspace.

use crate::workspace::{CrateIdx, CrateInfo, Files, Origin, TargetKind};
use anyhow::{Context, Result};
use camino::{Utf8Path, Utf8PathBuf};
use ra_ap_span::Edition;
use std::sync::Arc;
use wrc_base::PrimaryMap;

/// The library crates' places in the workspace.
#[derive(Clone, Copy)]
pub(crate) struct Sysroot {
    pub core: CrateIdx,
    pub alloc: CrateIdx,
    pub std: CrateIdx,
    pub wasm: CrateIdx,
}

impl Sysroot {
    /// As every crate sees them: `alloc` needs `extern crate alloc;`.
    pub(crate) fn dependencies(self) -> Vec<(String, CrateIdx, bool)> {
        vec![
            ("core".into(), self.core, true),
            ("alloc".into(), self.alloc, false),
            ("std".into(), self.std, true),
            ("wasm".into(), self.wasm, true),
        ]
    }
}

/// Adds the embedded sources, or those of a folder (`-Zsysroot`) that holds
/// `core/src`, `alloc/src`, `std/src` and `wasm/src`.
pub(crate) fn add(
    files: &mut Files,
    crates: &mut PrimaryMap<CrateIdx, CrateInfo>,
    folder: Option<&Utf8Path>,
) -> Result<Sysroot> {
    for name in wrc_stdlib::CRATES {
        let sources = match folder {
            None => embedded(name),
            Some(folder) => on_disk(folder, name)?,
        };
        for (path, text, outline) in sources {
            let vfs_path = format!("/sysroot/{path}");
            let file = files.add(vfs_path.clone(), vfs_path, text, Origin::Library(name));
            files.set_outline(file, outline);
        }
    }
    let core = add_crate(files, crates, "core", vec![])?;
    let alloc = add_crate(files, crates, "alloc", vec![("core".into(), core, true)])?;
    // rustc's std knows alloc as `alloc_crate`; ours may say either.
    let std_deps = vec![
        ("core".into(), core, true),
        ("alloc".into(), alloc, true),
        ("alloc_crate".into(), alloc, true),
    ];
    let std = add_crate(files, crates, "std", std_deps)?;
    let wasm_deps = vec![("core".into(), core, true), ("std".into(), std, true)];
    let wasm = add_crate(files, crates, "wasm", wasm_deps)?;
    Ok(Sysroot {
        core,
        alloc,
        std,
        wasm,
    })
}

fn add_crate(
    files: &Files,
    crates: &mut PrimaryMap<CrateIdx, CrateInfo>,
    name: &'static str,
    deps: Vec<(String, CrateIdx, bool)>,
) -> Result<CrateIdx> {
    let path = format!("/sysroot/{name}/src/lib.rs");
    let root = files
        .at(&path)
        .with_context(|| format!("the standard library lacks `{name}/src/lib.rs`"))?;
    let edition = Edition::Edition2021;
    let origin = Origin::Library(name);
    let mut krate = CrateInfo::new(name.to_owned(), root, edition, origin, TargetKind::Lib);
    krate.deps = deps;
    Ok(crates.push(krate))
}

/// A path, a text, and its outline.
type Source = (String, Arc<str>, Option<&'static str>);

fn embedded(name: &str) -> Vec<Source> {
    let sources = wrc_stdlib::sources(name).into_iter();
    sources
        .map(|source| (source.path, source.text.into(), Some(source.outline)))
        .collect()
}

fn on_disk(folder: &Utf8Path, name: &str) -> Result<Vec<Source>> {
    let mut found = Vec::new();
    let mut open = vec![folder.join(name).join("src")];
    while let Some(dir) = open.pop() {
        let entries = dir
            .read_dir_utf8()
            .with_context(|| format!("cannot read `{dir}`"))?;
        for entry in entries {
            let path: Utf8PathBuf = entry?.into_path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension() == Some("rs") {
                let text = std::fs::read_to_string(&path)
                    .with_context(|| format!("cannot read `{path}`"))?;
                let inner = path.strip_prefix(folder).expect("found below `folder`");
                found.push((inner.as_str().replace('\\', "/"), text.into(), None));
            }
        }
    }
    found.sort_unstable();
    Ok(found)
}
