//! `OsString`: owned text of the host, which is always Unicode here.

use super::OsStr;
use crate::borrow::{Borrow, Cow};
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::ops::{Deref, DerefMut};
use crate::str::FromStr;
use alloc_crate::__export::TryReserveError;

/// Owned text of the host.
#[derive(Clone)]
pub struct OsString {
    inner: String,
}

impl OsString {
    /// No text.
    #[inline]
    pub const fn new() -> OsString {
        OsString {
            inner: String::new(),
        }
    }

    /// No text, with room for `capacity` bytes.
    pub fn with_capacity(capacity: usize) -> OsString {
        OsString {
            inner: String::with_capacity(capacity),
        }
    }

    /// The text from its encoded bytes.
    ///
    /// # Safety
    ///
    /// The bytes must come from `into_encoded_bytes`.
    pub unsafe fn from_encoded_bytes_unchecked(bytes: Vec<u8>) -> OsString {
        OsString {
            inner: unsafe { String::from_utf8_unchecked(bytes) },
        }
    }

    #[inline]
    pub(crate) fn as_mut_string(&mut self) -> &mut String {
        &mut self.inner
    }

    /// The text as a slice.
    #[inline]
    pub fn as_os_str(&self) -> &OsStr {
        self
    }

    /// The text as bytes.
    pub fn into_encoded_bytes(self) -> Vec<u8> {
        self.inner.into_bytes()
    }

    /// The text.
    pub fn into_string(self) -> Result<String, OsString> {
        Ok(self.inner)
    }

    /// Appends text.
    pub fn push<T: AsRef<OsStr>>(&mut self, text: T) {
        self.inner.push_str(text.as_ref().as_str());
    }

    /// For how many bytes there is room.
    pub fn capacity(&self) -> usize {
        self.inner.capacity()
    }

    /// Removes all text.
    pub fn clear(&mut self) {
        self.inner.clear();
    }

    /// Makes room.
    pub fn reserve(&mut self, additional: usize) {
        self.inner.reserve(additional);
    }

    /// Makes room for exactly that many bytes more.
    pub fn reserve_exact(&mut self, additional: usize) {
        self.inner.reserve_exact(additional);
    }

    /// Gives room back.
    pub fn shrink_to_fit(&mut self) {
        self.inner.shrink_to_fit();
    }

    /// Gives room back, except for `min_capacity` bytes.
    pub fn shrink_to(&mut self, min_capacity: usize) {
        self.inner.shrink_to(min_capacity);
    }

    /// Makes room, if there is memory.
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {
        self.inner.try_reserve(additional)
    }

    /// Makes room for exactly that many bytes more, if there is memory.
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {
        self.inner.try_reserve_exact(additional)
    }

    /// Keeps the first `len` bytes.
    #[track_caller]
    pub fn truncate(&mut self, len: usize) {
        self.inner.truncate(len);
    }

    /// The text, which is never dropped.
    pub fn leak<'a>(self) -> &'a mut OsStr {
        OsStr::from_text_mut(self.inner.leak())
    }

    /// The text in a box.
    pub fn into_boxed_os_str(self) -> Box<OsStr> {
        Box::from(&*self)
    }
}

impl Deref for OsString {
    type Target = OsStr;

    #[inline]
    fn deref(&self) -> &OsStr {
        OsStr::from_text(&self.inner)
    }
}

impl DerefMut for OsString {
    #[inline]
    fn deref_mut(&mut self) -> &mut OsStr {
        OsStr::from_text_mut(&mut self.inner)
    }
}

impl Default for OsString {
    #[inline]
    fn default() -> OsString {
        OsString::new()
    }
}

impl fmt::Debug for OsString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Write for OsString {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.inner.push_str(s);
        Ok(())
    }
}

impl PartialEq for OsString {
    #[inline]
    fn eq(&self, other: &OsString) -> bool {
        self.inner == other.inner
    }
}

macro_rules! equal {
    ($([$($life:lifetime)*] $left:ty, $right:ty;)*) => {
        $(
            impl<$($life),*> PartialEq<$right> for $left {
                fn eq(&self, other: &$right) -> bool {
                    let left: &OsStr = self.as_ref();
                    let right: &OsStr = other.as_ref();
                    left.as_str() == right.as_str()
                }
            }

            impl<$($life),*> PartialEq<$left> for $right {
                fn eq(&self, other: &$left) -> bool {
                    let left: &OsStr = self.as_ref();
                    let right: &OsStr = other.as_ref();
                    left.as_str() == right.as_str()
                }
            }
        )*
    };
}

equal! {
    [] OsString, str;
    ['a] OsString, &'a str;
    [] OsString, OsStr;
    ['a] OsString, &'a OsStr;
    ['a] Cow<'a, OsStr>, OsStr;
    ['a 'b] Cow<'a, OsStr>, &'b OsStr;
    ['a] Cow<'a, OsStr>, OsString;
}

impl Eq for OsString {}

impl PartialOrd for OsString {
    #[inline]
    fn partial_cmp(&self, other: &OsString) -> Option<Ordering> {
        Some(self.inner.cmp(&other.inner))
    }
}

impl PartialOrd<str> for OsString {
    #[inline]
    fn partial_cmp(&self, other: &str) -> Option<Ordering> {
        (**self).partial_cmp(other)
    }
}

impl Ord for OsString {
    #[inline]
    fn cmp(&self, other: &OsString) -> Ordering {
        self.inner.cmp(&other.inner)
    }
}

impl Hash for OsString {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state)
    }
}

impl Borrow<OsStr> for OsString {
    #[inline]
    fn borrow(&self) -> &OsStr {
        self
    }
}

impl AsRef<OsStr> for OsString {
    #[inline]
    fn as_ref(&self) -> &OsStr {
        self
    }
}

impl From<String> for OsString {
    #[inline]
    fn from(inner: String) -> OsString {
        OsString { inner }
    }
}

impl<T: ?Sized + AsRef<OsStr>> From<&T> for OsString {
    fn from(text: &T) -> OsString {
        OsString {
            inner: String::from(text.as_ref().as_str()),
        }
    }
}

impl From<Box<OsStr>> for OsString {
    fn from(text: Box<OsStr>) -> OsString {
        text.into_os_string()
    }
}

impl From<OsString> for Box<OsStr> {
    fn from(text: OsString) -> Box<OsStr> {
        text.into_boxed_os_str()
    }
}

impl<'a> From<OsString> for Cow<'a, OsStr> {
    fn from(text: OsString) -> Cow<'a, OsStr> {
        Cow::Owned(text)
    }
}

impl<'a> From<&'a OsString> for Cow<'a, OsStr> {
    fn from(text: &'a OsString) -> Cow<'a, OsStr> {
        Cow::Borrowed(text)
    }
}

impl FromStr for OsString {
    type Err = core::convert::Infallible;

    fn from_str(s: &str) -> Result<OsString, core::convert::Infallible> {
        Ok(OsString::from(s))
    }
}

impl Extend<OsString> for OsString {
    fn extend<I: IntoIterator<Item = OsString>>(&mut self, iter: I) {
        for text in iter {
            self.push(&text);
        }
    }
}

impl<'a> Extend<&'a OsStr> for OsString {
    fn extend<I: IntoIterator<Item = &'a OsStr>>(&mut self, iter: I) {
        for text in iter {
            self.push(text);
        }
    }
}

impl FromIterator<OsString> for OsString {
    fn from_iter<I: IntoIterator<Item = OsString>>(iter: I) -> OsString {
        let mut all = OsString::new();
        all.extend(iter);
        all
    }
}

impl<'a> FromIterator<&'a OsStr> for OsString {
    fn from_iter<I: IntoIterator<Item = &'a OsStr>>(iter: I) -> OsString {
        let mut all = OsString::new();
        all.extend(iter);
        all
    }
}
