//! Insertion and removal inside a `VecDeque`, and what moves elements about.

use super::VecDeque;
use crate::prim::{array_copy, array_len, array_mut, array_new, array_read, array_write};

impl<T> VecDeque<T> {
    /// Moves the value at index `from` to index `to`, whose value is gone.
    #[inline]
    fn shift(&self, from: usize, to: usize) {
        array_write(
            self.buf,
            self.slot(to),
            array_read(self.buf, self.slot(from)),
        );
    }

    /// Inserts an element before `index`.
    #[track_caller]
    pub fn insert(&mut self, index: usize, value: T) {
        assert!(index <= self.len(), "index out of bounds");
        if self.len == array_len(self.buf) {
            self.grow(1);
        }
        if index < self.len / 2 {
            self.head = if self.head == 0 {
                array_len(self.buf)
            } else {
                self.head
            } - 1;
            let mut at = 0;
            while at < index {
                self.shift(at + 1, at);
                at += 1;
            }
        } else {
            let mut at = self.len;
            while at > index {
                self.shift(at - 1, at);
                at -= 1;
            }
        }
        array_write(self.buf, self.slot(index), value);
        self.len += 1;
    }

    /// Inserts an element before `index` and gives access to it.
    #[track_caller]
    pub fn insert_mut(&mut self, index: usize, value: T) -> &mut T {
        self.insert(index, value);
        array_mut(self.buf, self.slot(index))
    }

    /// Removes the element at `index`.
    pub fn remove(&mut self, index: usize) -> Option<T> {
        if index >= self.len {
            return None;
        }
        let value = array_read(self.buf, self.slot(index));
        if index < self.len / 2 {
            let mut at = index;
            while at > 0 {
                self.shift(at - 1, at);
                at -= 1;
            }
            self.head = self.slot(1);
        } else {
            let mut at = index + 1;
            while at < self.len {
                self.shift(at, at - 1);
                at += 1;
            }
        }
        self.len -= 1;
        Some(value)
    }

    /// Removes an element and puts the first one in its place.
    pub fn swap_remove_front(&mut self, index: usize) -> Option<T> {
        if index >= self.len {
            return None;
        }
        if index != 0 {
            self.swap(index, 0);
        }
        self.pop_front()
    }

    /// Removes an element and puts the last one in its place.
    pub fn swap_remove_back(&mut self, index: usize) -> Option<T> {
        if index >= self.len {
            return None;
        }
        if index != self.len - 1 {
            self.swap(index, self.len - 1);
        }
        self.pop_back()
    }

    /// Moves the elements from index `at` on into a new queue.
    #[track_caller]
    pub fn split_off(&mut self, at: usize) -> VecDeque<T> {
        assert!(at <= self.len, "`at` out of bounds");
        let count = self.len - at;
        let buf = array_new(count);
        let mut index = 0;
        while index < count {
            array_write(buf, index, array_read(self.buf, self.slot(at + index)));
            index += 1;
        }
        self.len = at;
        VecDeque {
            buf,
            head: 0,
            len: count,
        }
    }

    /// Moves all elements of `other` to the end of this queue.
    #[track_caller]
    pub fn append(&mut self, other: &mut VecDeque<T>) {
        self.reserve(other.len);
        while let Some(value) = other.pop_front() {
            self.push_back(value);
        }
        other.head = 0;
    }

    /// Keeps the elements for which `f` answers true.
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, mut f: F) {
        self.retain_mut(|element| f(element));
    }

    /// Keeps the elements for which `f` answers true; `f` may change them.
    pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, mut f: F) {
        let len = self.len;
        let mut kept = 0;
        let mut index = 0;
        while index < len {
            if f(array_mut(self.buf, self.slot(index))) {
                if kept != index {
                    self.shift(index, kept);
                }
                kept += 1;
            } else {
                drop(array_read(self.buf, self.slot(index)));
            }
            index += 1;
        }
        self.len = kept;
    }

    /// Changes the length, filling with results of `generator`.
    #[track_caller]
    pub fn resize_with(&mut self, new_len: usize, mut generator: impl FnMut() -> T) {
        if new_len <= self.len {
            self.truncate(new_len);
        } else {
            self.reserve(new_len - self.len);
            while self.len < new_len {
                self.push_back(generator());
            }
        }
    }

    /// Makes the element at index `n` the first.
    #[track_caller]
    pub fn rotate_left(&mut self, n: usize) {
        assert!(n <= self.len());
        if self.len == array_len(self.buf) {
            if self.len > 0 {
                self.head = self.slot(n);
            }
            return;
        }
        if n <= self.len - n {
            self.front_to_back(n);
        } else {
            self.back_to_front(self.len - n);
        }
    }

    /// Makes the first element the one at index `n`.
    #[track_caller]
    pub fn rotate_right(&mut self, n: usize) {
        assert!(n <= self.len());
        self.rotate_left(self.len - n);
    }

    fn front_to_back(&mut self, count: usize) {
        let mut left = count;
        while left > 0 {
            self.shift(0, self.len);
            self.head = self.slot(1);
            left -= 1;
        }
    }

    fn back_to_front(&mut self, count: usize) {
        let mut left = count;
        while left > 0 {
            self.head = if self.head == 0 {
                array_len(self.buf)
            } else {
                self.head
            } - 1;
            self.shift(self.len, 0);
            left -= 1;
        }
    }

    /// Moves the elements from index `from` on down to index `to`.
    pub(super) fn close_gap(&mut self, to: usize, from: usize, end: usize) {
        if self.head + end <= array_len(self.buf) {
            array_copy(
                self.buf,
                self.head + to,
                self.buf,
                self.head + from,
                end - from,
            );
            return;
        }
        let mut index = from;
        while index < end {
            self.shift(index, to + index - from);
            index += 1;
        }
    }
}

impl<T: Clone> VecDeque<T> {
    /// Changes the length, filling with clones of `value`.
    #[track_caller]
    pub fn resize(&mut self, new_len: usize, value: T) {
        if new_len <= self.len {
            self.truncate(new_len);
        } else {
            self.extend(core::iter::repeat_n(value, new_len - self.len));
        }
    }
}
