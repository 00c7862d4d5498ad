//! Reading `Cargo.toml` with a place for every complaint.

use toml::{Spanned, de::DeTable, de::DeValue};
use wrc_base::{FileId, Span};
use wrc_diagnostics::Diagnostic;

/// A value and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    pub value: &'a DeValue<'a>,
    pub span: Span,
}

/// A table of the manifest.
#[derive(Clone, Copy)]
pub(crate) struct Table<'a> {
    table: &'a DeTable<'a>,
    /// Its dotted name, for messages; empty for the whole file.
    name: &'a str,
    file: FileId,
}

pub(crate) fn span(file: FileId, range: std::ops::Range<usize>) -> Span {
    Span::new(file, range.start as u32, range.end as u32)
}

/// A complaint about the manifest.
pub(crate) fn error(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::error("WRC5004", message).primary(span, "")
}

/// Is one word the other but for a letter or two?
pub(crate) fn is_near(a: &str, b: &str) -> bool {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut before = i;
        row[0] = i + 1;
        for (j, y) in b.chars().enumerate() {
            let change = before + usize::from(x != y);
            before = row[j + 1];
            row[j + 1] = change.min(before + 1).min(row[j] + 1);
        }
    }
    let distance = row.last().copied().unwrap_or_default();
    distance <= 2 && distance < a.len()
}

impl<'a> Table<'a> {
    pub(crate) fn root(table: &'a DeTable<'a>, file: FileId) -> Table<'a> {
        Table {
            table,
            name: "",
            file,
        }
    }

    /// The keys, in the order in which they stand.
    pub(crate) fn keys(self) -> Vec<(&'a str, Span)> {
        let keys = self.table.keys();
        let mut keys: Vec<(&str, Span)> = keys
            .map(|key| (key.get_ref().as_ref(), span(self.file, key.span())))
            .collect();
        keys.sort_by_key(|(_, span)| span.start);
        keys
    }

    pub(crate) fn get(self, key: &str) -> Option<Value<'a>> {
        let found: &Spanned<DeValue<'a>> = self.table.get(key)?;
        Some(Value {
            value: found.get_ref(),
            span: span(self.file, found.span()),
        })
    }

    pub(crate) fn table(self, key: &'a str) -> Result<Option<Table<'a>>, Diagnostic> {
        let Some(found) = self.get(key) else {
            return Ok(None);
        };
        match found.value.as_table() {
            Some(table) => Ok(Some(Table {
                table,
                name: key,
                file: self.file,
            })),
            None => Err(self.wrong(key, "a table", found)),
        }
    }

    pub(crate) fn string(self, key: &str) -> Result<Option<&'a str>, Diagnostic> {
        let Some(found) = self.get(key) else {
            return Ok(None);
        };
        match found.value.as_str() {
            Some(value) => Ok(Some(value)),
            None => Err(self.wrong(key, "a string", found)),
        }
    }

    pub(crate) fn bool(self, key: &str) -> Result<Option<bool>, Diagnostic> {
        let Some(found) = self.get(key) else {
            return Ok(None);
        };
        match found.value.as_bool() {
            Some(value) => Ok(Some(value)),
            None => Err(self.wrong(key, "`true` or `false`", found)),
        }
    }

    fn wrong(self, key: &str, wanted: &str, found: Value<'_>) -> Diagnostic {
        let dot = if self.name.is_empty() { "" } else { "." };
        let message = format!("`{}{dot}{key}` is not {wanted}", self.name);
        error(found.span, message)
    }
}
