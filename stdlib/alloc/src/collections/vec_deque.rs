//! A queue with two ends, `VecDeque<T>`.
//!
//! The elements lie in an array from `head` on; those that do not fit before its end go on at
//! its start.

mod capacity;
mod drain;
mod impls;
mod index;
mod iter;
mod remove;

pub use self::drain::Drain;
pub use self::iter::{IntoIter, Iter, IterMut};

use core::ops::RangeBounds;

use crate::bounds;
use crate::prim::{
    array_len, array_mut, array_new, array_read, array_ref, array_write, needs_drop, slice_from,
    slice_from_mut, RawArray,
};
use crate::raw_vec;
use crate::vec::Vec;

/// A queue with two ends.
#[wrc::drop_elements]
pub struct VecDeque<T> {
    buf: RawArray<T>,
    head: usize,
    len: usize,
}

impl<T> VecDeque<T> {
    /// An empty queue; allocates nothing.
    #[inline]
    pub const fn new() -> VecDeque<T> {
        VecDeque {
            buf: array_new(0),
            head: 0,
            len: 0,
        }
    }

    /// An empty queue with room for `capacity` elements.
    #[inline]
    #[track_caller]
    pub fn with_capacity(capacity: usize) -> VecDeque<T> {
        VecDeque {
            buf: raw_vec::with_capacity(capacity),
            head: 0,
            len: 0,
        }
    }

    /// The slot of the element at `index`, which may be one past the last slot of all.
    #[inline(always)]
    fn slot(&self, index: usize) -> usize {
        let slot = self.head + index;
        if slot >= array_len(self.buf) {
            slot - array_len(self.buf)
        } else {
            slot
        }
    }

    /// How many elements lie before the end of the array.
    #[inline]
    fn front_len(&self) -> usize {
        let room = array_len(self.buf) - self.head;
        if self.len < room {
            self.len
        } else {
            room
        }
    }

    /// The number of elements.
    #[inline]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no elements.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The element at `index`.
    #[inline]
    pub fn get(&self, index: usize) -> Option<&T> {
        if index < self.len {
            Some(array_ref(self.buf, self.slot(index)))
        } else {
            None
        }
    }

    /// The element at `index`.
    #[inline]
    pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        if index < self.len {
            Some(array_mut(self.buf, self.slot(index)))
        } else {
            None
        }
    }

    /// The first element.
    #[inline]
    pub fn front(&self) -> Option<&T> {
        self.get(0)
    }

    /// The first element.
    #[inline]
    pub fn front_mut(&mut self) -> Option<&mut T> {
        self.get_mut(0)
    }

    /// The last element.
    #[inline]
    pub fn back(&self) -> Option<&T> {
        self.get(self.len.wrapping_sub(1))
    }

    /// The last element.
    #[inline]
    pub fn back_mut(&mut self) -> Option<&mut T> {
        self.get_mut(self.len.wrapping_sub(1))
    }

    /// Appends an element.
    #[inline]
    #[track_caller]
    pub fn push_back(&mut self, value: T) {
        if self.len == array_len(self.buf) {
            self.grow(1);
        }
        array_write(self.buf, self.slot(self.len), value);
        self.len += 1;
    }

    /// Appends an element and gives access to it.
    #[track_caller]
    pub fn push_back_mut(&mut self, value: T) -> &mut T {
        self.push_back(value);
        array_mut(self.buf, self.slot(self.len - 1))
    }

    /// Puts an element before the first.
    #[inline]
    #[track_caller]
    pub fn push_front(&mut self, value: T) {
        if self.len == array_len(self.buf) {
            self.grow(1);
        }
        let head = if self.head == 0 {
            array_len(self.buf)
        } else {
            self.head
        } - 1;
        array_write(self.buf, head, value);
        self.head = head;
        self.len += 1;
    }

    /// Puts an element before the first and gives access to it.
    #[track_caller]
    pub fn push_front_mut(&mut self, value: T) -> &mut T {
        self.push_front(value);
        array_mut(self.buf, self.head)
    }

    /// Removes the first element.
    #[inline]
    pub fn pop_front(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        let value = array_read(self.buf, self.head);
        self.head = self.slot(1);
        self.len -= 1;
        Some(value)
    }

    /// Removes the last element.
    #[inline]
    pub fn pop_back(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        Some(array_read(self.buf, self.slot(self.len)))
    }

    /// Removes the first element if `predicate` accepts it.
    pub fn pop_front_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {
        if predicate(self.front_mut()?) {
            self.pop_front()
        } else {
            None
        }
    }

    /// Removes the last element if `predicate` accepts it.
    pub fn pop_back_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {
        if predicate(self.back_mut()?) {
            self.pop_back()
        } else {
            None
        }
    }

    /// Exchanges two elements.
    #[track_caller]
    pub fn swap(&mut self, i: usize, j: usize) {
        assert!(i < self.len());
        assert!(j < self.len());
        let first = self.slot(i);
        let second = self.slot(j);
        let value = array_read(self.buf, first);
        array_write(self.buf, first, array_read(self.buf, second));
        array_write(self.buf, second, value);
    }

    /// The elements as two slices, the second of which goes on where the first ends.
    #[inline]
    pub fn as_slices(&self) -> (&[T], &[T]) {
        let front = self.front_len();
        (
            slice_from(self.buf, self.head, front),
            slice_from(self.buf, 0, self.len - front),
        )
    }

    /// The elements as two slices, the second of which goes on where the first ends.
    #[inline]
    pub fn as_mut_slices(&mut self) -> (&mut [T], &mut [T]) {
        let front = self.front_len();
        (
            slice_from_mut(self.buf, self.head, front),
            slice_from_mut(self.buf, 0, self.len - front),
        )
    }

    /// Moves the elements so that one slice holds them all.
    pub fn make_contiguous(&mut self) -> &mut [T] {
        if self.front_len() != self.len {
            self.set_capacity(array_len(self.buf));
        }
        slice_from_mut(self.buf, self.head, self.len)
    }

    /// Iterates over the elements.
    #[inline]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter::new(self.buf, self.head, self.len)
    }

    /// Iterates over the elements.
    #[inline]
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut::new(self.buf, self.head, self.len)
    }

    /// Iterates over a range of the elements.
    #[track_caller]
    pub fn range<R: RangeBounds<usize>>(&self, range: R) -> Iter<'_, T> {
        let (start, end) = bounds::resolve(&range, self.len);
        Iter::new(self.buf, self.slot(start), end - start)
    }

    /// Iterates over a range of the elements.
    #[track_caller]
    pub fn range_mut<R: RangeBounds<usize>>(&mut self, range: R) -> IterMut<'_, T> {
        let (start, end) = bounds::resolve(&range, self.len);
        IterMut::new(self.buf, self.slot(start), end - start)
    }

    /// Removes a range of elements and iterates over them.
    #[track_caller]
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<'_, T> {
        let (start, end) = bounds::resolve(&range, self.len);
        Drain::new(self, start, end)
    }

    /// Drops all elements.
    pub fn clear(&mut self) {
        self.truncate(0);
        self.head = 0;
    }

    /// Drops the elements from index `len` on.
    pub fn truncate(&mut self, len: usize) {
        let old = self.len;
        if len < old {
            self.len = len;
            self.drop_range(len, old);
        }
    }

    /// Drops the elements `start..end`, in order.
    fn drop_range(&self, start: usize, end: usize) {
        if needs_drop::<T>() {
            let mut rest = Rest {
                deque: self,
                start,
                end,
            };
            while rest.start < rest.end {
                let item = array_read(self.buf, self.slot(rest.start));
                rest.start += 1;
                drop(item);
            }
        }
    }

    /// The elements as a vector.
    fn into_vec(mut self) -> Vec<T> {
        if self.head != 0 {
            self.set_capacity(array_len(self.buf));
        }
        let vec = Vec {
            buf: self.buf,
            len: self.len,
        };
        core::mem::forget(self);
        vec
    }
}

unsafe impl<#[may_dangle] T> Drop for VecDeque<T> {
    #[inline]
    fn drop(&mut self) {
        self.drop_range(0, self.len);
    }
}

/// Elements to be dropped, also when the drop of one before them panics.
struct Rest<'a, T> {
    deque: &'a VecDeque<T>,
    start: usize,
    end: usize,
}

#[cfg(panic = "unwind")]
impl<T> Drop for Rest<'_, T> {
    fn drop(&mut self) {
        if self.start < self.end {
            self.deque.drop_range(self.start, self.end);
        }
    }
}
