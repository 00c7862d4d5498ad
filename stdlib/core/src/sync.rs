//! What threads share. There is one thread.

pub mod atomic;
mod exclusive;

pub use self::exclusive::Exclusive;
