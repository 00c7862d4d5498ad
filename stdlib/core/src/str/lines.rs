//! `lines`.

use super::index::part;
use crate::iter::FusedIterator;

/// Iterator over the lines of text.
#[wrc::flat]
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Lines<'a> {
    /// What is left; the line break that ends the text belongs to its last line.
    text: &'a str,
}

impl str {
    /// The lines, without their line breaks.
    #[inline]
    pub fn lines(&self) -> Lines<'_> {
        Lines { text: self }
    }
}

/// The line `start..end` without `\n` or `\r\n` at its end.
#[inline]
fn stripped(text: &str, start: usize, end: usize) -> &str {
    let bytes = text.as_bytes();
    let mut last = end;
    if last > start && bytes[last - 1] == b'\n' {
        last -= 1;
        if last > start && bytes[last - 1] == b'\r' {
            last -= 1;
        }
    }
    part(text, start, last)
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    #[inline]
    fn next(&mut self) -> Option<&'a str> {
        let text = self.text;
        let bytes = text.as_bytes();
        let len = bytes.len();
        if len == 0 {
            return None;
        }
        let mut end = 0;
        while end < len && bytes[end] != b'\n' {
            end += 1;
        }
        if end < len {
            end += 1;
        }
        self.text = part(text, end, len);
        Some(stripped(text, 0, end))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.text.len();
        ((len != 0) as usize, Some(len))
    }

    #[inline]
    fn last(mut self) -> Option<&'a str> {
        self.next_back()
    }
}

impl<'a> DoubleEndedIterator for Lines<'a> {
    #[inline]
    fn next_back(&mut self) -> Option<&'a str> {
        let text = self.text;
        let bytes = text.as_bytes();
        let len = bytes.len();
        if len == 0 {
            return None;
        }
        let mut start = len - 1;
        while start > 0 && bytes[start - 1] != b'\n' {
            start -= 1;
        }
        self.text = part(text, 0, start);
        Some(stripped(text, start, len))
    }
}

impl FusedIterator for Lines<'_> {}

impl crate::fmt::Debug for Lines<'_> {
    fn fmt(&self, _f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        crate::intrinsics::refuse("`{:?}` of this iterator is not supported: it would show fields that are not those of std")
    }
}
