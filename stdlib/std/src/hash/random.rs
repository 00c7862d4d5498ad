//! What maps hash with unless told otherwise.

use core::fmt;
use core::hash::{BuildHasher, Hasher, SipHasher13};

use super::fast::FastHasher;

/// Makes the hashers of maps. There is nothing random about it, so that a program does the same
/// in every run.
#[derive(Clone, Copy)]
pub struct RandomState;

impl RandomState {
    /// The one there is.
    #[inline]
    pub fn new() -> RandomState {
        RandomState
    }
}

impl BuildHasher for RandomState {
    type Hasher = FastHasher;

    #[inline]
    fn build_hasher(&self) -> FastHasher {
        FastHasher::new()
    }
}

impl Default for RandomState {
    #[inline]
    fn default() -> RandomState {
        RandomState
    }
}

impl fmt::Debug for RandomState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RandomState").finish_non_exhaustive()
    }
}

/// SipHash-1-3 with keys of zero; programs print what it returns.
#[derive(Clone)]
pub struct DefaultHasher(SipHasher13);

impl DefaultHasher {
    /// A hasher that has hashed nothing.
    #[inline]
    pub fn new() -> DefaultHasher {
        DefaultHasher(SipHasher13::new_with_keys(0, 0))
    }
}

impl Default for DefaultHasher {
    #[inline]
    fn default() -> DefaultHasher {
        DefaultHasher::new()
    }
}

impl fmt::Debug for DefaultHasher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DefaultHasher").finish_non_exhaustive()
    }
}

impl Hasher for DefaultHasher {
    #[inline]
    fn write(&mut self, msg: &[u8]) {
        self.0.write(msg);
    }

    #[inline]
    fn write_str(&mut self, s: &str) {
        self.0.write_str(s);
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.0.finish()
    }
}
