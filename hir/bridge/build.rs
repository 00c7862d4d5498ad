//! A number for this version of the bridge: what it stores is of use only to
//! the same version.

use std::{
    env, fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

fn main() {
    let mut hasher = DefaultHasher::new();
    for source in ["src", "../thir/src", "../../Cargo.lock"] {
        println!("cargo::rerun-if-changed={source}");
        for file in files(Path::new(source)) {
            let text = fs::read(&file).expect("the sources are readable");
            (file, text).hash(&mut hasher);
        }
    }
    env::var("TARGET").unwrap_or_default().hash(&mut hasher);
    println!(
        "cargo::rustc-env=WRC_BRIDGE_FORMAT={:016x}",
        hasher.finish()
    );
}

/// The files in a folder, or the file itself, in the order of their names.
fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let entries = fs::read_dir(path).expect("the sources are readable");
    let mut inside: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the sources are readable").path())
        .collect();
    inside.sort();
    inside.iter().flat_map(|path| files(path)).collect()
}
