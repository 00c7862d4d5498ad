//! Errors.

pub use core::error::*;
