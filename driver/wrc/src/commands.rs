//! What the subcommands do.

use crate::{
    cli::{BuildArgs, Command, HarnessArgs, HostKind},
    fresh::Note,
    host, node, report, test,
};
use anyhow::{Context, Result, bail};
use camino::{Utf8Path, Utf8PathBuf};
use std::{fs, process::ExitCode, time::Instant};
use wrc_session::{
    Artifacts, Diagnostic, Emit, Files, Goal, Mode, Options, Outcome, Session, TargetKind,
};

/// Runs a subcommand.
///
/// # Errors
/// When the surroundings fail; errors of the program are shown here.
pub fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Run { build, host, args } => match build.module() {
            Some(module) => run_module(module, host, args),
            None => with_options(&build, |options| run_program(&build, options, host, args)),
        },
        Command::Build { build, out_dir } => with_options(&build, |options| {
            build_module(&build, options, out_dir.as_deref())
        }),
        Command::Check { build } => with_options(&build, |options| {
            let start = Instant::now();
            let word = (!build.quiet).then_some("Checking");
            let outcome = compile(&build, options, Goal::Check, word)?;
            if outcome.has_errors() {
                return Ok(ExitCode::FAILURE);
            }
            finished(&build, options, &outcome, start);
            Ok(ExitCode::SUCCESS)
        }),
        Command::Test {
            build,
            no_fail_fast,
            args,
        } => with_options(&build, |options| {
            let args = HarnessArgs::parse_args(args).unwrap_or_else(|error| error.exit());
            match options.mode {
                Mode::Own => test::run_own(&build, options, &args, no_fail_fast),
                Mode::Gc => test::run(&build, options, &args, no_fail_fast),
            }
        }),
        Command::New { name } => new_package(&name),
        Command::Explain { code } => explain(&code),
    }
}

/// Goes on with the options, unless the package's settings are wrong.
fn with_options(
    build: &BuildArgs,
    run: impl FnOnce(&Options) -> Result<ExitCode>,
) -> Result<ExitCode> {
    match build.options()? {
        Ok(options) => run(&options),
        Err((error, files)) => {
            report::diagnostics(&[error], &files);
            Ok(ExitCode::FAILURE)
        }
    }
}

/// Compiles and shows the findings. For packages, the word tells that it begins.
fn compile(
    build: &BuildArgs,
    options: &Options,
    goal: Goal,
    progress: Option<&str>,
) -> Result<Outcome> {
    let outcome = match options.mode {
        Mode::Gc => {
            let mut session = Session::open(&options.load)?;
            if let (Some(word), Some(package)) = (progress, session.package()) {
                report::status(word, package);
            }
            let outcome = session.compile(options, goal);
            // The process ends soon. Taking the database apart would be a tenth of the work.
            std::mem::forget(session);
            outcome
        }
        Mode::Own => wrc_session::compile_own(options, goal)?.outcome,
    };
    report::outcome(&outcome);
    if build.time_passes {
        anstream::eprint!("{}", outcome.timings);
    }
    Ok(outcome)
}

fn run_module(module: &Utf8Path, host: HostKind, args: Vec<String>) -> Result<ExitCode> {
    if host == HostKind::Node {
        bail!(
            "a module runs in node by the JavaScript beside it: `node {}`",
            module.with_extension("js")
        );
    }
    let wasm = fs::read(module).with_context(|| format!("cannot read `{module}`"))?;
    start(&wasm, module.to_string(), args)
}

fn run_program(
    build: &BuildArgs,
    options: &Options,
    host: HostKind,
    args: Vec<String>,
) -> Result<ExitCode> {
    let outcome = compile(build, options, Goal::Build, None)?;
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
    if host == HostKind::Node {
        if artifacts.js.is_empty() {
            bail!("programs of ownership mode do not run in node");
        }
        return Ok(ExitCode::from(node::run(&outcome, artifacts, args)? as u8));
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

fn build_module(build: &BuildArgs, options: &Options, dir: Option<&Utf8Path>) -> Result<ExitCode> {
    let start = Instant::now();
    let note = match options.mode {
        Mode::Gc => Note::of(options, dir),
        // cargo knows what is to be done.
        Mode::Own => None,
    };
    if note.as_ref().is_some_and(Note::is_fresh) {
        if !build.quiet {
            report::finished(options.load.release, start.elapsed());
        }
        return Ok(ExitCode::SUCCESS);
    }
    let word = (!build.quiet).then_some("Compiling");
    let outcome = compile(build, options, Goal::Build, word)?;
    write_texts(&outcome, dir)?;
    let Some(artifacts) = &outcome.artifacts else {
        return Ok(ExitCode::FAILURE);
    };
    let mut outputs = Vec::new();
    if options.emit.is_empty() || options.emits(Emit::Wasm) {
        let path = output_path(&outcome, dir, "wasm");
        outputs = write_module(&path, &outcome, artifacts)?;
    }
    // Files of JavaScript are no inputs of the compiler.
    if let Some(note) = note.filter(|_| artifacts.modules.is_empty()) {
        note.write(&outcome, &outputs)?;
    }
    finished(build, options, &outcome, start);
    Ok(ExitCode::SUCCESS)
}

/// As cargo does for packages.
fn finished(build: &BuildArgs, options: &Options, outcome: &Outcome, start: Instant) {
    if outcome.output_dir.is_some() && !build.quiet {
        report::finished(options.load.release, start.elapsed());
    }
}

/// The module and its JavaScript, with the files that this imports.
pub(crate) fn write_module(
    path: &Utf8Path,
    outcome: &Outcome,
    artifacts: &Artifacts,
) -> Result<Vec<Utf8PathBuf>> {
    let mut outputs = Vec::new();
    let texts = [("js", &artifacts.js), ("d.ts", &artifacts.dts)];
    let texts = texts.map(|(extension, text)| (path.with_extension(extension), text.as_bytes()));
    let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
    let module = (path.to_owned(), artifacts.wasm.as_slice());
    for (path, bytes) in std::iter::once(module).chain(texts) {
        wrc_session::write(&path, bytes)?;
        outputs.push(path);
    }
    let to = path.parent().unwrap_or(Utf8Path::new(""));
    let from = outcome.source_dir.as_deref().unwrap_or(to);
    for module in &artifacts.modules {
        let (source, target) = (from.join(module), to.join(module));
        let text = fs::read(&source)
            .with_context(|| format!("cannot read `{source}`, which the program imports"))?;
        if fs::read(&target).ok().as_ref() != Some(&text) {
            wrc_session::write(&target, &text)?;
        }
    }
    Ok(outputs)
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
