//! Units: encoded function bodies with symbolic relocations, and everything
//! else a module is made of, before anything has a final index.
//!
//! A unit's bytes do not change because another function appeared. The
//! module writer numbers what is reachable and patches the relocations.

pub mod interface;
pub mod linear;
pub mod program;
pub mod types;
pub mod unit;

pub use interface::*;
pub use linear::*;
pub use program::*;
pub use types::*;
pub use unit::*;
