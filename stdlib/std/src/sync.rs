//! Sharing between threads. There is one thread, so nothing is ever waited for: what would wait
//! for another thread waits for ever, and panics instead.

mod barrier;
mod condvar;
mod lazy_lock;
mod lock;
#[cfg(not(without = "collections"))]
pub mod mpsc;
mod mutex;
mod once;
mod once_lock;
mod poison;
mod rwlock;

pub use self::barrier::{Barrier, BarrierWaitResult};
pub use self::condvar::{Condvar, WaitTimeoutResult};
pub use self::lazy_lock::LazyLock;
pub use self::mutex::{Mutex, MutexGuard};
#[allow(deprecated)]
pub use self::once::ONCE_INIT;
pub use self::once::{Once, OnceState};
pub use self::once_lock::OnceLock;
pub use self::poison::{LockResult, PoisonError, TryLockError, TryLockResult};
pub use self::rwlock::{RwLock, RwLockReadGuard, RwLockWriteGuard};
pub use alloc_crate::sync::{Arc, Weak};
pub use core::sync::atomic;

/// Ends the program, which would wait for ever.
#[cold]
#[inline(never)]
#[track_caller]
fn deadlock(what: &str) -> ! {
    panic!("deadlock: {what}, and there is no other thread")
}
