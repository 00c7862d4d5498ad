//! From rust-analyzer to THIR.
//!
//! rust-analyzer's crates parse, resolve names, infer types and solve traits;
//! this crate asks them and answers in terms of [`wrc_thir`]. Nothing below it
//! names rust-analyzer.
//!
//! ```text
//! RootDatabase ─► BridgeDb::new(&db, krate, file_path)
//!                   ├─ check() ─► [BridgeError]   before lowering
//!                   └─ impl wrc_thir::Db                     while lowering
//! ```
//!
//! It does no IO: files come in through the database.

extern crate ra_ap_base_db as base_db;
extern crate ra_ap_cfg as cfg;
extern crate ra_ap_hir_def as hir_def;
extern crate ra_ap_hir_expand as hir_expand;
extern crate ra_ap_hir_ty as hir_ty;
extern crate ra_ap_intern as intern;
extern crate ra_ap_rustc_type_ir as rustc_type_ir;
extern crate ra_ap_span as span;
extern crate ra_ap_syntax as syntax;
extern crate ra_ap_vfs as vfs;

mod attrs;
mod body;
mod check;
mod cx;
mod data;
mod db;
mod error;
mod eval;
mod flow;
mod ids;
mod items;
mod kept;
mod lang;
mod lifetimes;
mod opaque;
mod path;
mod solve;
mod spans;
mod tables;
mod tests;
mod to_ra;
mod types;

pub(crate) use cx::Cx;
pub use db::BridgeDb;
pub use error::BridgeError;
pub use tests::TestFn;

/// Which version of this crate it is: what [`BridgeDb::keep`] gives can be read
/// by the same version.
pub const FORMAT: &str = env!("WRC_BRIDGE_FORMAT");
