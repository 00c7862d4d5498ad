//! Errors found here, as data; the session renders them.

use std::sync::Mutex;
use wrc_base::Span;

/// An error in the user's program (or, `WRC9002`, in our library).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BridgeError {
    /// rustc's number where it has one, otherwise `WRC1xxx` / `WRC9xxx`.
    pub code: &'static str,
    pub span: Span,
    /// Lower case, no final period.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

/// Where errors go. Lowering bodies runs on many threads.
#[derive(Default, Debug)]
pub(crate) struct Sink {
    errors: Mutex<Vec<BridgeError>>,
}

impl Sink {
    pub fn push(&self, error: BridgeError) {
        self.errors
            .lock()
            .expect("no panic under the lock")
            .push(error);
    }

    /// The errors so far, in source order, each once.
    pub fn take(&self) -> Vec<BridgeError> {
        let mut errors = std::mem::take(&mut *self.errors.lock().expect("no panic under the lock"));
        sort(&mut errors);
        errors
    }
}

/// Source order, each error once.
pub(crate) fn sort(errors: &mut Vec<BridgeError>) {
    errors.sort_by(|a, b| (a.span, a.code, &a.message).cmp(&(b.span, b.code, &b.message)));
    errors.dedup();
}
