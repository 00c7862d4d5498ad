//! Developer commands: `cargo xtask NAME`.
//!
//! ```text
//! cargo xtask ci             what CI runs
//! cargo xtask tidy           rules about the tree that no compiler checks
//! cargo xtask test 61_       file tests by name
//! cargo xtask bless ui/      accept new output
//! cargo xtask bench          sizes and times of the programs in tests/bench
//! cargo xtask conformance DIR   Rust's own tests, fetched by rust-suite
//! cargo xtask crates         which crates of crates.io compile
//! cargo xtask owned          programs on crates of crates.io in ownership mode
//! cargo xtask std-coverage FILE   which library functions exist, by use
//! ```

mod bench;
mod ci;
mod conformance;
mod coverage;
mod crates;
mod owned;
mod tidy;

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Parser, Subcommand};
use xshell::{Shell, cmd};

#[derive(Parser)]
#[command(name = "cargo xtask")]
enum Command {
    /// Formatting, lints, tidy, all tests
    Ci,
    /// Check the dependency table, file lengths and texts
    Tidy,
    /// Run the file tests, or those whose name contains the filter
    Test { filter: Option<String> },
    /// Rewrite the expectations of file tests; read the diff
    Bless { filter: Option<String> },
    #[command(flatten)]
    Measure(Measure),
}

#[derive(Subcommand)]
enum Measure {
    /// Compile and time the programs in tests/bench
    Bench { filter: Option<String> },
    /// Score the compiler with a suite that `rust-suite get DIR` made
    Conformance {
        /// The script
        #[arg(long, default_value = "rust-suite")]
        tool: PathBuf,
        suite: PathBuf,
        /// Passed on: `--sample 200`, `--filter vec`, …
        #[arg(last = true)]
        rest: Vec<String>,
    },
    /// Compile the crates of tests/crates, unmodified, and note the results there
    Crates {
        /// Only those whose names contain this
        filter: Option<String>,
        /// Run the crates' own unit tests instead
        #[arg(long)]
        own_tests: bool,
    },
    /// Compile and run the programs of tests/crates/own in ownership mode, and under cargo
    Owned { filter: Option<String> },
    /// List library functions by use that the library lacks
    StdCoverage {
        /// A table with columns rank, api, programs
        table: PathBuf,
        /// So many of the most used ones
        #[arg(long, default_value_t = 1000)]
        top: usize,
    },
}

fn main() -> Result<()> {
    let command = Command::parse();
    let sh = Shell::new()?;
    sh.change_dir(root());
    match command {
        Command::Ci => ci::run(&sh),
        Command::Tidy => tidy::run(&sh),
        Command::Test { filter } => test(&sh, filter, false),
        Command::Bless { filter } => test(&sh, filter, true),
        Command::Measure(Measure::Bench { filter }) => bench::run(&sh, filter.as_deref()),
        Command::Measure(Measure::Conformance { tool, suite, rest }) => {
            conformance::run(&sh, &tool, &suite, &rest)
        }
        Command::Measure(Measure::Crates { filter, own_tests }) => {
            let question = match own_tests {
                true => crates::Question::OwnTests,
                false => crates::Question::Compile,
            };
            crates::run(&sh, question, filter.as_deref())
        }
        Command::Measure(Measure::Owned { filter }) => owned::run(&sh, filter.as_deref()),
        Command::Measure(Measure::StdCoverage { table, top }) => coverage::run(&sh, &table, top),
    }
}

/// The workspace.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors()
        .nth(2)
        .expect("this crate lies two folders deep")
        .to_owned()
}

fn test(sh: &Shell, filter: Option<String>, bless: bool) -> Result<()> {
    let _bless = bless.then(|| sh.push_env("BLESS", "1"));
    Ok(cmd!(
        sh,
        "cargo test --release --locked -q -p wrc-tests -- {filter...}"
    )
    .run()?)
}
