//! The iterator of `RangeInclusive`: the range of `ops`, which iterates itself.

use super::RangeInclusive;
use crate::iter::{FusedIterator, Step};
use crate::ops;

/// Iterator over a `RangeInclusive`.
#[derive(Clone, Debug)]
pub struct RangeInclusiveIter<A>(ops::RangeInclusive<A>);

impl<A: Step> RangeInclusiveIter<A> {
    /// What is left, as a range, if there is something.
    #[inline]
    pub fn remainder(self) -> Option<RangeInclusive<A>> {
        if self.0.is_empty() {
            None
        } else {
            Some(self.0.into())
        }
    }
}

impl<A: Step> Iterator for RangeInclusiveIter<A> {
    type Item = A;

    #[inline]
    fn next(&mut self) -> Option<A> {
        self.0.next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<A> {
        self.0.nth(n)
    }
}

impl<A: Step> DoubleEndedIterator for RangeInclusiveIter<A> {
    #[inline]
    fn next_back(&mut self) -> Option<A> {
        self.0.next_back()
    }

    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<A> {
        self.0.nth_back(n)
    }
}

impl<A: Step> FusedIterator for RangeInclusiveIter<A> {}

impl<A: Step> IntoIterator for RangeInclusive<A> {
    type Item = A;
    type IntoIter = RangeInclusiveIter<A>;

    #[inline]
    fn into_iter(self) -> RangeInclusiveIter<A> {
        RangeInclusiveIter(self.into())
    }
}
