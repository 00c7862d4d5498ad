//! The sources of our standard library, embedded into the compiler.
//!
//! The library itself stands in `core/`, `alloc/` and `std/` beside this
//! crate. It is compiled by `wrc`, never by rustc. `wasm/` is for both: a
//! package of this workspace, too.
//!
//! ```
//! let sources = wrc_stdlib::sources();
//! assert!(sources.iter().all(|(path, _)| path.ends_with(".rs")));
//! ```

use include_dir::{Dir, include_dir};

static CORE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/core");
static ALLOC: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/alloc");
static STD: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/std");
static WASM: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/wasm");

/// The crates, each after those it depends on.
pub const CRATES: [&str; 4] = ["core", "alloc", "std", "wasm"];

/// Every Rust file as (path, text), like `core/src/option.rs`, in the order
/// of paths.
pub fn sources() -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    for (krate, folder) in CRATES.iter().zip([&CORE, &ALLOC, &STD, &WASM]) {
        collect(krate, folder, &mut found);
    }
    found.sort_unstable();
    found
}

fn collect(krate: &str, folder: &Dir<'static>, found: &mut Vec<(String, &'static str)>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if !path.starts_with("src/") || !path.ends_with(".rs") {
            continue;
        }
        if let Some(text) = file.contents_utf8() {
            found.push((format!("{krate}/{path}"), text));
        }
    }
    for inner in folder.dirs() {
        collect(krate, inner, found);
    }
}
