//! Writing outputs: all of a file or nothing.

use anyhow::{Context, Result};
use camino::Utf8Path;
use std::fs;

/// Replaces the file by one with these bytes. Whoever reads meanwhile sees
/// the earlier file or the new one; after a failure the earlier one stays.
pub fn write(path: &Utf8Path, bytes: &[u8]) -> Result<()> {
    let dir = match path.parent() {
        Some(dir) if !dir.as_str().is_empty() => dir,
        _ => Utf8Path::new("."),
    };
    fs::create_dir_all(dir).with_context(|| format!("cannot create the folder `{dir}`"))?;
    let name = path
        .file_name()
        .with_context(|| format!("`{path}` names no file"))?;
    let temporary = dir.join(format!(".{name}.{}.tmp", std::process::id()));
    let result = fs::write(&temporary, bytes).and_then(|()| fs::rename(&temporary, path));
    if result.is_err() {
        // It may not exist; the error that matters is the first one.
        let _ = fs::remove_file(&temporary);
    }
    result.with_context(|| format!("cannot write `{path}`"))
}
