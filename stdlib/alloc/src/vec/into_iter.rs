//! `Vec::into_iter`.

use core::fmt;
use core::iter::FusedIterator;
use core::mem;

use super::{clone_elements, drop_elements, Vec};
use crate::prim::{
    array_copy, array_new, array_read, needs_drop, slice_from, slice_from_mut, RawArray,
};

/// Iterator that moves out of a vector.
#[wrc::drop_elements]
#[wrc::flat]
pub struct IntoIter<T> {
    buf: RawArray<T>,
    start: usize,
    end: usize,
}

impl<T> IntoIter<T> {
    /// What has not been taken yet.
    pub fn as_slice(&self) -> &[T] {
        slice_from(self.buf, self.start, self.end - self.start)
    }

    /// What has not been taken yet.
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        slice_from_mut(self.buf, self.start, self.end - self.start)
    }

    /// The untaken elements as a vector, reusing the array when all are left.
    #[inline]
    pub(crate) fn into_vec(self) -> Vec<T> {
        let len = self.end - self.start;
        let mut buf = self.buf;
        if self.start != 0 {
            buf = array_new(len);
            array_copy(buf, 0, self.buf, self.start, len);
        }
        mem::forget(self);
        Vec { buf, len }
    }
}

impl<T> IntoIterator for Vec<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    #[inline]
    fn into_iter(self) -> IntoIter<T> {
        let iter = IntoIter {
            buf: self.buf,
            start: 0,
            end: self.len,
        };
        mem::forget(self);
        iter
    }
}

impl<T> Iterator for IntoIter<T> {
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

    #[inline]
    fn count(self) -> usize {
        self.end - self.start
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<T> {
        let left = self.end - self.start;
        let skipped = if n < left { n } else { left };
        let from = self.start;
        self.start = from + skipped;
        drop_elements(self.buf, from, from + skipped);
        self.next()
    }
}

impl<T> DoubleEndedIterator for IntoIter<T> {
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

impl<T> ExactSizeIterator for IntoIter<T> {}
impl<T> FusedIterator for IntoIter<T> {}

unsafe impl<#[may_dangle] T> Drop for IntoIter<T> {
    #[inline]
    fn drop(&mut self) {
        if needs_drop::<T>() {
            drop_elements(self.buf, self.start, self.end);
        }
    }
}

impl<T: Clone> Clone for IntoIter<T> {
    fn clone(&self) -> Self {
        let len = self.end - self.start;
        let buf = array_new(len);
        clone_elements(buf, 0, self.as_slice());
        IntoIter {
            buf,
            start: 0,
            end: len,
        }
    }
}

impl<T> Default for IntoIter<T> {
    fn default() -> Self {
        Vec::new().into_iter()
    }
}

impl<T> AsRef<[T]> for IntoIter<T> {
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T: fmt::Debug> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoIter").field(&self.as_slice()).finish()
    }
}
