//! What modules run under: the wasmtime inside `wrc run`, and the node that
//! `tests/package.json` pins.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

use crate::{compiler, files::Root};

/// `wrc run MODULE`.
pub fn wasmtime(module: &Path, args: &[String]) -> Command {
    let mut command = compiler::wrc();
    command.arg("run").arg(module).arg("--").args(args);
    command
}

/// `node MODULE.js`.
pub fn node(tests: &Root, module: &Path, args: &[String]) -> Result<Command, String> {
    let mut command = Command::new(find_node(tests)?);
    command
        .arg("--stack-size=3900")
        .arg(module.with_extension("js"))
        .args(args);
    Ok(command)
}

/// The pinned node; fetched by `npm ci` when it is not there.
pub fn find_node(tests: &Root) -> Result<PathBuf, String> {
    static NODE: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let found = NODE.get_or_init(|| {
        if let Some(node) = installed(tests) {
            return Ok(node);
        }
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let status = Command::new(npm)
            .arg("ci")
            .current_dir(&tests.path)
            .status();
        let status = status.map_err(|error| format!("npm: {error}"))?;
        installed(tests).ok_or_else(|| format!("`npm ci` in tests/ brought no node ({status})"))
    });
    found.clone()
}

fn installed(tests: &Root) -> Option<PathBuf> {
    let packages = fs::read_dir(tests.path.join("node_modules")).ok()?;
    let nodes = packages
        .flatten()
        .filter(|package| package.file_name().to_string_lossy().starts_with("node-"));
    let binary = format!("bin/node{}", std::env::consts::EXE_SUFFIX);
    nodes
        .map(|package| package.path().join(&binary))
        .find(|path| path.exists())
}
