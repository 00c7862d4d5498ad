//! The sources of our standard library, embedded into the compiler.
//!
//! The library itself stands in `core/`, `alloc/` and `std/` beside this
//! crate. It is compiled by `wrc`, never by rustc. `wasm/` is for both: a
//! package of this workspace, too. `substitutes/` has packages that stand for
//! ones of crates.io.
//!
//! ```
//! let sources = wrc_stdlib::sources("core");
//! assert!(sources.iter().any(|source| source.path == "core/src/option.rs"));
//! ```

#[cfg(test)]
mod outline;

use include_dir::{Dir, include_dir};

static CORE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/core");
static ALLOC: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/alloc");
static STD: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/std");
static WASM: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/wasm");
static OUTLINES: Dir<'static> = include_dir!("$OUT_DIR/outlines");
static SUBSTITUTES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/substitutes");

/// The crates, each after those it depends on.
pub const CRATES: [&str; 4] = ["core", "alloc", "std", "wasm"];

/// A Rust file of the library.
#[derive(Clone, Debug)]
pub struct Source {
    /// Like `core/src/option.rs`.
    pub path: String,
    pub text: &'static str,
    /// The text without most bodies and without comments, as `outline.rs`
    /// describes: the rest is at the same bytes.
    pub outline: &'static str,
}

/// The Rust files of a crate, in the order of paths.
pub fn sources(krate: &str) -> Vec<Source> {
    let folders = CRATES.iter().zip([&CORE, &ALLOC, &STD, &WASM]);
    let mut folders = folders.filter(|(name, _)| **name == krate);
    let sources = folders.next().and_then(|(_, folder)| folder.get_dir("src"));
    let outlines = OUTLINES.get_dir(format!("{krate}/src"));
    let (Some(sources), Some(outlines)) = (sources, outlines) else {
        return Vec::new();
    };
    // The build script wrote an outline for each.
    let pairs = texts(sources).into_iter().zip(texts(outlines));
    let source = |((path, text), (_, outline))| Source {
        path: format!("{krate}/{path}"),
        text,
        outline,
    };
    pairs.map(source).collect()
}

/// Paths and texts of the Rust files in a folder and those below it, sorted.
fn texts(folder: &'static Dir<'static>) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    let mut open = vec![folder];
    while let Some(folder) = open.pop() {
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            if let Some(text) = file.contents_utf8()
                && path.ends_with(".rs")
            {
                let start = path.find("src/").unwrap_or_default();
                found.push((path[start..].to_owned(), text));
            }
        }
        open.extend(folder.dirs());
    }
    found.sort_unstable();
    found
}

/// What stands for a package of crates.io whose own code reads and writes
/// numbers as the bytes of others, which a collected heap does not have. The
/// interface and the results are the package's. Files are (path, text), like
/// `memchr-2/src/lib.rs`, that one first.
pub fn substitute(name: &str, version: &str) -> Option<Vec<(String, &'static str)>> {
    let (major, _) = version.split_once('.')?;
    let folder = format!("{name}-{major}");
    let sources = SUBSTITUTES
        .get_dir(&folder)?
        .get_dir(format!("{folder}/src"))?;
    let files = sources.files().filter_map(|file| {
        let name = file.path().file_name()?.to_string_lossy();
        Some((format!("{folder}/src/{name}"), file.contents_utf8()?))
    });
    let mut files: Vec<(String, &'static str)> = files.collect();
    files.sort_by_key(|(path, _)| (!path.ends_with("/lib.rs"), path.clone()));
    Some(files)
}

#[cfg(test)]
mod tests {
    use super::{CRATES, outline, sources};

    #[test]
    fn each_file_has_its_outline() {
        for krate in CRATES {
            let sources = sources(krate);
            assert!(!sources.is_empty());
            for source in sources {
                assert!(source.path.ends_with(".rs"));
                assert_eq!(
                    outline::outline(source.text),
                    source.outline,
                    "{}",
                    source.path
                );
            }
        }
    }
}
