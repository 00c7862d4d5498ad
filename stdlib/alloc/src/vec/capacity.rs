//! Room for elements.

use super::Vec;
use crate::reserve::TryReserveError;
use crate::prim::{array_len, size_hint};
use crate::raw_vec;

impl<T> Vec<T> {
    /// How many elements fit before the next allocation.
    #[inline]
    pub const fn capacity(&self) -> usize {
        if size_hint::<T>() == 0 {
            usize::MAX
        } else {
            array_len(self.buf)
        }
    }

    /// Makes room for `additional` more elements, and possibly for more than that.
    #[inline]
    #[track_caller]
    pub fn reserve(&mut self, additional: usize) {
        if additional > array_len(self.buf) - self.len {
            self.buf = raw_vec::grown(self.buf, self.len, additional);
        }
    }

    /// Makes room for `additional` more elements.
    #[inline]
    #[track_caller]
    pub fn reserve_exact(&mut self, additional: usize) {
        if additional > array_len(self.buf) - self.len {
            self.buf = raw_vec::grown_exact(self.buf, self.len, additional);
        }
    }

    /// As `reserve`, but reports a capacity that cannot be had.
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {
        let cap = array_len(self.buf);
        if additional <= cap - self.len {
            return Ok(());
        }
        match raw_vec::amortized_cap::<T>(cap, self.len, additional) {
            Some(cap) => self.buf = raw_vec::resized(self.buf, self.len, cap),
            None => return Err(raw_vec::overflow_error()),
        }
        Ok(())
    }

    /// As `reserve_exact`, but reports a capacity that cannot be had.
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {
        if additional <= array_len(self.buf) - self.len {
            return Ok(());
        }
        match raw_vec::exact_cap::<T>(self.len, additional) {
            Some(cap) => self.buf = raw_vec::resized(self.buf, self.len, cap),
            None => return Err(raw_vec::overflow_error()),
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
        if array_len(self.buf) > wanted && size_hint::<T>() != 0 {
            self.buf = raw_vec::resized(self.buf, self.len, wanted);
        }
    }
}
