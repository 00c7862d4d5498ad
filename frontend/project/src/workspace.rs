//! The loaded sources and the crates they form.

use crate::{
    cfg::{Panic, Profile},
    macros::MacroLibrary,
    members::Members,
};
use camino::Utf8PathBuf;
use ra_ap_span::Edition;
use std::hash::{Hash, Hasher};
use std::sync::Arc;
use wrc_base::{FileId, FxHashMap, PrimaryMap, entity_impl};

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CrateIdx(u32);
entity_impl!(CrateIdx, "crate");

/// Where a file comes from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Origin {
    /// The library crate of this name.
    Library(&'static str),
    /// Files, and packages named by path.
    User,
    /// A package of a registry or a git repository: the crate that was the
    /// first to need the file.
    Dependency(CrateIdx),
    /// Shown in messages but not part of a crate: `Cargo.toml`.
    Manifest,
}

/// A file with its text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// As messages show it and panics name it: relative to the package, or as
    /// given on the command line.
    pub path: String,
    /// Its place in the virtual file system, by which modules are found.
    pub vfs_path: String,
    pub text: Arc<str>,
    pub origin: Origin,
    /// Items that are read behind the text.
    pub members: Arc<Members>,
    /// The text without most bodies, of a file of our library.
    pub outline: Option<&'static str>,
    /// Byte offsets at which lines begin.
    lines: Arc<[u32]>,
}

impl SourceFile {
    fn new(path: String, vfs_path: String, text: Arc<str>, origin: Origin) -> SourceFile {
        let breaks = text.match_indices('\n').map(|(at, _)| at as u32 + 1);
        let members = match origin {
            Origin::User | Origin::Dependency(_) => Members::of(&text),
            Origin::Library(_) | Origin::Manifest => Members::default(),
        };
        SourceFile {
            members: members.into(),
            outline: None,
            lines: std::iter::once(0).chain(breaks).collect(),
            path,
            vfs_path,
            text,
            origin,
        }
    }

    /// Its folder, unless it is the library's.
    pub fn folder(&self) -> Option<&camino::Utf8Path> {
        let path = self.vfs_path.strip_prefix("/user")?;
        camino::Utf8Path::new(path).parent()
    }

    /// The text that rust-analyzer reads.
    pub fn whole_text(&self) -> String {
        [&self.text, self.members.text.as_str()].concat()
    }

    /// Where it was written: what was made of an item is the item.
    pub fn written(&self, start: u32, end: u32) -> (u32, u32) {
        let made = (start as usize).checked_sub(self.text.len());
        made.and_then(|at| self.members.origin(at))
            .unwrap_or((start, end))
    }

    /// Byte offsets at which lines begin; the first is 0.
    pub fn line_starts(&self) -> &[u32] {
        &self.lines
    }

    /// Line and column (in characters) of a byte offset, both from 1.
    pub fn line_col(&self, offset: u32) -> (u32, u32) {
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines[line - 1] as usize;
        let end = (offset as usize).min(self.text.len()).max(start);
        let before = self.text.get(start..end).unwrap_or_default();
        (line as u32, before.chars().count() as u32 + 1)
    }
}

/// All files, numbered from 0.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// What was read, and folders whose contents matter.
    pub(crate) inputs: Vec<Utf8PathBuf>,
    files: Vec<SourceFile>,
    by_vfs_path: FxHashMap<String, FileId>,
}

impl Files {
    /// Adds a file, or finds the one already at that place.
    pub fn add(
        &mut self,
        path: String,
        vfs_path: String,
        text: Arc<str>,
        origin: Origin,
    ) -> FileId {
        if let Some(known) = self.by_vfs_path.get(&vfs_path) {
            return *known;
        }
        let id = FileId(self.files.len() as u32);
        self.by_vfs_path.insert(vfs_path.clone(), id);
        self.files
            .push(SourceFile::new(path, vfs_path, text, origin));
        id
    }

    /// Replaces the text of a file.
    pub fn set_text(&mut self, id: FileId, text: &str) {
        if let Some(file) = self.files.get_mut(id.0 as usize) {
            let (path, vfs_path) = (file.path.clone(), file.vfs_path.clone());
            *file = SourceFile::new(path, vfs_path, text.into(), file.origin);
        }
    }

    /// The outline of a file of our library.
    pub(crate) fn set_outline(&mut self, id: FileId, outline: Option<&'static str>) {
        if let Some(file) = self.files.get_mut(id.0 as usize) {
            file.outline = outline;
        }
    }

    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// The files and folders on which the sources depend.
    pub fn inputs(&self) -> &[Utf8PathBuf] {
        &self.inputs
    }

    /// The file at a place of the virtual file system.
    pub fn at(&self, vfs_path: &str) -> Option<FileId> {
        self.by_vfs_path.get(vfs_path).copied()
    }

    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0..).map(FileId).zip(&self.files)
    }
}

/// Program or library?
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TargetKind {
    /// Has a `main`.
    Bin,
    Lib,
}

/// One crate.
#[derive(Clone, Debug)]
pub struct CrateInfo {
    /// As paths name it: an identifier.
    pub name: String,
    pub root: FileId,
    pub edition: Edition,
    pub origin: Origin,
    pub kind: TargetKind,
    /// Crates it can name, with the name it uses, and whether the name is in
    /// the extern prelude (otherwise `extern crate` is needed).
    pub deps: Vec<(String, CrateIdx, bool)>,
    /// Name and version of the package; empty for files and the library.
    pub package: String,
    /// Values for `cfg(feature = "…")`.
    pub features: Vec<String>,
    /// What a build script turned on: keys, some with values.
    pub cfgs: Vec<(String, Option<String>)>,
    /// Is `cfg(test)` set?
    pub test: bool,
    /// Values for `env!`.
    pub env: Vec<(String, String)>,
    /// Where cargo has rustc run, for procedural macros that read files.
    pub folder: Utf8PathBuf,
    /// The crate's procedural macros. Such a crate is read for their names and
    /// helper attributes; it is not compiled.
    pub macros: Option<MacroLibrary>,
}

impl CrateInfo {
    /// A crate without dependencies, features and environment.
    pub(crate) fn new(
        name: String,
        root: FileId,
        edition: Edition,
        origin: Origin,
        kind: TargetKind,
    ) -> CrateInfo {
        CrateInfo {
            name,
            root,
            edition,
            origin,
            kind,
            deps: Vec::new(),
            package: String::new(),
            features: Vec::new(),
            cfgs: Vec::new(),
            test: false,
            env: Vec::new(),
            folder: "/".into(),
            macros: None,
        }
    }
}

/// Files and crates: the library's, then the user's, dependencies first. The
/// last crate is the one to compile.
#[derive(Clone, Debug)]
pub struct Workspace {
    pub files: Files,
    pub crates: PrimaryMap<CrateIdx, CrateInfo>,
    pub profile: Profile,
    /// Parts of the library that are left out.
    pub(crate) without: Vec<&'static str>,
    /// What a panic does; `None`: as the sources need it.
    pub panic: Option<Panic>,
    /// Name of the outputs, without extension.
    pub output_name: String,
    /// Where outputs go unless told otherwise; `None` for a single file: the
    /// current directory.
    pub output_dir: Option<Utf8PathBuf>,
    /// The package's name, version and folder, for messages.
    pub package: Option<String>,
    /// Did native programs decide about the sources?
    pub is_scripted: bool,
}

impl Workspace {
    /// Everything that decides what the library means: its sources, how they
    /// are read, and which parts are left out.
    pub fn hash_library(&self, state: &mut impl Hasher) {
        let is_library = |origin: Origin| matches!(origin, Origin::Library(_));
        for (_, file) in self.files.iter().filter(|(_, it)| is_library(it.origin)) {
            (&file.path, &file.text).hash(state);
        }
        let crates = self.crates.values().filter(|it| is_library(it.origin));
        for krate in crates {
            format!("{:?} {:?} {:?}", krate.name, krate.edition, krate.cfgs).hash(state);
        }
        format!("{:?}", self.profile).hash(state);
        self.without.hash(state);
    }

    /// The crate to compile.
    ///
    /// # Panics
    /// When loading failed and there is no crate; callers look at the
    /// diagnostics first.
    pub fn target(&self) -> CrateIdx {
        self.crates.keys().next_back().expect("loading succeeded")
    }

    pub fn target_info(&self) -> &CrateInfo {
        &self.crates[self.target()]
    }
}
