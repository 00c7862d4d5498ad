//! Cells that are written once.

use super::UnsafeCell;
use crate::convert::Infallible;
use crate::mem;

/// A place that is written at most once.
pub struct OnceCell<T> {
    inner: UnsafeCell<Option<T>>,
}

impl<T> !Sync for OnceCell<T> {}

impl<T> OnceCell<T> {
    /// An empty cell.
    #[inline]
    #[must_use]
    pub const fn new() -> OnceCell<T> {
        OnceCell {
            inner: UnsafeCell::new(None),
        }
    }

    /// The value.
    #[inline]
    pub fn get(&self) -> Option<&T> {
        unsafe { &*self.inner.get() }.as_ref()
    }

    /// The value.
    #[inline]
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.inner.get_mut().as_mut()
    }

    /// Writes the value; gives it back if there is one already.
    #[inline]
    pub fn set(&self, value: T) -> Result<(), T> {
        match self.try_insert(value) {
            Ok(_) => Ok(()),
            Err((_, value)) => Err(value),
        }
    }

    /// Writes the value and returns a reference to it.
    #[inline]
    pub fn try_insert(&self, value: T) -> Result<&T, (&T, T)> {
        if let Some(old) = self.get() {
            return Err((old, value));
        }
        Ok(self.store(value))
    }

    /// Writes the value of an empty cell.
    #[inline]
    fn store(&self, value: T) -> &T {
        unsafe {
            *self.inner.get() = Some(value);
        }
        match self.get() {
            Some(value) => value,
            None => crate::intrinsics::unreachable(),
        }
    }

    /// The value; `f` gives it first if there is none.
    #[inline]
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {
        match self.get_or_try_init(|| Ok::<T, Infallible>(f())) {
            Ok(value) => value,
            Err(never) => match never {},
        }
    }

    /// The value; `f` gives it first if there is none.
    #[inline]
    pub fn get_mut_or_init<F: FnOnce() -> T>(&mut self, f: F) -> &mut T {
        if self.get().is_none() {
            *self.inner.get_mut() = Some(f());
        }
        match self.get_mut() {
            Some(value) => value,
            None => crate::intrinsics::unreachable(),
        }
    }

    /// The value; `f` gives it first, or why not, if there is none.
    pub fn get_or_try_init<F: FnOnce() -> Result<T, E>, E>(&self, f: F) -> Result<&T, E> {
        if let Some(value) = self.get() {
            return Ok(value);
        }
        let value = f()?;
        if self.get().is_some() {
            panic!("reentrant init")
        }
        Ok(self.store(value))
    }

    /// The value.
    #[inline]
    pub fn into_inner(self) -> Option<T> {
        self.inner.into_inner()
    }

    /// Empties the cell; returns the value.
    #[inline]
    pub fn take(&mut self) -> Option<T> {
        mem::take(self).into_inner()
    }
}

impl<T> Default for OnceCell<T> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Clone> Clone for OnceCell<T> {
    #[inline]
    fn clone(&self) -> OnceCell<T> {
        OnceCell {
            inner: UnsafeCell::new(self.get().cloned()),
        }
    }
}

impl<T: PartialEq> PartialEq for OnceCell<T> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq> Eq for OnceCell<T> {}

impl<T> From<T> for OnceCell<T> {
    #[inline]
    fn from(value: T) -> Self {
        OnceCell {
            inner: UnsafeCell::new(Some(value)),
        }
    }
}
