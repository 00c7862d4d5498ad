//! Changes of many elements at once.

use core::ops::RangeBounds;

use super::{drop_elements, Drain, ExtractIf, Splice, Vec};
use crate::bounds;
use crate::prim::{array_copy, array_mut, array_read, array_write, needs_drop};
use crate::raw_vec;

impl<T> Vec<T> {
    /// Keeps the elements for which `f` answers true.
    #[inline]
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, mut f: F) {
        self.retain_mut(|element| f(element));
    }

    /// Keeps the elements for which `f` answers true; `f` may change them.
    #[inline]
    pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, mut f: F) {
        let buf = self.buf;
        let len = self.len;
        let mut kept = 0;
        let mut index = 0;
        while index < len {
            if f(array_mut(buf, index)) {
                if kept != index {
                    array_write(buf, kept, array_read(buf, index));
                }
                kept += 1;
            } else if needs_drop::<T>() {
                drop(array_read(buf, index));
            }
            index += 1;
        }
        self.len = kept;
    }

    /// Removes elements whose key equals the key of the element before.
    #[inline]
    pub fn dedup_by_key<F: FnMut(&mut T) -> K, K: PartialEq>(&mut self, mut key: F) {
        self.dedup_by(|a, b| key(a) == key(b));
    }

    /// Removes elements that `same_bucket(element, last kept element)` declares equal.
    #[inline]
    pub fn dedup_by<F: FnMut(&mut T, &mut T) -> bool>(&mut self, mut same_bucket: F) {
        let buf = self.buf;
        let len = self.len;
        if len <= 1 {
            return;
        }
        let mut kept = 1;
        let mut index = 1;
        while index < len {
            if same_bucket(array_mut(buf, index), array_mut(buf, kept - 1)) {
                if needs_drop::<T>() {
                    drop(array_read(buf, index));
                }
            } else {
                if kept != index {
                    array_write(buf, kept, array_read(buf, index));
                }
                kept += 1;
            }
            index += 1;
        }
        self.len = kept;
    }

    /// Moves all elements of `other` to the end of this vector.
    pub fn append(&mut self, other: &mut Vec<T>) {
        let count = other.len;
        self.reserve(count);
        array_copy(self.buf, self.len, other.buf, 0, count);
        self.len += count;
        other.len = 0;
    }

    /// Removes a range of elements and iterates over them.
    #[track_caller]
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<'_, T> {
        let (start, end) = bounds::resolve(&range, self.len);
        Drain::new(self, start, end)
    }

    /// Drops all elements.
    #[inline]
    pub fn clear(&mut self) {
        let len = self.len;
        self.len = 0;
        drop_elements(self.buf, 0, len);
    }

    /// Moves the elements from index `at` on into a new vector.
    #[track_caller]
    pub fn split_off(&mut self, at: usize) -> Vec<T> {
        let len = self.len;
        if at > len {
            split_off_fail(at, len);
        }
        let buf = raw_vec::with_capacity(len - at);
        array_copy(buf, 0, self.buf, at, len - at);
        self.len = at;
        Vec { buf, len: len - at }
    }

    /// Changes the length, filling with results of `f`.
    #[inline]
    #[track_caller]
    pub fn resize_with<F: FnMut() -> T>(&mut self, new_len: usize, mut f: F) {
        let len = self.len;
        if new_len <= len {
            self.truncate(new_len);
        } else {
            self.reserve(new_len - len);
            while self.len < new_len {
                self.push(f());
            }
        }
    }

    /// Replaces a range of elements by what an iterator gives.
    #[track_caller]
    pub fn splice<R: RangeBounds<usize>, I: IntoIterator<Item = T>>(
        &mut self,
        range: R,
        replace_with: I,
    ) -> Splice<'_, I::IntoIter> {
        Splice {
            drain: self.drain(range),
            replace_with: replace_with.into_iter(),
        }
    }

    /// Iterates over the elements of a range that `filter` accepts, removing them.
    #[track_caller]
    pub fn extract_if<F: FnMut(&mut T) -> bool, R: RangeBounds<usize>>(
        &mut self,
        range: R,
        filter: F,
    ) -> ExtractIf<'_, T, F> {
        let (start, end) = bounds::resolve(&range, self.len);
        ExtractIf::new(self, filter, start, end)
    }

    /// Drops all elements from index `len` on.
    #[inline]
    pub fn truncate(&mut self, len: usize) {
        let old = self.len;
        if len < old {
            self.len = len;
            drop_elements(self.buf, len, old);
        }
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn split_off_fail(at: usize, len: usize) -> ! {
    panic!("`at` split index (is {at}) should be <= len (is {len})");
}
