//! `VecDeque::drain`.

use core::fmt;
use core::iter::FusedIterator;

use super::{Iter, VecDeque};
use crate::prim::array_read;

/// Iterator over removed elements; the gap closes when it is dropped.
pub struct Drain<'a, T: 'a> {
    deque: &'a mut VecDeque<T>,
    start: usize,
    end: usize,
    next: usize,
    next_back: usize,
    old_len: usize,
}

impl<'a, T> Drain<'a, T> {
    pub(super) fn new(deque: &'a mut VecDeque<T>, start: usize, end: usize) -> Drain<'a, T> {
        let old_len = deque.len;
        deque.len = start;
        Drain {
            deque,
            start,
            end,
            next: start,
            next_back: end,
            old_len,
        }
    }
}

impl<T> Iterator for Drain<'_, T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        if self.next == self.next_back {
            return None;
        }
        let index = self.next;
        self.next = index + 1;
        Some(array_read(self.deque.buf, self.deque.slot(index)))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.next_back - self.next;
        (left, Some(left))
    }
}

impl<T> DoubleEndedIterator for Drain<'_, T> {
    #[inline]
    fn next_back(&mut self) -> Option<T> {
        if self.next == self.next_back {
            return None;
        }
        self.next_back -= 1;
        Some(array_read(self.deque.buf, self.deque.slot(self.next_back)))
    }
}

impl<T> ExactSizeIterator for Drain<'_, T> {}
impl<T> FusedIterator for Drain<'_, T> {}

impl<T> Drop for Drain<'_, T> {
    fn drop(&mut self) {
        self.deque.drop_range(self.next, self.next_back);
        let removed = self.end - self.start;
        if self.start == 0 {
            self.deque.head = self.deque.slot(removed);
        } else {
            self.deque.close_gap(self.start, self.end, self.old_len);
        }
        self.deque.len = self.old_len - removed;
        if self.deque.len == 0 {
            self.deque.head = 0;
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Drain<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let _ = f;
        core::intrinsics::refuse("`{:?}` of this iterator is not supported: it would show fields that are not those of std")
    }
}
