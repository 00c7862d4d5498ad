//! Poisoning: a lock whose holder panicked, where panics unwind.

use crate::error::Error;
use crate::fmt;

/// A lock whose holder panicked.
pub struct PoisonError<T> {
    data: T,
}

/// Why a lock could not be had at once.
pub enum TryLockError<T> {
    /// Its holder panicked.
    Poisoned(PoisonError<T>),
    /// Someone holds it.
    WouldBlock,
}

/// What locking returns.
pub type LockResult<T> = Result<T, PoisonError<T>>;

/// What trying to lock returns.
pub type TryLockResult<Guard> = Result<Guard, TryLockError<Guard>>;

/// `data`, as an error if its lock is poisoned.
#[inline]
pub(super) fn poisoned<T>(is_poisoned: bool, data: T) -> LockResult<T> {
    match is_poisoned {
        true => Err(PoisonError::new(data)),
        false => Ok(data),
    }
}

impl<T> PoisonError<T> {
    /// An error with what the lock protects.
    pub fn new(data: T) -> PoisonError<T> {
        PoisonError { data }
    }

    /// What the lock protects.
    pub fn into_inner(self) -> T {
        self.data
    }

    /// What the lock protects.
    pub fn get_ref(&self) -> &T {
        &self.data
    }

    /// What the lock protects.
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.data
    }
}

impl<T> fmt::Debug for PoisonError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PoisonError").finish_non_exhaustive()
    }
}

impl<T> fmt::Display for PoisonError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("poisoned lock: another task failed inside")
    }
}

impl<T> Error for PoisonError<T> {}

impl<T> From<PoisonError<T>> for TryLockError<T> {
    fn from(error: PoisonError<T>) -> TryLockError<T> {
        TryLockError::Poisoned(error)
    }
}

impl<T> fmt::Debug for TryLockError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TryLockError::Poisoned(_) => f.write_str("Poisoned(..)"),
            TryLockError::WouldBlock => f.write_str("WouldBlock"),
        }
    }
}

impl<T> fmt::Display for TryLockError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TryLockError::Poisoned(_) => "poisoned lock: another task failed inside",
            TryLockError::WouldBlock => "try_lock failed because the operation would block",
        })
    }
}

impl<T> Error for TryLockError<T> {}
