//! What an iterator promises beyond its elements.

use crate::iter::Step;

/// Iterators that know how many elements are left.
pub trait ExactSizeIterator: Iterator {
    /// The number of elements left.
    #[inline]
    fn len(&self) -> usize {
        self.size_hint().0
    }

    /// Whether no elements are left.
    #[inline]
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<I: ExactSizeIterator + ?Sized> ExactSizeIterator for &mut I {
    fn len(&self) -> usize {
        (**self).len()
    }
}

/// Iterators that stay at their end.
#[lang = "fused_iterator"]
pub trait FusedIterator: Iterator {}

impl<I: FusedIterator + ?Sized> FusedIterator for &mut I {}

/// Iterators whose `size_hint` can be trusted.
pub unsafe trait TrustedLen: Iterator {}

/// Types whose `Step` can be trusted.
pub unsafe trait TrustedStep: Step + Copy {}
