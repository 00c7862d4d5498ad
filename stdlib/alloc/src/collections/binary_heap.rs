//! A priority queue, `BinaryHeap<T>`: the greatest element comes out first.
//!
//! The order of equal elements is a matter of the algorithm and visible to programs, so sifting
//! compares and moves in the customary way: a removed root is replaced by the last leaf, which
//! goes down to the bottom and up again.

mod impls;
mod iter;
mod peek;

pub use self::iter::{Drain, IntoIter, IntoIterSorted, Iter};
pub use self::peek::PeekMut;

use crate::collections::TryReserveError;
use crate::prim::{array_read, array_ref, array_write, RawArray};
use crate::vec::Vec;

/// A priority queue.
pub struct BinaryHeap<T> {
    data: Vec<T>,
}

impl<T: Ord> BinaryHeap<T> {
    /// An empty heap.
    #[inline]
    pub const fn new() -> BinaryHeap<T> {
        BinaryHeap { data: Vec::new() }
    }

    /// An empty heap with room for `capacity` elements.
    #[inline]
    pub fn with_capacity(capacity: usize) -> BinaryHeap<T> {
        BinaryHeap {
            data: Vec::with_capacity(capacity),
        }
    }

    /// The greatest element, to change it.
    #[inline]
    pub fn peek_mut(&mut self) -> Option<PeekMut<'_, T>> {
        if self.data.len == 0 {
            None
        } else {
            Some(PeekMut::new(self))
        }
    }

    /// Removes the greatest element.
    #[inline]
    pub fn pop(&mut self) -> Option<T> {
        let last = self.data.pop()?;
        if self.data.len == 0 {
            return Some(last);
        }
        let buf = self.data.buf;
        let greatest = array_read(buf, 0);
        array_write(buf, 0, last);
        sift_down_to_bottom(buf, self.data.len);
        Some(greatest)
    }

    /// Removes the greatest element if `predicate` accepts it.
    pub fn pop_if(&mut self, predicate: impl FnOnce(&T) -> bool) -> Option<T> {
        if predicate(self.peek()?) {
            self.pop()
        } else {
            None
        }
    }

    /// Adds an element.
    #[inline]
    #[track_caller]
    pub fn push(&mut self, item: T) {
        let at = self.data.len;
        self.data.push(item);
        sift_up(self.data.buf, 0, at);
    }

    /// The elements in ascending order.
    pub fn into_sorted_vec(mut self) -> Vec<T> {
        let buf = self.data.buf;
        let mut end = self.data.len;
        while end > 1 {
            end -= 1;
            let last = array_read(buf, end);
            array_write(buf, end, array_read(buf, 0));
            array_write(buf, 0, last);
            sift_down(buf, 0, end);
        }
        core::mem::take(&mut self.data)
    }

    /// Moves all elements of `other` into this heap.
    pub fn append(&mut self, other: &mut BinaryHeap<T>) {
        if self.data.len < other.data.len {
            core::mem::swap(self, other);
        }
        let start = self.data.len;
        self.data.append(&mut other.data);
        self.rebuild_tail(start);
    }

    /// Keeps the elements for which `f` answers true.
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, mut f: F) {
        let mut first_removed = self.data.len;
        let mut index = 0;
        self.data.retain(|element| {
            let keep = f(element);
            if !keep && index < first_removed {
                first_removed = index;
            }
            index += 1;
            keep
        });
        self.rebuild_tail(first_removed);
    }

    /// Makes a heap of arbitrary elements.
    fn rebuild(&mut self) {
        let mut index = self.data.len / 2;
        while index > 0 {
            index -= 1;
            sift_down(self.data.buf, index, self.data.len);
        }
    }

    /// Makes a heap of elements of which those before `start` are one.
    fn rebuild_tail(&mut self, start: usize) {
        let len = self.data.len;
        if start == len {
            return;
        }
        let tail = len - start;
        let is_rebuild_better = if start < tail {
            true
        } else if len <= 2048 {
            2 * len < tail * log2(start)
        } else {
            2 * len < tail * 11
        };
        if is_rebuild_better {
            self.rebuild();
        } else {
            let mut index = start;
            while index < len {
                sift_up(self.data.buf, 0, index);
                index += 1;
            }
        }
    }
}

fn log2(value: usize) -> usize {
    (usize::BITS - value.leading_zeros() - 1) as usize
}

/// Moves the element at `pos` up to below a greater one, or to `start`; returns where it is.
fn sift_up<T: Ord>(buf: RawArray<T>, start: usize, pos: usize) -> usize {
    let element = array_read(buf, pos);
    let mut hole = pos;
    while hole > start {
        let parent = (hole - 1) / 2;
        if element <= *array_ref(buf, parent) {
            break;
        }
        array_write(buf, hole, array_read(buf, parent));
        hole = parent;
    }
    array_write(buf, hole, element);
    hole
}

/// Moves the element at `pos` down to above smaller ones, or to the bottom.
fn sift_down<T: Ord>(buf: RawArray<T>, pos: usize, end: usize) {
    let element = array_read(buf, pos);
    let mut hole = pos;
    let mut child = 2 * hole + 1;
    while child + 1 < end {
        if *array_ref(buf, child) <= *array_ref(buf, child + 1) {
            child += 1;
        }
        if element >= *array_ref(buf, child) {
            array_write(buf, hole, element);
            return;
        }
        array_write(buf, hole, array_read(buf, child));
        hole = child;
        child = 2 * hole + 1;
    }
    if child + 1 == end && element < *array_ref(buf, child) {
        array_write(buf, hole, array_read(buf, child));
        hole = child;
    }
    array_write(buf, hole, element);
}

/// Moves the root to the bottom along the greater children, and up from there.
fn sift_down_to_bottom<T: Ord>(buf: RawArray<T>, end: usize) {
    let element = array_read(buf, 0);
    let mut hole = 0;
    let mut child = 1;
    while child + 1 < end {
        if *array_ref(buf, child) <= *array_ref(buf, child + 1) {
            child += 1;
        }
        array_write(buf, hole, array_read(buf, child));
        hole = child;
        child = 2 * hole + 1;
    }
    if child + 1 == end {
        array_write(buf, hole, array_read(buf, child));
        hole = child;
    }
    array_write(buf, hole, element);
    sift_up(buf, 0, hole);
}

impl<T> BinaryHeap<T> {
    /// Iterates over the elements in no particular order.
    #[inline]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter::new(self.data.as_slice())
    }

    /// Iterates over the elements in descending order, removing them.
    pub fn into_iter_sorted(self) -> IntoIterSorted<T> {
        IntoIterSorted::new(self)
    }

    /// The greatest element.
    #[inline]
    pub fn peek(&self) -> Option<&T> {
        self.data.first()
    }

    /// How many elements fit before the next allocation.
    #[inline]
    pub fn capacity(&self) -> usize {
        self.data.capacity()
    }

    /// Makes room for `additional` more elements, and possibly for more than that.
    pub fn reserve(&mut self, additional: usize) {
        self.data.reserve(additional);
    }

    /// Makes room for `additional` more elements.
    pub fn reserve_exact(&mut self, additional: usize) {
        self.data.reserve_exact(additional);
    }

    /// As `reserve`, but reports a capacity that cannot be had.
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {
        self.data.try_reserve(additional)
    }

    /// As `reserve_exact`, but reports a capacity that cannot be had.
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {
        self.data.try_reserve_exact(additional)
    }

    /// Gives spare room back.
    pub fn shrink_to_fit(&mut self) {
        self.data.shrink_to_fit();
    }

    /// Gives spare room above `min_capacity` back.
    pub fn shrink_to(&mut self, min_capacity: usize) {
        self.data.shrink_to(min_capacity);
    }

    /// The elements in no particular order.
    #[inline]
    pub fn into_vec(self) -> Vec<T> {
        self.data
    }

    /// The elements in no particular order.
    #[inline]
    pub fn as_slice(&self) -> &[T] {
        self.data.as_slice()
    }

    /// The number of elements.
    #[inline]
    pub fn len(&self) -> usize {
        self.data.len
    }

    /// Whether there are no elements.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.data.len == 0
    }

    /// Removes all elements and iterates over them in no particular order.
    pub fn drain(&mut self) -> Drain<'_, T> {
        Drain::new(self.data.drain(..))
    }

    /// Drops all elements.
    pub fn clear(&mut self) {
        self.data.clear();
    }
}
