//! What is to be compiled: source files and crates, from a `.rs` file or a
//! cargo package, with our standard library.
//!
//! ```text
//! path ─load─► Workspace { files, crates } ─change─► rust-analyzer's inputs
//! ```
//!
//! Nothing here looks into items; modules are followed only as far as needed
//! to know which files belong to a crate. A file's number is the same here,
//! in spans and in rust-analyzer's database.

mod cargo;
mod cfg;
mod choose;
mod defaults;
mod environment;
mod graph;
mod load;
mod macros;
mod manifest;
mod members;
mod metadata;
mod modules;
mod package;
mod parts;
mod scripts;
mod substitutes;
mod sysroot;
mod test_targets;
mod toml_walk;
mod workspace;

pub use cargo::CargoOptions;
pub use cfg::{Panic, Profile};
pub use choose::{Chosen, TargetChoice, chosen};
pub use defaults::{Defaults, defaults};
pub use graph::{change, crate_of, macros_change};
pub use load::{LoadOptions, edition_line, has_main, load};
pub use modules::vfs_path;
pub use ra_ap_span::Edition;
pub use scripts::rustc_wrapper;
pub use test_targets::{TestTarget, test_targets};
pub use workspace::{CrateIdx, CrateInfo, Files, Origin, SourceFile, TargetKind, Workspace};
