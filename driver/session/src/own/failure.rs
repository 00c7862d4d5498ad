//! Why ownership mode could not start, or could not finish.

use crate::options::Emit;
use camino::Utf8PathBuf;
use wrc_diagnostics::Diagnostic;
use wrc_own_lower::{Failure, ReadError};

/// Nothing was compiled.
pub(super) enum Error {
    Tools(Failure),
    /// A text of gc mode was asked for.
    Text(Emit),
    File {
        path: Utf8PathBuf,
        reason: String,
    },
    Other(Diagnostic),
}

impl Error {
    pub fn diagnostic(self) -> Diagnostic {
        match self {
            Error::Tools(failure) => tools(failure),
            Error::Text(emit) => Diagnostic::error(
                "WRC3004",
                format!("there is no `{}` in ownership mode", emit.extension()),
            )
            .with_help("`--emit=wat` and `--emit=wasm` work, `rustc --emit=mir` too"),
            Error::File { path, reason } => {
                Diagnostic::error("WRC5001", format!("cannot read `{path}`")).with_note(reason)
            }
            Error::Other(diagnostic) => diagnostic,
        }
    }
}

/// The module has something that programs have not.
pub(super) fn unreadable(error: ReadError) -> Diagnostic {
    let message = "the module that rustc made cannot be read back";
    Diagnostic::error("WRC3003", message)
        .with_note(error.to_string())
        .with_help("leave target features as they are, and compile with `panic = \"abort\"`")
}

fn tools(failure: Failure) -> Diagnostic {
    match failure {
        Failure::NoRustc { rustc, reason } => {
            Diagnostic::error("WRC3001", format!("`{rustc}` cannot be used"))
                .with_note(reason)
                .with_help(
                    "install Rust (https://rustup.rs), or name a rustc with `--rustc PATH` or \
                     in the environment variable `WRC_RUSTC`",
                )
        }
        Failure::NoStd { rustc, target } => {
            let message = format!("`{rustc}` has no standard library for `{target}`");
            Diagnostic::error("WRC3001", message).with_help(format!(
                "run `rustup target add {target}`, or name a rustc that has it with \
                 `--rustc PATH` or in the environment variable `WRC_RUSTC`"
            ))
        }
        Failure::Tool { tool, output } => {
            Diagnostic::error("WRC3002", format!("{tool} failed")).with_note(output.trim())
        }
    }
}
