//! `String`: text that grows.

mod cmp;
mod convert;
mod decode;
mod drain;
mod extend;
mod ops;
mod to_string;

pub use self::decode::{FromUtf16Error, FromUtf8Error};
pub use self::drain::Drain;
pub use self::to_string::ToString;
pub use core::str::ParseBoolError;

/// The error of `String::from_str`, which never fails.
pub type ParseError = core::convert::Infallible;

use core::mem;
use core::ops::RangeBounds;

use crate::boxed::Box;
use crate::reserve::TryReserveError;
use crate::prim::{
    array_copy, array_copy_val, array_len, array_write, box_str_from, slice_array, slice_from,
    slice_from_mut, slice_len, slice_offset, str_bytes, str_from_bytes, str_from_bytes_mut,
    RawArray,
};
use crate::raw_vec;
use crate::vec::Vec;

/// UTF-8 in a vector.
#[lang = "String"]
pub struct String {
    pub(crate) vec: Vec<u8>,
}

impl String {
    /// No text; allocates nothing.
    #[inline]
    pub const fn new() -> String {
        String { vec: Vec::new() }
    }

    /// No text, with room for `capacity` bytes.
    #[inline]
    #[track_caller]
    pub fn with_capacity(capacity: usize) -> String {
        String {
            vec: Vec::with_capacity(capacity),
        }
    }

    /// The text as bytes.
    #[inline]
    pub fn into_bytes(self) -> Vec<u8> {
        self.vec
    }

    /// The text.
    #[inline(always)]
    pub const fn as_str(&self) -> &str {
        str_from_bytes(self.vec.as_slice())
    }

    /// The text.
    #[inline(always)]
    pub const fn as_mut_str(&mut self) -> &mut str {
        str_from_bytes_mut(self.vec.as_mut_slice())
    }

    /// The text as bytes.
    #[inline(always)]
    pub const fn as_bytes(&self) -> &[u8] {
        self.vec.as_slice()
    }

    /// The vector; it must keep holding UTF-8.
    #[inline]
    pub const unsafe fn as_mut_vec(&mut self) -> &mut Vec<u8> {
        &mut self.vec
    }

    /// The number of bytes.
    #[inline]
    pub const fn len(&self) -> usize {
        self.vec.len
    }

    /// Whether there is no text.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.vec.len == 0
    }

    /// How many bytes fit before the next allocation.
    #[inline]
    pub const fn capacity(&self) -> usize {
        array_len(self.vec.buf)
    }

    /// Makes room for `additional` more bytes, and possibly for more than that.
    #[inline]
    #[track_caller]
    pub fn reserve(&mut self, additional: usize) {
        self.vec.reserve(additional);
    }

    /// Makes room for `additional` more bytes.
    #[inline]
    #[track_caller]
    pub fn reserve_exact(&mut self, additional: usize) {
        self.vec.reserve_exact(additional);
    }

    /// As `reserve`, but reports a capacity that cannot be had.
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {
        self.vec.try_reserve(additional)
    }

    /// As `reserve_exact`, but reports a capacity that cannot be had.
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {
        self.vec.try_reserve_exact(additional)
    }

    /// Gives spare room back.
    pub fn shrink_to_fit(&mut self) {
        self.vec.shrink_to_fit();
    }

    /// Gives spare room above `min_capacity` back.
    pub fn shrink_to(&mut self, min_capacity: usize) {
        self.vec.shrink_to(min_capacity);
    }

    /// Appends text.
    #[inline]
    #[track_caller]
    pub fn push_str(&mut self, string: &str) {
        let bytes = str_bytes(string);
        let count = slice_len(bytes);
        let len = self.vec.len;
        if count > array_len(self.vec.buf) - len {
            self.vec.buf = raw_vec::grown(self.vec.buf, len, count);
        }
        array_copy_val(
            self.vec.buf,
            len,
            slice_array(bytes),
            slice_offset(bytes),
            count,
        );
        self.vec.len = len + count;
    }

    /// Appends a character.
    #[inline]
    #[track_caller]
    pub fn push(&mut self, ch: char) {
        let code = ch as u32;
        if code < 0x80 {
            self.vec.push(code as u8);
        } else {
            self.push_wide(code);
        }
    }

    /// Appends a character that is not ASCII.
    fn push_wide(&mut self, code: u32) {
        self.vec.reserve(4);
        let end = encode(self.vec.buf, self.vec.len, code);
        self.vec.len = end;
    }

    /// Removes the last character.
    pub fn pop(&mut self) -> Option<char> {
        let last = self.as_str().chars().next_back()?;
        self.vec.len -= last.len_utf8();
        Some(last)
    }

    /// Cuts the text off at byte `new_len`.
    #[track_caller]
    pub fn truncate(&mut self, new_len: usize) {
        if new_len <= self.len() {
            self.check_boundary(new_len);
            self.vec.len = new_len;
        }
    }

    /// Removes all text.
    #[inline]
    pub fn clear(&mut self) {
        self.vec.len = 0;
    }

    /// Removes the character that starts at byte `idx`.
    #[track_caller]
    pub fn remove(&mut self, idx: usize) -> char {
        let ch = match self.as_str()[idx..].chars().next() {
            Some(ch) => ch,
            None => panic!("cannot remove a char from the end of a string"),
        };
        let next = idx + ch.len_utf8();
        let len = self.vec.len;
        array_copy(self.vec.buf, idx, self.vec.buf, next, len - next);
        self.vec.len = len - (next - idx);
        ch
    }

    /// Inserts a character at byte `idx`.
    #[track_caller]
    pub fn insert(&mut self, idx: usize, ch: char) {
        let mut encoded = [0; 4];
        self.insert_str(idx, ch.encode_utf8(&mut encoded));
    }

    /// Inserts text at byte `idx`.
    #[track_caller]
    pub fn insert_str(&mut self, idx: usize, string: &str) {
        self.check_boundary(idx);
        let bytes = str_bytes(string);
        let count = slice_len(bytes);
        let len = self.vec.len;
        self.vec.reserve(count);
        array_copy(self.vec.buf, idx + count, self.vec.buf, idx, len - idx);
        array_copy_val(
            self.vec.buf,
            idx,
            slice_array(bytes),
            slice_offset(bytes),
            count,
        );
        self.vec.len = len + count;
    }

    /// Keeps the characters for which `f` answers true.
    pub fn retain<F: FnMut(char) -> bool>(&mut self, mut f: F) {
        let buf = self.vec.buf;
        let len = self.vec.len;
        let mut kept = 0;
        let mut index = 0;
        while index < len {
            let rest = str_from_bytes(slice_from(buf, index, len - index));
            let Some(ch) = rest.chars().next() else { break };
            let width = ch.len_utf8();
            if f(ch) {
                array_copy(buf, kept, buf, index, width);
                kept += width;
            }
            index += width;
        }
        self.vec.len = kept;
    }

    /// Moves the text from byte `at` on into a new string.
    #[track_caller]
    pub fn split_off(&mut self, at: usize) -> String {
        self.check_boundary(at);
        String {
            vec: self.vec.split_off(at),
        }
    }

    /// Removes a range of text and iterates over its characters.
    #[track_caller]
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<'_> {
        let (start, end) = crate::bounds::resolve(&range, self.len());
        self.check_boundary(start);
        self.check_boundary(end);
        Drain::new(self, start, end)
    }

    /// Puts `replace_with` in the place of a range of text.
    #[track_caller]
    pub fn replace_range<R: RangeBounds<usize>>(&mut self, range: R, replace_with: &str) {
        let (start, end) = crate::bounds::resolve(&range, self.len());
        self.check_boundary(start);
        self.check_boundary(end);
        let bytes = str_bytes(replace_with);
        let count = slice_len(bytes);
        let len = self.vec.len;
        self.vec.reserve(count);
        array_copy(self.vec.buf, start + count, self.vec.buf, end, len - end);
        array_copy_val(
            self.vec.buf,
            start,
            slice_array(bytes),
            slice_offset(bytes),
            count,
        );
        self.vec.len = len - (end - start) + count;
    }

    /// Appends a range of the string's own text.
    #[track_caller]
    pub fn extend_from_within<R: RangeBounds<usize>>(&mut self, src: R) {
        let (start, end) = crate::bounds::resolve(&src, self.len());
        self.check_boundary(start);
        self.check_boundary(end);
        self.vec.extend_from_within(start..end);
    }

    /// The text without spare room.
    #[inline]
    pub fn into_boxed_str(self) -> Box<str> {
        box_str_from(self.vec.into_boxed_slice())
    }

    /// The text for ever.
    #[inline]
    pub fn leak<'a>(self) -> &'a mut str {
        let buf = self.vec.buf;
        let len = self.vec.len;
        mem::forget(self);
        str_from_bytes_mut(slice_from_mut(buf, 0, len))
    }

    /// Builds a string from a pointer to the start of an array.
    #[inline]
    pub unsafe fn from_raw_parts(buf: *mut u8, length: usize, capacity: usize) -> String {
        String {
            vec: unsafe { Vec::from_raw_parts(buf, length, capacity) },
        }
    }

    #[inline]
    #[track_caller]
    fn check_boundary(&self, index: usize) {
        if !self.as_str().is_char_boundary(index) {
            boundary_fail();
        }
    }
}

/// Writes the UTF-8 form of `code`, which is not ASCII, from index `at` on; returns the index
/// after it.
fn encode(buf: RawArray<u8>, at: usize, code: u32) -> usize {
    let mut index = at;
    if code < 0x800 {
        array_write(buf, index, 0xC0 | (code >> 6) as u8);
    } else {
        if code < 0x1_0000 {
            array_write(buf, index, 0xE0 | (code >> 12) as u8);
        } else {
            array_write(buf, index, 0xF0 | (code >> 18) as u8);
            index += 1;
            array_write(buf, index, 0x80 | ((code >> 12) & 0x3F) as u8);
        }
        index += 1;
        array_write(buf, index, 0x80 | ((code >> 6) & 0x3F) as u8);
    }
    index += 1;
    array_write(buf, index, 0x80 | (code & 0x3F) as u8);
    index + 1
}

#[cold]
#[inline(never)]
#[track_caller]
fn boundary_fail() -> ! {
    panic!("assertion failed: self.is_char_boundary(at)")
}
