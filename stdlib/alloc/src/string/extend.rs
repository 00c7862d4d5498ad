//! Strings collected from characters and from text.

use super::String;
use crate::borrow::Cow;
use crate::boxed::Box;

/// `$push` appends an item; the iterator's lower bound is reserved for characters.
macro_rules! text_from {
    ($([$($generics:tt)*] $item:ty, $string:ident, $value:ident $(, reserve $hint:tt)? => $push:expr;)*) => {
        $(
            impl<$($generics)*> Extend<$item> for String {
                #[inline]
                fn extend<I: IntoIterator<Item = $item>>(&mut self, iter: I) {
                    let $string = self;
                    let mut iter = iter.into_iter();
                    $($string.reserve(iter.size_hint().$hint);)?
                    while let Some($value) = iter.next() {
                        $push;
                    }
                }

                #[inline]
                fn extend_one(&mut self, $value: $item) {
                    let $string = self;
                    $push;
                }
            }

            impl<$($generics)*> FromIterator<$item> for String {
                #[inline]
                fn from_iter<I: IntoIterator<Item = $item>>(iter: I) -> String {
                    let mut text = String::new();
                    text.extend(iter);
                    text
                }
            }
        )*
    };
}

text_from! {
    [] char, string, ch, reserve 0 => string.push(ch);
    ['a] &'a char, string, ch, reserve 0 => string.push(*ch);
    ['a] &'a str, string, text => string.push_str(text);
    [] String, string, text => string.push_str(&text);
    [] Box<str>, string, text => string.push_str(&text);
    ['a] Cow<'a, str>, string, text => string.push_str(&text);
}

macro_rules! cow_from {
    ($([$($generics:tt)*] $item:ty;)*) => {
        $(
            impl<'a, $($generics)*> FromIterator<$item> for Cow<'a, str> {
                fn from_iter<I: IntoIterator<Item = $item>>(iter: I) -> Cow<'a, str> {
                    Cow::Owned(String::from_iter(iter))
                }
            }
        )*
    };
}

cow_from! {
    [] char;
    ['b] &'b str;
    [] String;
}
