//! Changing slices.

use super::index::range;
use super::part_mut;
use crate::intrinsics::{
    array_copy, array_copy_val, array_fill, array_mut, array_new, array_read, array_write, is_copy,
    slice_array, slice_len, slice_offset,
};
use crate::mem;
use crate::ops::RangeBounds;
use crate::panicking::panic_bounds_check;

impl<T> [T] {
    /// Exchanges two elements.
    #[inline]
    #[track_caller]
    pub const fn swap(&mut self, a: usize, b: usize) {
        let len = slice_len(self);
        if a >= len {
            panic_bounds_check(a, len);
        }
        if b >= len {
            panic_bounds_check(b, len);
        }
        let array = slice_array(self);
        let offset = slice_offset(self);
        let value = array_read(array, offset + a);
        array_write(array, offset + a, array_read(array, offset + b));
        array_write(array, offset + b, value);
    }

    /// Reverses the order.
    #[inline]
    pub const fn reverse(&mut self) {
        let array = slice_array(self);
        let mut low = slice_offset(self);
        let mut high = low + slice_len(self);
        while low + 1 < high {
            high -= 1;
            let value = array_read(array, low);
            array_write(array, low, array_read(array, high));
            array_write(array, high, value);
            low += 1;
        }
    }

    /// Moves the first `mid` elements behind the others.
    #[track_caller]
    pub fn rotate_left(&mut self, mid: usize) {
        assert!(mid <= self.len());
        let rest = self.len() - mid;
        rotate(self, mid, rest);
    }

    /// Moves the last `k` elements before the others.
    #[track_caller]
    pub fn rotate_right(&mut self, k: usize) {
        assert!(k <= self.len());
        let mid = self.len() - k;
        rotate(self, mid, k);
    }

    /// Makes all elements clones of `value`.
    #[inline]
    pub fn fill(&mut self, value: T)
    where
        T: Clone,
    {
        let array = slice_array(self);
        let offset = slice_offset(self);
        let len = slice_len(self);
        if is_copy::<T>() {
            array_fill(array, offset, value, len);
            return;
        }
        let mut index = 0;
        while index + 1 < len {
            array_mut(array, offset + index).clone_from(&value);
            index += 1;
        }
        if index < len {
            self[index] = value;
        }
    }

    /// Makes each element what a call of `f` gives.
    #[inline]
    pub fn fill_with<F: FnMut() -> T>(&mut self, mut f: F) {
        let mut index = 0;
        while index < self.len() {
            self[index] = f();
            index += 1;
        }
    }

    /// Makes the elements clones of those of `src`, which are as many.
    #[track_caller]
    pub fn clone_from_slice(&mut self, src: &[T])
    where
        T: Clone,
    {
        if self.len() != src.len() {
            panic!("destination and source slices have different lengths");
        }
        if is_copy::<T>() {
            copy_values(self, src);
            return;
        }
        let mut index = 0;
        while index < src.len() {
            self[index].clone_from(&src[index]);
            index += 1;
        }
    }

    /// Makes the elements copies of those of `src`, which are as many.
    #[inline]
    #[track_caller]
    pub const fn copy_from_slice(&mut self, src: &[T])
    where
        T: Copy,
    {
        if self.len() != src.len() {
            len_mismatch(self.len(), src.len());
        }
        copy_values(self, src);
    }

    /// Copies a range to `dest`; the places may overlap.
    #[track_caller]
    pub fn copy_within<R: RangeBounds<usize>>(&mut self, src: R, dest: usize)
    where
        T: Copy,
    {
        let src = range(src, ..self.len());
        let count = src.end - src.start;
        assert!(dest <= self.len() - count, "dest is out of bounds");
        let array = slice_array(self);
        let offset = slice_offset(self);
        array_copy_val(array, offset + dest, array, offset + src.start, count);
    }

    /// Exchanges the elements with those of another slice of the same length.
    #[track_caller]
    pub fn swap_with_slice(&mut self, other: &mut [T]) {
        assert!(
            self.len() == other.len(),
            "destination and source slices have different lengths"
        );
        let mut index = 0;
        while index < self.len() {
            mem::swap(&mut self[index], &mut other[index]);
            index += 1;
        }
    }

    /// Moves all elements but the first of each group of equal ones to the end.
    pub fn partition_dedup_by<F>(&mut self, mut same_bucket: F) -> (&mut [T], &mut [T])
    where
        F: FnMut(&mut T, &mut T) -> bool,
    {
        let len = self.len();
        if len <= 1 {
            return (self, &mut []);
        }
        let array = slice_array(self);
        let offset = slice_offset(self);
        let mut read = 1;
        let mut write = 1;
        while read < len {
            let is_same = same_bucket(
                array_mut(array, offset + read),
                array_mut(array, offset + write - 1),
            );
            if !is_same {
                if read != write {
                    self.swap(read, write);
                }
                write += 1;
            }
            read += 1;
        }
        (part_mut(self, 0, write), part_mut(self, write, len - write))
    }
}

/// Copies elements of a `Copy` type to as many.
#[inline(always)]
const fn copy_values<T>(to: &mut [T], from: &[T]) {
    array_copy_val(
        slice_array(to),
        slice_offset(to),
        slice_array(from),
        slice_offset(from),
        slice_len(from),
    );
}

#[cold]
#[inline(never)]
#[track_caller]
#[rustc_do_not_const_check]
const fn len_mismatch(dst_len: usize, src_len: usize) -> ! {
    panic!(
        "copy_from_slice: source slice length ({src_len}) does not match destination slice length ({dst_len})"
    )
}

/// Exchanges the first `left` with the last `right` elements; the smaller part waits aside.
fn rotate<T>(slice: &mut [T], left: usize, right: usize) {
    if left == 0 || right == 0 {
        return;
    }
    let array = slice_array(slice);
    let offset = slice_offset(slice);
    if left <= right {
        let aside = array_new(left);
        array_copy(aside, 0, array, offset, left);
        array_copy(array, offset, array, offset + left, right);
        array_copy(array, offset + right, aside, 0, left);
    } else {
        let aside = array_new(right);
        array_copy(aside, 0, array, offset + left, right);
        array_copy(array, offset + right, array, offset, left);
        array_copy(array, offset, aside, 0, right);
    }
}
