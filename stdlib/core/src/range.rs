//! Ranges that can be copied. The operators make those of `ops`; `RangeInclusive` is made of its
//! namesake by `From`.

mod iter;

pub use self::iter::RangeInclusiveIter;
pub use crate::ops::{Bound, OneSidedRange, RangeBounds, RangeFull, RangeTo, RangeToInclusive};

use crate::fmt;
use crate::iter::Step;
use crate::ops;

/// `start..=last`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct RangeInclusive<Idx> {
    /// The first one.
    pub start: Idx,
    /// The last one.
    pub last: Idx,
}

impl<Idx: Step> RangeInclusive<Idx> {
    /// Iterates over the range.
    #[inline]
    pub fn iter(&self) -> RangeInclusiveIter<Idx> {
        self.clone().into_iter()
    }
}

impl<Idx: PartialOrd<Idx>> RangeInclusive<Idx> {
    /// Whether `item` lies in the range.
    #[inline]
    pub fn contains<U>(&self, item: &U) -> bool
    where
        Idx: PartialOrd<U>,
        U: ?Sized + PartialOrd<Idx>,
    {
        self.start <= *item && *item <= self.last
    }

    /// Whether nothing lies in the range.
    #[inline]
    pub fn is_empty(&self) -> bool {
        !(self.start <= self.last)
    }
}

impl<Idx: fmt::Debug> fmt::Debug for RangeInclusive<Idx> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.fmt(f)?;
        f.write_str("..=")?;
        self.last.fmt(f)
    }
}

impl<T> RangeBounds<T> for RangeInclusive<T> {
    fn start_bound(&self) -> Bound<&T> {
        Bound::Included(&self.start)
    }

    fn end_bound(&self) -> Bound<&T> {
        Bound::Included(&self.last)
    }
}

impl<T> From<RangeInclusive<T>> for ops::RangeInclusive<T> {
    #[inline]
    fn from(range: RangeInclusive<T>) -> Self {
        ops::RangeInclusive::new(range.start, range.last)
    }
}

impl<T> From<ops::RangeInclusive<T>> for RangeInclusive<T> {
    #[inline]
    #[track_caller]
    fn from(range: ops::RangeInclusive<T>) -> Self {
        assert!(
            !range.exhausted,
            "attempted to convert from an exhausted `legacy::RangeInclusive` (unspecified behavior)"
        );
        RangeInclusive {
            start: range.start,
            last: range.end,
        }
    }
}
