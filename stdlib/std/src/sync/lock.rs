//! What mutexes and read-write locks share: a value, and who holds it.

use super::{poison::poisoned, LockResult};
use crate::cell::UnsafeCell;
use crate::thread::panicking;

/// A value and its holders.
pub(super) struct Lock<T: ?Sized> {
    state: UnsafeCell<State<T>>,
}

/// `holders` is -1 while someone may write, or the number of readers.
struct State<T: ?Sized> {
    holders: isize,
    /// Someone who could write panicked.
    is_poisoned: bool,
    /// The writer came while a panic was on its way.
    in_panic: bool,
    value: T,
}

impl<T> Lock<T> {
    #[inline]
    pub(super) const fn new(value: T) -> Lock<T> {
        Lock {
            state: UnsafeCell::new(State {
                holders: 0,
                is_poisoned: false,
                in_panic: false,
                value,
            }),
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
        state.in_panic = panicking();
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
        let state = unsafe { &mut *self.state.get() };
        state.holders = 0;
        if panicking() && !state.in_panic {
            state.is_poisoned = true;
        }
    }

    #[inline]
    pub(super) fn is_poisoned(&self) -> bool {
        unsafe { (*self.state.get()).is_poisoned }
    }

    #[inline]
    pub(super) fn clear_poison(&self) {
        unsafe { (*self.state.get()).is_poisoned = false };
    }

    /// What locking gives: `guard`, as an error if the lock is poisoned.
    #[inline]
    pub(super) fn checked<G>(&self, guard: G) -> LockResult<G> {
        poisoned(self.is_poisoned(), guard)
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
