//! `encode_utf16`.

use super::Chars;
use crate::fmt;
use crate::iter::FusedIterator;

/// Iterator over the code units of text in UTF-16.
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct EncodeUtf16<'a> {
    chars: Chars<'a>,
    /// The second half of a pair, or 0.
    extra: u16,
}

impl str {
    /// The code units in UTF-16.
    pub fn encode_utf16(&self) -> EncodeUtf16<'_> {
        EncodeUtf16 {
            chars: self.chars(),
            extra: 0,
        }
    }
}

impl Iterator for EncodeUtf16<'_> {
    type Item = u16;

    #[inline]
    fn next(&mut self) -> Option<u16> {
        if self.extra != 0 {
            let unit = self.extra;
            self.extra = 0;
            return Some(unit);
        }
        let code = self.chars.next()? as u32;
        if code < 0x1_0000 {
            return Some(code as u16);
        }
        self.extra = (0xDC00 | code & 0x3FF) as u16;
        Some((0xD7C0 + (code >> 10)) as u16)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.chars.as_str().len();
        let extra = (self.extra != 0) as usize;
        (len.div_ceil(3) + extra, Some(len + extra))
    }
}

impl FusedIterator for EncodeUtf16<'_> {}

impl fmt::Debug for EncodeUtf16<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EncodeUtf16").finish_non_exhaustive()
    }
}
