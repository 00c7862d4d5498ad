//! `Mutex`.

use super::lock::Lock;
use super::{poison::poisoned, LockResult, TryLockError, TryLockResult};
use crate::fmt;
use crate::ops::{Deref, DerefMut};

/// A value for one at a time.
pub struct Mutex<T: ?Sized> {
    lock: Lock<T>,
}

unsafe impl<T: ?Sized + Send> Send for Mutex<T> {}
unsafe impl<T: ?Sized + Send> Sync for Mutex<T> {}

impl<T: ?Sized> crate::panic::UnwindSafe for Mutex<T> {}
impl<T: ?Sized> crate::panic::RefUnwindSafe for Mutex<T> {}

/// The right to a mutex' value; it ends when this is dropped.
#[wrc::flat]
pub struct MutexGuard<'a, T: ?Sized + 'a> {
    lock: &'a Lock<T>,
}

impl<T: ?Sized> !Send for MutexGuard<'_, T> {}
unsafe impl<T: ?Sized + Sync> Sync for MutexGuard<'_, T> {}

impl<T> Mutex<T> {
    /// A mutex that nobody holds.
    #[inline]
    pub const fn new(t: T) -> Mutex<T> {
        Mutex { lock: Lock::new(t) }
    }

    /// The value.
    pub fn into_inner(self) -> LockResult<T> {
        poisoned(self.lock.is_poisoned(), self.lock.into_inner())
    }
}

impl<T: ?Sized> Mutex<T> {
    /// The right to the value.
    #[inline]
    #[track_caller]
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        if !self.lock.try_write() {
            super::deadlock("a mutex is locked twice");
        }
        self.lock.checked(MutexGuard { lock: &self.lock })
    }

    /// The right to the value, if nobody has it.
    #[inline]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        if self.lock.try_write() {
            Ok(self.lock.checked(MutexGuard { lock: &self.lock })?)
        } else {
            Err(TryLockError::WouldBlock)
        }
    }

    /// Whether a holder panicked.
    #[inline]
    pub fn is_poisoned(&self) -> bool {
        self.lock.is_poisoned()
    }

    /// Forgets that a holder panicked.
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

impl<T> From<T> for Mutex<T> {
    fn from(t: T) -> Mutex<T> {
        Mutex::new(t)
    }
}

impl<T: Default> Default for Mutex<T> {
    fn default() -> Mutex<T> {
        Mutex::new(T::default())
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_struct("Mutex");
        match self.try_lock() {
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

impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        self.lock.value()
    }
}

impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        self.lock.value_mut()
    }
}

impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    #[inline]
    fn drop(&mut self) {
        self.lock.end_write();
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}
