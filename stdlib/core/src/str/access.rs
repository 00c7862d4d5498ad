//! The basics of text.

use super::index::{is_boundary, part, slice_error, text_part_mut};
use super::{Bytes, CharIndices, Chars, FromStr};
use crate::intrinsics::{ptr_into, slice_array, slice_len, slice_offset, str_bytes, str_bytes_mut};
use crate::slice::SliceIndex;

impl str {
    /// The number of bytes.
    #[inline(always)]
    #[must_use]
    pub const fn len(&self) -> usize {
        slice_len(str_bytes(self))
    }

    /// Whether there are no bytes.
    #[inline(always)]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether a character starts or the text ends at a byte.
    #[inline]
    #[must_use]
    pub const fn is_char_boundary(&self, index: usize) -> bool {
        is_boundary(self, index)
    }

    /// The nearest index not above at which a character starts.
    #[inline]
    #[must_use]
    pub const fn floor_char_boundary(&self, index: usize) -> usize {
        if index >= self.len() {
            return self.len();
        }
        let mut at = index;
        while !is_boundary(self, at) {
            at -= 1;
        }
        at
    }

    /// The nearest index not below at which a character starts.
    #[inline]
    #[must_use]
    pub const fn ceil_char_boundary(&self, index: usize) -> usize {
        if index >= self.len() {
            return self.len();
        }
        let mut at = index;
        while !is_boundary(self, at) {
            at += 1;
        }
        at
    }

    /// The bytes.
    #[inline(always)]
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        str_bytes(self)
    }

    /// The bytes, which must stay UTF-8.
    #[inline(always)]
    #[must_use]
    pub const unsafe fn as_bytes_mut(&mut self) -> &mut [u8] {
        str_bytes_mut(self)
    }

    /// A pointer to the first byte.
    #[inline(always)]
    #[must_use]
    pub const fn as_ptr(&self) -> *const u8 {
        let bytes = str_bytes(self);
        ptr_into(slice_array(bytes), slice_offset(bytes))
    }

    /// A pointer to the first byte.
    #[inline(always)]
    #[must_use]
    pub const fn as_mut_ptr(&mut self) -> *mut u8 {
        self.as_ptr() as *mut u8
    }

    /// The text itself.
    #[inline(always)]
    #[must_use]
    pub const fn as_str(&self) -> &str {
        self
    }

    /// The part, if it is there.
    #[inline]
    #[must_use]
    pub fn get<I: SliceIndex<str>>(&self, i: I) -> Option<&I::Output> {
        i.get(self)
    }

    /// The part, if it is there.
    #[inline]
    #[must_use]
    pub fn get_mut<I: SliceIndex<str>>(&mut self, i: I) -> Option<&mut I::Output> {
        i.get_mut(self)
    }

    /// The part, which is there.
    #[inline]
    #[must_use]
    pub unsafe fn get_unchecked<I: SliceIndex<str>>(&self, i: I) -> &I::Output {
        unsafe { i.ref_unchecked(self) }
    }

    /// The part, which is there.
    #[inline]
    #[must_use]
    pub unsafe fn get_unchecked_mut<I: SliceIndex<str>>(&mut self, i: I) -> &mut I::Output {
        unsafe { i.mut_unchecked(self) }
    }

    /// The text before and after a byte.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn split_at(&self, mid: usize) -> (&str, &str) {
        match self.split_at_checked(mid) {
            Some(pair) => pair,
            None => slice_error(self, 0, mid),
        }
    }

    /// The text before and after a byte.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn split_at_mut(&mut self, mid: usize) -> (&mut str, &mut str) {
        if !is_boundary(self, mid) {
            slice_error(self, 0, mid);
        }
        let len = self.len();
        (text_part_mut(self, 0, mid), text_part_mut(self, mid, len))
    }

    /// The text before and after a byte, if a character starts there.
    #[inline]
    #[must_use]
    pub const fn split_at_checked(&self, mid: usize) -> Option<(&str, &str)> {
        if is_boundary(self, mid) {
            Some((part(self, 0, mid), part(self, mid, self.len())))
        } else {
            None
        }
    }

    /// The text before and after a byte, if a character starts there.
    #[inline]
    #[must_use]
    pub const fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut str, &mut str)> {
        if is_boundary(self, mid) {
            let len = self.len();
            Some((text_part_mut(self, 0, mid), text_part_mut(self, mid, len)))
        } else {
            None
        }
    }

    /// The characters.
    #[inline(always)]
    pub fn chars(&self) -> Chars<'_> {
        Chars::new(self)
    }

    /// The characters with the indices of their first bytes.
    #[inline(always)]
    pub fn char_indices(&self) -> CharIndices<'_> {
        CharIndices::new(self)
    }

    /// The bytes.
    #[inline(always)]
    pub fn bytes(&self) -> Bytes<'_> {
        Bytes::new(self)
    }

    /// The value that the text says.
    #[inline]
    pub fn parse<F: FromStr>(&self) -> Result<F, F::Err> {
        FromStr::from_str(self)
    }
}
