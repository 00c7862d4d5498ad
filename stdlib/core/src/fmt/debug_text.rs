//! `{:?}` of text: quotes and escapes.

use super::printable::{is_grapheme_extended, is_printable};
use super::text::{encode_utf8, text};
use super::{Debug, Display, Formatter, Result, Write};
use crate::intrinsics::{array_new, array_read, array_write, slice_array, slice_len, slice_offset};
use crate::intrinsics::{str_bytes, RawArray};

/// The longest escape, `\u{10ffff}`.
const ESCAPE_MAX: usize = 10;

/// Writes the escape of `c` to `buf` and returns its length; 0 if `c` stands for itself.
fn escape(buf: RawArray<u8>, c: char, quote: char) -> usize {
    let letter = match c {
        '\0' => b'0',
        '\t' => b't',
        '\r' => b'r',
        '\n' => b'n',
        '\\' => b'\\',
        _ if c == quote => quote as u8,
        _ if is_printable(c) && !is_grapheme_extended(c) => return 0,
        _ => return escape_unicode(buf, c as u32),
    };
    array_write(buf, 0, b'\\');
    array_write(buf, 1, letter);
    2
}

/// `\u{…}`, with as few digits as possible.
fn escape_unicode(buf: RawArray<u8>, code: u32) -> usize {
    array_write(buf, 0, b'\\');
    array_write(buf, 1, b'u');
    array_write(buf, 2, b'{');
    let mut shift = 20;
    while shift > 0 && code >> shift == 0 {
        shift -= 4;
    }
    let mut at = 3;
    loop {
        let digit = (code >> shift & 15) as u8;
        array_write(
            buf,
            at,
            if digit < 10 {
                b'0' + digit
            } else {
                b'a' - 10 + digit
            },
        );
        at += 1;
        if shift == 0 {
            break;
        }
        shift -= 4;
    }
    array_write(buf, at, b'}');
    at + 1
}

/// The character that starts at byte `at`, and its length.
fn decode(array: RawArray<u8>, at: usize) -> (u32, usize) {
    let first = array_read(array, at) as u32;
    if first < 0x80 {
        return (first, 1);
    }
    let second = array_read(array, at + 1) as u32 & 0x3F;
    if first < 0xE0 {
        return ((first & 0x1F) << 6 | second, 2);
    }
    let third = array_read(array, at + 2) as u32 & 0x3F;
    if first < 0xF0 {
        return ((first & 0x0F) << 12 | second << 6 | third, 3);
    }
    let fourth = array_read(array, at + 3) as u32 & 0x3F;
    ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
}

/// Runs of characters that stand for themselves are written at once.
impl Debug for str {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let bytes = str_bytes(self);
        let array = slice_array(bytes);
        let mut at = slice_offset(bytes);
        let end = at + slice_len(bytes);
        let buf = array_new(ESCAPE_MAX);
        let mut run = at;
        f.write_char('"')?;
        while at < end {
            let (code, len) = decode(array, at);
            let escaped = escape(buf, crate::intrinsics::transmute::<u32, char>(code), '"');
            if escaped != 0 {
                if run < at {
                    f.write_str(text(array, run, at - run))?;
                }
                f.write_str(text(buf, 0, escaped))?;
                run = at + len;
            }
            at += len;
        }
        if run < end {
            f.write_str(text(array, run, end - run))?;
        }
        f.write_char('"')
    }
}

impl Display for str {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad(self)
    }
}

impl Debug for char {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let buf = array_new(ESCAPE_MAX);
        f.write_char('\'')?;
        match escape(buf, *self, '\'') {
            0 => f.write_char(*self)?,
            len => f.write_str(text(buf, 0, len))?,
        }
        f.write_char('\'')
    }
}

impl Display for char {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if !f.has_spec() {
            return f.write_char(*self);
        }
        let buf = array_new(4);
        let len = encode_utf8(buf, 0, *self as u32);
        f.pad(text(buf, 0, len))
    }
}
