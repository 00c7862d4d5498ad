//! Comparing with files that `BLESS=1` rewrites.

use std::{fs, path::Path};

use similar::TextDiff;

/// Compares a text with the file's; a missing file counts as empty.
pub fn file(path: &Path, got: &str) -> Result<(), String> {
    if is_blessing() {
        return bless(path, got);
    }
    let want = if path.exists() {
        crate::files::read(path)?
    } else {
        String::new()
    };
    text(&want, got, &path.display().to_string())
}

pub fn is_blessing() -> bool {
    std::env::var_os("BLESS").is_some_and(|value| value == "1")
}

fn bless(path: &Path, got: &str) -> Result<(), String> {
    let result = if got.is_empty() && path.exists() {
        fs::remove_file(path)
    } else if got.is_empty() {
        Ok(())
    } else {
        fs::write(path, got)
    };
    result.map_err(|error| format!("{}: {error}", path.display()))
}

/// Compares two texts; the error is their difference.
pub fn text(want: &str, got: &str, what: &str) -> Result<(), String> {
    if want == got {
        return Ok(());
    }
    let diff = TextDiff::from_lines(want, got);
    let shown = diff.unified_diff().header(what, "got").to_string();
    const LIMIT: usize = 4000;
    let end = shown
        .char_indices()
        .nth(LIMIT)
        .map_or(shown.len(), |(at, _)| at);
    Err(shown[..end].to_owned())
}
