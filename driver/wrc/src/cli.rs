//! The command line.

use crate::cache;
use anyhow::Result;
use camino::{Utf8Path, Utf8PathBuf};
use clap::{Args, Parser, Subcommand, ValueEnum};
use wrc_session::{
    CargoOptions, Diagnostic, Edition, Emit, Files, LoadOptions, Mode, Options, OwnOptions, Panic,
    TargetChoice, TestCase, Unstable,
};

/// Compiles Rust to WebAssembly with garbage collection.
#[derive(Debug, Parser)]
#[command(name = "wrc", version, arg_required_else_help = true, after_help = EXAMPLES)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  wrc run hello.rs               compile and run one file
  wrc run -- 1 2                 run the package around here with arguments
  wrc build --release -o dist    write the module and its JavaScript to dist/
  wrc check src/lib.rs           report errors only
  wrc explain WRC5006            what an error means";

const RUN_EXAMPLES: &str = "\
Examples:
  wrc run hello.rs
  wrc run path/to/package --release
  wrc run hello.rs -- first second
  wrc run --host node page.rs    with functions of JavaScript

The exit code is the program's; after a panic it is 101, after a trap 134.";

const TEST_EXAMPLES: &str = "\
Examples:
  wrc test                       all tests of the package
  wrc test lib.rs -- parse       of a file, those with `parse` in their name
  wrc test --test it -- --list   names of an integration test's tests

The exit code is 101 when a test fails.";

const BUILD_EXAMPLES: &str = "\
Examples:
  wrc build                      target/wrc/debug/NAME.wasm and NAME.js of the package
  wrc build hello.rs -o out      out/hello.wasm and out/hello.js
  wrc build hello.rs --emit=wat  hello.wat only";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compile and run a program
    #[command(after_help = RUN_EXAMPLES)]
    Run {
        #[command(flatten)]
        build: BuildArgs,
        /// What runs it
        #[arg(long, value_enum, default_value = "wasmtime")]
        host: HostKind,
        /// Passed on to the program
        #[arg(last = true, value_name = "ARGS")]
        args: Vec<String>,
    },
    /// Compile to a module and its JavaScript
    #[command(after_help = BUILD_EXAMPLES)]
    Build {
        #[command(flatten)]
        build: BuildArgs,
        /// Folder for the outputs
        #[arg(short, long, value_name = "DIR")]
        out_dir: Option<Utf8PathBuf>,
    },
    /// Report errors without compiling
    Check {
        #[command(flatten)]
        build: BuildArgs,
    },
    /// Compile and run tests
    #[command(after_help = TEST_EXAMPLES)]
    Test {
        #[command(flatten)]
        build: BuildArgs,
        /// Go on with the next target when a test fails
        #[arg(long)]
        no_fail_fast: bool,
        /// For the harness: names to filter by, --exact, --skip, --ignored, --include-ignored,
        /// --list, --nocapture, --quiet
        #[arg(last = true, value_name = "ARGS")]
        args: Vec<String>,
    },
    /// Create a package in a new folder
    New {
        /// The folder; its last part is the package's name
        name: Utf8PathBuf,
    },
    /// Explain an error code
    Explain {
        /// Like WRC5006 or E0308
        code: String,
    },
}

/// Which target of which package, and what cargo is told.
#[derive(Args, Debug)]
#[command(next_help_heading = "Packages")]
struct PackageArgs {
    /// Which package of the workspace
    #[arg(short, long, value_name = "NAME")]
    package: Option<String>,
    /// The package's library
    #[arg(long, group = "which")]
    lib: bool,
    /// Which program of the package
    #[arg(long, value_name = "NAME", group = "which")]
    bin: Option<String>,
    /// Which example of the package
    #[arg(long, value_name = "NAME", group = "which")]
    example: Option<String>,
    /// Which integration test of the package
    #[arg(long, value_name = "NAME", group = "which")]
    test: Option<String>,
    /// Features to turn on
    #[arg(short = 'F', long, value_name = "NAMES", value_delimiter = ',')]
    features: Vec<String>,
    /// Turn on all features
    #[arg(long)]
    all_features: bool,
    /// Leave off the default features
    #[arg(long)]
    no_default_features: bool,
    /// Run build scripts and procedural macros of packages: native programs
    #[arg(long)]
    allow_build_scripts: bool,
    /// The package's Cargo.toml
    #[arg(long, value_name = "PATH", conflicts_with = "path")]
    manifest_path: Option<Utf8PathBuf>,
    /// Fail if Cargo.lock would change
    #[arg(long)]
    locked: bool,
    /// Do not use the network
    #[arg(long)]
    offline: bool,
}

/// What to compile and how.
#[derive(Args, Debug)]
pub struct BuildArgs {
    /// A .rs file, a package folder or, to run, a module [default: the package around the current folder]
    path: Option<Utf8PathBuf>,
    /// Optimise; overflow wraps, debug assertions are off
    #[arg(short, long)]
    release: bool,
    #[command(flatten)]
    package: PackageArgs,
    /// What a panic does [default: the profile's, or unwind in programs that
    /// name `catch_unwind`, otherwise abort]
    #[arg(long, value_name = "HOW", value_enum)]
    panic: Option<PanicKind>,
    /// Edition of a single file [default: its `//@ edition:` line, or 2024]
    #[arg(long, value_name = "YEAR", value_parser = parse_edition)]
    edition: Option<Edition>,
    /// What to write instead of the module and its JavaScript
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    emit: Vec<EmitKind>,
    /// Show every error in dependencies, not one line per crate
    #[arg(short, long)]
    verbose: bool,
    /// Show no progress
    #[arg(short, long)]
    pub quiet: bool,
    /// Report uses of moved values as errors, as rustc does
    #[arg(long)]
    strict: bool,
    /// Show how long the phases take
    #[arg(long)]
    pub time_passes: bool,
    #[command(flatten)]
    own: OwnArgs,
    /// Options for work on the compiler: force-fat, force-object, no-inline,
    /// verify-each, check-library, all-functions, sysroot=DIR
    #[arg(short = 'Z', value_name = "OPTION", value_parser = parse_unstable)]
    unstable: Vec<UnstableOption>,
}

/// Who lowers, and ownership mode's own options.
#[derive(Args, Debug)]
#[command(next_help_heading = "Modes")]
struct OwnArgs {
    /// Onto the engine's heap, or by rustc into linear memory [default: the package's, or gc]
    #[arg(long, value_name = "MODE", value_enum)]
    mode: Option<ModeKind>,
    /// The rustc of ownership mode [default: $WRC_RUSTC, $RUSTC, the active toolchain's]
    #[arg(long, value_name = "PATH")]
    rustc: Option<Utf8PathBuf>,
    /// The target of ownership mode [default: wasm32-wasip1, for libraries wasm32-unknown-unknown]
    #[arg(long, value_name = "TRIPLE", value_parser = parse_target)]
    target: Option<String>,
    /// Ownership mode: leave rustc's code as it is, with debug info
    #[arg(short = 'g', long)]
    debug_info: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ModeKind {
    /// No linear memory: values live on the engine's collected heap
    Gc,
    /// Rust as rustc defines it: borrow checking, all of std, unsafe code
    Own,
}

/// What `wrc run` runs programs with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum HostKind {
    /// The engine inside of `wrc`
    Wasmtime,
    /// node 24 or newer: $WRC_NODE, or the one in the path; has JavaScript
    Node,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum PanicKind {
    /// End the program
    Abort,
    /// Drop what is alive, up to the next `catch_unwind`
    Unwind,
}

impl PanicKind {
    fn panic(self) -> Panic {
        match self {
            PanicKind::Abort => Panic::Abort,
            PanicKind::Unwind => Panic::Unwind,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum EmitKind {
    /// Typed trees
    Thir,
    /// Place IR after the passes
    Pir,
    /// Wasm-shaped IR
    Wir,
    /// The module as text
    Wat,
    /// The module and its JavaScript
    Wasm,
}

#[derive(Clone, Debug)]
enum UnstableOption {
    ForceFat,
    ForceObject,
    NoInline,
    VerifyEach,
    CheckLibrary,
    AllFunctions,
    Sysroot(Utf8PathBuf),
}

fn parse_edition(text: &str) -> Result<Edition, String> {
    text.parse()
        .map_err(|_| "the editions are 2015, 2018, 2021 and 2024".to_owned())
}

fn parse_target(text: &str) -> Result<String, String> {
    match text.starts_with("wasm32-") {
        true => Ok(text.to_owned()),
        false => Err("it is one of rustc's `wasm32-` targets".to_owned()),
    }
}

fn parse_unstable(text: &str) -> Result<UnstableOption, String> {
    Ok(match text {
        "force-fat" => UnstableOption::ForceFat,
        "force-object" => UnstableOption::ForceObject,
        "no-inline" => UnstableOption::NoInline,
        "verify-each" => UnstableOption::VerifyEach,
        "check-library" => UnstableOption::CheckLibrary,
        "all-functions" => UnstableOption::AllFunctions,
        _ => match text.strip_prefix("sysroot=") {
            Some(dir) => UnstableOption::Sysroot(dir.into()),
            None => return Err("there is no such option".to_owned()),
        },
    })
}

impl BuildArgs {
    /// A compiled module that `run` is to run as it is.
    pub fn module(&self) -> Option<&Utf8Path> {
        let path = self.path.as_deref()?;
        (path.extension() == Some("wasm")).then_some(path)
    }

    /// The session's options, with the package's own settings where the
    /// command line says nothing.
    ///
    /// # Errors
    /// When there is no current directory. Wrong settings are a diagnostic.
    pub fn options(&self) -> Result<Result<Options, (Diagnostic, Files)>> {
        let mut options = self.own_options();
        let found = match wrc_session::defaults(&options.load)? {
            Ok(found) => found,
            Err(wrong) => return Ok(Err(wrong)),
        };
        if self.own.mode.is_none() && found.mode == Some("own") {
            options.mode = Mode::Own;
        }
        options.load.panic = options.load.panic.or(found.panic);
        options.strict |= found.strict.unwrap_or_default();
        options.own.target = options.own.target.or(found.target);
        Ok(Ok(options))
    }

    /// What the command line says.
    fn own_options(&self) -> Options {
        let mut options = Options {
            load: LoadOptions {
                path: self.path.clone().or(self.package.manifest_path.clone()),
                package: self.package.package.clone(),
                target: self.package.target(),
                test: false,
                cargo: self.package.cargo(),
                stand_in: self.package.stand_in(),
                left_out: Vec::new(),
                edition: self.edition,
                release: self.release,
                panic: self.panic.map(PanicKind::panic),
                sysroot: None,
            },
            emit: self.emit.iter().map(|kind| kind.emit()).collect(),
            verbose: self.verbose,
            strict: self.strict,
            unstable: Unstable::default(),
            mode: match self.own.mode {
                Some(ModeKind::Gc) | None => Mode::Gc,
                Some(ModeKind::Own) => Mode::Own,
            },
            own: OwnOptions {
                rustc: self.own.rustc.clone(),
                target: self.own.target.clone(),
                debug_info: self.own.debug_info,
            },
            cache: cache::folder(),
        };
        for option in &self.unstable {
            let flags = &mut options.unstable;
            match option {
                UnstableOption::ForceFat => flags.force_fat = true,
                UnstableOption::ForceObject => flags.force_object = true,
                UnstableOption::NoInline => flags.no_inline = true,
                UnstableOption::VerifyEach => flags.verify_each = true,
                UnstableOption::CheckLibrary => flags.check_library = true,
                UnstableOption::AllFunctions => flags.all_functions = true,
                UnstableOption::Sysroot(dir) => options.load.sysroot = Some(dir.clone()),
            }
        }
        options
    }
}

/// What rustc's harness understands.
#[derive(Debug, Parser)]
#[command(name = "wrc test --", no_binary_name = true)]
pub struct HarnessArgs {
    /// Only tests with one of these in their names
    filters: Vec<String>,
    /// The names are whole
    #[arg(long)]
    exact: bool,
    /// Without tests that have this in their names
    #[arg(long, value_name = "NAME")]
    skip: Vec<String>,
    /// Only tests that are ignored otherwise
    #[arg(long)]
    ignored: bool,
    /// Also tests that are ignored otherwise
    #[arg(long)]
    include_ignored: bool,
    /// Show the names only
    #[arg(long)]
    pub list: bool,
    /// Show the output of tests at once
    #[arg(long, alias = "no-capture")]
    pub nocapture: bool,
    /// One character per test
    #[arg(short, long)]
    pub quiet: bool,
    /// Understood; tests run one after the other
    #[arg(long, value_name = "N", hide = true)]
    test_threads: Option<usize>,
}

impl HarnessArgs {
    /// Reads what stands behind `--`.
    pub fn parse_args(args: Vec<String>) -> Result<HarnessArgs, clap::Error> {
        HarnessArgs::try_parse_from(args)
    }

    pub fn runs_ignored(&self) -> bool {
        self.ignored || self.include_ignored
    }

    /// Is the test among those asked for?
    pub fn wants(&self, test: &TestCase) -> bool {
        let fits = |filter: &String| match self.exact {
            true => test.name == *filter,
            false => test.name.contains(filter.as_str()),
        };
        (self.filters.is_empty() || self.filters.iter().any(fits))
            && !self.skip.iter().any(fits)
            && (!self.ignored || test.ignore.is_some())
    }
}

impl PackageArgs {
    fn target(&self) -> TargetChoice {
        let named = |name: &Option<String>, choice: fn(String) -> TargetChoice| {
            name.as_ref().map(|name| choice(name.clone()))
        };
        let lib = self.lib.then_some(TargetChoice::Lib);
        lib.or(named(&self.bin, TargetChoice::Bin))
            .or(named(&self.example, TargetChoice::Example))
            .or(named(&self.test, TargetChoice::Test))
            .unwrap_or_default()
    }

    /// This program, when it may.
    fn stand_in(&self) -> Option<Utf8PathBuf> {
        let own = std::env::current_exe().ok()?;
        let own = Utf8PathBuf::from_path_buf(own).ok()?;
        self.allow_build_scripts.then_some(own)
    }

    fn cargo(&self) -> CargoOptions {
        CargoOptions {
            features: self.features.clone(),
            all_features: self.all_features,
            no_default_features: self.no_default_features,
            locked: self.locked,
            offline: self.offline,
        }
    }
}

impl EmitKind {
    fn emit(self) -> Emit {
        match self {
            EmitKind::Thir => Emit::Thir,
            EmitKind::Pir => Emit::Pir,
            EmitKind::Wir => Emit::Wir,
            EmitKind::Wat => Emit::Wat,
            EmitKind::Wasm => Emit::Wasm,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cli, Command};
    use clap::{CommandFactory, Parser};

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn run_separates_arguments() {
        let line = [
            "wrc",
            "run",
            "-Zforce-fat",
            "--emit=wir,wat",
            "a.rs",
            "--",
            "-x",
            "y",
        ];
        let Command::Run { build, args, .. } = Cli::parse_from(line).command else {
            panic!("not `run`");
        };
        assert_eq!(args, ["-x", "y"]);
        let options = build.own_options();
        assert!(options.unstable.force_fat);
        assert_eq!(options.emit.len(), 2);
        assert_eq!(
            options.load.path.as_deref().map(|p| p.as_str()),
            Some("a.rs")
        );
    }
}
