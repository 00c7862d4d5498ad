//! Iterators of a `VecDeque`.

use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;

use super::VecDeque;
use crate::prim::{array_len, array_mut, array_new, array_ref, slice_from, RawArray};

/// `left` elements from `slot` on, as two slices, the second of which goes on where the first ends.
fn halves<'a, T>(buf: RawArray<T>, slot: usize, left: usize) -> (&'a [T], &'a [T]) {
    let front = left.min(array_len(buf) - slot);
    (
        slice_from(buf, slot, front),
        slice_from(buf, 0, left - front),
    )
}

macro_rules! reference_iter {
    ($(#[$doc:meta])* $Iter:ident, $item:ty, $get:ident) => {
        $(#[$doc])*
        #[wrc::flat]
        pub struct $Iter<'a, T: 'a> {
            buf: RawArray<T>,
            slot: usize,
            left: usize,
            elements: PhantomData<$item>,
        }

        impl<'a, T> $Iter<'a, T> {
            #[inline]
            pub(super) fn new(buf: RawArray<T>, slot: usize, left: usize) -> Self {
                $Iter { buf, slot, left, elements: PhantomData }
            }

            /// The elements that are left.
            pub(in crate::collections) fn rest(&self) -> Iter<'_, T> {
                Iter::new(self.buf, self.slot, self.left)
            }
        }

        impl<'a, T> Iterator for $Iter<'a, T> {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Option<$item> {
                if self.left == 0 {
                    return None;
                }
                let slot = self.slot;
                self.slot = if slot + 1 == array_len(self.buf) { 0 } else { slot + 1 };
                self.left -= 1;
                Some($get(self.buf, slot))
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                (self.left, Some(self.left))
            }

            #[inline]
            fn nth(&mut self, n: usize) -> Option<$item> {
                let skipped = if n < self.left { n } else { self.left };
                self.left -= skipped;
                self.slot += skipped;
                if self.slot >= array_len(self.buf) {
                    self.slot -= array_len(self.buf);
                }
                self.next()
            }
        }

        impl<'a, T> DoubleEndedIterator for $Iter<'a, T> {
            #[inline]
            fn next_back(&mut self) -> Option<$item> {
                if self.left == 0 {
                    return None;
                }
                self.left -= 1;
                let mut slot = self.slot + self.left;
                if slot >= array_len(self.buf) {
                    slot -= array_len(self.buf);
                }
                Some($get(self.buf, slot))
            }
        }

        impl<T> ExactSizeIterator for $Iter<'_, T> {}
        impl<T> FusedIterator for $Iter<'_, T> {}

        impl<T> Default for $Iter<'_, T> {
            fn default() -> Self {
                $Iter::new(array_new(0), 0, 0)
            }
        }

        impl<T: fmt::Debug> fmt::Debug for $Iter<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let (front, back) = halves(self.buf, self.slot, self.left);
                f.debug_tuple(stringify!($Iter)).field(&front).field(&back).finish()
            }
        }
    };
}

reference_iter! {
    /// Iterator over the elements.
    Iter, &'a T, array_ref
}
reference_iter! {
    /// Iterator over the elements, to change them.
    IterMut, &'a mut T, array_mut
}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter::new(self.buf, self.slot, self.left)
    }
}

/// Iterator that moves out of the queue.
#[derive(Clone)]
pub struct IntoIter<T> {
    inner: VecDeque<T>,
}

impl<T> IntoIter<T> {
    #[inline]
    pub(super) fn new(inner: VecDeque<T>) -> IntoIter<T> {
        IntoIter { inner }
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        self.inner.pop_front()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.inner.len, Some(self.inner.len))
    }
}

impl<T> DoubleEndedIterator for IntoIter<T> {
    #[inline]
    fn next_back(&mut self) -> Option<T> {
        self.inner.pop_back()
    }
}

impl<T> ExactSizeIterator for IntoIter<T> {}
impl<T> FusedIterator for IntoIter<T> {}

impl<T: fmt::Debug> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoIter").field(&self.inner).finish()
    }
}

impl<T> Default for IntoIter<T> {
    fn default() -> Self {
        IntoIter::new(VecDeque::new())
    }
}
