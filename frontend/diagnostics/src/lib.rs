//! Diagnostics as data: what is wrong, where, and what to write instead.

/// Proof that an error was given to the sink. Whoever holds one stops quietly.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ErrorReported(());
