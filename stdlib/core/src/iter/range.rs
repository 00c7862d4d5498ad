//! Ranges as iterators.

mod step;

pub use self::step::Step;

use crate::iter::FusedIterator;
use crate::mem;
use crate::ops::{Range, RangeFrom, RangeInclusive};

impl<A: Step> Iterator for Range<A> {
    type Item = A;

    #[inline(always)]
    fn next(&mut self) -> Option<A> {
        if self.start < self.end {
            let after = unsafe { Step::forward_unchecked(self.start.clone(), 1) };
            Some(mem::replace(&mut self.start, after))
        } else {
            None
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.start < self.end {
            Step::steps_between(&self.start, &self.end)
        } else {
            (0, Some(0))
        }
    }

    #[inline]
    fn count(self) -> usize {
        if self.start < self.end {
            Step::steps_between(&self.start, &self.end)
                .1
                .expect("count overflowed usize")
        } else {
            0
        }
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<A> {
        if let Some(found) = Step::forward_checked(self.start.clone(), n) {
            if found < self.end {
                self.start = unsafe { Step::forward_unchecked(found.clone(), 1) };
                return Some(found);
            }
        }
        self.start = self.end.clone();
        None
    }

    #[inline]
    fn last(mut self) -> Option<A> {
        self.next_back()
    }

    #[inline]
    fn min(mut self) -> Option<A>
    where
        A: Ord,
    {
        self.next()
    }

    #[inline]
    fn max(mut self) -> Option<A>
    where
        A: Ord,
    {
        self.next_back()
    }

    #[inline]
    fn is_sorted(self) -> bool {
        true
    }
}

impl<A: Step> DoubleEndedIterator for Range<A> {
    #[inline(always)]
    fn next_back(&mut self) -> Option<A> {
        if self.start < self.end {
            self.end = unsafe { Step::backward_unchecked(self.end.clone(), 1) };
            Some(self.end.clone())
        } else {
            None
        }
    }

    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<A> {
        if let Some(after) = Step::backward_checked(self.end.clone(), n) {
            if after > self.start {
                self.end = unsafe { Step::backward_unchecked(after, 1) };
                return Some(self.end.clone());
            }
        }
        self.end = self.start.clone();
        None
    }
}

impl<A: Step> FusedIterator for Range<A> {}

impl<A: Step> Iterator for RangeFrom<A> {
    type Item = A;

    #[inline]
    #[track_caller]
    fn next(&mut self) -> Option<A> {
        let after = Step::forward(self.start.clone(), 1);
        Some(mem::replace(&mut self.start, after))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (usize::MAX, None)
    }

    #[inline]
    #[track_caller]
    fn nth(&mut self, n: usize) -> Option<A> {
        let found = Step::forward(self.start.clone(), n);
        self.start = Step::forward(found.clone(), 1);
        Some(found)
    }
}

impl<A: Step> FusedIterator for RangeFrom<A> {}

impl<A: Step> Iterator for RangeInclusive<A> {
    type Item = A;

    #[inline]
    fn next(&mut self) -> Option<A> {
        if self.is_empty() {
            return None;
        }
        if self.start < self.end {
            let after = unsafe { Step::forward_unchecked(self.start.clone(), 1) };
            Some(mem::replace(&mut self.start, after))
        } else {
            self.exhausted = true;
            Some(self.start.clone())
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.is_empty() {
            return (0, Some(0));
        }
        let (lower, upper) = Step::steps_between(&self.start, &self.end);
        (
            lower.saturating_add(1),
            match upper {
                Some(upper) => upper.checked_add(1),
                None => None,
            },
        )
    }

    #[inline]
    fn count(self) -> usize {
        if self.is_empty() {
            return 0;
        }
        Step::steps_between(&self.start, &self.end)
            .1
            .and_then(|steps| steps.checked_add(1))
            .expect("count overflowed usize")
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<A> {
        if self.is_empty() {
            return None;
        }
        if let Some(found) = Step::forward_checked(self.start.clone(), n) {
            if found < self.end {
                self.start = unsafe { Step::forward_unchecked(found.clone(), 1) };
                return Some(found);
            }
            if found == self.end {
                self.start = found.clone();
                self.exhausted = true;
                return Some(found);
            }
        }
        self.start = self.end.clone();
        self.exhausted = true;
        None
    }

    /// Without asking for the end twice.
    #[inline]
    fn fold<B, F>(self, init: B, mut f: F) -> B
    where
        F: FnMut(B, A) -> B,
    {
        if self.is_empty() {
            return init;
        }
        let mut accum = init;
        let mut at = self.start;
        let end = self.end;
        while at < end {
            let after = unsafe { Step::forward_unchecked(at.clone(), 1) };
            accum = f(accum, mem::replace(&mut at, after));
        }
        f(accum, at)
    }

    #[inline]
    fn last(mut self) -> Option<A> {
        self.next_back()
    }

    #[inline]
    fn min(mut self) -> Option<A>
    where
        A: Ord,
    {
        self.next()
    }

    #[inline]
    fn max(mut self) -> Option<A>
    where
        A: Ord,
    {
        self.next_back()
    }

    #[inline]
    fn is_sorted(self) -> bool {
        true
    }
}

impl<A: Step> DoubleEndedIterator for RangeInclusive<A> {
    #[inline]
    fn next_back(&mut self) -> Option<A> {
        if self.is_empty() {
            return None;
        }
        if self.start < self.end {
            let before = unsafe { Step::backward_unchecked(self.end.clone(), 1) };
            Some(mem::replace(&mut self.end, before))
        } else {
            self.exhausted = true;
            Some(self.end.clone())
        }
    }

    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<A> {
        if self.is_empty() {
            return None;
        }
        if let Some(found) = Step::backward_checked(self.end.clone(), n) {
            if found > self.start {
                self.end = unsafe { Step::backward_unchecked(found.clone(), 1) };
                return Some(found);
            }
            if found == self.start {
                self.end = found.clone();
                self.exhausted = true;
                return Some(found);
            }
        }
        self.end = self.start.clone();
        self.exhausted = true;
        None
    }
}

impl<A: Step> FusedIterator for RangeInclusive<A> {}

macro_rules! exact_size {
    ($Range:ident: $($ty:ty)*) => {
        $(impl ExactSizeIterator for $Range<$ty> {})*
    };
}

exact_size! { Range: u8 i8 u16 i16 u32 i32 usize isize }
exact_size! { RangeInclusive: u8 i8 u16 i16 }
