//! Comparison of slices.

use crate::cmp::Ordering::{self, Equal};
use crate::intrinsics::{array_read, array_ref, slice_array, slice_len, slice_offset};

impl<T, U> PartialEq<[U]> for [T]
where
    T: PartialEq<U>,
{
    #[inline]
    fn eq(&self, other: &[U]) -> bool {
        let len = slice_len(self);
        if len != slice_len(other) {
            return false;
        }
        let left = slice_array(self);
        let right = slice_array(other);
        let left_start = slice_offset(self);
        let right_start = slice_offset(other);
        let mut index = 0;
        while index < len {
            if *array_ref(left, left_start + index) != *array_ref(right, right_start + index) {
                return false;
            }
            index += 1;
        }
        true
    }
}

impl<T: Eq> Eq for [T] {}

impl<T: Ord> Ord for [T] {
    fn cmp(&self, other: &[T]) -> Ordering {
        let common = if self.len() < other.len() {
            self.len()
        } else {
            other.len()
        };
        let mut index = 0;
        while index < common {
            match self[index].cmp(&other[index]) {
                Equal => {}
                decided => return decided,
            }
            index += 1;
        }
        self.len().cmp(&other.len())
    }
}

impl<T: PartialOrd> PartialOrd for [T] {
    fn partial_cmp(&self, other: &[T]) -> Option<Ordering> {
        let common = if self.len() < other.len() {
            self.len()
        } else {
            other.len()
        };
        let mut index = 0;
        while index < common {
            match self[index].partial_cmp(&other[index]) {
                Some(Equal) => {}
                decided => return decided,
            }
            index += 1;
        }
        self.len().partial_cmp(&other.len())
    }
}

/// Whether two byte strings are equal; patterns call this.
pub fn bytes_eq(left: &[u8], right: &[u8]) -> bool {
    let len = slice_len(left);
    if len != slice_len(right) {
        return false;
    }
    let left_array = slice_array(left);
    let right_array = slice_array(right);
    let left_start = slice_offset(left);
    let right_start = slice_offset(right);
    let mut index = 0;
    while index < len {
        if array_read(left_array, left_start + index) != array_read(right_array, right_start + index)
        {
            return false;
        }
        index += 1;
    }
    true
}
