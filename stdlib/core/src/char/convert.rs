//! Conversions of characters.

use crate::error::Error;
use crate::fmt;
use crate::str::FromStr;

/// The number is no character.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct CharTryFromError(());

impl fmt::Display for CharTryFromError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("converted integer out of range for `char`")
    }
}

impl Error for CharTryFromError {}

/// The character does not fit the number.
#[derive(Debug, Copy, Clone, PartialEq, Eq)]
pub struct TryFromCharError(pub(crate) ());

impl fmt::Display for TryFromCharError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("unicode code point out of range")
    }
}

impl Error for TryFromCharError {}

/// The text is not one character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseCharError {
    kind: CharErrorKind,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum CharErrorKind {
    EmptyString,
    TooManyChars,
}

impl fmt::Display for ParseCharError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self.kind {
            CharErrorKind::EmptyString => "cannot parse char from empty string",
            CharErrorKind::TooManyChars => "too many characters in string",
        })
    }
}

impl Error for ParseCharError {}

impl FromStr for char {
    type Err = ParseCharError;

    fn from_str(s: &str) -> Result<char, ParseCharError> {
        let mut chars = s.chars();
        match (chars.next(), chars.next()) {
            (None, _) => Err(ParseCharError {
                kind: CharErrorKind::EmptyString,
            }),
            (Some(c), None) => Ok(c),
            _ => Err(ParseCharError {
                kind: CharErrorKind::TooManyChars,
            }),
        }
    }
}

impl TryFrom<u32> for char {
    type Error = CharTryFromError;

    #[inline]
    fn try_from(i: u32) -> Result<char, CharTryFromError> {
        char::from_u32(i).ok_or(CharTryFromError(()))
    }
}

macro_rules! to_number {
    ($($ty:ident)*) => {
        $(
            impl TryFrom<char> for $ty {
                type Error = TryFromCharError;

                #[inline]
                fn try_from(c: char) -> Result<$ty, TryFromCharError> {
                    if c as u32 <= $ty::MAX as u32 {
                        Ok(c as u32 as $ty)
                    } else {
                        Err(TryFromCharError(()))
                    }
                }
            }
        )*
    };
}

to_number! { u8 u16 }

impl TryFrom<char> for usize {
    type Error = TryFromCharError;

    #[inline]
    fn try_from(c: char) -> Result<usize, TryFromCharError> {
        Ok(c as usize)
    }
}
