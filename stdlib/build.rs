//! Writes the outlines of the sources, which are embedded beside them. The
//! macro that embeds sees changed files but not new ones.

#[path = "src/outline.rs"]
mod outline;

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("outlines");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    for path in ["src/outline.rs", "substitutes"] {
        println!("cargo::rerun-if-changed={path}");
    }
    for folder in ["core", "alloc", "std", "wasm"] {
        println!("cargo::rerun-if-changed={folder}");
        outlines(&Path::new(folder).join("src"), &out)?;
    }
    Ok(())
}

/// Writes those of a folder's files to the same paths below `out`.
fn outlines(folder: &Path, out: &Path) -> io::Result<()> {
    fs::create_dir_all(out.join(folder))?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            outlines(&path, out)?;
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path)?;
            fs::write(out.join(&path), outline::outline(&text))?;
        }
    }
    Ok(())
}
