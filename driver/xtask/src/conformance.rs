//! Rust's own tests, compiled and compared by the `rust-suite` script.

use std::path::Path;

use anyhow::Result;
use xshell::{Shell, cmd};

pub(crate) fn run(sh: &Shell, tool: &Path, suite: &Path, rest: &[String]) -> Result<()> {
    cmd!(sh, "cargo build --release --locked -q -p wrc").run()?;
    let wrc = crate::root().join("target/release/wrc");
    let run = format!("{} run {{src}} --edition {{edition}}", wrc.display());
    Ok(cmd!(sh, "{tool} score {suite} --safe --run {run} {rest...}").run()?)
}
