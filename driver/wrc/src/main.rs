//! `wrc`: compile Rust to WasmGC, and run it.
//!
//! | module | job |
//! |---|---|
//! | `cli` | what can be written on the command line |
//! | `commands` | what the subcommands do |
//! | `fresh` | whether there is anything to build |
//! | `host` | the functions a program imports, and running it |
//! | `test` | running tests |
//! | `report` | findings on the terminal |

mod cache;
mod cli;
mod commands;
mod fresh;
mod host;
mod node;
mod report;
mod test;

use clap::Parser;
use std::process::ExitCode;

/// The front end makes millions of small allocations on a thread that is not the first, where the
/// system's allocator is slow: a compilation takes a sixth less time with this one.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    if let Some(code) = wrc_session::rustc_wrapper() {
        return code;
    }
    match commands::run(cli::Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            report::failure(&error);
            ExitCode::FAILURE
        }
    }
}
