//! `wrc run --host node`: the module and its JavaScript under node.

use anyhow::{Context, Result, bail};
use camino::Utf8PathBuf;
use std::{
    ffi::OsString,
    fs,
    process::{Command, Stdio},
};
use wrc_session::{Artifacts, Outcome};

/// The first version that has all that modules use.
const OLDEST: u32 = 24;
/// In kilobytes; more than the default, less than a thread has.
const STACK: &str = "--stack-size=3900";

/// Runs a program; gives its exit code.
///
/// # Errors
/// When there is no node, or an old one.
pub fn run(outcome: &Outcome, artifacts: &Artifacts, args: Vec<String>) -> Result<i32> {
    let node = find()?;
    let folder = Folder::new()?;
    let path = folder.path.join(format!("{}.wasm", outcome.name));
    crate::commands::write_module(&path, outcome, artifacts)?;
    let mut command = Command::new(node);
    command.arg(STACK).arg(path.with_extension("js")).args(args);
    let status = command.status().context("node cannot be started")?;
    Ok(status.code().unwrap_or(134))
}

/// `$WRC_NODE`, or the `node` in the path.
fn find() -> Result<OsString> {
    let node = std::env::var_os("WRC_NODE").unwrap_or_else(|| "node".into());
    let shown = node.to_string_lossy().into_owned();
    let output = Command::new(&node)
        .arg("--version")
        .stderr(Stdio::null())
        .output();
    let output = output.with_context(|| {
        format!("cannot start `{shown}`: install node {OLDEST} or newer, or name one in WRC_NODE")
    })?;
    let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let major = version.trim_start_matches('v').split('.').next();
    match major.and_then(|major| major.parse::<u32>().ok()) {
        Some(major) if major >= OLDEST => Ok(node),
        _ => bail!("`{shown}` is node {version}; {OLDEST} or newer is needed (WRC_NODE names one)"),
    }
}

/// A folder for the outputs; removed in the end.
struct Folder {
    path: Utf8PathBuf,
}

impl Folder {
    fn new() -> Result<Folder> {
        let temp = Utf8PathBuf::try_from(std::env::temp_dir()).unwrap_or_else(|_| ".".into());
        let path = temp.join(format!("wrc-node-{}", std::process::id()));
        fs::create_dir_all(&path).with_context(|| format!("cannot create `{path}`"))?;
        Ok(Folder { path })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}
