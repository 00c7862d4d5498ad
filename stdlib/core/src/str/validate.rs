//! Whether bytes are UTF-8.

use crate::error::Error;
use crate::fmt;
use crate::intrinsics::{array_read, slice_array, slice_len, slice_offset};

/// The bytes are not UTF-8.
#[derive(Copy, Eq, PartialEq, Clone, Debug)]
pub struct Utf8Error {
    pub(super) valid_up_to: usize,
    pub(super) error_len: Option<u8>,
}

impl Utf8Error {
    /// How many bytes are UTF-8.
    #[must_use]
    #[inline]
    pub const fn valid_up_to(&self) -> usize {
        self.valid_up_to
    }

    /// How many bytes after them are not; `None` if the bytes end too early.
    #[must_use]
    #[inline]
    pub const fn error_len(&self) -> Option<usize> {
        match self.error_len {
            Some(len) => Some(len as usize),
            None => None,
        }
    }
}

impl fmt::Display for Utf8Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.error_len {
            Some(error_len) => write!(
                f,
                "invalid utf-8 sequence of {} bytes from index {}",
                error_len, self.valid_up_to
            ),
            None => write!(
                f,
                "incomplete utf-8 byte sequence from index {}",
                self.valid_up_to
            ),
        }
    }
}

impl Error for Utf8Error {}

/// Checks that the bytes are UTF-8.
pub(super) const fn validate(bytes: &[u8]) -> Result<(), Utf8Error> {
    let array = slice_array(bytes);
    let offset = slice_offset(bytes);
    let len = slice_len(bytes);
    let mut at = 0;
    while at < len {
        let first = array_read(array, offset + at);
        if first < 0x80 {
            at += 1;
            continue;
        }
        // How many bytes follow, and in which range the first of them lies.
        let (follow, low, high) = match first {
            0xC2..=0xDF => (1, 0x80, 0xBF),
            0xE0 => (2, 0xA0, 0xBF),
            0xE1..=0xEC | 0xEE..=0xEF => (2, 0x80, 0xBF),
            0xED => (2, 0x80, 0x9F),
            0xF0 => (3, 0x90, 0xBF),
            0xF1..=0xF3 => (3, 0x80, 0xBF),
            0xF4 => (3, 0x80, 0x8F),
            _ => {
                return Err(Utf8Error {
                    valid_up_to: at,
                    error_len: Some(1),
                })
            }
        };
        let mut index = 1;
        while index <= follow {
            if at + index >= len {
                return Err(Utf8Error {
                    valid_up_to: at,
                    error_len: None,
                });
            }
            let byte = array_read(array, offset + at + index);
            let is_valid = if index == 1 {
                byte >= low && byte <= high
            } else {
                byte >= 0x80 && byte <= 0xBF
            };
            if !is_valid {
                return Err(Utf8Error {
                    valid_up_to: at,
                    error_len: Some(index as u8),
                });
            }
            index += 1;
        }
        at += follow + 1;
    }
    Ok(())
}
