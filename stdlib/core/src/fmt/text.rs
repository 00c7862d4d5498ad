//! Text as the formatter needs it: counting and encoding characters over the raw bytes.

use super::Result;
use crate::intrinsics::{array_new, array_read, array_write, slice_array, slice_from, slice_len};
use crate::intrinsics::{slice_offset, str_bytes, str_from_bytes, RawArray};

/// How many characters `s` has: its bytes that do not continue one.
pub(super) fn char_count(s: &str) -> usize {
    let bytes = str_bytes(s);
    let array = slice_array(bytes);
    let mut index = slice_offset(bytes);
    let end = index + slice_len(bytes);
    let mut count = 0;
    while index < end {
        if array_read(array, index) & 0xC0 != 0x80 {
            count += 1;
        }
        index += 1;
    }
    count
}

/// The first `count` characters of `s`, or all of it.
pub(super) fn prefix_of_chars(s: &str, count: usize) -> &str {
    let bytes = str_bytes(s);
    let array = slice_array(bytes);
    let start = slice_offset(bytes);
    let len = slice_len(bytes);
    let mut left = count;
    let mut index = 0;
    while index < len {
        if array_read(array, start + index) & 0xC0 != 0x80 {
            if left == 0 {
                return text(array, start, index);
            }
            left -= 1;
        }
        index += 1;
    }
    s
}

/// `len` bytes of `array` from `start` on, which must be UTF-8.
#[inline(always)]
pub(super) fn text<'a>(array: RawArray<u8>, start: usize, len: usize) -> &'a str {
    str_from_bytes(slice_from(array, start, len))
}

/// Passes the UTF-8 form of `c` to `then`.
#[inline]
pub(super) fn with_utf8<F: FnOnce(&str) -> Result>(c: char, then: F) -> Result {
    let buf = array_new(4);
    let len = encode_utf8(buf, 0, c as u32);
    then(text(buf, 0, len))
}

/// Writes the UTF-8 form of `code` to `buf` from index `at` on; returns the index after it.
pub(super) fn encode_utf8(buf: RawArray<u8>, at: usize, code: u32) -> usize {
    if code < 0x80 {
        array_write(buf, at, code as u8);
        return at + 1;
    }
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
