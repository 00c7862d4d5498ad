//! Diagnostics: where they are and how they look.
//!
//! A comment `//~ ERROR[E0308]` wants such an error on its line, `//~^` on
//! the line above; several may follow each other.

use libtest_mimic::{Failed, Trial};

use crate::{
    compiler, expect,
    files::{Program, Root},
};

/// One test per file.
pub fn trials(tests: &Root) -> Vec<Trial> {
    let test = |program: Program| Trial::test(program.name.clone(), move || check(&program));
    tests.programs("ui").into_iter().map(test).collect()
}

fn check(program: &Program) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let output = compiler::compile(program, &[], folder.path())?;
    let wanted = wanted(&program.source()?);
    let got = reported(&output.stderr);
    let is_error = |found: &&Found| found.severity == "error";
    let has_errors = wanted.iter().any(|found| is_error(&found));
    if output.code != Some(i32::from(has_errors)) {
        return Err(format!("exit code {:?}:\n{}", output.code, output.stderr).into());
    }
    if wanted != got {
        return Err(format!("wanted {wanted:?}\ngot    {got:?}\n{}", output.stderr).into());
    }
    Ok(expect::file(&program.beside("stderr"), &output.stderr)?)
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    line: usize,
    severity: String,
    code: String,
}

fn wanted(source: &str) -> Vec<Found> {
    let mut all = Vec::new();
    for (at, line) in source.lines().enumerate() {
        let Some((_, mark)) = line.split_once("//~") else {
            continue;
        };
        let text = mark.trim_start_matches('^');
        let line = at + 1 - (mark.len() - text.len());
        for mark in text.split_whitespace() {
            if let Some((severity, code)) = mark.split_once('[') {
                let code = code.trim_end_matches(']').to_owned();
                let severity = severity.to_lowercase();
                all.push(Found {
                    line,
                    severity,
                    code,
                });
            }
        }
    }
    all.sort();
    all
}

/// The findings in rendered text: a line `error[E0308]: …`, then its place
/// as `┌─ file.rs:3:5`.
fn reported(stderr: &str) -> Vec<Found> {
    let mut all = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in stderr.lines() {
        if let Some((severity, rest)) = line.split_once('[')
            && ["error", "warning"].contains(&severity)
            && let Some((code, _)) = rest.split_once("]: ")
        {
            open = Some((severity.to_owned(), code.to_owned()));
        } else if let Some((_, place)) = line.split_once("┌─ ")
            && let Some((severity, code)) = open.take()
        {
            let line = place
                .rsplit(':')
                .nth(1)
                .and_then(|line| line.trim().parse().ok());
            all.push(Found {
                line: line.unwrap_or(0),
                severity,
                code,
            });
        }
    }
    all.sort();
    all
}
