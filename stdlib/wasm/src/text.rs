//! `GcString`: shared immutable text.

use std::borrow::Borrow;
use std::convert::Infallible;
use std::fmt;
use std::ops::{Add, Deref, RangeBounds};
use std::slice::SliceIndex;
use std::str::FromStr;

/// A handle to UTF-8 text that does not change; has all of `str`'s methods.
///
/// | from, to | cost |
/// |---|---|
/// | `From<String>`, `From<Box<str>>`, [`from_static`](GcString::from_static) | none, the same bytes |
/// | `From<&str>`, `From<char>`, `collect`, `+` | copies the bytes |
/// | [`slice`](GcString::slice) | none, a window on the same bytes |
/// | `to_string`, `String::from` | copies the bytes |
///
/// ```
/// use wasm::GcString;
///
/// let text = GcString::from("snow and ice");
/// let word = text.slice(9..);
/// assert_eq!(word, "ice");
/// assert_eq!(text.slice(..4) + "man", "snowman");
/// assert_eq!(word.to_uppercase(), "ICE");
/// assert_eq!(word.chars().rev().collect::<GcString>(), "eci");
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GcString {
    text: &'static str,
}

impl GcString {
    /// No text.
    pub const fn new() -> GcString {
        GcString { text: "" }
    }

    /// Text that is there for ever.
    pub const fn from_static(text: &'static str) -> GcString {
        GcString { text }
    }

    /// The text, for as long as one likes.
    pub const fn as_str(self) -> &'static str {
        self.text
    }

    /// A part of the text; the bytes are shared.
    ///
    /// # Panics
    /// Where `&text[range]` does.
    #[track_caller]
    pub fn slice<R>(self, range: R) -> GcString
    where
        R: RangeBounds<usize> + SliceIndex<str, Output = str>,
    {
        GcString {
            text: &self.text[range],
        }
    }

    /// The text followed by more.
    pub fn concat(self, more: &str) -> GcString {
        let mut text = String::with_capacity(self.len() + more.len());
        text.push_str(self.text);
        text.push_str(more);
        text.into()
    }

    /// Whether both handles name the same part of the same bytes.
    pub fn ptr_eq(self, other: GcString) -> bool {
        std::ptr::eq(self.text, other.text)
    }
}

impl Deref for GcString {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

impl Add<&str> for GcString {
    type Output = GcString;

    fn add(self, more: &str) -> GcString {
        self.concat(more)
    }
}

impl AsRef<str> for GcString {
    fn as_ref(&self) -> &str {
        self.text
    }
}

impl Borrow<str> for GcString {
    fn borrow(&self) -> &str {
        self.text
    }
}

/// Copies nothing.
impl From<String> for GcString {
    fn from(text: String) -> GcString {
        GcString { text: text.leak() }
    }
}

/// Copies nothing.
impl From<Box<str>> for GcString {
    fn from(text: Box<str>) -> GcString {
        GcString {
            text: Box::leak(text),
        }
    }
}

/// Copies the bytes.
impl From<&str> for GcString {
    fn from(text: &str) -> GcString {
        String::from(text).into()
    }
}

/// Copies the bytes.
impl From<&String> for GcString {
    fn from(text: &String) -> GcString {
        text.as_str().into()
    }
}

impl From<char> for GcString {
    fn from(text: char) -> GcString {
        String::from(text).into()
    }
}

/// Copies the bytes.
impl From<GcString> for String {
    fn from(text: GcString) -> String {
        text.text.into()
    }
}

/// Copies the bytes.
impl FromStr for GcString {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<GcString, Infallible> {
        Ok(text.into())
    }
}

impl FromIterator<char> for GcString {
    fn from_iter<I: IntoIterator<Item = char>>(chars: I) -> GcString {
        chars.into_iter().collect::<String>().into()
    }
}

impl<'a> FromIterator<&'a str> for GcString {
    fn from_iter<I: IntoIterator<Item = &'a str>>(parts: I) -> GcString {
        parts.into_iter().collect::<String>().into()
    }
}

impl FromIterator<String> for GcString {
    fn from_iter<I: IntoIterator<Item = String>>(parts: I) -> GcString {
        parts.into_iter().collect::<String>().into()
    }
}

impl FromIterator<GcString> for GcString {
    fn from_iter<I: IntoIterator<Item = GcString>>(parts: I) -> GcString {
        parts.into_iter().map(GcString::as_str).collect()
    }
}

macro_rules! equal_to {
    ($($other:ty),*) => {
        $(
            impl PartialEq<$other> for GcString {
                fn eq(&self, other: &$other) -> bool {
                    *self.text == **other
                }
            }

            impl PartialEq<GcString> for $other {
                fn eq(&self, other: &GcString) -> bool {
                    **self == *other.text
                }
            }
        )*
    };
}

equal_to! { &str, String }

impl PartialEq<str> for GcString {
    fn eq(&self, other: &str) -> bool {
        *self.text == *other
    }
}

impl PartialEq<GcString> for str {
    fn eq(&self, other: &GcString) -> bool {
        *self == *other.text
    }
}

impl fmt::Debug for GcString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

impl fmt::Display for GcString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}
