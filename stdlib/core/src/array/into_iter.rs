//! Arrays as iterators that move the elements out.

use crate::fmt;
use crate::intrinsics::{
    array_new, array_read, array_ref, array_write, fixed_array, forget, needs_drop, slice_from,
    slice_from_mut, unchecked_add, unchecked_sub, RawArray,
};
use crate::iter::{FusedIterator, TrustedLen};
use crate::slice::{Iter, IterMut};

/// Iterator that moves the elements of an array out.
pub struct IntoIter<T, const N: usize> {
    array: RawArray<T>,
    pos: usize,
    end: usize,
}

impl<T, const N: usize> IntoIterator for [T; N] {
    type Item = T;
    type IntoIter = IntoIter<T, N>;

    #[inline(always)]
    fn into_iter(self) -> IntoIter<T, N> {
        let array = fixed_array(&self as *const [T; N]);
        forget(self);
        IntoIter {
            array,
            pos: 0,
            end: N,
        }
    }
}

impl<'a, T, const N: usize> IntoIterator for &'a [T; N] {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    #[inline(always)]
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<'a, T, const N: usize> IntoIterator for &'a mut [T; N] {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;

    #[inline(always)]
    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}

impl<T, const N: usize> IntoIter<T, N> {
    /// What is left.
    #[inline]
    pub fn as_slice(&self) -> &[T] {
        slice_from(self.array, self.pos, unchecked_sub(self.end, self.pos))
    }

    /// What is left.
    #[inline]
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        slice_from_mut(self.array, self.pos, unchecked_sub(self.end, self.pos))
    }
}

impl<T, const N: usize> Iterator for IntoIter<T, N> {
    type Item = T;

    #[inline(always)]
    fn next(&mut self) -> Option<T> {
        let at = self.pos;
        if at == self.end {
            None
        } else {
            self.pos = unchecked_add(at, 1);
            Some(array_read(self.array, at))
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = unchecked_sub(self.end, self.pos);
        (len, Some(len))
    }

    #[inline]
    fn count(self) -> usize {
        unchecked_sub(self.end, self.pos)
    }

    #[inline]
    fn last(mut self) -> Option<T> {
        self.next_back()
    }
}

impl<T, const N: usize> DoubleEndedIterator for IntoIter<T, N> {
    #[inline(always)]
    fn next_back(&mut self) -> Option<T> {
        if self.pos == self.end {
            None
        } else {
            self.end = unchecked_sub(self.end, 1);
            Some(array_read(self.array, self.end))
        }
    }
}

impl<T, const N: usize> Drop for IntoIter<T, N> {
    #[inline]
    fn drop(&mut self) {
        if needs_drop::<T>() {
            while self.pos != self.end {
                let at = self.pos;
                self.pos = at + 1;
                drop(array_read(self.array, at));
            }
        }
    }
}

impl<T, const N: usize> ExactSizeIterator for IntoIter<T, N> {}
impl<T, const N: usize> FusedIterator for IntoIter<T, N> {}
unsafe impl<T, const N: usize> TrustedLen for IntoIter<T, N> {}

impl<T: Clone, const N: usize> Clone for IntoIter<T, N> {
    fn clone(&self) -> Self {
        let len = unchecked_sub(self.end, self.pos);
        let array = array_new(N);
        let mut index = 0;
        while index < len {
            array_write(array, index, array_ref(self.array, self.pos + index).clone());
            index += 1;
        }
        IntoIter {
            array,
            pos: 0,
            end: len,
        }
    }
}

impl<T, const N: usize> Default for IntoIter<T, N> {
    fn default() -> Self {
        IntoIter {
            array: array_new(N),
            pos: 0,
            end: 0,
        }
    }
}

impl<T: fmt::Debug, const N: usize> fmt::Debug for IntoIter<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoIter").field(&self.as_slice()).finish()
    }
}
