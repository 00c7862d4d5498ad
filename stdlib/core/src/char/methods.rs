//! Methods of `char`.

use super::tables;
use super::{DecodeUtf16, ToLowercase, ToUppercase};
use crate::fmt::printable::is_grapheme_extended;
use crate::intrinsics::{array_write, slice_array, slice_offset, str_from_bytes_mut, transmute};
use crate::slice::part_mut;

/// Whether a character beyond ASCII is in a set.
#[inline(never)]
fn is_in(set: &'static tables::Set, c: char) -> bool {
    let code = c as u32;
    // The last entry of the index that is not behind the character.
    let mut low = 0;
    let mut high = set.index.len();
    while low + 1 < high {
        let mid = (low + high) / 2;
        if set.index[mid] >> 11 <= code {
            low = mid;
        } else {
            high = mid;
        }
    }
    let mut at = (set.index[low] & 0x7FF) as usize;
    let mut left = code - (set.index[low] >> 11);
    let mut is_member = false;
    while at < set.runs.len() {
        let mut run = 0;
        let mut shift = 0;
        loop {
            let byte = set.runs[at] as u32;
            at += 1;
            run |= (byte & 0x7F) << shift;
            shift += 7;
            if byte < 0x80 {
                break;
            }
        }
        if left < run {
            return is_member;
        }
        left -= run;
        is_member = !is_member;
    }
    is_member
}

impl char {
    /// The smallest character.
    pub const MIN: char = '\0';
    /// The largest character.
    pub const MAX: char = '\u{10FFFF}';
    /// The longest form in UTF-8.
    pub const MAX_LEN_UTF8: usize = 4;
    /// The longest form in UTF-16.
    pub const MAX_LEN_UTF16: usize = 2;
    /// Stands for what could not be decoded.
    pub const REPLACEMENT_CHARACTER: char = '\u{FFFD}';
    /// The version of Unicode of the tables.
    pub const UNICODE_VERSION: (u8, u8, u8) = (17, 0, 0);

    /// The characters of code units of UTF-16.
    #[inline]
    pub fn decode_utf16<I: IntoIterator<Item = u16>>(iter: I) -> DecodeUtf16<I::IntoIter> {
        DecodeUtf16::new(iter.into_iter())
    }

    /// The character of a number, if there is one.
    #[inline]
    #[must_use]
    pub const fn from_u32(i: u32) -> Option<char> {
        if i < 0xD800 || i > 0xDFFF && i <= 0x10FFFF {
            Some(transmute(i))
        } else {
            None
        }
    }

    /// The character of a number, which there is.
    #[inline(always)]
    #[must_use]
    pub const unsafe fn from_u32_unchecked(i: u32) -> char {
        transmute(i)
    }

    /// The digit of a radix up to 36.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn from_digit(num: u32, radix: u32) -> Option<char> {
        if radix > 36 {
            panic!("from_digit: radix is too high (maximum 36)");
        }
        if num >= radix {
            return None;
        }
        let digit = num as u8;
        Some(if digit < 10 {
            (b'0' + digit) as char
        } else {
            (b'a' + digit - 10) as char
        })
    }

    /// Whether it is a digit of a radix.
    #[inline]
    #[track_caller]
    pub const fn is_digit(self, radix: u32) -> bool {
        self.to_digit(radix).is_some()
    }

    /// The value of the digit of a radix from 2 to 36.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn to_digit(self, radix: u32) -> Option<u32> {
        if radix < 2 || radix > 36 {
            panic!("to_digit: invalid radix -- radix must be in the range 2 to 36 inclusive");
        }
        let code = self as u32;
        let value = if code >= '0' as u32 && code <= '9' as u32 {
            code - '0' as u32
        } else {
            let letter = code | 0x20;
            if letter < 'a' as u32 || letter > 'z' as u32 {
                return None;
            }
            letter - 'a' as u32 + 10
        };
        if value < radix {
            Some(value)
        } else {
            None
        }
    }

    /// The number of bytes in UTF-8.
    #[inline]
    #[must_use]
    pub const fn len_utf8(self) -> usize {
        let code = self as u32;
        if code < 0x80 {
            1
        } else if code < 0x800 {
            2
        } else if code < 0x1_0000 {
            3
        } else {
            4
        }
    }

    /// The number of code units in UTF-16.
    #[inline]
    #[must_use]
    pub const fn len_utf16(self) -> usize {
        if (self as u32) < 0x1_0000 {
            1
        } else {
            2
        }
    }

    /// Writes the UTF-8 form to the start of `dst`.
    #[inline]
    #[track_caller]
    #[rustc_do_not_const_check]
    pub const fn encode_utf8(self, dst: &mut [u8]) -> &mut str {
        let len = self.len_utf8();
        if len > dst.len() {
            panic!(
                "encode_utf8: need {len} bytes to encode U+{:x} but buffer has just {}",
                self as u32,
                dst.len()
            );
        }
        let array = slice_array(dst);
        encode_utf8_at(array, slice_offset(dst), self);
        str_from_bytes_mut(part_mut(dst, 0, len))
    }

    /// Writes the UTF-16 form to the start of `dst`.
    #[inline]
    #[track_caller]
    #[rustc_do_not_const_check]
    pub const fn encode_utf16(self, dst: &mut [u16]) -> &mut [u16] {
        let code = self as u32;
        let len = self.len_utf16();
        if len > dst.len() {
            panic!(
                "encode_utf16: need {len} bytes to encode U+{code:x} but buffer has just {}",
                dst.len()
            );
        }
        if len == 1 {
            dst[0] = code as u16;
        } else {
            dst[0] = (0xD7C0 + (code >> 10)) as u16;
            dst[1] = (0xDC00 | code & 0x3FF) as u16;
        }
        part_mut(dst, 0, len)
    }

    /// Whether it is a letter.
    #[inline]
    #[must_use]
    pub fn is_alphabetic(self) -> bool {
        if self.is_ascii() {
            self.is_ascii_alphabetic()
        } else {
            is_in(&tables::ALPHABETIC, self)
        }
    }

    /// Whether it is a small letter.
    #[inline]
    #[must_use]
    pub fn is_lowercase(self) -> bool {
        if self.is_ascii() {
            self.is_ascii_lowercase()
        } else {
            is_in(&tables::LOWERCASE, self)
        }
    }

    /// Whether it is a capital letter.
    #[inline]
    #[must_use]
    pub fn is_uppercase(self) -> bool {
        if self.is_ascii() {
            self.is_ascii_uppercase()
        } else {
            is_in(&tables::UPPERCASE, self)
        }
    }

    /// Whether it is white space.
    #[inline]
    #[must_use]
    pub const fn is_whitespace(self) -> bool {
        match self {
            ' ' | '\x09'..='\x0d' => true,
            '\u{85}' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' => true,
            '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => true,
            _ => false,
        }
    }

    /// Whether it is a letter or a number.
    #[inline]
    #[must_use]
    pub fn is_alphanumeric(self) -> bool {
        if self.is_ascii() {
            self.is_ascii_alphanumeric()
        } else {
            is_in(&tables::ALPHABETIC, self) || is_in(&tables::NUMERIC, self)
        }
    }

    /// Whether it is a control character.
    #[inline]
    #[must_use]
    pub const fn is_control(self) -> bool {
        let code = self as u32;
        code < 0x20 || code >= 0x7F && code < 0xA0
    }

    /// Whether it is a number.
    #[inline]
    #[must_use]
    pub fn is_numeric(self) -> bool {
        if self.is_ascii() {
            self.is_ascii_digit()
        } else {
            is_in(&tables::NUMERIC, self)
        }
    }

    /// Whether it has a case.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub fn is_cased(self) -> bool {
        if self.is_ascii() {
            self.is_ascii_alphabetic()
        } else {
            is_in(&tables::CASED, self)
        }
    }

    /// Whether it does not end a word when the case of letters is decided.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub fn is_case_ignorable(self) -> bool {
        if self.is_ascii() {
            matches!(self, '\'' | '.' | ':' | '^' | '`')
        } else {
            is_in(&tables::CASE_IGNORABLE, self)
        }
    }

    /// Whether it attaches to the one before.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub fn is_grapheme_extended(self) -> bool {
        is_grapheme_extended(self)
    }

    /// The small form.
    #[inline]
    pub fn to_lowercase(self) -> ToLowercase {
        ToLowercase::of(self)
    }

    /// The capital form.
    #[inline]
    pub fn to_uppercase(self) -> ToUppercase {
        ToUppercase::of(self)
    }

    /// Whether it is ASCII.
    #[inline(always)]
    #[must_use]
    pub const fn is_ascii(&self) -> bool {
        (*self as u32) < 0x80
    }

    /// The capital form of an ASCII letter.
    #[inline]
    #[must_use]
    pub const fn to_ascii_uppercase(&self) -> char {
        if self.is_ascii_lowercase() {
            (*self as u8 ^ 0x20) as char
        } else {
            *self
        }
    }

    /// The small form of an ASCII letter.
    #[inline]
    #[must_use]
    pub const fn to_ascii_lowercase(&self) -> char {
        if self.is_ascii_uppercase() {
            (*self as u8 | 0x20) as char
        } else {
            *self
        }
    }

    /// Whether they are equal but for the case of ASCII letters.
    #[inline]
    #[must_use]
    pub const fn eq_ignore_ascii_case(&self, other: &char) -> bool {
        self.to_ascii_lowercase() as u32 == other.to_ascii_lowercase() as u32
    }

    /// Makes an ASCII letter capital.
    #[inline]
    pub const fn make_ascii_uppercase(&mut self) {
        *self = self.to_ascii_uppercase();
    }

    /// Makes an ASCII letter small.
    #[inline]
    pub const fn make_ascii_lowercase(&mut self) {
        *self = self.to_ascii_lowercase();
    }
}

/// Writes the UTF-8 form to `array` from index `at` on; returns the index after it.
#[inline]
pub(crate) const fn encode_utf8_at(
    array: crate::intrinsics::RawArray<u8>,
    at: usize,
    c: char,
) -> usize {
    let code = c as u32;
    if code < 0x80 {
        array_write(array, at, code as u8);
        return at + 1;
    }
    let mut index = at;
    if code < 0x800 {
        array_write(array, index, 0xC0 | (code >> 6) as u8);
    } else {
        if code < 0x1_0000 {
            array_write(array, index, 0xE0 | (code >> 12) as u8);
        } else {
            array_write(array, index, 0xF0 | (code >> 18) as u8);
            index += 1;
            array_write(array, index, 0x80 | ((code >> 12) & 0x3F) as u8);
        }
        index += 1;
        array_write(array, index, 0x80 | ((code >> 6) & 0x3F) as u8);
    }
    index += 1;
    array_write(array, index, 0x80 | (code & 0x3F) as u8);
    index + 1
}

/// One class of ASCII characters.
macro_rules! ascii_class {
    ($($(#[$doc:meta])* $name:ident: $pattern:pat,)*) => {
        $(
            $(#[$doc])*
            #[inline]
            #[must_use]
            pub const fn $name(&self) -> bool {
                (*self as u32) < 0x80 && matches!(*self as u8, $pattern)
            }
        )*
    };
}

/// The classes of ASCII characters, for characters and for bytes.
macro_rules! ascii_classes {
    ($($ty:ident)*) => {
        $(
            impl $ty {
                ascii_class! {
                    /// Whether it is an ASCII letter.
                    is_ascii_alphabetic: b'A'..=b'Z' | b'a'..=b'z',
                    /// Whether it is a capital ASCII letter.
                    is_ascii_uppercase: b'A'..=b'Z',
                    /// Whether it is a small ASCII letter.
                    is_ascii_lowercase: b'a'..=b'z',
                    /// Whether it is an ASCII letter or digit.
                    is_ascii_alphanumeric: b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z',
                    /// Whether it is an ASCII digit.
                    is_ascii_digit: b'0'..=b'9',
                    /// Whether it is an octal ASCII digit.
                    is_ascii_octdigit: b'0'..=b'7',
                    /// Whether it is a hexadecimal ASCII digit.
                    is_ascii_hexdigit: b'0'..=b'9' | b'A'..=b'F' | b'a'..=b'f',
                    /// Whether it is ASCII punctuation.
                    is_ascii_punctuation: b'!'..=b'/' | b':'..=b'@' | b'['..=b'`' | b'{'..=b'~',
                    /// Whether it is visible ASCII.
                    is_ascii_graphic: b'!'..=b'~',
                    /// Whether it is ASCII white space.
                    is_ascii_whitespace: b'\t' | b'\n' | b'\x0C' | b'\r' | b' ',
                    /// Whether it is an ASCII control character.
                    is_ascii_control: b'\0'..=b'\x1F' | b'\x7F',
                }
            }
        )*
    };
}

ascii_classes! { char u8 }
