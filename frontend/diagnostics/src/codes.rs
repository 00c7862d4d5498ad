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
    "WRC1005": "procedural macros are not supported",
    "WRC1006": "the standard library lacks this item",
    "WRC1007": "a constant that cannot be evaluated",
    "WRC2001": "an operation that has no representation in gc mode",
    "WRC2002": "a raw pointer operation that needs linear memory",
    "WRC2003": "a transmutation between representations",
    "WRC2004": "a union read as another type than was written",
    "WRC2005": "a type nested too deeply while instantiating",
    "WRC2006": "an external function with a type that cannot cross the border",
    "WRC2007": "async code is not supported yet",
    "WRC4001": "the emitted module would exceed a limit of engines",
    "WRC5001": "a file cannot be read",
    "WRC5002": "a file is not UTF-8",
    "WRC5003": "the package has no target to compile",
    "WRC5004": "Cargo.toml is not understood",
    "WRC5005": "the package has dependencies",
    "WRC5006": "the package has a build script",
    "WRC5007": "an unknown edition",
    "WRC5008": "a name that is not a valid crate name",
    "WRC5009": "an output cannot be written",
    "WRC5010": "there is nothing to run",
    "WRC9001": "internal error",
    "WRC9002": "an error in the standard library",
    "WRC9003": "the emitted module is not valid",
    "WRC9004": "a broken invariant of the intermediate code",
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
    use super::CODES;

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
}
