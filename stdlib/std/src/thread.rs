//! The thread there is. Starting another one is not possible.

mod local;
mod spawn;

#[doc(hidden)]
pub use self::local::Slot;
#[cfg(not(without = "thread_local"))]
pub(crate) use self::local::end_thread;
pub use self::local::{AccessError, LocalKey};
pub use self::spawn::{scope, spawn, Builder, JoinHandle, Result, Scope, ScopedJoinHandle};

use crate::fmt;
use crate::io;
use crate::num::NonZero;
use crate::time::{Duration, Instant};

/// A thread.
#[derive(Clone)]
pub struct Thread {
    _private: (),
}

/// What tells threads apart.
#[derive(Eq, PartialEq, Clone, Copy, Hash)]
pub struct ThreadId(NonZero<u64>);

/// The thread there is.
pub fn current() -> Thread {
    Thread { _private: () }
}

impl Thread {
    /// What tells it apart.
    pub fn id(&self) -> ThreadId {
        ThreadId(NonZero::<u64>::MIN)
    }

    /// Its name.
    pub fn name(&self) -> Option<&str> {
        Some("main")
    }

    /// Makes the next `park` return.
    pub fn unpark(&self) {}
}

impl fmt::Debug for Thread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thread")
            .field("id", &self.id())
            .field("name", &self.name())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for ThreadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ThreadId").field(&self.0).finish()
    }
}

/// Waits for some time. The host cannot wake the program, so this looks at the clock until then.
pub fn sleep(dur: Duration) {
    let start = Instant::now();
    while start.elapsed() < dur {}
}

/// Waits until a moment has come.
pub fn sleep_until(deadline: Instant) {
    while Instant::now() < deadline {}
}

/// Lets other threads go first.
#[inline]
pub fn yield_now() {}

/// Waits for `unpark`, or for nothing: a program must expect that.
#[inline]
pub fn park() {}

/// As `park`, for some time at most.
#[inline]
pub fn park_timeout(_dur: Duration) {}

/// Whether this thread panics.
#[inline]
pub fn panicking() -> bool {
    #[cfg(panic = "unwind")]
    return crate::panicking::is_panicking();
    #[cfg(panic = "abort")]
    false
}

/// How many threads can run at once.
pub fn available_parallelism() -> io::Result<NonZero<usize>> {
    Ok(NonZero::<usize>::MIN)
}
