//! What mutexes and read-write locks share: a value, and who holds it.

use crate::cell::UnsafeCell;

/// A value and its holders.
pub(super) struct Lock<T: ?Sized> {
    state: UnsafeCell<State<T>>,
}

/// `holders` is -1 while someone may write, or the number of readers.
struct State<T: ?Sized> {
    holders: isize,
    value: T,
}

impl<T> Lock<T> {
    #[inline]
    pub(super) const fn new(value: T) -> Lock<T> {
        Lock {
            state: UnsafeCell::new(State { holders: 0, value }),
        }
    }

    #[inline]
    pub(super) fn into_inner(self) -> T {
        self.state.into_inner().value
    }
}

impl<T: ?Sized> Lock<T> {
    #[inline]
    pub(super) fn try_write(&self) -> bool {
        let state = unsafe { &mut *self.state.get() };
        if state.holders != 0 {
            return false;
        }
        state.holders = -1;
        true
    }

    #[inline]
    pub(super) fn try_read(&self) -> bool {
        let state = unsafe { &mut *self.state.get() };
        if state.holders < 0 {
            return false;
        }
        state.holders += 1;
        true
    }

    #[inline]
    pub(super) fn end_write(&self) {
        unsafe { (*self.state.get()).holders = 0 };
    }

    /// The writer becomes a reader.
    #[inline]
    pub(super) fn downgrade(&self) {
        unsafe { (*self.state.get()).holders = 1 };
    }

    #[inline]
    pub(super) fn end_read(&self) {
        unsafe { (*self.state.get()).holders -= 1 };
    }

    /// The value; the caller holds the lock.
    #[inline(always)]
    pub(super) fn value(&self) -> &T {
        unsafe { &(*self.state.get()).value }
    }

    /// The value; the caller holds the lock to write.
    #[inline(always)]
    pub(super) fn value_mut(&self) -> &mut T {
        unsafe { &mut (*self.state.get()).value }
    }

    #[inline]
    pub(super) fn get_mut(&mut self) -> &mut T {
        &mut self.state.get_mut().value
    }
}
