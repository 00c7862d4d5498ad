//! Diagnostics as data: what is wrong, where, and what to write instead.

/// Proof that an error was given to a sink. Whoever holds one stops quietly.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ErrorReported(());

impl ErrorReported {
    /// Called by sinks only, after they have taken an error.
    pub fn by_sink() -> ErrorReported {
        ErrorReported(())
    }
}
