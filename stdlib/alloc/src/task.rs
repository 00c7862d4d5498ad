//! Tasks: what `core` has, and wakers made of an `Arc`.

pub use core::task::*;

#[cfg(not(without = "sync"))]
mod wake;

#[cfg(not(without = "sync"))]
pub use self::wake::Wake;
