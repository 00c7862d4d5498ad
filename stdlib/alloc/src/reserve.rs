//! Errors of reserving room.

use core::error::Error;
use core::fmt;

/// Why `try_reserve` could not reserve.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TryReserveError {
    kind: TryReserveErrorKind,
}

/// What went wrong in detail.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum TryReserveErrorKind {
    /// The capacity is beyond what an address can tell.
    CapacityOverflow,
}

impl TryReserveError {
    /// What went wrong in detail.
    #[inline]
    pub fn kind(&self) -> TryReserveErrorKind {
        self.kind.clone()
    }
}

impl From<TryReserveErrorKind> for TryReserveError {
    #[inline]
    fn from(kind: TryReserveErrorKind) -> TryReserveError {
        TryReserveError { kind }
    }
}

impl fmt::Display for TryReserveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "memory allocation failed because the computed capacity exceeded the collection's maximum",
        )
    }
}

impl Error for TryReserveError {}
