//! The compiler under test: the `wrc` of this workspace, in this profile, or
//! the one that the environment variable `WRC` names.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    files::{Program, Root},
    process::{self, Output},
};

/// Builds `wrc` in the profile of this test binary.
pub fn build(tests: &Root) -> Result<(), String> {
    if std::env::var_os("WRC").is_some() {
        return Ok(());
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .args(["build", "--locked", "-p", "wrc"])
        .current_dir(&tests.path);
    if !cfg!(debug_assertions) {
        command.arg("--release");
    }
    let status = command.status().map_err(|error| error.to_string())?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("cargo: {status}"))
    }
}

/// `target/PROFILE/wrc`, beside the folder of this test binary. It keeps
/// things there, too, and not where the user's own `wrc` does.
pub fn wrc() -> Command {
    let binary = std::env::current_exe().expect("the system knows the running program");
    let profile = binary
        .ancestors()
        .nth(2)
        .expect("it lies in target/PROFILE/deps");
    let mut command = match std::env::var_os("WRC") {
        Some(path) => Command::new(path),
        None => Command::new(profile.join(format!("wrc{}", std::env::consts::EXE_SUFFIX))),
    };
    command.env("WRC_CACHE_DIR", profile.join("wrc-cache"));
    command
}

/// One way to compile a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variant {
    pub name: &'static str,
    pub flags: &'static [&'static str],
}

/// How every program is compiled.
pub const PLAIN: [Variant; 2] = [
    Variant {
        name: "dev",
        flags: &["-Zverify-each"],
    },
    Variant {
        name: "release",
        flags: &["--release", "-Zverify-each"],
    },
];

/// Every optional representation replaced by its fallback: any difference is
/// an error of the representation.
pub const FORCED: [Variant; 6] = [
    Variant {
        name: "dev force-fat",
        flags: &["-Zforce-fat"],
    },
    Variant {
        name: "dev force-object",
        flags: &["-Zforce-object"],
    },
    Variant {
        name: "dev no-inline",
        flags: &["-Zno-inline"],
    },
    Variant {
        name: "release force-fat",
        flags: &["--release", "-Zforce-fat"],
    },
    Variant {
        name: "release force-object",
        flags: &["--release", "-Zforce-object"],
    },
    Variant {
        name: "release no-inline",
        flags: &["--release", "-Zno-inline"],
    },
];

/// Compiles into a folder. The diagnostics name the file as it is seen from
/// its own folder.
pub fn compile(program: &Program, flags: &[&str], to: &Path) -> Result<Output, String> {
    let folder = program.path.parent().unwrap_or(Path::new("."));
    let file = program.path.file_name().unwrap_or_default();
    let mut command = wrc();
    command
        .arg("build")
        .arg(file)
        .args(flags)
        .arg("-o")
        .arg(to)
        .current_dir(folder);
    process::run(&mut command, "")
}

/// The module that [`compile`] wrote.
pub fn module(program: &Program, folder: &Path) -> PathBuf {
    let stem = program.path.file_stem().unwrap_or_default();
    folder.join(stem).with_extension("wasm")
}
