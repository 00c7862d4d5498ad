//! Iterators of a `BinaryHeap`.

use core::fmt;
use core::iter::FusedIterator;
use core::slice;

use super::BinaryHeap;
use crate::vec;

macro_rules! forward {
    ([$($generics:tt)*] $Iter:ty, $item:ty) => {
        impl<$($generics)*> Iterator for $Iter {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Option<$item> {
                self.iter.next()
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.iter.size_hint()
            }
        }

        impl<$($generics)*> DoubleEndedIterator for $Iter {
            #[inline]
            fn next_back(&mut self) -> Option<$item> {
                self.iter.next_back()
            }
        }

        impl<$($generics)*> ExactSizeIterator for $Iter {}
        impl<$($generics)*> FusedIterator for $Iter {}
    };
}

/// Iterator over the elements in no particular order.
pub struct Iter<'a, T: 'a> {
    iter: slice::Iter<'a, T>,
}

impl<'a, T> Iter<'a, T> {
    #[inline]
    pub(super) fn new(slice: &'a [T]) -> Iter<'a, T> {
        Iter { iter: slice.iter() }
    }
}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter {
            iter: self.iter.clone(),
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Iter").field(&self.iter.as_slice()).finish()
    }
}

/// Iterator that moves out of the heap in no particular order.
#[derive(Clone)]
pub struct IntoIter<T> {
    iter: vec::IntoIter<T>,
}

impl<T> IntoIter<T> {
    #[inline]
    pub(super) fn new(iter: vec::IntoIter<T>) -> IntoIter<T> {
        IntoIter { iter }
    }
}

impl<T: fmt::Debug> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoIter")
            .field(&self.iter.as_slice())
            .finish()
    }
}

/// Iterator over the removed elements in no particular order.
#[derive(Debug)]
pub struct Drain<'a, T: 'a> {
    iter: vec::Drain<'a, T>,
}

impl<'a, T> Drain<'a, T> {
    pub(super) fn new(iter: vec::Drain<'a, T>) -> Drain<'a, T> {
        Drain { iter }
    }
}

forward! { ['a, T] Iter<'a, T>, &'a T }
forward! { [T] IntoIter<T>, T }
forward! { ['a, T] Drain<'a, T>, T }

/// Iterator that moves out of the heap in descending order.
#[derive(Clone)]
pub struct IntoIterSorted<T> {
    heap: BinaryHeap<T>,
}

impl<T> IntoIterSorted<T> {
    pub(super) fn new(heap: BinaryHeap<T>) -> IntoIterSorted<T> {
        IntoIterSorted { heap }
    }
}

impl<T: Ord> Iterator for IntoIterSorted<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        self.heap.pop()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.heap.len(), Some(self.heap.len()))
    }
}

impl<T: Ord> ExactSizeIterator for IntoIterSorted<T> {}
impl<T: Ord> FusedIterator for IntoIterSorted<T> {}

impl<T> Default for Iter<'_, T> {
    fn default() -> Self {
        Iter::new(&[])
    }
}

impl<T> Default for IntoIter<T> {
    fn default() -> Self {
        IntoIter::new(vec::IntoIter::default())
    }
}
