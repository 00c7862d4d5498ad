//! Errors found here, as data; the session renders them.

use std::sync::Mutex;
use wrc_base::Span;
use wrc_diagnostics::Severity;

/// An error in the user's program (or, `WRC9002`, in our library).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BridgeError {
    /// A warning is an error under `--strict`.
    pub severity: Severity,
    /// rustc's number where it has one, otherwise `WRC1xxx` / `WRC9xxx`.
    pub code: &'static str,
    pub span: Span,
    /// Lower case, no final period.
    pub message: String,
    /// What is at the span; may be empty.
    pub label: String,
    /// Other places that explain it, with what is there.
    pub related: Vec<(Span, String)>,
    pub notes: Vec<String>,
    /// What to write instead.
    pub help: Option<String>,
}

impl BridgeError {
    pub fn new(code: &'static str, span: Span, message: impl Into<String>) -> BridgeError {
        BridgeError {
            severity: Severity::Error,
            code,
            span,
            message: message.into(),
            label: String::new(),
            related: Vec::new(),
            notes: Vec::new(),
            help: None,
        }
    }

    pub fn with_label(mut self, label: impl Into<String>) -> BridgeError {
        self.label = label.into();
        self
    }

    pub fn with_related(mut self, span: Span, text: impl Into<String>) -> BridgeError {
        self.related.push((span, text.into()));
        self
    }

    pub fn with_help(mut self, help: impl Into<String>) -> BridgeError {
        self.help = Some(help.into());
        self
    }

    /// With help if there is some.
    pub fn with_some_help(mut self, help: Option<String>) -> BridgeError {
        self.help = help.or(self.help);
        self
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
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
