//! A small database over files on disk: the library and one user file.

extern crate ra_ap_base_db as base_db;
extern crate ra_ap_cfg as cfg;
extern crate ra_ap_hir_def as hir_def;
extern crate ra_ap_hir_expand as hir_expand;
extern crate ra_ap_intern as intern;
extern crate ra_ap_span as span;
extern crate ra_ap_syntax as syntax;
extern crate ra_ap_vfs as vfs;

use base_db::{
    Crate, CrateBuilderId, CrateDisplayName, CrateGraphBuilder, CrateName, CrateOrigin,
    CrateWorkspaceData, CratesMap, DependencyBuilder, Env, FileChange, FileSourceRootInput,
    FileText, Files, LangCrateOrigin, Nonce, SourceDatabase, SourceRoot, SourceRootId,
    SourceRootInput, set_all_crates_with_durability,
};
use cfg::CfgOptions;
use salsa::Durability;
use span::Edition;
use std::{collections::HashMap, fmt, panic, path::Path};
use triomphe::Arc;
use vfs::{AbsPathBuf, FileId, VfsPath, file_set::FileSet};

#[salsa::db]
pub struct TestDb {
    storage: salsa::Storage<Self>,
    files: Arc<Files>,
    crates_map: Arc<CratesMap>,
    nonce: Nonce,
}

/// The crates by name, and the files by number.
pub struct Loaded {
    pub crates: HashMap<String, Crate>,
    pub files: Vec<(String, String)>,
}

impl Clone for TestDb {
    fn clone(&self) -> Self {
        TestDb {
            storage: self.storage.clone(),
            files: self.files.clone(),
            crates_map: self.crates_map.clone(),
            nonce: self.nonce,
        }
    }
}
impl fmt::Debug for TestDb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TestDb")
    }
}
impl panic::RefUnwindSafe for TestDb {}
#[salsa::db]
impl salsa::Database for TestDb {}

#[salsa::db]
impl SourceDatabase for TestDb {
    fn file_text(&self, id: FileId) -> FileText {
        self.files.file_text(id)
    }
    fn set_file_text(&mut self, id: FileId, text: &str) {
        let files = Arc::clone(&self.files);
        files.set_file_text(self, id, text)
    }
    fn set_file_text_with_durability(&mut self, id: FileId, text: &str, d: Durability) {
        let files = Arc::clone(&self.files);
        files.set_file_text_with_durability(self, id, text, d)
    }
    fn source_root(&self, id: SourceRootId) -> SourceRootInput {
        self.files.source_root(id)
    }
    fn file_source_root(&self, id: FileId) -> FileSourceRootInput {
        self.files.file_source_root(self, id)
    }
    fn set_file_source_root_with_durability(&mut self, id: FileId, r: SourceRootId, d: Durability) {
        let files = Arc::clone(&self.files);
        files.set_file_source_root_with_durability(self, id, r, d)
    }
    fn set_source_root_with_durability(
        &mut self,
        id: SourceRootId,
        root: Arc<SourceRoot>,
        d: Durability,
    ) {
        let files = Arc::clone(&self.files);
        files.set_source_root_with_durability(self, id, root, d)
    }
    fn crates_map(&self) -> Arc<CratesMap> {
        self.crates_map.clone()
    }
    fn nonce_and_revision(&self) -> (Nonce, salsa::Revision) {
        let revision = salsa::plumbing::ZalsaDatabase::zalsa(self).current_revision();
        (self.nonce, revision)
    }
    fn line_column(&self, _file: FileId, _offset: syntax::TextSize) -> Result<(u32, u32), ()> {
        Err(())
    }
}

impl TestDb {
    pub fn new() -> TestDb {
        let mut db = TestDb {
            storage: salsa::Storage::new(None),
            files: Default::default(),
            crates_map: Default::default(),
            nonce: Nonce::new(),
        };
        set_all_crates_with_durability(&mut db, std::iter::empty(), Durability::HIGH);
        CrateGraphBuilder::default().set_in_db(&mut db);
        hir_expand::proc_macro::ProcMacros::init_default(&db, Durability::MEDIUM);
        _ = base_db::LibraryRoots::builder(Default::default())
            .durability(Durability::MEDIUM)
            .new(&db);
        _ = base_db::LocalRoots::builder(Default::default())
            .durability(Durability::MEDIUM)
            .new(&db);
        hir_def::set_expand_proc_attr_macros(&mut db, false);
        db
    }

    /// Loads `stdlib/{core,alloc,std}/src` and the user's file: its shown
    /// path and text.
    pub fn load(&mut self, stdlib: &Path, user: (&str, String)) -> Loaded {
        let mut loader = Loader::default();
        let roots: Vec<Option<FileId>> = ["core", "alloc", "std"]
            .iter()
            .map(|name| loader.library(name, &stdlib.join(name).join("src")))
            .collect();
        let user = loader.user(user);
        let mut graph = CrateGraphBuilder::default();
        let lib = [
            LangCrateOrigin::Core,
            LangCrateOrigin::Alloc,
            LangCrateOrigin::Std,
        ];
        let mut ids: Vec<(&str, CrateBuilderId)> = Vec::new();
        for ((name, root), origin) in ["core", "alloc", "std"].iter().zip(roots).zip(lib) {
            let Some(root) = root else { continue };
            let edition = match std::env::var("WRC_LIB_EDITION").as_deref() {
                Ok("2024") => Edition::Edition2024,
                _ => Edition::Edition2021,
            };
            let id = add_crate(&mut graph, root, name, edition, CrateOrigin::Lang(origin));
            add_deps(&mut graph, id, &ids);
            ids.push((name, id));
        }
        let origin = CrateOrigin::Local {
            repo: None,
            name: Some(intern::Symbol::intern("user")),
        };
        let id = add_crate(&mut graph, user, "user", Edition::Edition2024, origin);
        add_deps(&mut graph, id, &ids);
        ids.push(("user", id));
        let mut change = loader.change;
        change.set_roots(loader.roots);
        change.set_crate_graph(graph);
        let map = change.apply(self).expect("a crate graph was set");
        Loaded {
            crates: ids
                .iter()
                .map(|(name, id)| ((*name).to_owned(), map[id]))
                .collect(),
            files: loader.files,
        }
    }
}

fn add_crate(
    graph: &mut CrateGraphBuilder,
    root: FileId,
    name: &str,
    edition: Edition,
    origin: CrateOrigin,
) -> CrateBuilderId {
    let mut cfg = CfgOptions::default();
    for (key, value) in [
        ("target_arch", "wasm32"),
        ("target_family", "wasm"),
        ("target_pointer_width", "32"),
        ("target_endian", "little"),
        ("panic", "abort"),
        ("target_has_atomic", "8"),
        ("target_has_atomic", "16"),
        ("target_has_atomic", "32"),
        ("target_has_atomic", "64"),
        ("target_has_atomic", "ptr"),
    ] {
        cfg.insert_key_value(intern::Symbol::intern(key), intern::Symbol::intern(value));
    }
    cfg.insert_atom(intern::Symbol::intern("debug_assertions"));
    let cwd = AbsPathBuf::try_from("/user").expect("the path is absolute");
    // rust-analyzer evaluates constants only with the host's pointer width.
    let layout = "e-m:e-p:64:64-p10:8:8-p20:8:8-i64:64-i128:128-n32:64-S128-ni:1:10:20";
    let workspace = CrateWorkspaceData {
        target: Ok(base_db::target::TargetData {
            data_layout: layout.into(),
            arch: base_db::target::Arch::Wasm32,
        }),
        toolchain: Some(base_db::Version::new(1, 95, 0)),
    };
    graph.add_crate_root(
        root,
        edition,
        Some(CrateDisplayName::from_canonical_name(name)),
        None,
        cfg,
        None,
        Env::default(),
        origin,
        vec![],
        false,
        Arc::new(cwd),
        Arc::new(workspace),
    )
}

fn add_deps(graph: &mut CrateGraphBuilder, krate: CrateBuilderId, on: &[(&str, CrateBuilderId)]) {
    for (name, id) in on {
        let name = CrateName::new(name).expect("library names are valid");
        let prelude = *name.as_str() != *"alloc";
        let dependency = DependencyBuilder::with_prelude(name, *id, prelude, true);
        graph.add_dep(krate, dependency).expect("no cycle");
    }
}

#[derive(Default)]
struct Loader {
    change: FileChange,
    roots: Vec<SourceRoot>,
    files: Vec<(String, String)>,
}

impl Loader {
    fn library(&mut self, name: &str, dir: &Path) -> Option<FileId> {
        let mut set = FileSet::default();
        let mut root = None;
        self.walk(dir, &format!("/{name}/src"), &mut set, &mut root);
        self.roots.push(SourceRoot::new_library(set));
        root
    }

    fn user(&mut self, (path, text): (&str, String)) -> FileId {
        let mut set = FileSet::default();
        let id = self.add(path, "/user/src/main.rs", text, &mut set);
        self.roots.push(SourceRoot::new_local(set));
        id
    }

    fn walk(&mut self, dir: &Path, at: &str, set: &mut FileSet, root: &mut Option<FileId>) {
        let Ok(entries) = std::fs::read_dir(dir) else {
            return;
        };
        let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
        entries.sort_by_key(|entry| entry.file_name());
        for entry in entries {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            let at = format!("{at}/{name}");
            if path.is_dir() {
                self.walk(&path, &at, set, root);
            } else if name.ends_with(".rs") {
                let text = std::fs::read_to_string(&path).expect("the file can be read");
                let id = self.add(&path.display().to_string(), &at, text, set);
                if at.ends_with("/src/lib.rs") && at.matches('/').count() == 3 {
                    *root = Some(id);
                }
            }
        }
    }

    fn add(&mut self, shown: &str, at: &str, text: String, set: &mut FileSet) -> FileId {
        let id = FileId::from_raw(self.files.len() as u32);
        set.insert(id, VfsPath::new_virtual_path(at.to_owned()));
        self.change.change_file(id, Some(text.clone()));
        self.files.push((shown.to_owned(), text));
        id
    }
}
