//! Rules about the tree that no compiler checks.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use xshell::{Shell, cmd};

/// Which crates of the workspace each crate may use, base and diagnostics
/// aside.
const DEPENDENCIES: &[(&str, &[&str])] = &[
    ("wrc-base", &[]),
    ("wrc-diagnostics", &[]),
    ("wrc-project", &["wrc-stdlib"]),
    ("wrc-thir", &[]),
    ("wrc-bridge", &["wrc-thir", "wrc-project"]),
    ("wrc-gc-lower", &["wrc-thir", "wrc-object"]),
    ("wrc-own-lower", &["wrc-thir", "wrc-object"]),
    ("wrc-object", &[]),
    ("wrc-module", &["wrc-object"]),
    ("wrc-stdlib", &[]),
    // What users' crates name under rustc, and an example that does.
    ("wasm-macros", &[]),
    ("wasm", &["wasm-macros"]),
    ("shared", &["wasm"]),
    ("todo", &["wasm"]),
    (
        "wrc-session",
        &[
            "wrc-project",
            "wrc-thir",
            "wrc-bridge",
            "wrc-gc-lower",
            "wrc-own-lower",
            "wrc-object",
            "wrc-module",
            "wrc-stdlib",
        ],
    ),
    ("wrc", &["wrc-session"]),
    ("wrc-tests", &["wrc-session"]),
    ("xtask", &[]),
];

/// Crates that may name rust-analyzer's.
const FRONT_END: &[&str] = &["wrc-project", "wrc-bridge", "wrc-session"];

const LONGEST_FILE: usize = 1000;

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    kind: Option<String>,
}

pub(crate) fn run(sh: &Shell) -> Result<()> {
    let mut errors = Vec::new();
    dependencies(sh, &mut errors)?;
    files(sh, &mut errors)?;
    if errors.is_empty() {
        return Ok(());
    }
    for error in &errors {
        eprintln!("tidy: {error}");
    }
    bail!("{} rules are broken", errors.len());
}

fn dependencies(sh: &Shell, errors: &mut Vec<String>) -> Result<()> {
    let json = cmd!(sh, "cargo metadata --locked --no-deps --format-version 1")
        .quiet()
        .read()?;
    let metadata: Metadata = serde_json::from_str(&json).context("cargo metadata")?;
    for package in metadata.packages {
        let name = package.name.as_str();
        let Some((_, allowed)) = DEPENDENCIES.iter().find(|(of, _)| *of == name) else {
            errors.push(format!("{name} is not in the table of dependencies"));
            continue;
        };
        // Development dependencies do not shape the program.
        for dependency in package.dependencies.iter().filter(|d| d.kind.is_none()) {
            let on = dependency.name.as_str();
            let is_ours = DEPENDENCIES.iter().any(|(of, _)| *of == on);
            let is_shared = ["wrc-base", "wrc-diagnostics"].contains(&on);
            if is_ours && !is_shared && !allowed.contains(&on) {
                errors.push(format!("{name} must not depend on {on}"));
            }
            if on.starts_with("ra_ap_") && !FRONT_END.contains(&name) {
                errors.push(format!("{name} must not name rust-analyzer's {on}"));
            }
        }
    }
    Ok(())
}

fn files(sh: &Shell, errors: &mut Vec<String>) -> Result<()> {
    let files = cmd!(sh, "git ls-files").quiet().read()?;
    for path in files.lines() {
        // Generated, or text of others.
        if path.ends_with(".lock") || path.starts_with("tests/run-pass/") {
            continue;
        }
        let Ok(text) = sh.read_file(path) else {
            continue;
        };
        if path == "tests/package-lock.json" {
            if text.contains("\"resolved\"") {
                errors.push(format!("{path} names a registry"));
            }
            continue;
        }
        let is_code = [".rs", ".js", ".mjs", ".sh"]
            .iter()
            .any(|end| path.ends_with(end));
        let lines = text.lines().count();
        if is_code && lines > LONGEST_FILE {
            errors.push(format!("{path} has {lines} lines"));
        }
        if path.ends_with("/mod.rs") {
            errors.push(format!("{path}: modules are `foo.rs` and `foo/`"));
        }
        for (at, line) in text.lines().enumerate() {
            let place = format!("{path}:{}", at + 1);
            // The projects hold tests that are to fail and to be skipped.
            let is_program = path.ends_with(".rs")
                && !path.ends_with("tests.rs")
                && !path.starts_with("tests/projects/")
                && !path.starts_with("tests/own/tests/");
            if is_program && UNFINISHED.iter().any(|text| line.contains(&text.concat())) {
                errors.push(format!("{place}: unfinished or skipped"));
            }
            if MACHINE_PATHS
                .iter()
                .any(|text| line.contains(&text.concat()))
            {
                errors.push(format!("{place}: a path of one machine"));
            }
        }
    }
    Ok(())
}

/// In two parts, so that this file is tidy.
const UNFINISHED: &[[&str; 2]] = &[
    ["todo", "!("],
    ["unimplemented", "!("],
    ["#[ign", "ore"],
    ["#[should_", "panic"],
];
const MACHINE_PATHS: &[[&str; 2]] = &[["/wo", "rk/"], ["/ho", "me/"], ["/ro", "ot/"]];
