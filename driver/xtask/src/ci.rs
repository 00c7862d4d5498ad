//! What CI runs. One profile for everything: rust-analyzer's and wasmtime's
//! crates are compiled once.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::tidy;

pub(crate) fn run(sh: &Shell) -> Result<()> {
    cmd!(sh, "cargo fmt --all --check").run()?;
    tidy::run(sh)?;
    cmd!(
        sh,
        "cargo clippy --release --locked --workspace --all-targets -- -D warnings"
    )
    .run()?;
    Ok(cmd!(sh, "cargo test --release --locked --workspace").run()?)
}
