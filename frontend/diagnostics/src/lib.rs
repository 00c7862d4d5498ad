//! Diagnostics as data: what is wrong, where, and what to write instead.
//!
//! Rendering is the business of the edge (the session's terminal renderer, a
//! language server). Nothing here prints.
//!
//! ```
//! use wrc_base::Span;
//! use wrc_diagnostics::Diagnostic;
//!
//! let error = Diagnostic::error("E0308", "mismatched types")
//!     .primary(Span::default(), "expected `i32`, found `bool`")
//!     .with_help("compare with `0`");
//! assert!(error.is_error());
//! ```

mod codes;
mod diagnostic;

pub use codes::{CODES, CodeRow, explain, title};
pub use diagnostic::{Diagnostic, Label, Severity, sort};

/// Proof that an error was given to a sink. Whoever holds one stops quietly.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ErrorReported(());

impl ErrorReported {
    /// Called by sinks only, after they have taken an error.
    pub fn by_sink() -> ErrorReported {
        ErrorReported(())
    }
}
