//! `String::drain`.

use core::fmt;
use core::iter::FusedIterator;
use core::str::Chars;

use super::String;
use crate::prim::{array_copy, slice_from, str_from_bytes};

/// Iterator over removed characters; the gap closes when it is dropped.
pub struct Drain<'a> {
    string: &'a mut String,
    chars: Chars<'a>,
    start: usize,
    end: usize,
}

impl<'a> Drain<'a> {
    pub(super) fn new(string: &'a mut String, start: usize, end: usize) -> Drain<'a> {
        let removed: &'a str = str_from_bytes(slice_from(string.vec.buf, start, end - start));
        Drain {
            chars: removed.chars(),
            string,
            start,
            end,
        }
    }

    /// What has not been taken yet.
    pub fn as_str(&self) -> &str {
        self.chars.as_str()
    }
}

impl Drop for Drain<'_> {
    fn drop(&mut self) {
        let buf = self.string.vec.buf;
        let len = self.string.vec.len;
        array_copy(buf, self.start, buf, self.end, len - self.end);
        self.string.vec.len = len - (self.end - self.start);
    }
}

impl Iterator for Drain<'_> {
    type Item = char;

    #[inline]
    fn next(&mut self) -> Option<char> {
        self.chars.next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.chars.size_hint()
    }
}

impl DoubleEndedIterator for Drain<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<char> {
        self.chars.next_back()
    }
}

impl FusedIterator for Drain<'_> {}

impl AsRef<str> for Drain<'_> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Debug for Drain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Drain").field(&self.as_str()).finish()
    }
}
