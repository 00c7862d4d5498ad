//! What slices can do with a heap.

mod join;
mod sort;

pub use self::join::{Concat, Join};
pub use core::slice::*;

use core::cmp::Ordering;

use crate::borrow::ToOwned;
use crate::boxed::Box;
use crate::prim::{array_new, array_read, array_write, slice_array, slice_len, slice_offset};
use crate::vec::Vec;

impl<T> [T] {
    /// The slice as a vector.
    #[inline]
    pub fn into_vec(self: Box<Self>) -> Vec<T> {
        crate::vec::from_boxed_slice(self)
    }

    /// Sorts; equal elements keep their order.
    #[inline]
    pub fn sort(&mut self)
    where
        T: Ord,
    {
        sort::stable(self, &mut |a: &T, b: &T| a.lt(b));
    }

    /// Sorts by a comparison; equal elements keep their order.
    #[inline]
    pub fn sort_by<F>(&mut self, mut compare: F)
    where
        F: FnMut(&T, &T) -> Ordering,
    {
        sort::stable(self, &mut |a: &T, b: &T| compare(a, b) == Ordering::Less);
    }

    /// Sorts by a key; equal elements keep their order.
    #[inline]
    pub fn sort_by_key<K, F>(&mut self, mut f: F)
    where
        F: FnMut(&T) -> K,
        K: Ord,
    {
        sort::stable(self, &mut |a: &T, b: &T| f(a).lt(&f(b)));
    }

    /// Sorts by a key that is made once per element; equal elements keep their order.
    pub fn sort_by_cached_key<K, F>(&mut self, mut f: F)
    where
        F: FnMut(&T) -> K,
        K: Ord,
    {
        let len = slice_len(self);
        if len < 2 {
            return;
        }
        let mut order: Vec<(K, usize)> = Vec::with_capacity(len);
        for element in self.iter() {
            order.push((f(element), order.len()));
        }
        order.sort_by(|a, b| a.0.cmp(&b.0));
        let array = slice_array(self);
        let offset = slice_offset(self);
        let sorted = array_new(len);
        let mut at = 0;
        for (_, index) in order {
            array_write(sorted, at, array_read(array, offset + index));
            at += 1;
        }
        crate::prim::array_copy(array, offset, sorted, 0, len);
    }

    /// The elements, cloned.
    #[inline]
    pub fn to_vec(&self) -> Vec<T>
    where
        T: Clone,
    {
        crate::vec::impls::to_vec(self)
    }

    /// The elements `n` times.
    #[track_caller]
    pub fn repeat(&self, n: usize) -> Vec<T>
    where
        T: Copy,
    {
        let Some(capacity) = self.len().checked_mul(n) else {
            crate::raw_vec::capacity_overflow();
        };
        let mut vec = Vec::with_capacity(capacity);
        let mut left = n;
        while left > 0 {
            vec.extend_from_slice(self);
            left -= 1;
        }
        vec
    }

    /// The elements of the elements, one after the other.
    pub fn concat<Item: ?Sized>(&self) -> <Self as Concat<Item>>::Output
    where
        Self: Concat<Item>,
    {
        Concat::concat(self)
    }

    /// The elements of the elements, with a separator between them.
    pub fn join<Separator>(&self, sep: Separator) -> <Self as Join<Separator>>::Output
    where
        Self: Join<Separator>,
    {
        Join::join(self, sep)
    }

    /// `join` by its old name.
    #[deprecated(note = "renamed to join")]
    pub fn connect<Separator>(&self, sep: Separator) -> <Self as Join<Separator>>::Output
    where
        Self: Join<Separator>,
    {
        Join::join(self, sep)
    }
}

impl [u8] {
    /// The bytes with ASCII letters in upper case.
    pub fn to_ascii_uppercase(&self) -> Vec<u8> {
        let mut bytes = self.to_vec();
        bytes.make_ascii_uppercase();
        bytes
    }

    /// The bytes with ASCII letters in lower case.
    pub fn to_ascii_lowercase(&self) -> Vec<u8> {
        let mut bytes = self.to_vec();
        bytes.make_ascii_lowercase();
        bytes
    }
}

impl<T: Clone> ToOwned for [T] {
    type Owned = Vec<T>;

    #[inline]
    fn to_owned(&self) -> Vec<T> {
        self.to_vec()
    }

    fn clone_into(&self, target: &mut Vec<T>) {
        target.truncate(self.len());
        let (init, tail) = self.split_at(target.len());
        target.clone_from_slice(init);
        target.extend_from_slice(tail);
    }
}
