//! One runner for all file tests: drop a file in a folder below `tests/`
//! and it is a test.
//!
//! | folder | files | asserts |
//! |---|---|---|
//! | run-pass | `x.rs`, `x.stdout` | output and exit code under wasmtime and node |
//! | ui | `x.rs`, `x.stderr` | `//~ ERROR[E0308]` lines and the rendering |
//! | own | `x.rs`, `x.stdout` | output and exit code in ownership mode |
//! | size | `x.rs`, `x.size` | the module's bytes with `--release` are no more |
//! | projects | `x/session`, packages | what commands show |
//! | js | `x.rs`, `x.mjs`, `x.stdout` | what a script prints that uses the module |
//! | incremental | `x.rs` with `//- edit`, `x.queries` | queries executed after an edit |
//!
//! Not from files: mutated programs (`fuzz`), input that breaks compilers
//! (`bad_input`), programs in a page of headless Chromium (`browser`), what is one source for
//! `wrc` and rustc (`shared_source`), modules made with what is kept in a cache (`kept`).
//!
//! Directives are comments at a file's start; `run-pass/readme.rs` shows
//! them all. Programs that `refused.txt` lists are refused today: that is
//! asserted as well, so that nothing is skipped. With `BLESS=1` expectations
//! are rewritten.
//!
//! ```text
//! cargo test --release -p wrc-tests              everything
//! cargo test --release -p wrc-tests -- 61_      by name
//! ```

pub mod bad_input;
pub mod browser;
pub mod compiler;
pub mod directives;
pub mod engines;
pub mod expect;
pub mod files;
pub mod fuzz;
pub mod incremental;
pub mod javascript;
pub mod kept;
pub mod mutate;
pub mod own;
pub mod process;
pub mod projects;
pub mod refused;
pub mod run_pass;
pub mod shared_source;
pub mod size;
pub mod ui;

use std::process::ExitCode;

/// Collects and runs the tests; arguments as for any test binary.
pub fn main() -> ExitCode {
    let arguments = libtest_mimic::Arguments::from_args();
    let tests = files::Root::find();
    if let Err(error) = compiler::build(&tests) {
        eprintln!("the compiler does not build: {error}");
        return ExitCode::FAILURE;
    }
    let mut trials = Vec::new();
    trials.extend(run_pass::trials(&tests));
    trials.extend(refused::trials(&tests));
    trials.extend(own::trials(&tests));
    trials.extend(ui::trials(&tests));
    trials.extend(projects::trials(&tests));
    trials.extend(size::trials(&tests));
    trials.extend(bad_input::trials());
    trials.extend(browser::trials(&tests));
    trials.extend(incremental::trials(&tests));
    trials.extend(javascript::trials(&tests));
    trials.extend(kept::trials(&tests));
    trials.extend(shared_source::trials(&tests));
    trials.extend(fuzz::trials(&tests));
    libtest_mimic::run(&arguments, trials).exit_code()
}
