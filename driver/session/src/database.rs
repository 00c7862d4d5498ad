//! The database that rust-analyzer's queries and ours run on.

use anyhow::{Context, Result};
use camino::Utf8Path;
use ra_ap_base_db::{
    Crate, CrateGraphBuilder, CratesMap, FileSourceRootInput, FileText, Files, LibraryRoots,
    LocalRoots, Nonce, SourceDatabase, SourceRoot, SourceRootId, SourceRootInput,
    set_all_crates_with_durability,
};
use ra_ap_hir_def::set_expand_proc_attr_macros;
use ra_ap_hir_expand::proc_macro::ProcMacros;
use ra_ap_syntax::TextSize;
use ra_ap_vfs::{AnchoredPath, FileId, VfsPath};
use salsa::Durability;
use std::{fmt, panic::RefUnwindSafe};
use triomphe::Arc;
use wrc_base::PrimaryMap;
use wrc_project::{CrateIdx, Workspace};

/// Is told the name and argument of each query that is executed.
pub type QueryObserver = std::sync::Arc<dyn Fn(String) + Send + Sync>;

/// Source texts, crates, and everything computed from them.
#[salsa::db]
#[derive(Clone)]
pub struct RootDatabase {
    storage: salsa::Storage<Self>,
    files: Arc<Files>,
    crates_map: Arc<CratesMap>,
    nonce: Nonce,
}

impl RootDatabase {
    /// An empty database.
    pub fn new() -> RootDatabase {
        RootDatabase::with_storage(salsa::Storage::new(None))
    }

    /// An empty database that tells which queries are executed.
    pub fn observed(observer: QueryObserver) -> RootDatabase {
        RootDatabase::with_storage(salsa::Storage::new(Some(Box::new(move |event| {
            if let salsa::EventKind::WillExecute { database_key } = event.kind {
                observer(format!("{database_key:?}"));
            }
        }))))
    }

    fn with_storage(storage: salsa::Storage<RootDatabase>) -> RootDatabase {
        let mut db = RootDatabase {
            storage,
            files: Arc::default(),
            crates_map: Arc::default(),
            nonce: Nonce::new(),
        };
        // The crate graph's setter reads the previous set of crates.
        set_all_crates_with_durability(&mut db, std::iter::empty(), Durability::HIGH);
        CrateGraphBuilder::default().set_in_db(&mut db);
        ProcMacros::init_default(&db, Durability::MEDIUM);
        let _ = LibraryRoots::builder(Default::default())
            .durability(Durability::MEDIUM)
            .new(&db);
        let _ = LocalRoots::builder(Default::default())
            .durability(Durability::MEDIUM)
            .new(&db);
        set_expand_proc_attr_macros(&mut db, false);
        db
    }

    /// Takes in all files and crates of a workspace.
    pub fn load(&mut self, ws: &Workspace) -> Result<PrimaryMap<CrateIdx, Crate>> {
        let (change, ids) = wrc_project::change(ws)?;
        let map = change.apply(self).context("the change has no crates")?;
        if let Some(change) = wrc_project::macros_change(ws)? {
            set_expand_proc_attr_macros(self, true);
            change.apply(self);
        }
        let crates = ws.crates.keys().map(|idx| {
            wrc_project::crate_of(&ids, &map, idx).context("a crate is not in the graph")
        });
        crates.collect()
    }
}

impl Default for RootDatabase {
    fn default() -> RootDatabase {
        RootDatabase::new()
    }
}

impl fmt::Debug for RootDatabase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RootDatabase")
    }
}

// A panic is answered by giving up the compilation, database included.
impl RefUnwindSafe for RootDatabase {}

#[salsa::db]
impl salsa::Database for RootDatabase {}

#[salsa::db]
impl SourceDatabase for RootDatabase {
    fn file_text(&self, file: FileId) -> FileText {
        self.files.file_text(file)
    }

    fn set_file_text(&mut self, file: FileId, text: &str) {
        Arc::clone(&self.files).set_file_text(self, file, text);
    }

    fn set_file_text_with_durability(&mut self, file: FileId, text: &str, durability: Durability) {
        Arc::clone(&self.files).set_file_text_with_durability(self, file, text, durability);
    }

    fn source_root(&self, root: SourceRootId) -> SourceRootInput {
        self.files.source_root(root)
    }

    fn file_source_root(&self, file: FileId) -> FileSourceRootInput {
        self.files.file_source_root(self, file)
    }

    fn set_file_source_root_with_durability(
        &mut self,
        file: FileId,
        root: SourceRootId,
        durability: Durability,
    ) {
        Arc::clone(&self.files).set_file_source_root_with_durability(self, file, root, durability);
    }

    fn set_source_root_with_durability(
        &mut self,
        id: SourceRootId,
        root: Arc<SourceRoot>,
        durability: Durability,
    ) {
        Arc::clone(&self.files).set_source_root_with_durability(self, id, root, durability);
    }

    /// Paths may be absolute, as those of files that build scripts wrote.
    fn resolve_path(&self, path: AnchoredPath<'_>) -> Option<FileId> {
        let root = self.file_source_root(path.anchor).source_root_id(self);
        let files = self.source_root(root).source_root(self);
        match Utf8Path::new(path.path).is_absolute() {
            true => {
                let path = wrc_project::vfs_path(path.path.into());
                files
                    .file_for_path(&VfsPath::new_virtual_path(path))
                    .copied()
            }
            false => files.resolve_path(path),
        }
    }

    fn crates_map(&self) -> Arc<CratesMap> {
        self.crates_map.clone()
    }

    fn nonce_and_revision(&self) -> (Nonce, salsa::Revision) {
        let zalsa = salsa::plumbing::ZalsaDatabase::zalsa(self);
        (self.nonce, zalsa.current_revision())
    }

    fn line_column(&self, _file: FileId, _offset: TextSize) -> Result<(u32, u32), ()> {
        // Only `line!()` and `column!()` of diagnostics ask; the bridge knows places.
        Err(())
    }
}
