//! Programs in a page: the module's JavaScript is loaded by headless
//! Chromium, and what the program writes is compared.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

use libtest_mimic::{Failed, Trial};

use crate::{
    compiler, engines, expect,
    files::{Program, Root},
    process,
};

/// A small program, and one that uses much of the language.
const PROGRAMS: [&str; 2] = [
    "run-pass/basic/hello",
    "run-pass/representation/52_collections",
];

/// One test per program.
pub fn trials(tests: &Root) -> Vec<Trial> {
    let test = |name: &str| {
        let (tests, name) = (tests.clone(), name.to_owned());
        Trial::test(format!("{name} [browser]"), move || check(&tests, name))
    };
    PROGRAMS.map(test).into()
}

fn check(tests: &Root, name: String) -> Result<(), Failed> {
    let path = tests.path.join(&name).with_extension("rs");
    let program = Program { path, name };
    let folder = tempfile::tempdir()?;
    let compiled = compiler::compile(&program, &["--release"], folder.path())?;
    if compiled.code != Some(0) {
        return Err(compiled.stderr.into());
    }
    let stem = program.path.file_stem().unwrap_or_default();
    let mut command = Command::new(engines::find_node(tests)?);
    command
        .arg(tests.path.join("browser/run.mjs"))
        .arg(find_chromium()?)
        .arg(folder.path())
        .arg(stem);
    let output = process::run(&mut command, "")?;
    if output.code != Some(0) {
        return Err(format!("exit code {:?}:\n{}", output.code, output.stderr).into());
    }
    Ok(expect::file(&program.beside("stdout"), &output.stdout)?)
}

/// The Chromium of the system; Debian's package is installed when there is
/// none. The environment variable `CHROMIUM` names another.
fn find_chromium() -> Result<PathBuf, String> {
    static FOUND: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        if let Some(path) = std::env::var_os("CHROMIUM") {
            return Ok(path.into());
        }
        if let Some(path) = installed() {
            return Ok(path);
        }
        for step in [
            "apt-get update -q",
            "apt-get install -yq --no-install-recommends chromium",
        ] {
            install(step)?;
        }
        installed().ok_or_else(|| "the package `chromium` brought no program".to_owned())
    });
    found.clone()
}

fn installed() -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    std::env::split_paths(&paths)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|path| path.is_file())
}

/// As root, or with sudo when there is one.
fn install(step: &str) -> Result<(), String> {
    let sudo = Path::new("/usr/bin/sudo").exists();
    let words = ["sudo", "-n"].iter().filter(|_| sudo).copied();
    let mut words = words.chain(step.split(' '));
    let program = words.next().unwrap_or("apt-get");
    let mut command = Command::new(program);
    command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
    let output = command
        .output()
        .map_err(|error| format!("{program}: {error}"))?;
    match output.status.success() {
        true => Ok(()),
        false => Err(format!(
            "`{step}`: {}\n{}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        )),
    }
}
