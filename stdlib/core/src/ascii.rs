//! Bytes as ASCII.

use crate::fmt::{self, Write};
use crate::iter::FusedIterator;

/// Iterator of `escape_default`.
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct EscapeDefault {
    bytes: [u8; 4],
    start: usize,
    end: usize,
}

/// The byte, escaped as in a literal.
pub fn escape_default(c: u8) -> EscapeDefault {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let (bytes, end) = match c {
        b'\t' => ([b'\\', b't', 0, 0], 2),
        b'\r' => ([b'\\', b'r', 0, 0], 2),
        b'\n' => ([b'\\', b'n', 0, 0], 2),
        b'\\' | b'\'' | b'"' => ([b'\\', c, 0, 0], 2),
        b' '..=b'~' => ([c, 0, 0, 0], 1),
        _ => (
            [
                b'\\',
                b'x',
                DIGITS[(c >> 4) as usize],
                DIGITS[(c & 0xF) as usize],
            ],
            4,
        ),
    };
    EscapeDefault {
        bytes,
        start: 0,
        end,
    }
}

impl Iterator for EscapeDefault {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        if self.start == self.end {
            return None;
        }
        let byte = self.bytes[self.start];
        self.start += 1;
        Some(byte)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.end - self.start;
        (len, Some(len))
    }
}

impl DoubleEndedIterator for EscapeDefault {
    fn next_back(&mut self) -> Option<u8> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        Some(self.bytes[self.end])
    }
}

impl ExactSizeIterator for EscapeDefault {}
impl FusedIterator for EscapeDefault {}

impl fmt::Display for EscapeDefault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in self.clone() {
            f.write_char(byte as char)?;
        }
        Ok(())
    }
}

impl fmt::Debug for EscapeDefault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EscapeDefault").finish_non_exhaustive()
    }
}

impl u8 {
    /// Whether it is ASCII.
    #[inline(always)]
    #[must_use]
    pub const fn is_ascii(&self) -> bool {
        *self < 0x80
    }

    /// The capital form of an ASCII letter.
    #[inline]
    #[must_use]
    pub const fn to_ascii_uppercase(&self) -> u8 {
        if self.is_ascii_lowercase() {
            *self ^ 0x20
        } else {
            *self
        }
    }

    /// The small form of an ASCII letter.
    #[inline]
    #[must_use]
    pub const fn to_ascii_lowercase(&self) -> u8 {
        if self.is_ascii_uppercase() {
            *self | 0x20
        } else {
            *self
        }
    }

    /// Whether they are equal but for the case of letters.
    #[inline]
    #[must_use]
    pub const fn eq_ignore_ascii_case(&self, other: &u8) -> bool {
        self.to_ascii_lowercase() == other.to_ascii_lowercase()
    }

    /// Makes a letter capital.
    #[inline]
    pub const fn make_ascii_uppercase(&mut self) {
        *self = self.to_ascii_uppercase();
    }

    /// Makes a letter small.
    #[inline]
    pub const fn make_ascii_lowercase(&mut self) {
        *self = self.to_ascii_lowercase();
    }

    /// Whether a character of UTF-8 can start here.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn is_utf8_char_boundary(self) -> bool {
        self as i8 >= -0x40
    }

    /// The byte, escaped as in a literal.
    #[inline]
    pub fn escape_ascii(self) -> EscapeDefault {
        escape_default(self)
    }
}
