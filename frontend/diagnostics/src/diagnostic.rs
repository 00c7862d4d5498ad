//! One finding about the program.

use wrc_base::Span;

/// How bad it is. Ordered: errors first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Severity {
    Error,
    Warning,
    Note,
}

/// A place in the source with a remark.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Label {
    pub span: Span,
    /// What is here; may be empty.
    pub message: String,
    /// Is it the place of the finding itself, not of a circumstance?
    pub is_primary: bool,
}

/// A finding. The message is lower case, without a final period, with names
/// in backticks; labels say what is there, `help` what to write instead.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Diagnostic {
    pub severity: Severity,
    /// rustc's number where rustc has one, otherwise `WRCnnnn`. Empty: none.
    pub code: &'static str,
    pub message: String,
    pub labels: Vec<Label>,
    pub notes: Vec<String>,
    pub help: Option<String>,
}

impl Diagnostic {
    pub fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity,
            code,
            message: message.into(),
            labels: Vec::new(),
            notes: Vec::new(),
            help: None,
        }
    }

    pub fn error(code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Severity::Error, code, message)
    }

    pub fn warning(code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Severity::Warning, code, message)
    }

    /// Adds the place of the finding.
    pub fn primary(self, span: Span, message: impl Into<String>) -> Diagnostic {
        self.label(span, message, true)
    }

    /// Adds a place that explains the finding.
    pub fn secondary(self, span: Span, message: impl Into<String>) -> Diagnostic {
        self.label(span, message, false)
    }

    fn label(mut self, span: Span, message: impl Into<String>, is_primary: bool) -> Diagnostic {
        let message = message.into();
        self.labels.push(Label {
            span,
            message,
            is_primary,
        });
        self
    }

    pub fn with_note(mut self, note: impl Into<String>) -> Diagnostic {
        self.notes.push(note.into());
        self
    }

    pub fn with_help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The first primary place, by which findings are ordered.
    pub fn span(&self) -> Option<Span> {
        self.labels.iter().find(|l| l.is_primary).map(|l| l.span)
    }
}

/// Source order, each finding once. Findings without a place come first.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        (a.span(), a.severity, a.code, &a.message).cmp(&(b.span(), b.severity, b.code, &b.message))
    });
    diagnostics.dedup();
}
