//! Insertion and removal of one element at a place.

use super::Vec;
use crate::prim::{array_copy, array_len, array_mut, array_read, array_write};
use crate::raw_vec;

impl<T> Vec<T> {
    /// Removes an element and puts the last one in its place.
    #[track_caller]
    pub fn swap_remove(&mut self, index: usize) -> T {
        let len = self.len;
        if index >= len {
            swap_remove_fail(index, len);
        }
        let value = array_read(self.buf, index);
        let last = len - 1;
        if index != last {
            array_write(self.buf, index, array_read(self.buf, last));
        }
        self.len = last;
        value
    }

    /// Inserts an element before `index`, moving the later ones up.
    #[track_caller]
    pub fn insert(&mut self, index: usize, element: T) {
        let len = self.len;
        if index > len {
            insert_fail(index, len);
        }
        if len == array_len(self.buf) {
            self.buf = raw_vec::grown_by_one(self.buf, len);
        }
        array_copy(self.buf, index + 1, self.buf, index, len - index);
        array_write(self.buf, index, element);
        self.len = len + 1;
    }

    /// As `insert`, and gives access to the new element.
    #[inline]
    #[track_caller]
    pub fn insert_mut(&mut self, index: usize, element: T) -> &mut T {
        self.insert(index, element);
        array_mut(self.buf, index)
    }

    /// Removes an element, moving the later ones down.
    #[track_caller]
    pub fn remove(&mut self, index: usize) -> T {
        let len = self.len;
        if index >= len {
            remove_fail(index, len);
        }
        let value = array_read(self.buf, index);
        array_copy(self.buf, index, self.buf, index + 1, len - index - 1);
        self.len = len - 1;
        value
    }

    /// As `remove`, but `None` when there is no such element.
    pub fn try_remove(&mut self, index: usize) -> Option<T> {
        if index < self.len {
            Some(self.remove(index))
        } else {
            None
        }
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn swap_remove_fail(index: usize, len: usize) -> ! {
    panic!("swap_remove index (is {index}) should be < len (is {len})");
}

#[cold]
#[inline(never)]
#[track_caller]
fn insert_fail(index: usize, len: usize) -> ! {
    panic!("insertion index (is {index}) should be <= len (is {len})");
}

#[cold]
#[inline(never)]
#[track_caller]
fn remove_fail(index: usize, len: usize) -> ! {
    panic!("removal index (is {index}) should be < len (is {len})");
}
