//! The elements of an array, one by one.

use super::GcArray;
use std::iter::FusedIterator;

/// The elements of a [`GcArray`] by value.
#[derive(Clone)]
pub struct Iter<T: 'static> {
    pub(super) array: GcArray<T>,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl<T: Copy> Iterator for Iter<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        self.start += 1;
        Some(self.array.slots.read(self.start - 1))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.end - self.start;
        (len, Some(len))
    }
}

impl<T: Copy> DoubleEndedIterator for Iter<T> {
    fn next_back(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        Some(self.array.slots.read(self.end))
    }
}

impl<T: Copy> ExactSizeIterator for Iter<T> {}
impl<T: Copy> FusedIterator for Iter<T> {}
