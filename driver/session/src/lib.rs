//! One compilation, from a path to the bytes of a module: the database, the
//! options, the phases, and how findings are shown.
//!
//! Start reading at [`compile`], which lists the phases in order. Command
//! lines, running programs and exit codes are the business of `driver/wrc`.
//!
//! ```no_run
//! use wrc_session::{Goal, Options, compile};
//!
//! let mut options = Options::default();
//! options.load.path = Some("hello.rs".into());
//! let outcome = compile(&options, Goal::Build)?;
//! eprint!("{}", wrc_session::render(&outcome.diagnostics, &outcome.files));
//! if let Some(artifacts) = outcome.artifacts {
//!     println!("{} bytes", artifacts.wasm.len());
//! }
//! # anyhow::Ok(())
//! ```

mod back;
mod compile;
mod database;
mod dependencies;
mod depth;
mod entry;
mod kept;
mod options;
mod output;
mod own;
mod render;
mod session;
mod test_case;
mod time;
mod worker;

pub use back::Artifacts;
pub use compile::{Goal, Outcome, compile};
pub use database::{QueryObserver, RootDatabase};
pub use options::{Emit, Mode, Options, OwnOptions, Unstable};
pub use output::write;
pub use own::{OwnModule, Owned, compile_own};
pub use render::{render, summary};
pub use session::Session;
pub use test_case::TestCase;
pub use time::Timings;
pub use wrc_diagnostics::{Diagnostic, Severity, explain};
pub use wrc_module::largest_body;
pub use wrc_own_lower::read::component::is_component;
pub use wrc_project::{
    CargoOptions, Edition, Files, LoadOptions, Panic, TargetChoice, TargetKind, TestTarget,
    defaults, rustc_wrapper, test_targets,
};
