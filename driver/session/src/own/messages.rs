//! rustc's messages as our diagnostics.
//!
//! Remarks with a place become labels, remarks without one become notes, and
//! what rustc would write instead becomes the help.

use camino::Utf8Path;
use std::fs;
use wrc_base::{FileId, Span, Symbol};
use wrc_diagnostics::{Diagnostic, Severity};
use wrc_own_lower::message::{Message, Place};
use wrc_project::{Files, Origin};

/// The message; its files are added to the files.
pub(super) fn diagnostic(message: &Message, base: &Utf8Path, files: &mut Files) -> Diagnostic {
    // A lint's name is in the note that says why it is on.
    let code = message.code.as_ref().map_or("", |code| &code.code);
    let code = if is_number(code) { code } else { "" };
    let severity = match message.level.as_str() {
        "warning" => Severity::Warning,
        "note" | "help" => Severity::Note,
        _ => Severity::Error,
    };
    let code = Symbol::new(code).as_str();
    let mut new = Diagnostic::new(severity, code, message.message.as_str());
    for place in &message.spans {
        if let Some(span) = span(place, base, files) {
            let label = place.label.as_deref().unwrap_or_default();
            new = match place.is_primary {
                true => new.primary(span, label),
                false => new.secondary(span, label),
            };
        }
    }
    let mut help = Vec::new();
    for child in &message.children {
        new = remark(new, child, base, files, &mut help);
    }
    if help.is_empty() {
        return new;
    }
    new.with_help(help.join("\n"))
}

fn is_number(code: &str) -> bool {
    let digits = code.strip_prefix('E').unwrap_or_default();
    digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn remark(
    diagnostic: Diagnostic,
    child: &Message,
    base: &Utf8Path,
    files: &mut Files,
    help: &mut Vec<String>,
) -> Diagnostic {
    let replacement = |place: &Place| place.suggested_replacement.clone();
    let replacements: Vec<String> = child.spans.iter().filter_map(replacement).collect();
    if child.level == "help" {
        let text = match replacements.as_slice() {
            [one] if !one.trim().is_empty() && !one.contains('\n') => {
                format!("{}: `{}`", child.message, one.trim())
            }
            _ => child.message.clone(),
        };
        help.push(text);
        return diagnostic;
    }
    let place = child.spans.iter().find(|place| place.is_primary);
    match place.and_then(|place| span(place, base, files)) {
        Some(span) => diagnostic.secondary(span, child.message.as_str()),
        None => diagnostic.with_note(child.message.as_str()),
    }
}

/// The place, or the use of the macro it is in when its own file is not here.
fn span(place: &Place, base: &Utf8Path, files: &mut Files) -> Option<Span> {
    if let Some(file) = file(&place.file_name, base, files) {
        return Some(Span::new(file, place.byte_start, place.byte_end));
    }
    span(&place.expansion.as_ref()?.span, base, files)
}

fn file(name: &str, base: &Utf8Path, files: &mut Files) -> Option<FileId> {
    let path = base.join(name);
    if let Some(known) = files.at(path.as_str()) {
        return Some(known);
    }
    let text = fs::read_to_string(&path).ok()?;
    let vfs_path = path.into_string();
    Some(files.add(name.to_owned(), vfs_path, text.into(), Origin::User))
}
