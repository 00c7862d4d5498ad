//! What iterators and collections implement.

mod accum;
mod collect;
mod compare;
mod double_ended;
mod iterator;
mod markers;

pub use self::accum::{Product, Sum};
pub use self::collect::{Extend, FromIterator, IntoIterator};
pub use self::double_ended::DoubleEndedIterator;
pub use self::iterator::Iterator;
pub use self::markers::{ExactSizeIterator, FusedIterator, TrustedLen, TrustedStep};
