//! Findings as text for a terminal.

use codespan_reporting::{
    diagnostic as term_data,
    files::{Error, Files as TermFiles},
    term::{self, Config, termcolor::Ansi},
};
use std::ops::Range;
use wrc_base::{FileId, Span};
use wrc_diagnostics::{Diagnostic, Severity};
use wrc_project::{Files, SourceFile};

/// The findings with ANSI colours; whoever prints removes the colours when
/// the destination is not a terminal.
pub fn render(diagnostics: &[Diagnostic], files: &Files) -> String {
    let mut out = Ansi::new(Vec::new());
    let files = View(files);
    let config = Config::default();
    for diagnostic in diagnostics {
        let data = translate(diagnostic, files.0);
        if term::emit_to_write_style(&mut out, &config, &files, &data).is_err() {
            // A place that does not exist must not hide the finding.
            let bare = term_data::Diagnostic {
                labels: Vec::new(),
                ..data
            };
            let _ = term::emit_to_write_style(&mut out, &config, &files, &bare);
        }
    }
    String::from_utf8_lossy(&out.into_inner()).into_owned()
}

/// The closing line, like `could not compile `app` due to 2 errors`.
pub fn summary(diagnostics: &[Diagnostic], name: &str) -> Option<Diagnostic> {
    let errors = diagnostics.iter().filter(|d| d.is_error()).count();
    let count = match errors {
        0 => return None,
        1 => "an error".to_owned(),
        n => format!("{n} errors"),
    };
    let subject = if name.is_empty() {
        String::new()
    } else {
        format!(" `{name}`")
    };
    Some(Diagnostic::error(
        "",
        format!("could not compile{subject} due to {count}"),
    ))
}

fn translate(diagnostic: &Diagnostic, files: &Files) -> term_data::Diagnostic<FileId> {
    let severity = match diagnostic.severity {
        Severity::Error => term_data::Severity::Error,
        Severity::Warning => term_data::Severity::Warning,
        Severity::Note => term_data::Severity::Note,
    };
    let labels = diagnostic.labels.iter().filter_map(|label| {
        let range = clamp(label.span, files.get(label.span.file)?);
        let new = match label.is_primary {
            true => term_data::Label::primary(label.span.file, range),
            false => term_data::Label::secondary(label.span.file, range),
        };
        Some(new.with_message(&label.message))
    });
    let notes = diagnostic.notes.iter().map(|note| tagged("note", note));
    let help = diagnostic.help.iter().map(|help| tagged("help", help));
    let mut out = term_data::Diagnostic::new(severity)
        .with_message(&diagnostic.message)
        .with_labels(labels.collect())
        .with_notes(notes.chain(help).collect());
    if !diagnostic.code.is_empty() {
        out = out.with_code(diagnostic.code);
    }
    out
}

fn tagged(tag: &str, text: &str) -> String {
    format!("{tag}: {}", text.replace('\n', "\n      "))
}

/// The part of the span that is in the text, at character boundaries.
fn clamp(span: Span, file: &SourceFile) -> Range<usize> {
    let text = &file.text;
    let mut start = (span.start as usize).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = (span.end as usize).clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

struct View<'a>(&'a Files);

impl View<'_> {
    fn file(&self, id: FileId) -> Result<&SourceFile, Error> {
        self.0.get(id).ok_or(Error::FileMissing)
    }
}

impl<'a> TermFiles<'a> for View<'_> {
    type FileId = FileId;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, id: FileId) -> Result<&'a str, Error> {
        Ok(&self.file(id)?.path)
    }

    fn source(&'a self, id: FileId) -> Result<&'a str, Error> {
        Ok(&self.file(id)?.text)
    }

    fn line_index(&'a self, id: FileId, byte: usize) -> Result<usize, Error> {
        let starts = self.file(id)?.line_starts();
        Ok(starts.partition_point(|start| *start as usize <= byte) - 1)
    }

    fn line_range(&'a self, id: FileId, line: usize) -> Result<Range<usize>, Error> {
        let file = self.file(id)?;
        let starts = file.line_starts();
        let start = *starts.get(line).ok_or(Error::LineTooLarge {
            given: line,
            max: starts.len() - 1,
        })?;
        let next = starts.get(line + 1).map(|start| *start as usize);
        Ok(start as usize..next.unwrap_or(file.text.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wrc_project::Origin;

    fn check(text: &str, make: impl FnOnce(FileId) -> Diagnostic, expected: &str) {
        let mut files = Files::default();
        let id = files.add(
            "a.rs".into(),
            "/user/a.rs".into(),
            text.into(),
            Origin::User,
        );
        let colored = render(&[make(id)], &files);
        let mut plain = String::new();
        let mut rest = colored.as_str();
        while let Some(at) = rest.find('\u{1b}') {
            plain.push_str(&rest[..at]);
            let end = rest[at..].find('m').map_or(rest.len(), |m| at + m + 1);
            rest = &rest[end..];
        }
        plain.push_str(rest);
        let plain: Vec<&str> = plain.lines().map(str::trim_end).collect();
        assert_eq!(plain.join("\n") + "\n", expected);
    }

    #[test]
    fn labels_notes_and_help() {
        check(
            "fn f() {\n    let x: i32 = true;\n}\n",
            |id| {
                Diagnostic::error("E0308", "mismatched types")
                    .primary(Span::new(id, 26, 30), "expected `i32`, found `bool`")
                    .secondary(Span::new(id, 20, 23), "because of this")
                    .with_note("a note")
                    .with_help("write `1`")
            },
            "\
error[E0308]: mismatched types
  ┌─ a.rs:2:18
  │
2 │     let x: i32 = true;
  │            ---   ^^^^ expected `i32`, found `bool`
  │            │
  │            because of this
  │
  = note: a note
  = help: write `1`

",
        );
    }

    #[test]
    fn impossible_places_are_moved() {
        check(
            "é",
            |id| Diagnostic::error("", "bad").primary(Span::new(id, 1, 99), "here"),
            "\
error: bad
  ┌─ a.rs:1:1
  │
1 │ é
  │ ^ here

",
        );
    }
}
