//! Characters from UTF-16.

use crate::error::Error;
use crate::fmt;
use crate::intrinsics::transmute;
use crate::iter::FusedIterator;

/// Iterator of `decode_utf16`.
#[derive(Clone, Debug)]
pub struct DecodeUtf16<I: Iterator<Item = u16>> {
    iter: I,
    buf: Option<u16>,
}

/// A surrogate without its other half.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct DecodeUtf16Error {
    code: u16,
}

impl<I: Iterator<Item = u16>> DecodeUtf16<I> {
    #[inline]
    pub(super) fn new(iter: I) -> DecodeUtf16<I> {
        DecodeUtf16 { iter, buf: None }
    }
}

impl<I: Iterator<Item = u16>> Iterator for DecodeUtf16<I> {
    type Item = Result<char, DecodeUtf16Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let unit = match self.buf.take() {
            Some(unit) => unit,
            None => self.iter.next()?,
        };
        if unit & 0xF800 != 0xD800 {
            return Some(Ok(transmute(unit as u32)));
        }
        if unit >= 0xDC00 {
            return Some(Err(DecodeUtf16Error { code: unit }));
        }
        let low = match self.iter.next() {
            Some(low) => low,
            None => return Some(Err(DecodeUtf16Error { code: unit })),
        };
        if low & 0xFC00 != 0xDC00 {
            self.buf = Some(low);
            return Some(Err(DecodeUtf16Error { code: unit }));
        }
        let code = 0x1_0000 + ((unit as u32 & 0x3FF) << 10 | low as u32 & 0x3FF);
        Some(Ok(transmute(code)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (lower, upper) = self.iter.size_hint();
        let waiting = self.buf.is_some() as usize;
        (
            lower.div_ceil(2),
            match upper {
                Some(upper) => upper.checked_add(waiting),
                None => None,
            },
        )
    }
}

impl<I: Iterator<Item = u16> + FusedIterator> FusedIterator for DecodeUtf16<I> {}

impl DecodeUtf16Error {
    /// The surrogate.
    #[must_use]
    pub fn unpaired_surrogate(&self) -> u16 {
        self.code
    }
}

impl fmt::Display for DecodeUtf16Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unpaired surrogate found: {:x}", self.code)
    }
}

impl Error for DecodeUtf16Error {}
