//! Traits of `Vec` other than comparison and moving iteration.

use core::borrow::{Borrow, BorrowMut};
use core::fmt;
use core::hash::{Hash, Hasher};
use core::mem;
use core::ops::{Deref, DerefMut, Index, IndexMut};
use core::slice::{self, SliceIndex};

use super::{clone_elements, from_boxed_slice, Vec};
use crate::borrow::Cow;
use crate::boxed::Box;
use crate::prim::{array_len, array_new, fixed_from};
use crate::raw_vec;
use crate::string::String;

impl<T> Deref for Vec<T> {
    type Target = [T];

    #[inline(always)]
    fn deref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T> DerefMut for Vec<T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut [T] {
        self.as_mut_slice()
    }
}

impl<T, I: SliceIndex<[T]>> Index<I> for Vec<T> {
    type Output = I::Output;

    #[inline(always)]
    #[track_caller]
    fn index(&self, index: I) -> &I::Output {
        Index::index(self.as_slice(), index)
    }
}

impl<T, I: SliceIndex<[T]>> IndexMut<I> for Vec<T> {
    #[inline(always)]
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        IndexMut::index_mut(self.as_mut_slice(), index)
    }
}

impl<T: Clone> Clone for Vec<T> {
    #[inline]
    fn clone(&self) -> Self {
        let buf = array_new(self.len);
        clone_elements(buf, 0, self.as_slice());
        Vec { buf, len: self.len }
    }

    fn clone_from(&mut self, source: &Self) {
        self.truncate(source.len);
        let common = self.len;
        let mut index = 0;
        while index < common {
            self[index].clone_from(&source[index]);
            index += 1;
        }
        self.extend_from_slice(&source[common..]);
    }
}

impl<T: Hash> Hash for Vec<T> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        Hash::hash(self.as_slice(), state);
    }
}

impl<T> Default for Vec<T> {
    #[inline]
    fn default() -> Vec<T> {
        Vec::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for Vec<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_slice(), f)
    }
}

impl<T> FromIterator<T> for Vec<T> {
    #[inline]
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Vec<T> {
        let mut iter = iter.into_iter();
        let mut vec = Vec::with_capacity(iter.size_hint().0);
        while let Some(element) = iter.next() {
            vec.push(element);
        }
        vec
    }
}

impl<T> Extend<T> for Vec<T> {
    #[inline]
    #[track_caller]
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        let mut iter = iter.into_iter();
        self.reserve(iter.size_hint().0);
        while let Some(element) = iter.next() {
            self.push(element);
        }
    }

    #[inline]
    fn extend_one(&mut self, item: T) {
        self.push(item);
    }

    #[inline]
    fn extend_reserve(&mut self, additional: usize) {
        self.reserve(additional);
    }
}

impl<'a, T: Copy + 'a> Extend<&'a T> for Vec<T> {
    #[inline]
    #[track_caller]
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        let mut iter = iter.into_iter();
        self.reserve(iter.size_hint().0);
        while let Some(element) = iter.next() {
            self.push(*element);
        }
    }

    #[inline]
    fn extend_one(&mut self, item: &'a T) {
        self.push(*item);
    }

    #[inline]
    fn extend_reserve(&mut self, additional: usize) {
        self.reserve(additional);
    }
}

impl<'a, T> IntoIterator for &'a Vec<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    #[inline(always)]
    fn into_iter(self) -> slice::Iter<'a, T> {
        self.as_slice().iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Vec<T> {
    type Item = &'a mut T;
    type IntoIter = slice::IterMut<'a, T>;

    #[inline(always)]
    fn into_iter(self) -> slice::IterMut<'a, T> {
        self.as_mut_slice().iter_mut()
    }
}

impl<T> AsRef<Vec<T>> for Vec<T> {
    fn as_ref(&self) -> &Vec<T> {
        self
    }
}

impl<T> AsMut<Vec<T>> for Vec<T> {
    fn as_mut(&mut self) -> &mut Vec<T> {
        self
    }
}

impl<T> AsRef<[T]> for Vec<T> {
    #[inline]
    fn as_ref(&self) -> &[T] {
        self
    }
}

impl<T> AsMut<[T]> for Vec<T> {
    #[inline]
    fn as_mut(&mut self) -> &mut [T] {
        self
    }
}

impl<T> Borrow<[T]> for Vec<T> {
    #[inline]
    fn borrow(&self) -> &[T] {
        self
    }
}

impl<T> BorrowMut<[T]> for Vec<T> {
    #[inline]
    fn borrow_mut(&mut self) -> &mut [T] {
        self
    }
}

impl<T: Clone> From<&[T]> for Vec<T> {
    #[inline]
    fn from(slice: &[T]) -> Vec<T> {
        to_vec(slice)
    }
}

impl<T: Clone> From<&mut [T]> for Vec<T> {
    #[inline]
    fn from(slice: &mut [T]) -> Vec<T> {
        to_vec(slice)
    }
}

impl<T: Clone, const N: usize> From<&[T; N]> for Vec<T> {
    #[inline]
    fn from(array: &[T; N]) -> Vec<T> {
        to_vec(array)
    }
}

impl<T: Clone, const N: usize> From<&mut [T; N]> for Vec<T> {
    #[inline]
    fn from(array: &mut [T; N]) -> Vec<T> {
        to_vec(array)
    }
}

impl<T, const N: usize> From<[T; N]> for Vec<T> {
    #[inline]
    fn from(array: [T; N]) -> Vec<T> {
        super::from_fixed(array)
    }
}

impl<'a, T: Clone> From<Cow<'a, [T]>> for Vec<T> {
    fn from(cow: Cow<'a, [T]>) -> Vec<T> {
        cow.into_owned()
    }
}

impl<T> From<Box<[T]>> for Vec<T> {
    #[inline]
    fn from(slice: Box<[T]>) -> Vec<T> {
        from_boxed_slice(slice)
    }
}

impl<T> From<Vec<T>> for Box<[T]> {
    #[inline]
    fn from(vec: Vec<T>) -> Box<[T]> {
        vec.into_boxed_slice()
    }
}

impl From<&str> for Vec<u8> {
    #[inline]
    fn from(text: &str) -> Vec<u8> {
        to_vec(text.as_bytes())
    }
}

impl From<String> for Vec<u8> {
    #[inline]
    fn from(string: String) -> Vec<u8> {
        string.into_bytes()
    }
}

impl<'a, T: Clone> From<&'a Vec<T>> for Cow<'a, [T]> {
    fn from(vec: &'a Vec<T>) -> Cow<'a, [T]> {
        Cow::Borrowed(vec.as_slice())
    }
}

impl<'a, T: Clone> From<Vec<T>> for Cow<'a, [T]> {
    fn from(vec: Vec<T>) -> Cow<'a, [T]> {
        Cow::Owned(vec)
    }
}

impl<'a, T: Clone> From<&'a [T]> for Cow<'a, [T]> {
    fn from(slice: &'a [T]) -> Cow<'a, [T]> {
        Cow::Borrowed(slice)
    }
}

impl<'a, T: Clone, const N: usize> From<&'a [T; N]> for Cow<'a, [T]> {
    fn from(array: &'a [T; N]) -> Cow<'a, [T]> {
        Cow::Borrowed(array)
    }
}

impl<'a, T: Clone> FromIterator<T> for Cow<'a, [T]> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Cow<'a, [T]> {
        Cow::Owned(FromIterator::from_iter(iter))
    }
}

impl<T, const N: usize> TryFrom<Vec<T>> for [T; N] {
    type Error = Vec<T>;

    fn try_from(mut vec: Vec<T>) -> Result<[T; N], Vec<T>> {
        if vec.len != N {
            return Err(vec);
        }
        if array_len(vec.buf) != N {
            vec.buf = raw_vec::resized(vec.buf, N, N);
        }
        let buf = vec.buf;
        mem::forget(vec);
        Ok(fixed_from(buf))
    }
}

/// Clones a slice into a new vector.
#[inline]
pub(crate) fn to_vec<T: Clone>(slice: &[T]) -> Vec<T> {
    let len = slice.len();
    let buf = array_new(len);
    clone_elements(buf, 0, slice);
    Vec { buf, len }
}
