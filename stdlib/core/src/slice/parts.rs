//! Parts of slices, unchecked.

use crate::intrinsics::{
    array_copy, array_len, array_new, fixed_from, slice_array, slice_from, slice_from_mut,
    slice_offset,
};
use crate::mem::ManuallyDrop;

/// The `len` elements from `start` on.
#[inline(always)]
pub(crate) const fn part<T>(slice: &[T], start: usize, len: usize) -> &[T] {
    slice_from(slice_array(slice), slice_offset(slice) + start, len)
}

/// The `len` elements from `start` on.
#[inline(always)]
pub(crate) const fn part_mut<'a, T>(slice: &mut [T], start: usize, len: usize) -> &'a mut [T] {
    let offset = slice_offset(slice) + start;
    slice_from_mut(slice_array(slice), offset, len)
}

/// The first `N` elements as a fixed array, which is a copy of the slots unless the slice is all
/// of its array: what is borrowed is frozen, so nobody can tell.
#[inline]
pub(crate) const fn fixed_ref<T, const N: usize>(slice: &[T]) -> &[T; N] {
    let mut array = slice_array(slice);
    if array_len(array) != N {
        let copy = array_new(N);
        array_copy(copy, 0, array, slice_offset(slice), N);
        array = copy;
    }
    let fixed = ManuallyDrop::new(fixed_from::<T, N>(array));
    unsafe { &*(&raw const fixed as *const [T; N]) }
}

/// The `N` elements of the slice as a fixed array, which is then a part of a longer one.
#[inline(always)]
pub(crate) const fn fixed_mut<'a, T, const N: usize>(slice: &mut [T]) -> &'a mut [T; N] {
    unsafe { &mut *(slice as *mut [T] as *mut [T; N]) }
}
