//! Ranges that can be copied. The operators make those of `ops`.

pub use crate::ops::{Bound, OneSidedRange, RangeBounds, RangeFull, RangeTo, RangeToInclusive};
