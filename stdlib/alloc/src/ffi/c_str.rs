//! `CString`.

use core::borrow::Borrow;
use core::error::Error;
use core::ffi::CStr;
use core::fmt;
use core::ops::Deref;
use core::str::Utf8Error;

use crate::borrow::{Cow, ToOwned};
use crate::boxed::Box;
use crate::string::String;
use crate::vec::Vec;

/// Bytes without a zero, and a zero at the end.
#[derive(PartialEq, PartialOrd, Eq, Ord, Hash, Clone)]
pub struct CString {
    inner: Vec<u8>,
}

/// A zero byte where none may be: its index, and the bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NulError(usize, Vec<u8>);

impl NulError {
    /// Where the zero is.
    pub fn nul_position(&self) -> usize {
        self.0
    }

    /// The bytes.
    pub fn into_vec(self) -> Vec<u8> {
        self.1
    }
}

impl fmt::Display for NulError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "nul byte found in provided data at position: {}", self.0)
    }
}

impl Error for NulError {}

/// Bytes whose first zero is not at the end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FromVecWithNulError {
    position: Option<usize>,
    bytes: Vec<u8>,
}

impl FromVecWithNulError {
    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl fmt::Display for FromVecWithNulError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.position {
            Some(position) => {
                write!(
                    f,
                    "data provided contains an interior nul byte at byte position {position}"
                )
            }
            None => f.write_str("data provided is not nul terminated"),
        }
    }
}

impl Error for FromVecWithNulError {}

/// A `CString` that is not UTF-8.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IntoStringError {
    inner: CString,
    error: Utf8Error,
}

impl IntoStringError {
    /// The string.
    pub fn into_cstring(self) -> CString {
        self.inner
    }

    /// Why it is not UTF-8.
    pub fn utf8_error(&self) -> Utf8Error {
        self.error
    }
}

impl fmt::Display for IntoStringError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("C string contained non-utf8 bytes")
    }
}

impl Error for IntoStringError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.error)
    }
}

impl CString {
    /// Appends the zero.
    pub fn new<T: Into<Vec<u8>>>(t: T) -> Result<CString, NulError> {
        let bytes: Vec<u8> = t.into();
        match bytes.iter().position(|byte| *byte == 0) {
            Some(position) => Err(NulError(position, bytes)),
            None => Ok(CString::with_zero(bytes)),
        }
    }

    fn with_zero(mut bytes: Vec<u8>) -> CString {
        bytes.push(0);
        CString { inner: bytes }
    }

    /// Appends the zero; there is no other.
    pub unsafe fn from_vec_unchecked(v: Vec<u8>) -> CString {
        CString::with_zero(v)
    }

    /// Bytes with their zero.
    pub fn from_vec_with_nul(v: Vec<u8>) -> Result<CString, FromVecWithNulError> {
        match v.iter().position(|byte| *byte == 0) {
            Some(position) if position + 1 == v.len() => Ok(CString { inner: v }),
            position => Err(FromVecWithNulError { position, bytes: v }),
        }
    }

    /// The text.
    pub fn into_string(self) -> Result<String, IntoStringError> {
        match String::from_utf8(self.into_bytes()) {
            Ok(text) => Ok(text),
            Err(error) => {
                let utf8_error = error.utf8_error();
                let inner = CString::with_zero(error.into_bytes());
                Err(IntoStringError {
                    inner,
                    error: utf8_error,
                })
            }
        }
    }

    /// The bytes without the zero.
    pub fn into_bytes(mut self) -> Vec<u8> {
        self.inner.pop();
        self.inner
    }

    /// The bytes with the zero.
    pub fn into_bytes_with_nul(self) -> Vec<u8> {
        self.inner
    }

    /// The bytes without the zero.
    pub fn as_bytes(&self) -> &[u8] {
        &self.inner[..self.inner.len() - 1]
    }

    /// The bytes with the zero.
    pub fn as_bytes_with_nul(&self) -> &[u8] {
        &self.inner
    }

    /// The text in a box.
    pub fn into_boxed_c_str(self) -> Box<CStr> {
        boxed(self.inner)
    }

    /// The text of C.
    pub fn as_c_str(&self) -> &CStr {
        self
    }
}

impl Deref for CString {
    type Target = CStr;

    fn deref(&self) -> &CStr {
        unsafe { CStr::from_bytes_with_nul_unchecked(&self.inner) }
    }
}

impl fmt::Debug for CString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_c_str(), f)
    }
}

impl Default for CString {
    fn default() -> CString {
        CString::with_zero(Vec::new())
    }
}

impl Borrow<CStr> for CString {
    fn borrow(&self) -> &CStr {
        self
    }
}

impl AsRef<CStr> for CString {
    fn as_ref(&self) -> &CStr {
        self
    }
}

impl From<&CStr> for CString {
    fn from(text: &CStr) -> CString {
        CString {
            inner: text.to_bytes_with_nul().to_vec(),
        }
    }
}

impl ToOwned for CStr {
    type Owned = CString;

    fn to_owned(&self) -> CString {
        CString::from(self)
    }
}

impl<'a> From<CString> for Cow<'a, CStr> {
    fn from(text: CString) -> Cow<'a, CStr> {
        Cow::Owned(text)
    }
}

impl<'a> From<&'a CStr> for Cow<'a, CStr> {
    fn from(text: &'a CStr) -> Cow<'a, CStr> {
        Cow::Borrowed(text)
    }
}

impl CStr {
    /// The text, with U+FFFD for what is none.
    #[rustc_allow_incoherent_impl]
    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(self.to_bytes())
    }

    /// The text, owned.
    #[rustc_allow_incoherent_impl]
    pub fn into_c_string(self: Box<Self>) -> CString {
        CString::from(self)
    }
}

/// Bytes with their zero, in a box.
fn boxed(bytes: Vec<u8>) -> Box<CStr> {
    let bytes = Box::into_raw(bytes.into_boxed_slice());
    unsafe { Box::from_raw(bytes as *mut CStr) }
}

impl From<&CStr> for Box<CStr> {
    fn from(text: &CStr) -> Box<CStr> {
        boxed(text.to_bytes_with_nul().to_vec())
    }
}

impl From<CString> for Box<CStr> {
    fn from(text: CString) -> Box<CStr> {
        boxed(text.inner)
    }
}

impl From<Box<CStr>> for CString {
    fn from(text: Box<CStr>) -> CString {
        CString::from(&*text)
    }
}

impl Clone for Box<CStr> {
    fn clone(&self) -> Box<CStr> {
        Box::from(&**self)
    }
}

impl Default for Box<CStr> {
    fn default() -> Box<CStr> {
        boxed(crate::vec![0])
    }
}
