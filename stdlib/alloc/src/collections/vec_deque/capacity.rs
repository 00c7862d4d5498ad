//! Room for elements.

use super::VecDeque;
use crate::collections::TryReserveError;
use crate::prim::{array_copy, array_len, array_new, size_hint};
use crate::raw_vec;

impl<T> VecDeque<T> {
    /// How many elements fit before the next allocation.
    #[inline]
    pub fn capacity(&self) -> usize {
        if size_hint::<T>() == 0 {
            usize::MAX
        } else {
            array_len(self.buf)
        }
    }

    /// Moves the elements to the start of a new array of `cap` slots.
    pub(super) fn set_capacity(&mut self, cap: usize) {
        let new = array_new(cap);
        let front = self.front_len();
        array_copy(new, 0, self.buf, self.head, front);
        array_copy(new, front, self.buf, 0, self.len - front);
        self.buf = new;
        self.head = 0;
    }

    #[cold]
    #[inline(never)]
    #[track_caller]
    pub(super) fn grow(&mut self, additional: usize) {
        match raw_vec::amortized_cap::<T>(array_len(self.buf), self.len, additional) {
            Some(cap) => self.set_capacity(cap),
            None => raw_vec::capacity_overflow(),
        }
    }

    /// Makes room for `additional` more elements, and possibly for more than that.
    #[inline]
    #[track_caller]
    pub fn reserve(&mut self, additional: usize) {
        if additional > array_len(self.buf) - self.len {
            self.grow(additional);
        }
    }

    /// Makes room for `additional` more elements.
    #[track_caller]
    pub fn reserve_exact(&mut self, additional: usize) {
        if additional > array_len(self.buf) - self.len {
            match raw_vec::exact_cap::<T>(self.len, additional) {
                Some(cap) => self.set_capacity(cap),
                None => raw_vec::capacity_overflow(),
            }
        }
    }

    /// As `reserve`, but reports a capacity that cannot be had.
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {
        let cap = array_len(self.buf);
        if additional > cap - self.len {
            match raw_vec::amortized_cap::<T>(cap, self.len, additional) {
                Some(cap) => self.set_capacity(cap),
                None => return Err(raw_vec::overflow_error()),
            }
        }
        Ok(())
    }

    /// As `reserve_exact`, but reports a capacity that cannot be had.
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {
        if additional > array_len(self.buf) - self.len {
            match raw_vec::exact_cap::<T>(self.len, additional) {
                Some(cap) => self.set_capacity(cap),
                None => return Err(raw_vec::overflow_error()),
            }
        }
        Ok(())
    }

    /// Gives spare room back.
    pub fn shrink_to_fit(&mut self) {
        self.shrink_to(0);
    }

    /// Gives spare room above `min_capacity` back.
    pub fn shrink_to(&mut self, min_capacity: usize) {
        let wanted = if self.len > min_capacity {
            self.len
        } else {
            min_capacity
        };
        if array_len(self.buf) > wanted {
            self.set_capacity(wanted);
        }
    }
}
