//! Packages and workspaces: commands and what they show.
//!
//! `projects/NAME/session` is a transcript. A line `$ wrc run -p app` is a
//! command, run in a copy of the folder; below it stand its standard output,
//! its standard error with `! ` before each line, and its exit code when that
//! is not 0. A line `$ touch a.rs` or `$ write a.rs TEXT` changes the copy.
//! Times are shown as zero. What `Cargo.lock` names is fetched before; the
//! commands themselves do without the network.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use libtest_mimic::{Failed, Trial};

use crate::{
    compiler, engines, expect,
    files::Root,
    process::{self, Output},
};

/// One test per folder.
pub fn trials(tests: &Root) -> Vec<Trial> {
    let mut folders: Vec<PathBuf> = fs::read_dir(tests.path.join("projects"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.join("session").is_file())
        .collect();
    folders.sort();
    let trial = |folder: PathBuf| {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let tests = tests.clone();
        Trial::test(format!("projects/{name}"), move || check(&tests, &folder))
    };
    folders.into_iter().map(trial).collect()
}

fn check(tests: &Root, folder: &Path) -> Result<(), Failed> {
    let copy = tempfile::tempdir()?;
    copy_folder(folder, copy.path())?;
    fetch(copy.path())?;
    let session = folder.join("session");
    let mut out = String::new();
    for line in crate::files::read(&session)?.lines() {
        let Some(command) = line.strip_prefix("$ ") else {
            continue;
        };
        out.push_str(&format!("$ {command}\n"));
        match command.split_once(' ') {
            Some(("wrc", args)) => out.push_str(&wrc(tests, args, copy.path())?),
            Some(("write", rest)) => {
                let (path, text) = rest.split_once(' ').unwrap_or((rest, ""));
                fs::write(copy.path().join(path), format!("{text}\n"))?;
            }
            _ => return Err(format!("`{command}` is no command of a session").into()),
        }
    }
    Ok(expect::file(&session, &out)?)
}

/// Downloads the packages of a registry, if there are any.
fn fetch(folder: &Path) -> Result<(), String> {
    let lock = fs::read_to_string(folder.join("Cargo.lock")).unwrap_or_default();
    if !lock.contains("source = \"registry+") {
        return Ok(());
    }
    let mut command = Command::new("cargo");
    command.args(["fetch", "--locked"]).current_dir(folder);
    let output = process::run(&mut command, "")?;
    match output.code {
        Some(0) => Ok(()),
        _ => Err(format!("`cargo fetch` failed:\n{}", output.stderr)),
    }
}

fn wrc(tests: &Root, args: &str, folder: &Path) -> Result<String, String> {
    let mut command = compiler::wrc();
    if args.contains("--host node") {
        command.env("WRC_NODE", engines::find_node(tests)?);
    }
    command
        .args(args.split_whitespace())
        .current_dir(folder)
        .env("CARGO_NET_OFFLINE", "true")
        .env("RUST_BACKTRACE", "0")
        .env_remove("CARGO_TARGET_DIR");
    let output = process::run(&mut command, "")?;
    Ok(shown(&output, folder))
}

fn shown(output: &Output, folder: &Path) -> String {
    let mut out = String::new();
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let folder = folder.display().to_string();
    let clean = |line: &str| without_times(line).replace(&folder, "");
    for line in output.stdout.lines() {
        out.push_str(&format!("{}\n", clean(line)));
    }
    for line in output.stderr.lines() {
        out.push_str(format!("! {}", clean(line)).trim_end());
        out.push('\n');
    }
    match output.code {
        Some(0) => {}
        Some(code) => out.push_str(&format!("[exit code {code}]\n")),
        None => out.push_str("[ended by a signal]\n"),
    }
    out
}

/// `in 1.23s` becomes `in 0.00s`.
fn without_times(line: &str) -> String {
    let Some((before, rest)) = line.rsplit_once(" in ") else {
        return line.to_owned();
    };
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    match number.len() < rest.len() && number.starts_with('s') {
        true => format!("{before} in 0.00{number}"),
        false => line.to_owned(),
    }
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
