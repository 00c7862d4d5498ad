//! What strings are made from, and what they become.

use core::borrow::{Borrow, BorrowMut};
use core::convert::Infallible;
use core::str::FromStr;

use super::{FromUtf8Error, String};
use crate::borrow::{Cow, ToOwned};
use crate::boxed::Box;
use crate::prim::box_str_into;
use crate::vec::Vec;

impl From<&str> for String {
    #[inline]
    fn from(s: &str) -> String {
        String {
            vec: crate::vec::impls::to_vec(s.as_bytes()),
        }
    }
}

impl From<&mut str> for String {
    #[inline]
    fn from(s: &mut str) -> String {
        String::from(&*s)
    }
}

impl From<&String> for String {
    #[inline]
    fn from(s: &String) -> String {
        s.clone()
    }
}

impl From<char> for String {
    #[inline]
    fn from(c: char) -> String {
        let mut text = String::new();
        text.push(c);
        text
    }
}

impl From<Box<str>> for String {
    #[inline]
    fn from(s: Box<str>) -> String {
        String {
            vec: crate::vec::from_boxed_slice(box_str_into(s)),
        }
    }
}

impl<'a> From<Cow<'a, str>> for String {
    #[inline]
    fn from(s: Cow<'a, str>) -> String {
        s.into_owned()
    }
}

impl From<String> for Box<str> {
    #[inline]
    fn from(s: String) -> Box<str> {
        s.into_boxed_str()
    }
}

impl<'a> From<&'a str> for Cow<'a, str> {
    #[inline]
    fn from(s: &'a str) -> Cow<'a, str> {
        Cow::Borrowed(s)
    }
}

impl<'a> From<String> for Cow<'a, str> {
    #[inline]
    fn from(s: String) -> Cow<'a, str> {
        Cow::Owned(s)
    }
}

impl<'a> From<&'a String> for Cow<'a, str> {
    #[inline]
    fn from(s: &'a String) -> Cow<'a, str> {
        Cow::Borrowed(s.as_str())
    }
}

impl TryFrom<Vec<u8>> for String {
    type Error = FromUtf8Error;

    fn try_from(bytes: Vec<u8>) -> Result<String, FromUtf8Error> {
        String::from_utf8(bytes)
    }
}

impl FromStr for String {
    type Err = Infallible;

    #[inline]
    fn from_str(s: &str) -> Result<String, Infallible> {
        Ok(String::from(s))
    }
}

impl ToOwned for str {
    type Owned = String;

    #[inline]
    fn to_owned(&self) -> String {
        String::from(self)
    }

    fn clone_into(&self, target: &mut String) {
        target.clear();
        target.push_str(self);
    }
}

impl Borrow<str> for String {
    #[inline]
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl BorrowMut<str> for String {
    #[inline]
    fn borrow_mut(&mut self) -> &mut str {
        self.as_mut_str()
    }
}

impl AsRef<str> for String {
    #[inline]
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl AsMut<str> for String {
    #[inline]
    fn as_mut(&mut self) -> &mut str {
        self.as_mut_str()
    }
}

impl AsRef<[u8]> for String {
    #[inline]
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}
