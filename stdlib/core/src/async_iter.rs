//! Iterators whose elements are waited for.

use crate::pin::Pin;
use crate::task::{Context, Poll};

/// A sequence whose elements are waited for.
#[lang = "async_iterator"]
#[must_use = "async iterators do nothing unless polled"]
pub trait AsyncIterator {
    /// The type of the elements.
    type Item;

    /// The next element, if it is there.
    #[lang = "async_gen_poll_next"]
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>>;

    /// Bounds of the number of elements left.
    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, None)
    }
}
