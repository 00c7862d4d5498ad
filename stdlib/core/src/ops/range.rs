//! `a..b` and its kin.

use crate::hash::Hash;
use crate::ops::Bound;

/// `..`.
#[lang = "RangeFull"]
#[derive(Copy, Clone, Default, PartialEq, Eq, Hash)]
pub struct RangeFull;

/// `start..end`.
#[lang = "Range"]
#[wrc::flat]
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Range<Idx> {
    /// The first one.
    pub start: Idx,
    /// The one after the last.
    pub end: Idx,
}

impl<Idx: PartialOrd<Idx>> Range<Idx> {
    /// Whether `item` lies in the range.
    #[inline]
    pub fn contains<U>(&self, item: &U) -> bool
    where
        Idx: PartialOrd<U>,
        U: ?Sized + PartialOrd<Idx>,
    {
        self.start <= *item && *item < self.end
    }

    /// Whether nothing lies in the range.
    #[inline]
    pub fn is_empty(&self) -> bool {
        !(self.start < self.end)
    }
}

/// `start..`.
#[lang = "RangeFrom"]
#[wrc::flat]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RangeFrom<Idx> {
    /// The first one.
    pub start: Idx,
}

impl<Idx: PartialOrd<Idx>> RangeFrom<Idx> {
    /// Whether `item` lies in the range.
    #[inline]
    pub fn contains<U>(&self, item: &U) -> bool
    where
        Idx: PartialOrd<U>,
        U: ?Sized + PartialOrd<Idx>,
    {
        self.start <= *item
    }
}

/// `..end`.
#[lang = "RangeTo"]
#[derive(Copy, Clone, PartialEq, Eq, Hash)]
pub struct RangeTo<Idx> {
    /// The one after the last.
    pub end: Idx,
}

impl<Idx: PartialOrd<Idx>> RangeTo<Idx> {
    /// Whether `item` lies in the range.
    #[inline]
    pub fn contains<U>(&self, item: &U) -> bool
    where
        Idx: PartialOrd<U>,
        U: ?Sized + PartialOrd<Idx>,
    {
        *item < self.end
    }
}

/// `start..=end`.
#[lang = "RangeInclusive"]
#[wrc::flat]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RangeInclusive<Idx> {
    pub(crate) start: Idx,
    pub(crate) end: Idx,
    /// Whether iteration has passed the end; then `start == end` says nothing.
    pub(crate) exhausted: bool,
}

impl<Idx> RangeInclusive<Idx> {
    /// The range `start..=end`.
    #[lang = "range_inclusive_new"]
    #[inline(always)]
    pub const fn new(start: Idx, end: Idx) -> Self {
        RangeInclusive {
            start,
            end,
            exhausted: false,
        }
    }

    /// The first one.
    #[inline]
    pub const fn start(&self) -> &Idx {
        &self.start
    }

    /// The last one.
    #[inline]
    pub const fn end(&self) -> &Idx {
        &self.end
    }

    /// Both bounds.
    #[inline]
    pub fn into_inner(self) -> (Idx, Idx) {
        (self.start, self.end)
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
        self.start <= *item
            && if self.exhausted {
                *item < self.end
            } else {
                *item <= self.end
            }
    }

    /// Whether nothing lies in the range.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.exhausted || !(self.start <= self.end)
    }
}

/// `..=end`.
#[lang = "RangeToInclusive"]
#[derive(Copy, Clone, PartialEq, Eq, Hash)]
pub struct RangeToInclusive<Idx> {
    /// The last one.
    pub end: Idx,
}

impl<Idx: PartialOrd<Idx>> RangeToInclusive<Idx> {
    /// Whether `item` lies in the range.
    #[inline]
    pub fn contains<U>(&self, item: &U) -> bool
    where
        Idx: PartialOrd<U>,
        U: ?Sized + PartialOrd<Idx>,
    {
        *item <= self.end
    }
}

impl<T> RangeInclusive<T> {
    /// The upper bound, which is excluded once the range is exhausted.
    #[inline]
    pub(crate) fn upper(&self) -> Bound<&T> {
        if self.exhausted {
            Bound::Excluded(&self.end)
        } else {
            Bound::Included(&self.end)
        }
    }
}

impl RangeInclusive<usize> {
    /// The half-open range of the same indices; the end does not overflow.
    #[inline]
    pub(crate) fn to_slice_range(self) -> Range<usize> {
        let exclusive_end = self.end + 1;
        Range {
            start: if self.exhausted {
                exclusive_end
            } else {
                self.start
            },
            end: exclusive_end,
        }
    }
}

