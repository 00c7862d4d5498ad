//! Bytes that are text in parts.

use super::validate::validate;
use crate::fmt;
use crate::intrinsics::str_from_bytes;
use crate::iter::FusedIterator;
use crate::slice::part;

/// Text, and the bytes after it that are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utf8Chunk<'a> {
    valid: &'a str,
    invalid: &'a [u8],
}

impl<'a> Utf8Chunk<'a> {
    /// The text.
    #[must_use]
    pub fn valid(&self) -> &'a str {
        self.valid
    }

    /// The bytes after it.
    #[must_use]
    pub fn invalid(&self) -> &'a [u8] {
        self.invalid
    }
}

/// Iterator over the parts of bytes that are text.
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Utf8Chunks<'a> {
    source: &'a [u8],
}

impl<'a> Utf8Chunks<'a> {
    pub(crate) fn new(source: &'a [u8]) -> Utf8Chunks<'a> {
        Utf8Chunks { source }
    }
}

impl<'a> Iterator for Utf8Chunks<'a> {
    type Item = Utf8Chunk<'a>;

    fn next(&mut self) -> Option<Utf8Chunk<'a>> {
        let source = self.source;
        let len = source.len();
        if len == 0 {
            return None;
        }
        let (valid, invalid) = match validate(source) {
            Ok(()) => (len, 0),
            Err(error) => match error.error_len() {
                Some(error_len) => (error.valid_up_to, error_len),
                None => (error.valid_up_to, len - error.valid_up_to),
            },
        };
        self.source = part(source, valid + invalid, len - valid - invalid);
        Some(Utf8Chunk {
            valid: str_from_bytes(part(source, 0, valid)),
            invalid: part(source, valid, invalid),
        })
    }
}

impl FusedIterator for Utf8Chunks<'_> {}

impl fmt::Debug for Utf8Chunks<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
