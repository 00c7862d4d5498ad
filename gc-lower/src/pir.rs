//! The place IR: monomorphic, structured, with mutable Rust-typed locals.
//!
//! Both source and target are structured and have mutable locals, so PIR is
//! neither a control-flow graph nor SSA: it is what MIR would be if it kept
//! its blocks nested. Inlining, place forwarding, scalar replacement and tag
//! threading happen here, before representations are chosen.

pub mod coroutines;
pub mod display;
mod drops;
pub mod ir;
pub mod tcx;
pub mod verify;
pub mod walk;

pub use coroutines::CoroutineCode;
pub use ir::*;
pub use tcx::*;
