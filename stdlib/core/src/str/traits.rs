//! Comparison of text, and values from text.

use crate::cmp::Ordering;
use crate::error::Error;
use crate::fmt;
use crate::slice::bytes_eq;

/// Types whose values a text can say.
pub trait FromStr: Sized {
    /// Why a text does not.
    type Err;

    /// The value that a text says.
    fn from_str(s: &str) -> Result<Self, Self::Err>;
}

/// Whether two texts are equal; patterns call this.
#[inline]
pub fn str_eq(left: &str, right: &str) -> bool {
    bytes_eq(left.as_bytes(), right.as_bytes())
}

impl PartialEq for str {
    #[inline]
    fn eq(&self, other: &str) -> bool {
        bytes_eq(self.as_bytes(), other.as_bytes())
    }
}

impl Eq for str {}

impl Ord for str {
    #[inline]
    fn cmp(&self, other: &str) -> Ordering {
        self.as_bytes().cmp(other.as_bytes())
    }
}

impl PartialOrd for str {
    #[inline]
    fn partial_cmp(&self, other: &str) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Default for &str {
    #[inline]
    fn default() -> Self {
        ""
    }
}

impl Default for &mut str {
    #[inline]
    fn default() -> Self {
        unsafe { super::from_utf8_unchecked_mut(&mut []) }
    }
}

/// The text is neither `true` nor `false`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParseBoolError;

impl fmt::Display for ParseBoolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("provided string was not `true` or `false`")
    }
}

impl Error for ParseBoolError {}

impl FromStr for bool {
    type Err = ParseBoolError;

    fn from_str(s: &str) -> Result<bool, ParseBoolError> {
        match s {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(ParseBoolError),
        }
    }
}
