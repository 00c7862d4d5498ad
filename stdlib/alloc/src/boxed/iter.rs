//! Boxed iterators, and iteration over boxed slices.

use core::iter::FusedIterator;
use core::slice;

use super::Box;
use crate::borrow::Cow;
use crate::string::String;
use crate::vec::{self, Vec};

impl<I: Iterator + ?Sized> Iterator for Box<I> {
    type Item = I::Item;

    #[inline]
    fn next(&mut self) -> Option<I::Item> {
        (**self).next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (**self).size_hint()
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<I::Item> {
        (**self).nth(n)
    }
}

impl<I: DoubleEndedIterator + ?Sized> DoubleEndedIterator for Box<I> {
    #[inline]
    fn next_back(&mut self) -> Option<I::Item> {
        (**self).next_back()
    }

    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<I::Item> {
        (**self).nth_back(n)
    }
}

impl<I: ExactSizeIterator + ?Sized> ExactSizeIterator for Box<I> {
    #[inline]
    fn len(&self) -> usize {
        (**self).len()
    }
}

impl<I: FusedIterator + ?Sized> FusedIterator for Box<I> {}

impl<T> !Iterator for Box<[T]> {}
impl<'a, T> !Iterator for &'a Box<[T]> {}
impl<'a, T> !Iterator for &'a mut Box<[T]> {}

impl<T> IntoIterator for Box<[T]> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    #[inline]
    fn into_iter(self) -> vec::IntoIter<T> {
        self.into_vec().into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Box<[T]> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    #[inline]
    fn into_iter(self) -> slice::Iter<'a, T> {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Box<[T]> {
    type Item = &'a mut T;
    type IntoIter = slice::IterMut<'a, T>;

    #[inline]
    fn into_iter(self) -> slice::IterMut<'a, T> {
        self.iter_mut()
    }
}

impl<T> FromIterator<T> for Box<[T]> {
    #[inline]
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Box<[T]> {
        Vec::from_iter(iter).into_boxed_slice()
    }
}

macro_rules! collect_text {
    ($([$($generics:tt)*] $item:ty),* $(,)?) => {
        $(
            impl<$($generics)*> FromIterator<$item> for Box<str> {
                fn from_iter<I: IntoIterator<Item = $item>>(iter: I) -> Box<str> {
                    String::from_iter(iter).into_boxed_str()
                }
            }
        )*
    };
}

collect_text! {
    [] char,
    ['a] &'a char,
    ['a] &'a str,
    [] String,
    [] Box<str>,
    ['a] Cow<'a, str>,
}
