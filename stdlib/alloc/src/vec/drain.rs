//! `Vec::drain`.

use core::fmt;
use core::iter::FusedIterator;

use super::{drop_elements, Vec};
use crate::prim::{array_copy, array_read, slice_from, RawArray};

/// Iterator over removed elements of a vector; the gap closes when it is dropped.
pub struct Drain<'a, T> {
    pub(super) vec: &'a mut Vec<T>,
    buf: RawArray<T>,
    start: usize,
    end: usize,
    tail: usize,
    old_len: usize,
}

impl<'a, T> Drain<'a, T> {
    pub(super) fn new(vec: &'a mut Vec<T>, start: usize, end: usize) -> Drain<'a, T> {
        let old_len = vec.len;
        vec.len = start;
        Drain {
            buf: vec.buf,
            vec,
            start,
            end,
            tail: end,
            old_len,
        }
    }

    /// What has not been taken yet.
    pub fn as_slice(&self) -> &[T] {
        slice_from(self.buf, self.start, self.end - self.start)
    }

    /// Puts what has not been taken back into the vector.
    pub fn keep_rest(mut self) {
        let rest = self.end - self.start;
        array_copy(self.buf, self.vec.len, self.buf, self.start, rest);
        self.vec.len += rest;
        self.start = self.end;
    }

    /// Drops what has not been taken, and puts `new` in the place of the whole range.
    pub(super) fn finish_with(&mut self, new: Vec<T>) {
        drop_elements(self.buf, self.start, self.end);
        self.start = self.end;
        let at = self.vec.len;
        let rest = self.old_len - self.tail;
        if new.len > self.tail - at {
            // `reserve` preserves the elements below the length only.
            self.vec.len = self.old_len;
            self.vec.reserve(new.len - (self.tail - at));
            self.vec.len = at;
            self.buf = self.vec.buf;
        }
        array_copy(self.buf, at + new.len, self.buf, self.tail, rest);
        array_copy(self.buf, at, new.buf, 0, new.len);
        self.vec.len = at + new.len;
        self.tail = at + new.len;
        self.old_len = self.tail + rest;
        core::mem::forget(new);
    }
}

impl<T> Drop for Drain<'_, T> {
    #[cfg(panic = "abort")]
    fn drop(&mut self) {
        drop_elements(self.buf, self.start, self.end);
        self.restore();
    }

    #[cfg(panic = "unwind")]
    fn drop(&mut self) {
        let end = End { drain: self };
        drop_elements(end.drain.buf, end.drain.start, end.drain.end);
    }
}

/// Gives the vector its rest back, also when the drop of an element panics.
#[cfg(panic = "unwind")]
struct End<'a, 'b, T> {
    drain: &'a mut Drain<'b, T>,
}

#[cfg(panic = "unwind")]
impl<T> Drop for End<'_, '_, T> {
    fn drop(&mut self) {
        self.drain.restore();
    }
}

impl<T> Drain<'_, T> {
    /// Moves what is behind the drained elements to its place.
    fn restore(&mut self) {
        let rest = self.old_len - self.tail;
        let at = self.vec.len;
        if at != self.tail {
            array_copy(self.buf, at, self.buf, self.tail, rest);
        }
        self.vec.len = at + rest;
    }
}

impl<T> Iterator for Drain<'_, T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        let start = self.start;
        if start == self.end {
            None
        } else {
            self.start = start + 1;
            Some(array_read(self.buf, start))
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.end - self.start;
        (len, Some(len))
    }
}

impl<T> DoubleEndedIterator for Drain<'_, T> {
    #[inline]
    fn next_back(&mut self) -> Option<T> {
        if self.start == self.end {
            None
        } else {
            self.end -= 1;
            Some(array_read(self.buf, self.end))
        }
    }
}

impl<T> ExactSizeIterator for Drain<'_, T> {}
impl<T> FusedIterator for Drain<'_, T> {}

impl<T> AsRef<[T]> for Drain<'_, T> {
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T: fmt::Debug> fmt::Debug for Drain<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Drain").field(&self.as_slice()).finish()
    }
}
