//! Parts of text by the indices of their bytes.

use crate::intrinsics::{
    array_read, slice_array, slice_from, slice_len, slice_offset, str_bytes, str_bytes_mut,
    str_from_bytes, str_from_bytes_mut,
};
use crate::ops::{
    Bound, Index, IndexMut, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive,
};
use crate::slice::{part_mut, SliceIndex};

impl<I: SliceIndex<str>> Index<I> for str {
    type Output = I::Output;

    #[inline(always)]
    #[track_caller]
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}

impl<I: SliceIndex<str>> IndexMut<I> for str {
    #[inline(always)]
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self)
    }
}

/// The bytes `start..end`, which begin and end at characters.
#[inline(always)]
pub(crate) const fn part(text: &str, start: usize, end: usize) -> &str {
    let bytes = str_bytes(text);
    str_from_bytes(slice_from(
        slice_array(bytes),
        slice_offset(bytes) + start,
        end - start,
    ))
}

/// As `part`.
#[inline(always)]
pub(super) const fn text_part_mut<'a>(text: &mut str, start: usize, end: usize) -> &'a mut str {
    str_from_bytes_mut(part_mut(str_bytes_mut(text), start, end - start))
}

/// Whether a character starts or the text ends at `index`.
#[inline(always)]
pub(super) const fn is_boundary(text: &str, index: usize) -> bool {
    let bytes = str_bytes(text);
    let len = slice_len(bytes);
    if index >= len {
        return index == len;
    }
    array_read(slice_array(bytes), slice_offset(bytes) + index) as i8 >= -0x40
}

/// Whether `start..end` is a part of the text.
#[inline(always)]
const fn is_part(text: &str, start: usize, end: usize) -> bool {
    start <= end && is_boundary(text, start) && is_boundary(text, end)
}

unsafe impl SliceIndex<str> for Range<usize> {
    type Output = str;

    #[inline]
    fn get(self, slice: &str) -> Option<&str> {
        if is_part(slice, self.start, self.end) {
            Some(part(slice, self.start, self.end))
        } else {
            None
        }
    }

    #[inline]
    fn get_mut(self, slice: &mut str) -> Option<&mut str> {
        if is_part(slice, self.start, self.end) {
            Some(text_part_mut(slice, self.start, self.end))
        } else {
            None
        }
    }

    #[inline]
    unsafe fn get_unchecked(self, slice: *const str) -> *const str {
        unsafe { part(&*slice, self.start, self.end) }
    }

    #[inline]
    unsafe fn get_unchecked_mut(self, slice: *mut str) -> *mut str {
        unsafe { text_part_mut(&mut *slice, self.start, self.end) }
    }

    #[inline]
    fn index(self, slice: &str) -> &str {
        if !is_part(slice, self.start, self.end) {
            slice_error(slice, self.start, self.end);
        }
        part(slice, self.start, self.end)
    }

    #[inline]
    fn index_mut(self, slice: &mut str) -> &mut str {
        if !is_part(slice, self.start, self.end) {
            slice_error(slice, self.start, self.end);
        }
        text_part_mut(slice, self.start, self.end)
    }

    #[inline]
    unsafe fn ref_unchecked(self, slice: &str) -> &str {
        part(slice, self.start, self.end)
    }

    #[inline]
    unsafe fn mut_unchecked(self, slice: &mut str) -> &mut str {
        text_part_mut(slice, self.start, self.end)
    }
}

/// Ranges that are a `Range` once the length is known.
macro_rules! by_range {
    ($($Index:ty: $self:ident, $slice:ident, $valid:expr, $range:expr;)*) => {
        $(
            unsafe impl SliceIndex<str> for $Index {
                type Output = str;

                #[inline]
                fn get($self, $slice: &str) -> Option<&str> {
                    if $valid { $range.get($slice) } else { None }
                }

                #[inline]
                fn get_mut($self, $slice: &mut str) -> Option<&mut str> {
                    if $valid { $range.get_mut($slice) } else { None }
                }

                #[inline]
                unsafe fn get_unchecked($self, text: *const str) -> *const str {
                    unsafe {
                        let $slice = &*text;
                        $range.get_unchecked(text)
                    }
                }

                #[inline]
                unsafe fn get_unchecked_mut($self, text: *mut str) -> *mut str {
                    unsafe {
                        let $slice = &*text;
                        $range.get_unchecked_mut(text)
                    }
                }

                #[inline]
                fn index($self, $slice: &str) -> &str {
                    if !$valid {
                        end_overflow()
                    }
                    $range.index($slice)
                }

                #[inline]
                fn index_mut($self, $slice: &mut str) -> &mut str {
                    if !$valid {
                        end_overflow()
                    }
                    $range.index_mut($slice)
                }

                #[inline]
                unsafe fn ref_unchecked($self, $slice: &str) -> &str {
                    unsafe { $range.ref_unchecked($slice) }
                }

                #[inline]
                unsafe fn mut_unchecked($self, $slice: &mut str) -> &mut str {
                    unsafe { $range.mut_unchecked($slice) }
                }
            }
        )*
    };
}

by_range! {
    RangeTo<usize>: self, slice, true, (0..self.end);
    RangeFrom<usize>: self, slice, true, (self.start..slice.len());
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

unsafe impl SliceIndex<str> for RangeFull {
    type Output = str;

    #[inline]
    fn get(self, slice: &str) -> Option<&str> {
        Some(slice)
    }

    #[inline]
    fn get_mut(self, slice: &mut str) -> Option<&mut str> {
        Some(slice)
    }

    #[inline]
    unsafe fn get_unchecked(self, slice: *const str) -> *const str {
        slice
    }

    #[inline]
    unsafe fn get_unchecked_mut(self, slice: *mut str) -> *mut str {
        slice
    }

    #[inline]
    fn index(self, slice: &str) -> &str {
        slice
    }

    #[inline]
    fn index_mut(self, slice: &mut str) -> &mut str {
        slice
    }

    #[inline]
    unsafe fn ref_unchecked(self, slice: &str) -> &str {
        slice
    }

    #[inline]
    unsafe fn mut_unchecked(self, slice: &mut str) -> &mut str {
        slice
    }
}

/// Whether the bounds can be made half-open.
#[inline]
fn is_possible(range: &(Bound<usize>, Bound<usize>)) -> bool {
    !matches!(range.0, Bound::Excluded(usize::MAX)) && !matches!(range.1, Bound::Included(usize::MAX))
}

#[cold]
#[inline(never)]
#[track_caller]
fn end_overflow() -> ! {
    panic!("attempted to index str up to maximum usize");
}

/// How much of the text a message shows.
const SHOWN: usize = 256;

/// Says what is wrong with `begin..end`.
#[cold]
#[inline(never)]
#[track_caller]
pub(super) fn slice_error(text: &str, begin: usize, end: usize) -> ! {
    let shown = part(text, 0, text.floor_char_boundary(SHOWN));
    let ellipsis = if shown.len() < text.len() { "[...]" } else { "" };
    let len = text.len();
    if begin > len {
        panic!("start byte index {begin} is out of bounds of `{shown}`{ellipsis}");
    }
    if end > len {
        panic!("end byte index {end} is out of bounds of `{shown}`{ellipsis}");
    }
    if begin > end {
        panic!("begin > end ({begin} > {end}) when slicing `{shown}`{ellipsis}");
    }
    let (which, index) = if is_boundary(text, begin) {
        ("end", end)
    } else {
        ("start", begin)
    };
    let start = text.floor_char_boundary(index);
    match part(text, start, len).chars().next() {
        Some(c) => panic!(
            "{which} byte index {index} is not a char boundary; it is inside {c:?} (bytes {:?}) of `{shown}`{ellipsis}",
            start..start + c.len_utf8()
        ),
        None => crate::intrinsics::unreachable(),
    }
}
