//! What a compilation depends on besides the sources.

use camino::Utf8PathBuf;
use wrc_project::LoadOptions;

/// An output.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord)]
pub enum Emit {
    Thir,
    Pir,
    Wir,
    Wat,
    Wasm,
}

impl Emit {
    /// The file name's extension.
    pub fn extension(self) -> &'static str {
        match self {
            Emit::Thir => "thir",
            Emit::Pir => "pir",
            Emit::Wir => "wir",
            Emit::Wat => "wat",
            Emit::Wasm => "wasm",
        }
    }
}

/// Who lowers the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Onto the engine's heap.
    #[default]
    Gc,
    /// rustc, into linear memory.
    Own,
}

/// What concerns ownership mode only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnOptions {
    /// The rustc to use.
    pub rustc: Option<Utf8PathBuf>,
    /// One of rustc's wasm32 targets, where the usual one is not wanted.
    pub target: Option<String>,
    /// Leave rustc's code as it is, with its debug info.
    pub debug_info: bool,
}

/// `-Z` options: for people who work on the compiler.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unstable {
    /// Every `&mut` to a slot type is a fat reference.
    pub force_fat: bool,
    /// Structs and tuples are never flat.
    pub force_object: bool,
    pub no_inline: bool,
    /// Run the verifiers after every pass.
    pub verify_each: bool,
    /// Compile every function that is not generic, also when only checking.
    pub all_functions: bool,
    /// Report errors in the standard library too.
    pub check_library: bool,
}

/// Everything that decides about the outputs.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub load: LoadOptions,
    /// Texts and bytes that are wanted.
    pub emit: Vec<Emit>,
    /// Show each error in a dependency instead of one line per crate.
    pub verbose: bool,
    /// Uses of moved values are errors, as in rustc, also where they do no harm.
    pub strict: bool,
    pub unstable: Unstable,
    pub mode: Mode,
    pub own: OwnOptions,
    /// The folder where lowered bodies of the library are kept from one
    /// compilation to the next; `None`: they are not. Outputs are the same.
    pub cache: Option<Utf8PathBuf>,
}

impl Options {
    pub fn emits(&self, emit: Emit) -> bool {
        self.emit.contains(&emit)
    }
}
