//! Iterators with two ends.

use crate::num::NonZero;
use crate::ops::{ControlFlow, Try};

/// Iterators that give elements from their back too.
#[diagnostic::on_unimplemented(
    message = "the trait bound `{Self}: DoubleEndedIterator` is not satisfied",
    label = "this iterator has one end only"
)]
pub trait DoubleEndedIterator: Iterator {
    /// The last element left.
    fn next_back(&mut self) -> Option<Self::Item>;

    /// Skips `n` elements from the back; tells how many were missing.
    #[inline]
    fn advance_back_by(&mut self, n: usize) -> Result<(), NonZero<usize>> {
        let mut left = n;
        while left > 0 {
            if self.next_back().is_none() {
                return Err(unsafe { NonZero::new_unchecked(left) });
            }
            left -= 1;
        }
        Ok(())
    }

    /// The element with `n` behind it.
    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<Self::Item> {
        let mut left = n;
        while left > 0 {
            if self.next_back().is_none() {
                return None;
            }
            left -= 1;
        }
        self.next_back()
    }

    /// As `try_fold`, from the back.
    #[inline]
    fn try_rfold<B, F, R>(&mut self, init: B, mut f: F) -> R
    where
        Self: Sized,
        F: FnMut(B, Self::Item) -> R,
        R: Try<Output = B>,
    {
        let mut accum = init;
        while let Some(x) = self.next_back() {
            match f(accum, x).branch() {
                ControlFlow::Continue(value) => accum = value,
                ControlFlow::Break(residual) => return R::from_residual(residual),
            }
        }
        R::from_output(accum)
    }

    /// As `fold`, from the back.
    #[inline]
    fn rfold<B, F>(mut self, init: B, mut f: F) -> B
    where
        Self: Sized,
        F: FnMut(B, Self::Item) -> B,
    {
        let mut accum = init;
        while let Some(x) = self.next_back() {
            accum = f(accum, x);
        }
        accum
    }

    /// As `find`, from the back.
    #[inline]
    fn rfind<P>(&mut self, mut predicate: P) -> Option<Self::Item>
    where
        Self: Sized,
        P: FnMut(&Self::Item) -> bool,
    {
        while let Some(x) = self.next_back() {
            if predicate(&x) {
                return Some(x);
            }
        }
        None
    }
}

impl<I: DoubleEndedIterator + ?Sized> DoubleEndedIterator for &mut I {
    #[inline]
    fn next_back(&mut self) -> Option<I::Item> {
        (**self).next_back()
    }

    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<I::Item> {
        (**self).nth_back(n)
    }
}
