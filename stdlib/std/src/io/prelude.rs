//! The traits of `std::io`, for a glob import.

pub use super::{BufRead, Read, Seek, Write};
