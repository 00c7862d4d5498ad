//! `windows`.

use super::{fixed_ref, part};
use crate::iter::FusedIterator;

impl<T> [T] {
    /// All parts of `size` elements.
    #[inline]
    #[track_caller]
    pub fn windows(&self, size: usize) -> Windows<'_, T> {
        assert!(size != 0, "window size must be non-zero");
        Windows { v: self, size }
    }

    /// All parts of `N` elements.
    #[inline]
    #[track_caller]
    pub fn array_windows<const N: usize>(&self) -> ArrayWindows<'_, T, N> {
        assert!(N != 0, "window size must be non-zero");
        ArrayWindows { v: self }
    }
}

/// Iterator of `windows`.
#[wrc::flat]
#[derive(Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Windows<'a, T: 'a> {
    v: &'a [T],
    size: usize,
}

impl<T> Clone for Windows<'_, T> {
    fn clone(&self) -> Self {
        Windows {
            v: self.v,
            size: self.size,
        }
    }
}

impl<'a, T> Windows<'a, T> {
    /// The number of windows left.
    #[inline(always)]
    fn remaining(&self) -> usize {
        let len = self.v.len();
        if len < self.size {
            0
        } else {
            len - self.size + 1
        }
    }
}

impl<'a, T> Iterator for Windows<'a, T> {
    type Item = &'a [T];

    #[inline]
    fn next(&mut self) -> Option<&'a [T]> {
        let len = self.v.len();
        if self.size > len {
            return None;
        }
        let window = part(self.v, 0, self.size);
        self.v = part(self.v, 1, len - 1);
        Some(window)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = self.remaining();
        (n, Some(n))
    }

    #[inline]
    fn count(self) -> usize {
        self.remaining()
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<&'a [T]> {
        if n >= self.remaining() {
            self.v = &[];
            return None;
        }
        self.v = &self.v[n..];
        self.next()
    }

    #[inline]
    fn last(mut self) -> Option<&'a [T]> {
        self.next_back()
    }
}

impl<'a, T> DoubleEndedIterator for Windows<'a, T> {
    #[inline]
    fn next_back(&mut self) -> Option<&'a [T]> {
        let len = self.v.len();
        if self.size > len {
            return None;
        }
        let window = part(self.v, len - self.size, self.size);
        self.v = part(self.v, 0, len - 1);
        Some(window)
    }
}

impl<T> ExactSizeIterator for Windows<'_, T> {}
impl<T> FusedIterator for Windows<'_, T> {}

/// Iterator of `array_windows`.
#[derive(Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct ArrayWindows<'a, T: 'a, const N: usize> {
    v: &'a [T],
}

impl<T, const N: usize> Clone for ArrayWindows<'_, T, N> {
    fn clone(&self) -> Self {
        ArrayWindows { v: self.v }
    }
}

impl<'a, T, const N: usize> Iterator for ArrayWindows<'a, T, N> {
    type Item = &'a [T; N];

    #[inline]
    fn next(&mut self) -> Option<&'a [T; N]> {
        let len = self.v.len();
        if N > len {
            return None;
        }
        let window = fixed_ref(part(self.v, 0, N));
        self.v = part(self.v, 1, len - 1);
        Some(window)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = (self.v.len() + 1).saturating_sub(N);
        (n, Some(n))
    }
}

impl<'a, T, const N: usize> DoubleEndedIterator for ArrayWindows<'a, T, N> {
    #[inline]
    fn next_back(&mut self) -> Option<&'a [T; N]> {
        let len = self.v.len();
        if N > len {
            return None;
        }
        let window = fixed_ref(part(self.v, len - N, N));
        self.v = part(self.v, 0, len - 1);
        Some(window)
    }
}

impl<T, const N: usize> ExactSizeIterator for ArrayWindows<'_, T, N> {}
impl<T, const N: usize> FusedIterator for ArrayWindows<'_, T, N> {}
