//! Strings that end with a zero.

use crate::cmp::Ordering;
use crate::error::Error;
use crate::fmt::{self, Write};
use crate::str::{self, Utf8Error};

/// Bytes of which the last one is zero, and no other.
#[lang = "CStr"]
#[rustc_has_incoherent_inherent_impls]
pub struct CStr {
    inner: [u8],
}

/// The bytes do not end at their first zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FromBytesWithNulError {
    /// There is a zero before the end.
    InteriorNul {
        /// Where it is.
        position: usize,
    },
    /// There is no zero at the end.
    NotNulTerminated,
}

impl fmt::Display for FromBytesWithNulError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InteriorNul { position } => {
                write!(
                    f,
                    "data provided contains an interior nul byte at pos {position}"
                )
            }
            Self::NotNulTerminated => f.write_str("data provided is not nul terminated"),
        }
    }
}

impl Error for FromBytesWithNulError {}

/// There is no zero.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FromBytesUntilNulError(());

impl fmt::Display for FromBytesUntilNulError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("data provided does not contain a nul")
    }
}

impl Error for FromBytesUntilNulError {}

impl CStr {
    /// The bytes up to the first zero.
    pub fn from_bytes_until_nul(bytes: &[u8]) -> Result<&CStr, FromBytesUntilNulError> {
        let mut index = 0;
        while index < bytes.len() {
            if bytes[index] == 0 {
                return Ok(unsafe { CStr::from_bytes_with_nul_unchecked(&bytes[..index + 1]) });
            }
            index += 1;
        }
        Err(FromBytesUntilNulError(()))
    }

    /// The bytes, which must end at their first zero.
    pub fn from_bytes_with_nul(bytes: &[u8]) -> Result<&Self, FromBytesWithNulError> {
        let mut index = 0;
        while index < bytes.len() {
            if bytes[index] == 0 {
                if index + 1 == bytes.len() {
                    return Ok(unsafe { CStr::from_bytes_with_nul_unchecked(bytes) });
                }
                return Err(FromBytesWithNulError::InteriorNul { position: index });
            }
            index += 1;
        }
        Err(FromBytesWithNulError::NotNulTerminated)
    }

    /// The bytes, which end at their first zero.
    #[inline]
    #[must_use]
    pub const unsafe fn from_bytes_with_nul_unchecked(bytes: &[u8]) -> &CStr {
        unsafe { &*(bytes as *const [u8] as *const CStr) }
    }

    /// The number of bytes before the zero.
    #[inline]
    pub const fn count_bytes(&self) -> usize {
        self.inner.len() - 1
    }

    /// Whether there are no bytes before the zero.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.inner.len() == 1
    }

    /// The bytes before the zero.
    #[inline]
    #[must_use]
    pub fn to_bytes(&self) -> &[u8] {
        &self.inner[..self.inner.len() - 1]
    }

    /// All bytes.
    #[inline]
    #[must_use]
    pub const fn to_bytes_with_nul(&self) -> &[u8] {
        &self.inner
    }

    /// The bytes as text.
    pub fn to_str(&self) -> Result<&str, Utf8Error> {
        str::from_utf8(self.to_bytes())
    }
}

impl fmt::Debug for CStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for chunk in self.to_bytes().utf8_chunks() {
            for c in chunk.valid().chars() {
                match c {
                    '\0' => f.write_str("\\0")?,
                    '\x01'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\x7f' => {
                        write!(f, "\\x{:02x}", u32::from(c))?;
                    }
                    _ => write!(f, "{}", c.escape_debug())?,
                }
            }
            write!(f, "{}", chunk.invalid().escape_ascii())?;
        }
        f.write_char('"')
    }
}

impl PartialEq for CStr {
    fn eq(&self, other: &CStr) -> bool {
        self.to_bytes() == other.to_bytes()
    }
}

impl Eq for CStr {}

impl PartialOrd for CStr {
    fn partial_cmp(&self, other: &CStr) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for CStr {
    fn cmp(&self, other: &CStr) -> Ordering {
        self.to_bytes().cmp(other.to_bytes())
    }
}

impl AsRef<CStr> for CStr {
    fn as_ref(&self) -> &CStr {
        self
    }
}
