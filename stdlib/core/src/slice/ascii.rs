//! Bytes as ASCII.

use crate::ascii;
use crate::fmt::{self, Write};
use crate::iter::FusedIterator;

impl [u8] {
    /// Whether all bytes are ASCII.
    #[must_use]
    pub const fn is_ascii(&self) -> bool {
        let mut index = 0;
        while index < self.len() {
            if self[index] >= 0x80 {
                return false;
            }
            index += 1;
        }
        true
    }

    /// Whether the bytes are equal but for the case of letters.
    #[must_use]
    pub const fn eq_ignore_ascii_case(&self, other: &[u8]) -> bool {
        if self.len() != other.len() {
            return false;
        }
        let mut index = 0;
        while index < self.len() {
            if !self[index].eq_ignore_ascii_case(&other[index]) {
                return false;
            }
            index += 1;
        }
        true
    }

    /// Makes the letters capital.
    #[inline]
    pub const fn make_ascii_uppercase(&mut self) {
        let mut index = 0;
        while index < self.len() {
            self[index] = self[index].to_ascii_uppercase();
            index += 1;
        }
    }

    /// Makes the letters small.
    #[inline]
    pub const fn make_ascii_lowercase(&mut self) {
        let mut index = 0;
        while index < self.len() {
            self[index] = self[index].to_ascii_lowercase();
            index += 1;
        }
    }

    /// The bytes, escaped as in a literal.
    #[must_use = "this returns the escaped bytes as an iterator, without modifying the original"]
    pub fn escape_ascii(&self) -> EscapeAscii<'_> {
        EscapeAscii {
            bytes: self,
            front: None,
            back: None,
        }
    }

    /// Without white space at the start.
    #[inline]
    #[must_use]
    pub const fn trim_ascii_start(&self) -> &[u8] {
        let mut start = 0;
        while start < self.len() && self[start].is_ascii_whitespace() {
            start += 1;
        }
        super::part(self, start, self.len() - start)
    }

    /// Without white space at the end.
    #[inline]
    #[must_use]
    pub const fn trim_ascii_end(&self) -> &[u8] {
        let mut end = self.len();
        while end > 0 && self[end - 1].is_ascii_whitespace() {
            end -= 1;
        }
        super::part(self, 0, end)
    }

    /// Without white space at both ends.
    #[inline]
    #[must_use]
    pub const fn trim_ascii(&self) -> &[u8] {
        self.trim_ascii_start().trim_ascii_end()
    }

    /// The parts that are UTF-8, each with what follows and is not.
    pub fn utf8_chunks(&self) -> crate::str::Utf8Chunks<'_> {
        crate::str::Utf8Chunks::new(self)
    }
}

/// Iterator of `escape_ascii`.
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct EscapeAscii<'a> {
    bytes: &'a [u8],
    front: Option<ascii::EscapeDefault>,
    back: Option<ascii::EscapeDefault>,
}

impl Iterator for EscapeAscii<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        loop {
            if let Some(escape) = &mut self.front {
                match escape.next() {
                    None => self.front = None,
                    byte => return byte,
                }
            }
            match self.bytes.split_first() {
                Some((&first, rest)) => {
                    self.bytes = rest;
                    self.front = Some(ascii::escape_default(first));
                }
                None => {
                    return match &mut self.back {
                        Some(escape) => escape.next(),
                        None => None,
                    }
                }
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.bytes.len(), None)
    }
}

impl DoubleEndedIterator for EscapeAscii<'_> {
    fn next_back(&mut self) -> Option<u8> {
        loop {
            if let Some(escape) = &mut self.back {
                match escape.next_back() {
                    None => self.back = None,
                    byte => return byte,
                }
            }
            match self.bytes.split_last() {
                Some((&last, rest)) => {
                    self.bytes = rest;
                    self.back = Some(ascii::escape_default(last));
                }
                None => {
                    return match &mut self.front {
                        Some(escape) => escape.next_back(),
                        None => None,
                    }
                }
            }
        }
    }
}

impl FusedIterator for EscapeAscii<'_> {}

impl fmt::Display for EscapeAscii<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in self.clone() {
            f.write_char(byte as char)?;
        }
        Ok(())
    }
}

impl fmt::Debug for EscapeAscii<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EscapeAscii").finish_non_exhaustive()
    }
}
