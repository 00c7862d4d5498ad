//! Indexing of slices.

use super::{part, part_mut};
use crate::intrinsics::{
    array_mut, array_ref, ptr_into, slice_array, slice_from, slice_len, slice_offset,
};
use crate::ops::{
    Bound, Index, IndexMut, Range, RangeBounds, RangeFrom, RangeFull, RangeInclusive, RangeTo,
    RangeToInclusive,
};

impl<T, I: SliceIndex<[T]>> Index<I> for [T] {
    type Output = I::Output;

    #[inline(always)]
    #[track_caller]
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}

impl<T, I: SliceIndex<[T]>> IndexMut<I> for [T] {
    #[inline(always)]
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self)
    }
}

mod private_slice_index {
    use super::{
        Bound, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive,
    };

    /// Keeps `SliceIndex` to these types.
    pub trait Sealed {}

    impl Sealed for usize {}
    impl Sealed for Range<usize> {}
    impl Sealed for RangeTo<usize> {}
    impl Sealed for RangeFrom<usize> {}
    impl Sealed for RangeFull {}
    impl Sealed for RangeInclusive<usize> {}
    impl Sealed for RangeToInclusive<usize> {}
    impl Sealed for (Bound<usize>, Bound<usize>) {}
}

/// What slices and text can be indexed by.
#[diagnostic::on_unimplemented(
    message = "the type `{T}` cannot be indexed by `{Self}`",
    label = "slice indices are of type `usize` or ranges of `usize`"
)]
pub unsafe trait SliceIndex<T: ?Sized>: private_slice_index::Sealed {
    /// An element or a part.
    type Output: ?Sized;

    /// The element or part, if it is there.
    fn get(self, slice: &T) -> Option<&Self::Output>;

    /// The element or part, if it is there.
    fn get_mut(self, slice: &mut T) -> Option<&mut Self::Output>;

    /// The element or part, which is there.
    unsafe fn get_unchecked(self, slice: *const T) -> *const Self::Output;

    /// The element or part, which is there.
    unsafe fn get_unchecked_mut(self, slice: *mut T) -> *mut Self::Output;

    /// The element or part; panics if it is not there.
    #[track_caller]
    fn index(self, slice: &T) -> &Self::Output;

    /// The element or part; panics if it is not there.
    #[track_caller]
    fn index_mut(self, slice: &mut T) -> &mut Self::Output;

    /// The element or part, which is there.
    #[doc(hidden)]
    unsafe fn ref_unchecked(self, slice: &T) -> &Self::Output;

    /// The element or part, which is there.
    #[doc(hidden)]
    unsafe fn mut_unchecked(self, slice: &mut T) -> &mut Self::Output;
}

unsafe impl<T> SliceIndex<[T]> for usize {
    type Output = T;

    #[inline(always)]
    fn get(self, slice: &[T]) -> Option<&T> {
        if self < slice_len(slice) {
            Some(array_ref(slice_array(slice), slice_offset(slice) + self))
        } else {
            None
        }
    }

    #[inline(always)]
    fn get_mut(self, slice: &mut [T]) -> Option<&mut T> {
        if self < slice_len(slice) {
            Some(array_mut(slice_array(slice), slice_offset(slice) + self))
        } else {
            None
        }
    }

    #[inline(always)]
    unsafe fn get_unchecked(self, slice: *const [T]) -> *const T {
        ptr_into(slice_array(slice), slice_offset(slice) + self)
    }

    #[inline(always)]
    unsafe fn get_unchecked_mut(self, slice: *mut [T]) -> *mut T {
        ptr_into(slice_array(slice), slice_offset(slice) + self) as *mut T
    }

    #[inline(always)]
    fn index(self, slice: &[T]) -> &T {
        &(*slice)[self]
    }

    #[inline(always)]
    fn index_mut(self, slice: &mut [T]) -> &mut T {
        &mut (*slice)[self]
    }

    #[inline(always)]
    unsafe fn ref_unchecked(self, slice: &[T]) -> &T {
        array_ref(slice_array(slice), slice_offset(slice) + self)
    }

    #[inline(always)]
    unsafe fn mut_unchecked(self, slice: &mut [T]) -> &mut T {
        array_mut(slice_array(slice), slice_offset(slice) + self)
    }
}

unsafe impl<T> SliceIndex<[T]> for Range<usize> {
    type Output = [T];

    #[inline]
    fn get(self, slice: &[T]) -> Option<&[T]> {
        if self.start <= self.end && self.end <= slice_len(slice) {
            Some(part(slice, self.start, self.end - self.start))
        } else {
            None
        }
    }

    #[inline]
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        if self.start <= self.end && self.end <= slice_len(slice) {
            Some(part_mut(slice, self.start, self.end - self.start))
        } else {
            None
        }
    }

    #[inline]
    unsafe fn get_unchecked(self, slice: *const [T]) -> *const [T] {
        let offset = slice_offset(slice) + self.start;
        slice_from(slice_array(slice), offset, self.end - self.start)
    }

    #[inline]
    unsafe fn get_unchecked_mut(self, slice: *mut [T]) -> *mut [T] {
        unsafe { self.get_unchecked(slice as *const [T]) as *mut [T] }
    }

    #[inline(always)]
    fn index(self, slice: &[T]) -> &[T] {
        check_range(self.start, self.end, slice_len(slice));
        part(slice, self.start, self.end - self.start)
    }

    #[inline(always)]
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        check_range(self.start, self.end, slice_len(slice));
        part_mut(slice, self.start, self.end - self.start)
    }

    #[inline]
    unsafe fn ref_unchecked(self, slice: &[T]) -> &[T] {
        part(slice, self.start, self.end - self.start)
    }

    #[inline]
    unsafe fn mut_unchecked(self, slice: &mut [T]) -> &mut [T] {
        part_mut(slice, self.start, self.end - self.start)
    }
}

macro_rules! by_range_items {
    ($self:ident, $slice:ident, $valid:expr, $range:expr) => {
        type Output = [T];

        #[inline]
        fn get($self, $slice: &[T]) -> Option<&[T]> {
            if $valid { $range.get($slice) } else { None }
        }

        #[inline]
        fn get_mut($self, $slice: &mut [T]) -> Option<&mut [T]> {
            if $valid { $range.get_mut($slice) } else { None }
        }

        #[inline]
        unsafe fn get_unchecked($self, $slice: *const [T]) -> *const [T] {
            unsafe { $range.get_unchecked($slice) }
        }

        #[inline]
        unsafe fn get_unchecked_mut($self, $slice: *mut [T]) -> *mut [T] {
            unsafe { $range.get_unchecked_mut($slice) }
        }

        #[inline(always)]
        fn index($self, $slice: &[T]) -> &[T] {
            if !$valid {
                end_overflow()
            }
            $range.index($slice)
        }

        #[inline(always)]
        fn index_mut($self, $slice: &mut [T]) -> &mut [T] {
            if !$valid {
                end_overflow()
            }
            $range.index_mut($slice)
        }

        #[inline]
        unsafe fn ref_unchecked($self, $slice: &[T]) -> &[T] {
            unsafe { $range.ref_unchecked($slice) }
        }

        #[inline]
        unsafe fn mut_unchecked($self, $slice: &mut [T]) -> &mut [T] {
            unsafe { $range.mut_unchecked($slice) }
        }
    };
}

/// Ranges that are a `Range` once the length is known. `$valid` tells whether making it one is
/// possible at all.
macro_rules! by_range {
    ($($Index:ty: $self:ident, $slice:ident, $valid:expr, $range:expr;)*) => {
        $(
            unsafe impl<T> SliceIndex<[T]> for $Index {
                by_range_items! { $self, $slice, $valid, $range }
            }
        )*
    };
}

by_range! {
    RangeTo<usize>: self, slice, true, (0..self.end);
    RangeInclusive<usize>: self, slice, self.end != usize::MAX, self.to_slice_range();
    RangeToInclusive<usize>: self, slice, self.end != usize::MAX, (0..self.end + 1);
    (Bound<usize>, Bound<usize>): self, slice, is_possible(&self), (
        match self.0 {
            Bound::Included(start) => start,
            Bound::Excluded(before) => before + 1,
            Bound::Unbounded => 0,
        }..match self.1 {
            Bound::Included(last) => last + 1,
            Bound::Excluded(end) => end,
            Bound::Unbounded => slice.len(),
        }
    );
}

unsafe impl<T> SliceIndex<[T]> for RangeFrom<usize> {
    type Output = [T];

    #[inline]
    fn get(self, slice: &[T]) -> Option<&[T]> {
        (self.start..slice.len()).get(slice)
    }

    #[inline]
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        (self.start..slice.len()).get_mut(slice)
    }

    #[inline]
    unsafe fn get_unchecked(self, slice: *const [T]) -> *const [T] {
        unsafe { (self.start..slice_len(slice)).get_unchecked(slice) }
    }

    #[inline]
    unsafe fn get_unchecked_mut(self, slice: *mut [T]) -> *mut [T] {
        unsafe { (self.start..slice_len(slice)).get_unchecked_mut(slice) }
    }

    #[inline(always)]
    fn index(self, slice: &[T]) -> &[T] {
        let len = slice_len(slice);
        if self.start > len {
            start_out_of_range(self.start, len);
        }
        part(slice, self.start, len - self.start)
    }

    #[inline(always)]
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        let len = slice_len(slice);
        if self.start > len {
            start_out_of_range(self.start, len);
        }
        part_mut(slice, self.start, len - self.start)
    }

    #[inline]
    unsafe fn ref_unchecked(self, slice: &[T]) -> &[T] {
        part(slice, self.start, slice_len(slice) - self.start)
    }

    #[inline]
    unsafe fn mut_unchecked(self, slice: &mut [T]) -> &mut [T] {
        let len = slice_len(slice);
        part_mut(slice, self.start, len - self.start)
    }
}

unsafe impl<T> SliceIndex<[T]> for RangeFull {
    type Output = [T];

    #[inline]
    fn get(self, slice: &[T]) -> Option<&[T]> {
        Some(slice)
    }

    #[inline]
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        Some(slice)
    }

    #[inline]
    unsafe fn get_unchecked(self, slice: *const [T]) -> *const [T] {
        slice
    }

    #[inline]
    unsafe fn get_unchecked_mut(self, slice: *mut [T]) -> *mut [T] {
        slice
    }

    #[inline(always)]
    fn index(self, slice: &[T]) -> &[T] {
        slice
    }

    #[inline(always)]
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        slice
    }

    #[inline]
    unsafe fn ref_unchecked(self, slice: &[T]) -> &[T] {
        slice
    }

    #[inline]
    unsafe fn mut_unchecked(self, slice: &mut [T]) -> &mut [T] {
        slice
    }
}

/// Whether the bounds can be made half-open.
#[inline]
fn is_possible(range: &(Bound<usize>, Bound<usize>)) -> bool {
    !matches!(range.0, Bound::Excluded(usize::MAX)) && !matches!(range.1, Bound::Included(usize::MAX))
}

/// Panics unless `start <= end <= len`.
#[inline(always)]
#[track_caller]
pub(crate) const fn check_range(start: usize, end: usize, len: usize) {
    if start > end || end > len {
        range_failed(start, end, len);
    }
}

#[cold]
#[inline(never)]
#[track_caller]
#[rustc_do_not_const_check]
const fn range_failed(start: usize, end: usize, len: usize) -> ! {
    if start > len {
        start_out_of_range(start, len);
    }
    if end > len {
        panic!("range end index {end} out of range for slice of length {len}");
    }
    panic!("slice index starts at {start} but ends at {end}");
}

#[cold]
#[inline(never)]
#[track_caller]
#[rustc_do_not_const_check]
const fn start_out_of_range(start: usize, len: usize) -> ! {
    panic!("range start index {start} out of range for slice of length {len}");
}

#[cold]
#[inline(never)]
#[track_caller]
fn end_overflow() -> ! {
    panic!("attempted to index slice up to maximum usize");
}

/// The range within `..bounds.end`; panics if it is not.
#[track_caller]
#[must_use]
pub fn range<R: RangeBounds<usize>>(range: R, bounds: RangeTo<usize>) -> Range<usize> {
    let len = bounds.end;
    let start = match range.start_bound() {
        Bound::Included(&start) => start,
        Bound::Excluded(&before) => match before.checked_add(1) {
            Some(start) => start,
            None => end_overflow(),
        },
        Bound::Unbounded => 0,
    };
    let end = match range.end_bound() {
        Bound::Included(&last) => match last.checked_add(1) {
            Some(end) => end,
            None => end_overflow(),
        },
        Bound::Excluded(&end) => end,
        Bound::Unbounded => len,
    };
    check_range(start, end, len);
    Range { start, end }
}
