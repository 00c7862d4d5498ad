//! Comparison of strings with everything text-like.

use core::cmp::Ordering;
use core::hash::{Hash, Hasher};

use super::String;
use crate::borrow::Cow;

impl PartialEq for String {
    #[inline]
    fn eq(&self, other: &String) -> bool {
        PartialEq::eq(self.as_str(), other.as_str())
    }
}

impl Eq for String {}

impl PartialOrd for String {
    #[inline]
    fn partial_cmp(&self, other: &String) -> Option<Ordering> {
        Some(Ord::cmp(self.as_str(), other.as_str()))
    }
}

impl Ord for String {
    #[inline]
    fn cmp(&self, other: &String) -> Ordering {
        Ord::cmp(self.as_str(), other.as_str())
    }
}

impl Hash for String {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        Hash::hash(self.as_str(), state);
    }
}

macro_rules! eq_as_text {
    ($($left:ty, $right:ty;)*) => {
        $(
            impl<'a, 'b> PartialEq<$right> for $left {
                #[inline]
                fn eq(&self, other: &$right) -> bool {
                    PartialEq::eq(&self[..], &other[..])
                }
            }

            impl<'a, 'b> PartialEq<$left> for $right {
                #[inline]
                fn eq(&self, other: &$left) -> bool {
                    PartialEq::eq(&self[..], &other[..])
                }
            }
        )*
    };
}

eq_as_text! {
    String, str;
    String, &'a str;
    Cow<'a, str>, str;
    Cow<'a, str>, &'b str;
    Cow<'a, str>, String;
}
