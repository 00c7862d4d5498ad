//! Our own codes. A number is never used for something else later.
//!
//! Errors that rustc has too carry rustc's number, which `rustc --explain`
//! and the error index explain; they have no row here.
//!
//! | range | about |
//! |---|---|
//! | `WRC1xxx` | the subset: Rust that `wrc` does not compile |
//! | `WRC2xxx` | gc mode: what has no representation on WasmGC |
//! | `WRC3xxx` | ownership mode |
//! | `WRC4xxx` | emission |
//! | `WRC5xxx` | projects, files |
//! | `WRC9xxx` | defects of `wrc` |

/// A code, what it is about in one line, and its explanation.
#[derive(Clone, Copy, Debug)]
pub struct CodeRow {
    pub code: &'static str,
    pub title: &'static str,
    pub explanation: &'static str,
}

macro_rules! codes {
    ($($code:literal: $title:literal,)*) => {
        /// All codes, in ascending order.
        pub const CODES: &[CodeRow] = &[$(CodeRow {
            code: $code,
            title: $title,
            explanation: include_str!(concat!("../explain/", $code, ".md")),
        },)*];
    };
}

codes! {
    "WRC1001": "syntax error",
    "WRC1002": "the front end could not determine a type or a name",
    "WRC1003": "a language feature that is not supported",
    "WRC1004": "inline assembly is not supported",
    "WRC1005": "a procedural macro failed",
    "WRC1006": "the standard library lacks this item",
    "WRC1007": "a constant that cannot be evaluated",
    "WRC1008": "an attribute of the crate `wasm` where it means nothing",
    "WRC2001": "an expression that has no representation in gc mode",
    "WRC2102": "the standard library lacks a language item",
    "WRC2103": "an enum without a default variant",
    "WRC2104": "a type that cannot be cloned",
    "WRC2105": "a type that cannot be dropped",
    "WRC2106": "a type that cannot be called",
    "WRC2107": "an intrinsic used as a value",
    "WRC2108": "a function without a body",
    "WRC2109": "instantiation without an end",
    "WRC2301": "a type without a representation",
    "WRC2310": "a struct with an unsized last field",
    "WRC2311": "a mutable part of an array as an array",
    "WRC2312": "an address made from a number",
    "WRC2313": "a value built from parts that do not fit",
    "WRC2314": "a reference to a field of a union",
    "WRC2320": "a comparison of addresses",
    "WRC2330": "the address of a pointer as a number",
    "WRC2331": "a pointer made from a number",
    "WRC2332": "a conversion between representations",
    "WRC2333": "an unsizing that is not supported",
    "WRC2334": "arithmetic with a pointer to an object",
    "WRC2340": "a type that cannot cross the border to the host",
    "WRC2341": "two exports with one name",
    "WRC2350": "the offset of a field",
    "WRC2351": "the size of a future",
    "WRC2352": "the identity of types that differ only in lifetimes",
    "WRC2360": "a reinterpretation of a value",
    "WRC2361": "a cyclic pointer to a value without an object",
    "WRC2370": "`async` code where panics unwind",
    "WRC3001": "there is no rustc with the target's standard library",
    "WRC3002": "cargo or rustc failed",
    "WRC3003": "rustc's module uses what cannot be read back",
    "WRC3004": "gc mode has this, ownership mode has not",
    "WRC4001": "the emitted module would exceed a limit of engines",
    "WRC5001": "a file cannot be read",
    "WRC5002": "a file is not UTF-8",
    "WRC5003": "the package has no target to compile",
    "WRC5004": "Cargo.toml is not understood",
    "WRC5006": "build scripts and procedural macros are not run",
    "WRC5007": "an unknown edition",
    "WRC5008": "a name that is not a valid crate name",
    "WRC5009": "an output cannot be written",
    "WRC5010": "there is nothing to run",
    "WRC5011": "cargo cannot be asked",
    "WRC5012": "a dependency cannot be compiled",
    "WRC5013": "native programs of packages cannot be built or run",
    "WRC5014": "procedural macros cannot be run",
    "WRC9001": "internal error",
    "WRC9002": "an error in the standard library",
    "WRC9003": "a broken invariant while lowering",
    "WRC9004": "a broken invariant of the intermediate code",
    "WRC9005": "the emitted module is not valid",
}

/// What the code is about, in one line.
pub fn title(code: &str) -> Option<&'static str> {
    row(code).map(|row| row.title)
}

/// The explanation, as Markdown.
pub fn explain(code: &str) -> Option<&'static str> {
    row(code).map(|row| row.explanation)
}

fn row(code: &str) -> Option<&'static CodeRow> {
    CODES.iter().find(|row| row.code.eq_ignore_ascii_case(code))
}

#[cfg(test)]
mod tests {
    use super::{CODES, title};
    use std::{fs, path::Path};

    #[test]
    fn rows_ascend_and_explanations_have_their_parts() {
        assert!(CODES.is_sorted_by(|a, b| a.code < b.code));
        for row in CODES {
            let text = row.explanation;
            assert!(
                text.starts_with(&format!("# {}: ", row.code)),
                "{}",
                row.code
            );
            for part in ["## What", "## Why", "## Instead"] {
                assert!(text.contains(part), "{} lacks `{part}`", row.code);
            }
        }
    }

    #[test]
    fn every_code_of_the_sources_has_a_row() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut open = ["driver", "emit", "frontend", "gc-lower", "hir", "own-lower"]
            .map(|d| root.join(d))
            .to_vec();
        while let Some(path) = open.pop() {
            if path.is_dir() {
                let entries = fs::read_dir(path).expect("is a folder");
                open.extend(entries.map(|entry| entry.expect("can be read").path()));
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("can be read");
                for (at, _) in text.match_indices("\"WRC") {
                    let code = text.get(at + 1..at + 8).unwrap_or("WRC?");
                    let is_code = code[3..].bytes().all(|b| b.is_ascii_digit());
                    let place = path.display();
                    assert!(!is_code || title(code).is_some(), "{code} in {place}");
                }
            }
        }
    }
}
