//! Programs of ownership mode: what rustc's own module would print.
//!
//! They need a rustc with the standard library for `wasm32-wasip1`: the one
//! that `WRC_RUSTC` or `RUSTC` names, the active one, or one that
//! `tests/setup/wasm32-rust-setup.sh` puts below `target/`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

use libtest_mimic::{Failed, Trial};

use crate::{
    compiler, directives, expect,
    files::{Program, Root},
    process,
};

const TARGET: &str = "wasm32-wasip1";

/// Each program in both profiles; those in `errors` are wrong, and rustc says
/// so at the same places; those in `tests` are tests.
pub fn trials(tests: &Root) -> Vec<Trial> {
    let mut trials = Vec::new();
    for program in tests.programs("own") {
        let is_wrong = program.name.starts_with("own/errors/");
        let is_test = program.name.starts_with("own/tests/");
        let profiles = if is_wrong || is_test {
            &[""][..]
        } else {
            &["", "--release"][..]
        };
        for profile in profiles {
            let (tests, program) = (tests.clone(), program.clone());
            let name = format!("{} [own{profile}]", program.name);
            trials.push(Trial::test(name, move || match is_wrong {
                true => check_errors(&tests, &program),
                false if is_test => check_tests(&tests, &program),
                false => check(&tests, &program, profile),
            }));
        }
    }
    trials
}

fn command(tests: &Root, program: &Program, subcommand: &str) -> Result<Command, String> {
    let mut command = compiler::wrc();
    command
        .arg(subcommand)
        .arg(program.path.file_name().unwrap_or_default())
        .args(["--mode", "own", "--rustc"])
        .arg(rustc(tests)?)
        .current_dir(program.path.parent().unwrap_or(Path::new(".")));
    Ok(command)
}

fn check(tests: &Root, program: &Program, profile: &str) -> Result<(), Failed> {
    let directives = directives::parse(&program.source()?)?;
    let mut command = command(tests, program, "run")?;
    command.args(Some(profile).filter(|profile| !profile.is_empty()));
    command.arg("--").args(&directives.args);
    let output = process::run(&mut command, "first\nsecond\n")?;
    expect::file(&program.beside("stdout"), &output.stdout)
        .map_err(|error| format!("{error}\nstderr:\n{}", output.stderr))?;
    if output.code != Some(directives.exit_code) {
        let (code, wanted) = (output.code, directives.exit_code);
        return Err(format!("exit code {code:?}, wanted {wanted}").into());
    }
    Ok(())
}

fn check_errors(tests: &Root, program: &Program) -> Result<(), Failed> {
    let output = process::run(&mut command(tests, program, "check")?, "")?;
    if output.code != Some(1) {
        return Err(format!("exit code {:?}", output.code).into());
    }
    let directives = directives::parse(&program.source()?)?;
    for text in &directives.stderr {
        if !output.stderr.contains(text.as_str()) {
            return Err(format!("`{text}` is not in\n{}", output.stderr).into());
        }
    }
    Ok(())
}

fn check_tests(tests: &Root, program: &Program) -> Result<(), Failed> {
    let directives = directives::parse(&program.source()?)?;
    let mut command = command(tests, program, "test")?;
    let output = process::run(command.env("RUST_BACKTRACE", "0"), "")?;
    // Without the time it took.
    let lines = output.stdout.lines();
    let stdout: String = lines
        .map(|line| line.split_once("; finished").map_or(line, |(line, _)| line))
        .map(|line| format!("{line}\n"))
        .collect();
    expect::file(&program.beside("stdout"), &stdout)
        .map_err(|error| format!("{error}\nstderr:\n{}", output.stderr))?;
    if output.code != Some(directives.exit_code) {
        return Err(format!("exit code {:?}", output.code).into());
    }
    Ok(())
}

/// A rustc for the target, set up when there is none.
pub(crate) fn rustc(tests: &Root) -> Result<PathBuf, String> {
    static RUSTC: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    RUSTC.get_or_init(|| find(tests)).clone()
}

fn find(tests: &Root) -> Result<PathBuf, String> {
    let given = ["WRC_RUSTC", "RUSTC"]
        .map(env::var_os)
        .into_iter()
        .flatten();
    for rustc in given.map(PathBuf::from).chain([PathBuf::from("rustc")]) {
        if has_target(&rustc) {
            return Ok(rustc);
        }
    }
    let prefix = tests.path.with_file_name("target").join("wasm32-rust");
    let rustc = prefix.join("bin/rustc");
    if !has_target(&rustc) {
        let script = tests.path.join("setup/wasm32-rust-setup.sh");
        let status = Command::new("bash").arg(&script).arg(&prefix).status();
        let status = status.map_err(|error| format!("{}: {error}", script.display()))?;
        if !has_target(&rustc) {
            let script = script.display();
            return Err(format!("{script} brought no rustc for {TARGET} ({status})"));
        }
    }
    Ok(rustc)
}

fn has_target(rustc: &Path) -> bool {
    let output = Command::new(rustc)
        .args(["--print", "target-libdir", "--target", TARGET])
        .output();
    output.is_ok_and(|output| {
        let folder = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        output.status.success()
            && fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
    })
}
