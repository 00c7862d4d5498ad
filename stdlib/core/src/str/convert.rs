//! Bytes as text.

use super::validate::validate;
use super::Utf8Error;
use crate::intrinsics::{str_from_bytes, str_from_bytes_mut};
use crate::slice;

/// The bytes as text, if they are UTF-8.
pub const fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {
    match validate(v) {
        Ok(()) => Ok(str_from_bytes(v)),
        Err(error) => Err(error),
    }
}

/// The bytes as text, if they are UTF-8.
pub const fn from_utf8_mut(v: &mut [u8]) -> Result<&mut str, Utf8Error> {
    match validate(v) {
        Ok(()) => Ok(str_from_bytes_mut(v)),
        Err(error) => Err(error),
    }
}

/// The bytes, which are UTF-8, as text.
#[inline(always)]
#[must_use]
pub const unsafe fn from_utf8_unchecked(v: &[u8]) -> &str {
    str_from_bytes(v)
}

/// The bytes, which are UTF-8, as text.
#[inline(always)]
#[must_use]
pub const unsafe fn from_utf8_unchecked_mut(v: &mut [u8]) -> &mut str {
    str_from_bytes_mut(v)
}

/// The text of `len` bytes from the one pointed to.
#[inline]
#[must_use]
pub const unsafe fn from_raw_parts<'a>(ptr: *const u8, len: usize) -> &'a str {
    unsafe { str_from_bytes(slice::from_raw_parts(ptr, len)) }
}

/// The text of `len` bytes from the one pointed to.
#[inline]
#[must_use]
pub const unsafe fn from_raw_parts_mut<'a>(ptr: *mut u8, len: usize) -> &'a mut str {
    unsafe { str_from_bytes_mut(slice::from_raw_parts_mut(ptr, len)) }
}

impl str {
    /// The bytes as text, if they are UTF-8.
    #[inline]
    pub const fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {
        from_utf8(v)
    }

    /// The bytes as text, if they are UTF-8.
    #[inline]
    pub const fn from_utf8_mut(v: &mut [u8]) -> Result<&mut str, Utf8Error> {
        from_utf8_mut(v)
    }

    /// The bytes, which are UTF-8, as text.
    #[inline]
    #[must_use]
    pub const unsafe fn from_utf8_unchecked(v: &[u8]) -> &str {
        str_from_bytes(v)
    }

    /// The bytes, which are UTF-8, as text.
    #[inline]
    #[must_use]
    pub const unsafe fn from_utf8_unchecked_mut(v: &mut [u8]) -> &mut str {
        str_from_bytes_mut(v)
    }
}
