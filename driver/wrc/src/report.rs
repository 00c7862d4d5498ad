//! Findings on stderr, coloured when it is a terminal and `NO_COLOR` is not set.

use std::time::Duration;
use wrc_session::{Diagnostic, Files, Outcome};

/// Shows what a compilation found, and what came of it.
pub fn outcome(outcome: &Outcome) {
    let mut all = outcome.diagnostics.clone();
    all.extend(wrc_session::summary(&outcome.diagnostics, &outcome.name));
    diagnostics(&all, &outcome.files);
}

/// Shows findings.
pub fn diagnostics(diagnostics: &[Diagnostic], files: &Files) {
    anstream::eprint!("{}", wrc_session::render(diagnostics, files));
}

/// Shows why the surroundings failed.
pub fn failure(error: &anyhow::Error) {
    let mut diagnostic = Diagnostic::error("", error.to_string());
    for cause in error.chain().skip(1) {
        diagnostic = diagnostic.with_note(cause.to_string());
    }
    diagnostics(&[diagnostic], &Files::default());
}

/// Progress as cargo shows it: a word, and what it is about.
pub fn status(word: &str, rest: &str) {
    anstream::eprintln!("\x1b[1;32m{word:>12}\x1b[0m {rest}");
}

/// The end of a build that went well.
pub fn finished(release: bool, time: Duration) {
    let profile = match release {
        true => "`release` profile [optimized]",
        false => "`dev` profile [unoptimized]",
    };
    let seconds = time.as_secs_f64();
    status("Finished", &format!("{profile} target(s) in {seconds:.2}s"));
}
