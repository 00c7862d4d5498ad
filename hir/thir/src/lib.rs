//! THIR: typed trees, one per body, polymorphic, with everything explicit
//! that Rust leaves implicit (adjustments, overloaded operators, captures,
//! binding modes, desugared loops).
//!
//! Below this crate nothing knows rust-analyzer; above it nothing knows wasm.
//!
//! ```text
//! fn twice(x: i32) -> i32 { x + x }
//! ==> params: [l0: i32]  ret: i32
//!     root: block { tail: add(local l0, local l0) }
//! ```

pub mod body;
pub mod db;
pub mod def;
pub mod display;
pub mod subst;
pub mod ty;

pub use body::*;
pub use db::*;
pub use def::*;
pub use display::print_body;
pub use subst::*;
pub use ty::*;
