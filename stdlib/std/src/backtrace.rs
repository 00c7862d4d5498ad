//! Backtraces, of which the engine gives none.

use crate::fmt;

/// Where the program was; nobody knows.
pub struct Backtrace {
    _private: (),
}

/// Whether there is a backtrace.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BacktraceStatus {
    /// The platform has none.
    Unsupported,
    /// The environment does not ask for one.
    Disabled,
    /// There is one.
    Captured,
}

impl Backtrace {
    /// A backtrace, if the environment asks for one.
    pub fn capture() -> Backtrace {
        Backtrace { _private: () }
    }

    /// No backtrace.
    pub const fn disabled() -> Backtrace {
        Backtrace { _private: () }
    }

    /// Whether there is a backtrace.
    pub fn status(&self) -> BacktraceStatus {
        BacktraceStatus::Disabled
    }
}

impl fmt::Debug for Backtrace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<disabled>")
    }
}

impl fmt::Display for Backtrace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("disabled backtrace")
    }
}
