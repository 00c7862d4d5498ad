//! `BinaryHeap::peek_mut`.

use core::fmt;
use core::ops::{Deref, DerefMut};

use super::{sift_down, BinaryHeap};

/// The greatest element of a heap; it finds its new place when this is dropped.
pub struct PeekMut<'a, T: 'a + Ord> {
    heap: &'a mut BinaryHeap<T>,
    is_changed: bool,
}

impl<'a, T: Ord> PeekMut<'a, T> {
    #[inline]
    pub(super) fn new(heap: &'a mut BinaryHeap<T>) -> PeekMut<'a, T> {
        PeekMut {
            heap,
            is_changed: false,
        }
    }

    /// Removes the element, whatever it has become.
    pub fn pop(mut this: PeekMut<'a, T>) -> T {
        this.is_changed = false;
        match this.heap.pop() {
            Some(value) => value,
            None => unreachable!(),
        }
    }

    /// Restores the order.
    fn settle(&mut self) {
        if self.is_changed {
            self.is_changed = false;
            sift_down(self.heap.data.buf, 0, self.heap.data.len);
        }
    }
}

impl<T: Ord> Drop for PeekMut<'_, T> {
    fn drop(&mut self) {
        self.settle();
    }
}

impl<T: Ord> Deref for PeekMut<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.heap.data[0]
    }
}

impl<T: Ord> DerefMut for PeekMut<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.is_changed = true;
        &mut self.heap.data[0]
    }
}

impl<T: Ord + fmt::Debug> fmt::Debug for PeekMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PeekMut").field(&self.heap.data[0]).finish()
    }
}
