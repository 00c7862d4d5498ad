//! Strings from bytes and from UTF-16, which may not be text.

use core::error::Error;
use core::fmt;
use core::str::{self, Utf8Error};

use super::String;
use crate::borrow::Cow;
use crate::prim::str_from_bytes;
use crate::vec::Vec;

/// Bytes that are not UTF-8, and why.
#[derive(Debug, PartialEq, Eq, Clone)]
pub struct FromUtf8Error {
    bytes: Vec<u8>,
    error: Utf8Error,
}

impl FromUtf8Error {
    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Why.
    pub fn utf8_error(&self) -> Utf8Error {
        self.error
    }

    /// The text, with U+FFFD for what is none.
    pub fn into_utf8_lossy(self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

impl fmt::Display for FromUtf8Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

impl Error for FromUtf8Error {}

/// The error of code units that are not UTF-16.
#[derive(Debug)]
pub struct FromUtf16Error(());

impl fmt::Display for FromUtf16Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt("invalid utf-16: lone surrogate found", f)
    }
}

impl Error for FromUtf16Error {}

impl String {
    /// Checks that the bytes are UTF-8.
    #[inline]
    pub fn from_utf8(vec: Vec<u8>) -> Result<String, FromUtf8Error> {
        match str::from_utf8(&vec) {
            Ok(_) => Ok(String { vec }),
            Err(error) => Err(FromUtf8Error { bytes: vec, error }),
        }
    }

    /// Takes the bytes for UTF-8.
    #[inline]
    pub unsafe fn from_utf8_unchecked(bytes: Vec<u8>) -> String {
        String { vec: bytes }
    }

    /// The text, with U+FFFD for what is none.
    pub fn from_utf8_lossy(v: &[u8]) -> Cow<'_, str> {
        let error = match str::from_utf8(v) {
            Ok(text) => return Cow::Borrowed(text),
            Err(error) => error,
        };
        Cow::Owned(replace_invalid(v, error))
    }

    /// As `from_utf8_lossy`, but takes the bytes.
    pub fn from_utf8_lossy_owned(v: Vec<u8>) -> String {
        match String::from_utf8(v) {
            Ok(text) => text,
            Err(error) => error.into_utf8_lossy(),
        }
    }

    /// Decodes UTF-16.
    pub fn from_utf16(v: &[u16]) -> Result<String, FromUtf16Error> {
        let mut text = String::with_capacity(v.len());
        for unit in char::decode_utf16(v.iter().cloned()) {
            match unit {
                Ok(ch) => text.push(ch),
                Err(_) => return Err(FromUtf16Error(())),
            }
        }
        Ok(text)
    }

    /// Decodes UTF-16, with U+FFFD for lone surrogates.
    pub fn from_utf16_lossy(v: &[u16]) -> String {
        let mut text = String::with_capacity(v.len());
        for unit in char::decode_utf16(v.iter().cloned()) {
            text.push(unit.unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        text
    }
}

fn replace_invalid(bytes: &[u8], first: Utf8Error) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    let mut error = first;
    loop {
        let valid = error.valid_up_to();
        text.push_str(str_from_bytes(&rest[..valid]));
        text.push('\u{FFFD}');
        let Some(skip) = error.error_len() else {
            return text;
        };
        rest = &rest[valid + skip..];
        match str::from_utf8(rest) {
            Ok(tail) => {
                text.push_str(tail);
                return text;
            }
            Err(next) => error = next,
        }
    }
}
