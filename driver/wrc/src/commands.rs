//! What the subcommands do.

use crate::{
    cli::{BuildArgs, Command, HarnessArgs},
    host, report, test,
};
use anyhow::{Context, Result, bail};
use camino::{Utf8Path, Utf8PathBuf};
use std::{fs, process::ExitCode};
use wrc_session::{Diagnostic, Emit, Files, Goal, Mode, Outcome, Session, TargetKind};

/// Runs a subcommand.
///
/// # Errors
/// When the surroundings fail; errors of the program are shown here.
pub fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Run { build, args } => run_program(&build, args),
        Command::Build { build, out_dir } => build_module(&build, out_dir),
        Command::Check { build } => Ok(match compile(&build, Goal::Check)?.has_errors() {
            true => ExitCode::FAILURE,
            false => ExitCode::SUCCESS,
        }),
        Command::Test {
            build,
            no_fail_fast,
            args,
        } if build.options().mode == Mode::Own => test::run_own(&build, &args, no_fail_fast),
        Command::Test {
            build,
            no_fail_fast,
            args,
        } => match HarnessArgs::parse_args(args) {
            Ok(args) => test::run(&build, &args, no_fail_fast),
            Err(error) => error.exit(),
        },
        Command::New { name } => new_package(&name),
        Command::Explain { code } => explain(&code),
    }
}

/// Compiles and shows the findings.
fn compile(build: &BuildArgs, goal: Goal) -> Result<Outcome> {
    let options = build.options();
    let outcome = match options.mode {
        Mode::Gc => {
            let mut session = Session::open(&options.load)?;
            let outcome = session.compile(&options, goal);
            // The process ends soon. Taking the database apart would be a tenth of the work.
            std::mem::forget(session);
            outcome
        }
        Mode::Own => wrc_session::compile_own(&options, goal)?.outcome,
    };
    report::outcome(&outcome);
    if build.time_passes {
        anstream::eprint!("{}", outcome.timings);
    }
    Ok(outcome)
}

fn run_program(build: &BuildArgs, args: Vec<String>) -> Result<ExitCode> {
    if let Some(module) = build.module() {
        let wasm = fs::read(module).with_context(|| format!("cannot read `{module}`"))?;
        return start(&wasm, module.to_string(), args);
    }
    let outcome = compile(build, Goal::Build)?;
    write_texts(&outcome, None)?;
    let Some(artifacts) = &outcome.artifacts else {
        return Ok(ExitCode::FAILURE);
    };
    if outcome.kind == TargetKind::Lib {
        let error = Diagnostic::error("WRC5010", format!("`{}` is a library", outcome.name))
            .with_help("use `wrc build`, or name a program");
        report::diagnostics(&[error], &outcome.files);
        return Ok(ExitCode::FAILURE);
    }
    start(&artifacts.wasm, outcome.name.clone(), args)
}

fn start(wasm: &[u8], name: String, args: Vec<String>) -> Result<ExitCode> {
    let args = std::iter::once(name).chain(args);
    if wrc_session::is_component(wasm) {
        let error = Diagnostic::error("WRC3004", "components are not run here")
            .with_help("build for `wasm32-wasip1`, or use `wasmtime run`");
        report::diagnostics(&[error], &Files::default());
        return Ok(ExitCode::FAILURE);
    }
    let code = host::run(wasm, args.collect())?;
    // The low eight bits, as an operating system passes them on.
    Ok(ExitCode::from(code as u8))
}

fn build_module(build: &BuildArgs, out_dir: Option<Utf8PathBuf>) -> Result<ExitCode> {
    let options = build.options();
    let dir = out_dir.as_deref();
    let outcome = compile(build, Goal::Build)?;
    write_texts(&outcome, dir)?;
    let Some(artifacts) = &outcome.artifacts else {
        return Ok(ExitCode::FAILURE);
    };
    if options.emit.is_empty() || options.emits(Emit::Wasm) {
        let path = output_path(&outcome, dir, "wasm");
        wrc_session::write(&path, &artifacts.wasm)?;
        for (extension, text) in [("js", &artifacts.js), ("d.ts", &artifacts.dts)] {
            if !text.is_empty() {
                wrc_session::write(&path.with_extension(extension), text.as_bytes())?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn write_texts(outcome: &Outcome, dir: Option<&Utf8Path>) -> Result<()> {
    for (emit, text) in &outcome.texts {
        wrc_session::write(
            &output_path(outcome, dir, emit.extension()),
            text.as_bytes(),
        )?;
    }
    Ok(())
}

/// Without a folder given, a package's outputs go below its `target` and a
/// file's into the current folder.
fn output_path(outcome: &Outcome, dir: Option<&Utf8Path>, extension: &str) -> Utf8PathBuf {
    let dir = dir.or(outcome.output_dir.as_deref());
    let name = format!("{}.{extension}", outcome.name);
    dir.map_or_else(|| name.clone().into(), |dir| dir.join(&name))
}

const MANIFEST: &str = "\
[package]
name = \"NAME\"
version = \"0.1.0\"
edition = \"2024\"

[dependencies]
";

const MAIN: &str = "\
fn main() {
    println!(\"Hello, world!\");
}
";

fn new_package(path: &Utf8Path) -> Result<ExitCode> {
    let name = path.file_name().context("the path names no folder")?;
    let starts = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    if !starts
        || !name
            .chars()
            .all(|c| c.is_alphanumeric() || "-_".contains(c))
    {
        bail!("`{name}` cannot be the name of a package: letters, digits, `-` and `_`");
    }
    if path.exists() {
        bail!("`{path}` exists already");
    }
    let write = |file: &str, text: &str| wrc_session::write(&path.join(file), text.as_bytes());
    write("Cargo.toml", &MANIFEST.replace("NAME", name))?;
    write("src/main.rs", MAIN)?;
    write(".gitignore", "/target\n")?;
    let shown = fs::canonicalize(path).unwrap_or_else(|_| path.into());
    anstream::eprintln!("created `{name}` in {}", shown.display());
    Ok(ExitCode::SUCCESS)
}

fn explain(code: &str) -> Result<ExitCode> {
    if let Some(text) = wrc_session::explain(code) {
        anstream::print!("{text}");
        return Ok(ExitCode::SUCCESS);
    }
    let upper = code.to_ascii_uppercase();
    let is_rustc = upper
        .strip_prefix('E')
        .is_some_and(|n| n.len() == 4 && n.bytes().all(|b| b.is_ascii_digit()));
    if !is_rustc {
        bail!("there is no error code `{code}`");
    }
    anstream::println!(
        "{upper} is an error of rustc's:\nhttps://doc.rust-lang.org/error_codes/{upper}.html"
    );
    Ok(ExitCode::SUCCESS)
}
