//! A workspace as rust-analyzer's inputs.

use crate::cfg;
use crate::macros;
use crate::workspace::{CrateIdx, CrateInfo, Origin, Workspace};
use anyhow::{Context, Result, anyhow};
use ra_ap_base_db::{
    CrateBuilderId, CrateDisplayName, CrateGraphBuilder, CrateName, CrateOrigin,
    CrateWorkspaceData, CratesIdMap, DependencyBuilder, Env, FileChange, LangCrateOrigin,
    SourceRoot, Version, target::Arch, target::TargetData,
};
use ra_ap_hir_expand::change::ChangeWithProcMacros;
use ra_ap_intern::Symbol;
use ra_ap_paths::AbsPathBuf;
use ra_ap_vfs::{FileId, VfsPath, file_set::FileSet};
use triomphe::Arc;
use wrc_base::FxIndexMap;

/// rust-analyzer's constant evaluator refuses targets whose pointers differ
/// from the host's, and array lengths become errors that unify with anything.
/// So it sees 64-bit pointers; that `usize` has 32 bits is the back end's
/// business and `cfg(target_pointer_width)`'s, which is independent.
const DATA_LAYOUT: &str = "e-m:e-p:64:64-p10:8:8-p20:8:8-i64:64-i128:128-n32:64-S128-ni:1:10:20";

/// The inputs, and for each crate its number in the graph that is being
/// built; `crate_of` translates after the change was applied.
pub fn change(ws: &Workspace) -> Result<(FileChange, Vec<CrateBuilderId>)> {
    let mut change = FileChange::default();
    change.set_roots(source_roots(ws));
    for (id, file) in ws.files.iter() {
        if file.origin != Origin::Manifest {
            change.change_file(FileId::from_raw(id.0), Some(file.whole_text()));
        }
    }
    let (graph, ids) = crate_graph(ws)?;
    change.set_crate_graph(graph);
    Ok((change, ids))
}

/// The crates once more, with their procedural macros; `None` when there are
/// none. rust-analyzer sets macros only with a graph, whose crates are the same.
pub fn macros_change(ws: &Workspace) -> Result<Option<ChangeWithProcMacros>> {
    let (graph, ids) = crate_graph(ws)?;
    let mut change = macros::providers(ws, &ids);
    if let Some(change) = &mut change {
        change.set_crate_graph(graph);
    }
    Ok(change)
}

/// The database's crate for one of the workspace's.
pub fn crate_of(
    ids: &[CrateBuilderId],
    map: &CratesIdMap,
    idx: CrateIdx,
) -> Option<ra_ap_base_db::Crate> {
    map.get(ids.get(wrc_base::EntityRef::index(idx))?).copied()
}

/// One root for each library crate and one for all other files, so that
/// `#[path]` may lead out of a crate's folder.
fn source_roots(ws: &Workspace) -> Vec<SourceRoot> {
    let mut sets: FxIndexMap<Option<&str>, FileSet> = FxIndexMap::default();
    for (id, file) in ws.files.iter() {
        let library = match file.origin {
            Origin::Library(name) => Some(name),
            Origin::User | Origin::Dependency(_) => None,
            Origin::Manifest => continue,
        };
        let path = VfsPath::new_virtual_path(file.vfs_path.clone());
        sets.entry(library)
            .or_default()
            .insert(FileId::from_raw(id.0), path);
    }
    let roots = sets.into_iter().map(|(library, set)| match library {
        Some(_) => SourceRoot::new_library(set),
        None => SourceRoot::new_local(set),
    });
    roots.collect()
}

fn crate_graph(ws: &Workspace) -> Result<(CrateGraphBuilder, Vec<CrateBuilderId>)> {
    let mut graph = CrateGraphBuilder::default();
    let data = Arc::new(CrateWorkspaceData {
        target: Ok(TargetData {
            data_layout: DATA_LAYOUT.into(),
            arch: Arch::Wasm32,
        }),
        toolchain: Some(Version::new(1, 95, 0)),
    });
    let mut ids = Vec::new();
    for krate in ws.crates.values() {
        let folder = AbsPathBuf::try_from(krate.folder.as_str());
        let folder = folder.map_err(|path| anyhow!("`{path}` is not absolute"))?;
        ids.push(graph.add_crate_root(
            FileId::from_raw(krate.root.0),
            krate.edition,
            Some(CrateDisplayName::from_canonical_name(&krate.name)),
            None,
            cfg::options(krate, ws),
            None,
            env(krate),
            origin(krate),
            Vec::new(),
            krate.macros.is_some(),
            Arc::new(folder),
            data.clone(),
        ));
    }
    for (krate, from) in ws.crates.values().zip(&ids) {
        for (name, dep, in_prelude) in &krate.deps {
            let to = ids[wrc_base::EntityRef::index(*dep)];
            let is_sysroot = matches!(ws.crates[*dep].origin, Origin::Library(_));
            let name = CrateName::new(name).map_err(|name| anyhow!("crate name `{name}`"))?;
            let dep = DependencyBuilder::with_prelude(name, to, *in_prelude, is_sysroot);
            graph
                .add_dep(*from, dep)
                .ok()
                .context("a cycle of crates")?;
        }
    }
    Ok((graph, ids))
}

fn env(krate: &CrateInfo) -> Env {
    let mut env = Env::default();
    for (key, value) in &krate.env {
        env.set(key, value.clone());
    }
    env
}

fn origin(krate: &CrateInfo) -> CrateOrigin {
    match krate.origin {
        Origin::Library("core") => CrateOrigin::Lang(LangCrateOrigin::Core),
        Origin::Library("alloc") => CrateOrigin::Lang(LangCrateOrigin::Alloc),
        Origin::Library("std") => CrateOrigin::Lang(LangCrateOrigin::Std),
        Origin::Library(_) => CrateOrigin::Lang(LangCrateOrigin::Other),
        Origin::User | Origin::Dependency(_) | Origin::Manifest => CrateOrigin::Local {
            repo: None,
            name: Some(Symbol::intern(&krate.name)),
        },
    }
}
