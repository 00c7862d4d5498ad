//! Slices made of pointers and references.

use crate::intrinsics::{
    self, array_new, array_write, ptr_array, ptr_index, ptr_read, slice_from, slice_from_mut,
};

/// The slice of `len` elements from the one pointed to.
#[inline]
#[must_use]
#[track_caller]
pub const unsafe fn from_raw_parts<'a, T>(data: *const T, len: usize) -> &'a [T] {
    slice_from(ptr_array(data), ptr_index(data), len)
}

/// The slice of `len` elements from the one pointed to.
#[inline]
#[must_use]
#[track_caller]
pub const unsafe fn from_raw_parts_mut<'a, T>(data: *mut T, len: usize) -> &'a mut [T] {
    slice_from_mut(ptr_array(data as *const T), ptr_index(data as *const T), len)
}

/// The value as a slice of one element. It is frozen while it is borrowed, so a copy of its slots
/// serves.
#[inline]
pub const fn from_ref<T>(s: &T) -> &[T] {
    let array = array_new(1);
    array_write(array, 0, ptr_read(s as *const T));
    slice_from(array, 0, 1)
}

/// A value by itself lies in no array.
#[wrc::refused = "`slice::from_mut` is not supported: the value is not stored in an array; use an array of one element"]
pub const fn from_mut<T>(s: &mut T) -> &mut [T] {
    intrinsics::abort()
}
