//! The wasm-shaped IR and what is done on it.

pub mod codegen;
pub mod display;
pub mod ir;
pub mod ty;
pub mod verify;
pub mod walk;

pub use ir::*;
