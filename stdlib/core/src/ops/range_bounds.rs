//! Ranges by their bounds.

use super::range::{Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};
use crate::ops::Bound::{Excluded, Included, Unbounded};

/// One end of a range.
#[derive(Clone, Copy, Debug, Hash, PartialEq, Eq)]
pub enum Bound<T> {
    /// The value belongs to the range.
    Included(T),
    /// The value does not belong to the range.
    Excluded(T),
    /// There is no bound.
    Unbounded,
}

impl<T> Bound<T> {
    /// The bound by reference.
    #[inline]
    pub fn as_ref(&self) -> Bound<&T> {
        match *self {
            Included(ref x) => Included(x),
            Excluded(ref x) => Excluded(x),
            Unbounded => Unbounded,
        }
    }

    /// The bound by mutable reference.
    #[inline]
    pub fn as_mut(&mut self) -> Bound<&mut T> {
        match *self {
            Included(ref mut x) => Included(x),
            Excluded(ref mut x) => Excluded(x),
            Unbounded => Unbounded,
        }
    }

    /// Maps the value.
    #[inline]
    pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Bound<U> {
        match self {
            Unbounded => Unbounded,
            Included(x) => Included(f(x)),
            Excluded(x) => Excluded(f(x)),
        }
    }
}

impl<T: Copy> Bound<&T> {
    /// The bound by value.
    #[inline]
    pub fn copied(self) -> Bound<T> {
        match self {
            Unbounded => Unbounded,
            Included(x) => Included(*x),
            Excluded(x) => Excluded(*x),
        }
    }
}

impl<T: Clone> Bound<&T> {
    /// The bound by value.
    pub fn cloned(self) -> Bound<T> {
        match self {
            Unbounded => Unbounded,
            Included(x) => Included(x.clone()),
            Excluded(x) => Excluded(x.clone()),
        }
    }
}

/// All kinds of ranges.
pub trait RangeBounds<T: ?Sized> {
    /// The lower bound.
    fn start_bound(&self) -> Bound<&T>;

    /// The upper bound.
    fn end_bound(&self) -> Bound<&T>;

    /// Whether `item` lies in the range.
    #[inline]
    fn contains<U>(&self, item: &U) -> bool
    where
        T: PartialOrd<U>,
        U: ?Sized + PartialOrd<T>,
    {
        let is_above = match self.start_bound() {
            Included(start) => *start <= *item,
            Excluded(start) => *start < *item,
            Unbounded => true,
        };
        is_above
            && match self.end_bound() {
                Included(end) => *item <= *end,
                Excluded(end) => *item < *end,
                Unbounded => true,
            }
    }

    /// Whether nothing can lie in the range.
    fn is_empty(&self) -> bool
    where
        T: PartialOrd,
    {
        !match (self.start_bound(), self.end_bound()) {
            (Unbounded, _) | (_, Unbounded) => true,
            (Included(start), Excluded(end))
            | (Excluded(start), Included(end))
            | (Excluded(start), Excluded(end)) => start < end,
            (Included(start), Included(end)) => start <= end,
        }
    }
}

macro_rules! range_bounds {
    ($($Range:ident: $self:ident, $start:expr, $end:expr;)*) => {
        $(
            impl<T> RangeBounds<T> for $Range<T> {
                #[inline]
                fn start_bound(&$self) -> Bound<&T> {
                    $start
                }

                #[inline]
                fn end_bound(&$self) -> Bound<&T> {
                    $end
                }
            }
        )*
    };
}

range_bounds! {
    Range: self, Included(&self.start), Excluded(&self.end);
    RangeFrom: self, Included(&self.start), Unbounded;
    RangeTo: self, Unbounded, Excluded(&self.end);
    RangeInclusive: self, Included(&self.start), self.upper();
    RangeToInclusive: self, Unbounded, Included(&self.end);
}

macro_rules! range_bounds_of_references {
    ($($Range:ident: $self:ident, $start:expr, $end:expr;)*) => {
        $(
            impl<T> RangeBounds<T> for $Range<&T> {
                #[inline]
                fn start_bound(&$self) -> Bound<&T> {
                    $start
                }

                #[inline]
                fn end_bound(&$self) -> Bound<&T> {
                    $end
                }
            }
        )*
    };
}

range_bounds_of_references! {
    Range: self, Included(self.start), Excluded(self.end);
    RangeFrom: self, Included(self.start), Unbounded;
    RangeTo: self, Unbounded, Excluded(self.end);
    RangeInclusive: self, Included(self.start), Included(self.end);
    RangeToInclusive: self, Unbounded, Included(self.end);
}

impl<T: ?Sized> RangeBounds<T> for RangeFull {
    #[inline]
    fn start_bound(&self) -> Bound<&T> {
        Unbounded
    }

    #[inline]
    fn end_bound(&self) -> Bound<&T> {
        Unbounded
    }
}

impl<T> RangeBounds<T> for (Bound<T>, Bound<T>) {
    #[inline]
    fn start_bound(&self) -> Bound<&T> {
        self.0.as_ref()
    }

    #[inline]
    fn end_bound(&self) -> Bound<&T> {
        self.1.as_ref()
    }
}

impl<'a, T: ?Sized + 'a> RangeBounds<T> for (Bound<&'a T>, Bound<&'a T>) {
    #[inline]
    fn start_bound(&self) -> Bound<&T> {
        self.0
    }

    #[inline]
    fn end_bound(&self) -> Bound<&T> {
        self.1
    }
}

/// Ranges that are open on one side.
pub trait OneSidedRange<T: ?Sized>: RangeBounds<T> {}

impl<T> OneSidedRange<T> for RangeTo<T> {}
impl<T> OneSidedRange<T> for RangeFrom<T> {}
impl<T> OneSidedRange<T> for RangeToInclusive<T> {}
