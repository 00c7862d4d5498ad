//! The folders below `tests/`.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folder `tests/`.
#[derive(Clone, Debug)]
pub struct Root {
    pub path: PathBuf,
}

impl Root {
    /// Beside this crate.
    pub fn find() -> Root {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
        Root {
            path: path.expect("the crate has a parent folder").to_owned(),
        }
    }

    /// The Rust files below a folder, sorted.
    pub fn programs(&self, folder: &str) -> Vec<Program> {
        let mut paths = Vec::new();
        collect(&self.path.join(folder), &mut paths);
        paths.sort();
        let program = |path: PathBuf| {
            let name = path.strip_prefix(&self.path).unwrap_or(&path);
            let name = name.with_extension("").to_string_lossy().replace('\\', "/");
            Program { path, name }
        };
        paths.into_iter().map(program).collect()
    }
}

/// A test's main file.
#[derive(Clone, Debug)]
pub struct Program {
    pub path: PathBuf,
    /// Its path below `tests/`, without the extension.
    pub name: String,
}

impl Program {
    pub fn source(&self) -> Result<String, String> {
        read(&self.path)
    }

    /// The file beside it with another extension.
    pub fn beside(&self, extension: &str) -> PathBuf {
        self.path.with_extension(extension)
    }
}

pub fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}
