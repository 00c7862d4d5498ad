//! The wasm-shaped IR and what is done on it.

pub mod codegen;
pub mod display;
pub mod effects;
pub mod ir;
pub mod local_set;
pub mod opt;
pub mod stack;
pub mod ty;
pub mod verify;
pub mod walk;

pub use ir::*;
