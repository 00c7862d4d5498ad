//! `Condvar`.

use super::{LockResult, MutexGuard};
use crate::fmt;
use crate::time::Duration;

/// Something to wait for.
#[derive(Default)]
pub struct Condvar {
    _private: (),
}

/// Whether the time ran out.
#[derive(Debug, PartialEq, Eq, Copy, Clone)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    /// Whether the time ran out.
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

impl Condvar {
    /// Nobody waits yet.
    #[inline]
    pub const fn new() -> Condvar {
        Condvar { _private: () }
    }

    /// Waits until another thread notifies.
    #[track_caller]
    pub fn wait<'a, T>(&self, _guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        super::deadlock("a condition variable is waited for")
    }

    /// Waits while `condition` holds.
    #[track_caller]
    pub fn wait_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        mut condition: F,
    ) -> LockResult<MutexGuard<'a, T>>
    where
        F: FnMut(&mut T) -> bool,
    {
        if condition(&mut *guard) {
            super::deadlock("a condition variable is waited for");
        }
        Ok(guard)
    }

    /// Waits until another thread notifies or the time has run out.
    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        dur: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        crate::thread::sleep(dur);
        Ok((guard, WaitTimeoutResult(true)))
    }

    /// Waits while `condition` holds and the time has not run out.
    pub fn wait_timeout_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        dur: Duration,
        mut condition: F,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>
    where
        F: FnMut(&mut T) -> bool,
    {
        if !condition(&mut *guard) {
            return Ok((guard, WaitTimeoutResult(false)));
        }
        crate::thread::sleep(dur);
        let holds = condition(&mut *guard);
        Ok((guard, WaitTimeoutResult(holds)))
    }

    /// Wakes one thread that waits.
    #[inline]
    pub fn notify_one(&self) {}

    /// Wakes all threads that wait.
    #[inline]
    pub fn notify_all(&self) {}
}

impl fmt::Debug for Condvar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Condvar").finish_non_exhaustive()
    }
}
