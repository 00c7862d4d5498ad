//! `OsStr`: borrowed text of the host, which is always Unicode here.

use super::OsString;
use crate::borrow::{Cow, ToOwned};
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};

/// Borrowed text of the host.
pub struct OsStr {
    inner: str,
}

impl OsStr {
    /// Text as text of the host.
    #[inline]
    pub fn new<S: AsRef<OsStr> + ?Sized>(s: &S) -> &OsStr {
        s.as_ref()
    }

    #[inline]
    pub(crate) fn from_text(text: &str) -> &OsStr {
        unsafe { &*(text as *const str as *const OsStr) }
    }

    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        &self.inner
    }

    #[inline]
    pub(super) fn from_text_mut(text: &mut str) -> &mut OsStr {
        unsafe { &mut *(text as *mut str as *mut OsStr) }
    }

    /// The text from its encoded bytes.
    ///
    /// # Safety
    ///
    /// The bytes must come from `as_encoded_bytes`.
    #[inline]
    pub unsafe fn from_encoded_bytes_unchecked(bytes: &[u8]) -> &OsStr {
        OsStr::from_text(unsafe { core::str::from_utf8_unchecked(bytes) })
    }

    /// The text as bytes.
    #[inline]
    pub fn as_encoded_bytes(&self) -> &[u8] {
        self.inner.as_bytes()
    }

    /// The text.
    #[inline]
    pub fn to_str(&self) -> Option<&str> {
        Some(&self.inner)
    }

    /// The text.
    #[inline]
    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.inner)
    }

    /// An owned copy.
    pub fn to_os_string(&self) -> OsString {
        OsString::from(&self.inner)
    }

    /// Whether there is none.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.inner.is_empty()
    }

    /// How many bytes it has.
    #[inline]
    pub fn len(&self) -> usize {
        self.inner.len()
    }

    /// The box's text.
    pub fn into_os_string(self: Box<OsStr>) -> OsString {
        self.to_os_string()
    }

    /// Makes ASCII letters small.
    pub fn make_ascii_lowercase(&mut self) {
        self.inner.make_ascii_lowercase();
    }

    /// Makes ASCII letters capital.
    pub fn make_ascii_uppercase(&mut self) {
        self.inner.make_ascii_uppercase();
    }

    /// A copy with small ASCII letters.
    pub fn to_ascii_lowercase(&self) -> OsString {
        OsString::from(self.inner.to_ascii_lowercase())
    }

    /// A copy with capital ASCII letters.
    pub fn to_ascii_uppercase(&self) -> OsString {
        OsString::from(self.inner.to_ascii_uppercase())
    }

    /// Whether all of it is ASCII.
    pub fn is_ascii(&self) -> bool {
        self.inner.is_ascii()
    }

    /// Whether it is the same but for the case of ASCII letters.
    pub fn eq_ignore_ascii_case<S: AsRef<OsStr>>(&self, other: S) -> bool {
        self.inner.eq_ignore_ascii_case(other.as_ref().as_str())
    }

    /// The text for `{}`.
    pub fn display(&self) -> Display<'_> {
        Display { text: self }
    }
}

/// Text of the host as text for people.
pub struct Display<'a> {
    text: &'a OsStr,
}

impl fmt::Debug for Display<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.text, f)
    }
}

impl fmt::Display for Display<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text.as_str())
    }
}

impl fmt::Debug for OsStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}

impl PartialEq for OsStr {
    #[inline]
    fn eq(&self, other: &OsStr) -> bool {
        self.inner == other.inner
    }
}

impl PartialEq<str> for OsStr {
    #[inline]
    fn eq(&self, other: &str) -> bool {
        &self.inner == other
    }
}

impl PartialEq<OsStr> for str {
    #[inline]
    fn eq(&self, other: &OsStr) -> bool {
        self == &other.inner
    }
}

impl Eq for OsStr {}

impl PartialOrd for OsStr {
    #[inline]
    fn partial_cmp(&self, other: &OsStr) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialOrd<str> for OsStr {
    #[inline]
    fn partial_cmp(&self, other: &str) -> Option<Ordering> {
        Some(self.inner.cmp(other))
    }
}

impl Ord for OsStr {
    #[inline]
    fn cmp(&self, other: &OsStr) -> Ordering {
        self.inner.cmp(&other.inner)
    }
}

/// As bytes, without the mark that `str` appends.
impl Hash for OsStr {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_encoded_bytes().hash(state)
    }
}

impl ToOwned for OsStr {
    type Owned = OsString;

    fn to_owned(&self) -> OsString {
        self.to_os_string()
    }
}

impl AsRef<OsStr> for OsStr {
    #[inline]
    fn as_ref(&self) -> &OsStr {
        self
    }
}

impl AsRef<OsStr> for str {
    #[inline]
    fn as_ref(&self) -> &OsStr {
        OsStr::from_text(self)
    }
}

impl AsRef<OsStr> for String {
    #[inline]
    fn as_ref(&self) -> &OsStr {
        OsStr::from_text(self)
    }
}

impl Default for &OsStr {
    #[inline]
    fn default() -> Self {
        OsStr::from_text("")
    }
}

impl From<&OsStr> for Box<OsStr> {
    fn from(text: &OsStr) -> Box<OsStr> {
        let text: Box<str> = Box::from(&text.inner);
        unsafe { Box::from_raw(Box::into_raw(text) as *mut OsStr) }
    }
}

impl<'a> From<&'a OsStr> for Cow<'a, OsStr> {
    fn from(text: &'a OsStr) -> Cow<'a, OsStr> {
        Cow::Borrowed(text)
    }
}

impl<'a> TryFrom<&'a OsStr> for &'a str {
    type Error = core::str::Utf8Error;

    fn try_from(text: &'a OsStr) -> Result<&'a str, core::str::Utf8Error> {
        Ok(&text.inner)
    }
}
