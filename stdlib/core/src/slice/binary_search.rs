//! Searching in slices.

use crate::cmp::Ordering::{self, Equal, Greater, Less};

impl<T> [T] {
    /// Whether an element equals `x`.
    #[inline]
    #[must_use]
    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq,
    {
        let mut index = 0;
        while index < self.len() {
            if self[index] == *x {
                return true;
            }
            index += 1;
        }
        false
    }

    /// Whether the slice begins with these elements.
    #[must_use]
    pub fn starts_with(&self, needle: &[T]) -> bool
    where
        T: PartialEq,
    {
        let n = needle.len();
        self.len() >= n && needle == &self[..n]
    }

    /// Whether the slice ends with these elements.
    #[must_use]
    pub fn ends_with(&self, needle: &[T]) -> bool
    where
        T: PartialEq,
    {
        let (m, n) = (self.len(), needle.len());
        m >= n && needle == &self[m - n..]
    }

    /// The slice without these elements at its start.
    #[must_use = "returns the subslice without modifying the original"]
    pub fn strip_prefix(&self, prefix: &[T]) -> Option<&[T]>
    where
        T: PartialEq,
    {
        if self.starts_with(prefix) {
            Some(&self[prefix.len()..])
        } else {
            None
        }
    }

    /// The slice without these elements at its end.
    #[must_use = "returns the subslice without modifying the original"]
    pub fn strip_suffix(&self, suffix: &[T]) -> Option<&[T]>
    where
        T: PartialEq,
    {
        if self.ends_with(suffix) {
            Some(&self[..self.len() - suffix.len()])
        } else {
            None
        }
    }

    /// Where `x` is in the sorted slice, or where it would be.
    pub fn binary_search(&self, x: &T) -> Result<usize, usize>
    where
        T: Ord,
    {
        self.binary_search_by(|p| p.cmp(x))
    }

    /// Where an element that compares as equal is, or where it would be.
    #[inline]
    pub fn binary_search_by<'a, F>(&'a self, mut f: F) -> Result<usize, usize>
    where
        F: FnMut(&'a T) -> Ordering,
    {
        let mut size = self.len();
        if size == 0 {
            return Err(0);
        }
        let mut base = 0;
        // The element at `base` is never greater, except if it is the first one.
        while size > 1 {
            let half = size / 2;
            let mid = base + half;
            if f(&self[mid]) != Greater {
                base = mid;
            }
            size -= half;
        }
        match f(&self[base]) {
            Equal => Ok(base),
            Less => Err(base + 1),
            Greater => Err(base),
        }
    }

    /// Where an element with this key is, or where it would be.
    #[inline]
    pub fn binary_search_by_key<'a, B, F>(&'a self, b: &B, mut f: F) -> Result<usize, usize>
    where
        F: FnMut(&'a T) -> B,
        B: Ord,
    {
        self.binary_search_by(|k| f(k).cmp(b))
    }

    /// The number of elements that satisfy the predicate, all of which come first.
    #[inline]
    #[must_use]
    pub fn partition_point<P>(&self, mut pred: P) -> usize
    where
        P: FnMut(&T) -> bool,
    {
        match self.binary_search_by(|x| if pred(x) { Less } else { Greater }) {
            Ok(index) | Err(index) => index,
        }
    }

    /// Whether no element is greater than the next.
    #[inline]
    #[must_use]
    pub fn is_sorted(&self) -> bool
    where
        T: PartialOrd,
    {
        self.is_sorted_by(|a, b| a <= b)
    }

    /// Whether `compare` holds for each element and the next.
    #[must_use]
    pub fn is_sorted_by<'a, F>(&'a self, mut compare: F) -> bool
    where
        F: FnMut(&'a T, &'a T) -> bool,
    {
        let mut index = 1;
        while index < self.len() {
            if !compare(&self[index - 1], &self[index]) {
                return false;
            }
            index += 1;
        }
        true
    }

    /// Whether no element's key is greater than the next one's.
    #[inline]
    #[must_use]
    pub fn is_sorted_by_key<'a, F, K>(&'a self, f: F) -> bool
    where
        F: FnMut(&'a T) -> K,
        K: PartialOrd,
    {
        self.iter().is_sorted_by_key(f)
    }
}
