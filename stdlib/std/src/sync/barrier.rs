//! `Barrier`.

use crate::fmt;

/// Where threads wait for each other.
pub struct Barrier {
    threads: usize,
}

/// Whether this is the thread that came last.
pub struct BarrierWaitResult(bool);

impl Barrier {
    /// A barrier for `n` threads.
    #[inline]
    pub const fn new(n: usize) -> Barrier {
        Barrier { threads: n }
    }

    /// Waits until all threads have come.
    #[track_caller]
    pub fn wait(&self) -> BarrierWaitResult {
        if self.threads > 1 {
            super::deadlock("a barrier is waited at");
        }
        BarrierWaitResult(true)
    }
}

impl BarrierWaitResult {
    /// Whether this is the thread that came last.
    pub fn is_leader(&self) -> bool {
        self.0
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Barrier").finish_non_exhaustive()
    }
}

impl fmt::Debug for BarrierWaitResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BarrierWaitResult")
            .field("is_leader", &self.0)
            .finish()
    }
}
