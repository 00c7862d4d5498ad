//! Variables of a thread.

use crate::cell::{Cell, OnceCell, RefCell};
use crate::error::Error;
use crate::fmt;

/// A variable of each thread, which is made when it is first looked at.
pub struct LocalKey<T: 'static> {
    slot: fn() -> &'static Slot<T>,
    init: fn() -> T,
}

/// Where the variable of the one thread lies.
#[doc(hidden)]
pub struct Slot<T> {
    cell: OnceCell<T>,
}

// The program has one thread.
unsafe impl<T> Sync for Slot<T> {}

impl<T> Slot<T> {
    #[doc(hidden)]
    #[inline]
    pub const fn new() -> Slot<T> {
        Slot {
            cell: OnceCell::new(),
        }
    }

    /// The variable, and the given value unless the variable is made of it now.
    fn get_or_give(&self, value: T) -> (&T, Option<T>) {
        let mut value = Some(value);
        let variable = self.cell.get_or_init(|| match value.take() {
            Some(value) => value,
            None => unreachable!(),
        });
        (variable, value)
    }
}

/// The variable is gone; it never is.
#[non_exhaustive]
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct AccessError;

impl fmt::Debug for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessError").finish()
    }
}

impl fmt::Display for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("already destroyed")
    }
}

impl Error for AccessError {}

impl<T: 'static> LocalKey<T> {
    /// What `thread_local!` expands to.
    #[doc(hidden)]
    #[inline]
    pub const fn new(slot: fn() -> &'static Slot<T>, init: fn() -> T) -> LocalKey<T> {
        LocalKey { slot, init }
    }

    /// Passes the variable to `f`.
    #[inline]
    pub fn with<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        f((self.slot)().cell.get_or_init(self.init))
    }

    /// Passes the variable to `f`.
    #[inline]
    pub fn try_with<F, R>(&'static self, f: F) -> Result<R, AccessError>
    where
        F: FnOnce(&T) -> R,
    {
        Ok(self.with(f))
    }
}

impl<T: 'static> LocalKey<Cell<T>> {
    /// Sets the value; the initial one is not computed if nobody has looked at it.
    pub fn set(&'static self, value: T) {
        if let (cell, Some(value)) = (self.slot)().get_or_give(Cell::new(value)) {
            cell.swap(&value);
        }
    }

    /// A copy of the value.
    pub fn get(&'static self) -> T
    where
        T: Copy,
    {
        self.with(|cell| cell.get())
    }

    /// The value; the default one takes its place.
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(|cell| cell.take())
    }

    /// The value; another one takes its place.
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }

    /// Changes the value.
    pub fn update(&'static self, f: impl FnOnce(T) -> T)
    where
        T: Copy,
    {
        self.with(|cell| cell.set(f(cell.get())));
    }
}

impl<T: 'static> LocalKey<RefCell<T>> {
    /// Passes the value to `f`.
    #[track_caller]
    pub fn with_borrow<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        self.with(|cell| f(&cell.borrow()))
    }

    /// Passes the value to `f`, to change it.
    #[track_caller]
    pub fn with_borrow_mut<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&mut T) -> R,
    {
        self.with(|cell| f(&mut cell.borrow_mut()))
    }

    /// Sets the value; the initial one is not computed if nobody has looked at it.
    #[track_caller]
    pub fn set(&'static self, value: T) {
        if let (cell, Some(value)) = (self.slot)().get_or_give(RefCell::new(value)) {
            *cell.borrow_mut() = value.into_inner();
        }
    }

    /// The value; the default one takes its place.
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(|cell| cell.take())
    }

    /// The value; another one takes its place.
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}

impl<T: 'static> fmt::Debug for LocalKey<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalKey").finish_non_exhaustive()
    }
}
