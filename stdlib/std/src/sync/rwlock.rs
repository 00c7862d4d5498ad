//! `RwLock`.

use super::lock::Lock;
use super::{poison::poisoned, LockResult, TryLockError, TryLockResult};
use crate::fmt;
use crate::ops::{Deref, DerefMut};

/// A value for one who writes, or for many who read.
pub struct RwLock<T: ?Sized> {
    lock: Lock<T>,
}

unsafe impl<T: ?Sized + Send> Send for RwLock<T> {}
unsafe impl<T: ?Sized + Send + Sync> Sync for RwLock<T> {}

impl<T: ?Sized> crate::panic::UnwindSafe for RwLock<T> {}
impl<T: ?Sized> crate::panic::RefUnwindSafe for RwLock<T> {}

impl<T> RwLock<T> {
    /// A lock that nobody holds.
    #[inline]
    pub const fn new(t: T) -> RwLock<T> {
        RwLock { lock: Lock::new(t) }
    }

    /// The value.
    pub fn into_inner(self) -> LockResult<T> {
        poisoned(self.lock.is_poisoned(), self.lock.into_inner())
    }
}

impl<T: ?Sized> RwLock<T> {
    /// The right to read.
    #[inline]
    #[track_caller]
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        if !self.lock.try_read() {
            super::deadlock("a lock is locked twice");
        }
        self.lock.checked(RwLockReadGuard { lock: &self.lock })
    }

    /// The right to read, if nobody writes.
    #[inline]
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        if self.lock.try_read() {
            Ok(self.lock.checked(RwLockReadGuard { lock: &self.lock })?)
        } else {
            Err(TryLockError::WouldBlock)
        }
    }

    /// The right to write.
    #[inline]
    #[track_caller]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        if !self.lock.try_write() {
            super::deadlock("a lock is locked twice");
        }
        self.lock.checked(RwLockWriteGuard { lock: &self.lock })
    }

    /// The right to write, if nobody holds the lock.
    #[inline]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        if self.lock.try_write() {
            Ok(self.lock.checked(RwLockWriteGuard { lock: &self.lock })?)
        } else {
            Err(TryLockError::WouldBlock)
        }
    }

    /// Whether a writer panicked.
    #[inline]
    pub fn is_poisoned(&self) -> bool {
        self.lock.is_poisoned()
    }

    /// Forgets that a writer panicked.
    #[inline]
    pub fn clear_poison(&self) {
        self.lock.clear_poison()
    }

    /// The value, which nobody else has a reference to.
    #[inline]
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        poisoned(self.lock.is_poisoned(), self.lock.get_mut())
    }
}

impl<T> From<T> for RwLock<T> {
    fn from(t: T) -> RwLock<T> {
        RwLock::new(t)
    }
}

impl<T: Default> Default for RwLock<T> {
    fn default() -> RwLock<T> {
        RwLock::new(T::default())
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_struct("RwLock");
        match self.try_read() {
            Ok(guard) => {
                d.field("data", &&*guard);
            }
            Err(TryLockError::Poisoned(error)) => {
                d.field("data", &&**error.get_ref());
            }
            Err(TryLockError::WouldBlock) => {
                d.field("data", &format_args!("<locked>"));
            }
        }
        d.field("poisoned", &self.is_poisoned());
        d.finish_non_exhaustive()
    }
}

macro_rules! guard {
    ($(#[$doc:meta])* $Guard:ident, $end:ident) => {
        $(#[$doc])*
        #[wrc::flat]
        pub struct $Guard<'a, T: ?Sized + 'a> {
            lock: &'a Lock<T>,
        }

        impl<T: ?Sized> !Send for $Guard<'_, T> {}
        unsafe impl<T: ?Sized + Sync> Sync for $Guard<'_, T> {}

        impl<T: ?Sized> Deref for $Guard<'_, T> {
            type Target = T;

            #[inline]
            fn deref(&self) -> &T {
                self.lock.value()
            }
        }

        impl<T: ?Sized> Drop for $Guard<'_, T> {
            #[inline]
            fn drop(&mut self) {
                self.lock.$end();
            }
        }

        impl<T: ?Sized + fmt::Debug> fmt::Debug for $Guard<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&**self, f)
            }
        }

        impl<T: ?Sized + fmt::Display> fmt::Display for $Guard<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&**self, f)
            }
        }
    };
}

guard! {
    /// The right to read; it ends when this is dropped.
    RwLockReadGuard, end_read
}
guard! {
    /// The right to write; it ends when this is dropped.
    RwLockWriteGuard, end_write
}

impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        self.lock.value_mut()
    }
}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    /// Gives up the right to write, and keeps that to read.
    pub fn downgrade(s: RwLockWriteGuard<'a, T>) -> RwLockReadGuard<'a, T> {
        let lock = s.lock;
        crate::mem::forget(s);
        lock.downgrade();
        RwLockReadGuard { lock }
    }
}
