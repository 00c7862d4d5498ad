//! Tasks.

pub use core::task::*;
