//! Conversions of arrays, comparisons by content, formatting.

use super::{GcArray, Iter};
use crate::slots::Slots;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

impl<T> Copy for GcArray<T> {}

impl<T> Clone for GcArray<T> {
    fn clone(&self) -> GcArray<T> {
        *self
    }
}

impl<T> Default for GcArray<T> {
    fn default() -> GcArray<T> {
        GcArray::new()
    }
}

/// Copies nothing.
impl<T> From<Vec<T>> for GcArray<T> {
    fn from(elements: Vec<T>) -> GcArray<T> {
        GcArray {
            slots: Slots::of(elements),
        }
    }
}

/// Copies nothing.
impl<T> From<Box<[T]>> for GcArray<T> {
    fn from(elements: Box<[T]>) -> GcArray<T> {
        GcArray::from(elements.into_vec())
    }
}

/// Moves the elements.
impl<T, const N: usize> From<[T; N]> for GcArray<T> {
    fn from(elements: [T; N]) -> GcArray<T> {
        GcArray::from(Vec::from(elements))
    }
}

/// Copies the elements.
impl<T: Copy> From<&[T]> for GcArray<T> {
    fn from(elements: &[T]) -> GcArray<T> {
        GcArray::from_slice(elements)
    }
}

/// Copies the elements.
impl<T: Copy> From<GcArray<T>> for Vec<T> {
    fn from(array: GcArray<T>) -> Vec<T> {
        array.to_vec()
    }
}

impl<T> FromIterator<T> for GcArray<T> {
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> GcArray<T> {
        GcArray::from(elements.into_iter().collect::<Vec<T>>())
    }
}

impl<T: Copy> IntoIterator for GcArray<T> {
    type Item = T;
    type IntoIter = Iter<T>;

    fn into_iter(self) -> Iter<T> {
        self.iter()
    }
}

impl<T: Copy> IntoIterator for &GcArray<T> {
    type Item = T;
    type IntoIter = Iter<T>;

    fn into_iter(self) -> Iter<T> {
        self.iter()
    }
}

impl<T: Copy + PartialEq> PartialEq for GcArray<T> {
    fn eq(&self, other: &GcArray<T>) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl<T: Copy + Eq> Eq for GcArray<T> {}

impl<T: Copy + PartialOrd> PartialOrd for GcArray<T> {
    fn partial_cmp(&self, other: &GcArray<T>) -> Option<Ordering> {
        self.iter().partial_cmp(other.iter())
    }
}

impl<T: Copy + Ord> Ord for GcArray<T> {
    fn cmp(&self, other: &GcArray<T>) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

/// As a slice of the elements hashes.
impl<T: Copy + Hash> Hash for GcArray<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.to_vec().hash(state);
    }
}

impl<T: Copy + fmt::Debug> fmt::Debug for GcArray<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(*self).finish()
    }
}
