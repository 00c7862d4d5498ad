//! Characters.

mod case;
mod convert;
mod decode;
mod escape;
mod methods;
mod tables;

pub use self::case::{ToLowercase, ToUppercase};
pub use self::convert::{CharTryFromError, ParseCharError, TryFromCharError};
pub use self::decode::{DecodeUtf16, DecodeUtf16Error};
pub use self::escape::{EscapeDebug, EscapeDefault, EscapeUnicode};

pub(crate) use self::escape::{escape_debug, EscapeDebugOptions};

/// The largest character.
pub const MAX: char = char::MAX;

/// Stands for what could not be decoded.
pub const REPLACEMENT_CHARACTER: char = char::REPLACEMENT_CHARACTER;

/// The version of Unicode of the tables.
pub const UNICODE_VERSION: (u8, u8, u8) = char::UNICODE_VERSION;

/// The characters of code units of UTF-16.
#[inline]
pub fn decode_utf16<I: IntoIterator<Item = u16>>(iter: I) -> DecodeUtf16<I::IntoIter> {
    char::decode_utf16(iter)
}

/// The character of a number, if there is one.
#[inline(always)]
#[must_use]
pub const fn from_u32(i: u32) -> Option<char> {
    char::from_u32(i)
}

/// The character of a number, which there is.
#[inline(always)]
#[must_use]
pub const unsafe fn from_u32_unchecked(i: u32) -> char {
    crate::intrinsics::transmute(i)
}

/// The digit of a radix.
#[inline]
#[must_use]
pub const fn from_digit(num: u32, radix: u32) -> Option<char> {
    char::from_digit(num, radix)
}
