//! Ownership mode: cargo and rustc compile the crate for a wasm32 target,
//! and the module they link becomes a [`Program`](wrc_object::Program) that
//! the module writer lays out like any other.
//!
//! ```text
//! request ─toolchain─► rustc with the target's std ─cargo─► messages, module
//!                                                              └─read─► Program
//! ```
//!
//! Nothing here renders: messages are rustc's, as data, with rustc's places.

pub mod cargo;
pub mod message;
pub mod read;
pub mod rustc;
pub mod toolchain;

mod process;

pub use message::{Built, Message};
pub use read::{ReadError, read};
pub use toolchain::Toolchain;

use camino::Utf8PathBuf;

/// The target of programs, when no other is wanted.
pub const PROGRAMS: &str = "wasm32-wasip1";
/// The target of libraries.
pub const LIBRARIES: &str = "wasm32-unknown-unknown";

/// How far to go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Goal {
    Check,
    Build,
    /// Build the tests.
    Test,
}

/// A package, which of its targets is wanted, and what else cargo is told.
#[derive(Clone, Debug)]
pub struct Package {
    pub name: String,
    pub manifest: Utf8PathBuf,
    pub workspace_root: Utf8PathBuf,
    pub target_directory: Utf8PathBuf,
    /// `None`: all that have tests; only for the goal of that name.
    pub target: Option<Target>,
    /// Further arguments of cargo: features, `--locked` and the like.
    pub flags: Vec<String>,
}

/// A target of a package.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    pub kind: TargetKind,
    pub name: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TargetKind {
    Lib,
    Bin,
    Example,
    /// An integration test.
    Test,
}

/// How to compile.
#[derive(Clone, Copy, Debug)]
pub struct Profile<'a> {
    pub goal: Goal,
    pub release: bool,
    /// Keep debug info, which costs time to make and to link.
    pub debug_info: bool,
    /// The wanted target; otherwise it follows from the kind of crate.
    pub target: Option<&'a str>,
}

/// Why nothing was compiled. Errors of the program are messages instead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Failure {
    /// No rustc can be started: what was tried, and why it failed.
    NoRustc { rustc: String, reason: String },
    /// This rustc has no standard library for the target.
    NoStd { rustc: String, target: String },
    /// cargo or rustc ended without an error of the program; what they said.
    Tool { tool: &'static str, output: String },
}

/// What the tools gave.
#[derive(Clone, Debug, Default)]
pub struct Compiled {
    pub messages: Vec<Message>,
    /// To which the places of messages are relative.
    pub base: Utf8PathBuf,
    /// Where a package's outputs go.
    pub output_dir: Option<Utf8PathBuf>,
    /// The name of the outputs.
    pub name: String,
    pub is_library: bool,
    pub built: Vec<Built>,
}

impl Compiled {
    /// Is there an error of the program?
    pub fn has_errors(&self) -> bool {
        self.messages.iter().any(Message::is_error)
    }
}
