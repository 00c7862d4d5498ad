//! The wasm-shaped IR and what is done on it.

pub mod ir;

pub use ir::*;
