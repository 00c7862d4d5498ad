//! `wrc test`: runs `#[test]` functions, each in an instance of its own, and
//! tells of them as rustc's harness does.

mod own;

use crate::{
    cli::{BuildArgs, HarnessArgs},
    host::{Ended, Program},
    report,
};
use anyhow::Result;
use std::{process::ExitCode, time::Instant};
use wrc_session::{Goal, Options, Outcome, Session, TestCase, TestTarget};

/// The exit code of cargo when a test failed.
const FAILED: u8 = 101;

/// Compiles and runs the tests of each target.
///
/// # Errors
/// When the surroundings fail.
pub fn run(
    build: &BuildArgs,
    options: &Options,
    args: &HarnessArgs,
    no_fail_fast: bool,
) -> Result<ExitCode> {
    let targets = match wrc_session::test_targets(&options.load)? {
        Ok(targets) => targets,
        Err(error) => {
            report::diagnostics(&[error], &wrc_session::Files::default());
            return Ok(ExitCode::from(FAILED));
        }
    };
    let mut failed = Vec::new();
    for target in &targets {
        if run_target(build, options, args, target)? {
            continue;
        }
        if !no_fail_fast {
            let flags = &target.flags;
            let hint = match flags.is_empty() {
                true => "test failed".to_owned(),
                false => format!("test failed, to rerun pass `{flags}`"),
            };
            report::failure(&anyhow::Error::msg(hint));
            return Ok(ExitCode::from(FAILED));
        }
        failed.push(format!("`{}`", target.flags));
    }
    if failed.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    let count = match failed.len() {
        1 => "1 target".to_owned(),
        n => format!("{n} targets"),
    };
    report::failure(&anyhow::anyhow!("{count} failed: {}", failed.join(", ")));
    Ok(ExitCode::from(FAILED))
}

/// Compiles the tests with rustc and its own harness, and runs each by itself: a panic ends an
/// instance.
///
/// # Errors
/// When the surroundings fail.
pub fn run_own(
    build: &BuildArgs,
    options: &Options,
    args: &HarnessArgs,
    no_fail_fast: bool,
) -> Result<ExitCode> {
    let mut options = options.clone();
    options.load.test = true;
    let owned = wrc_session::compile_own(&options, Goal::Build)?;
    report::outcome(&owned.outcome);
    if build.time_passes {
        anstream::eprint!("{}", owned.outcome.timings);
    }
    let mut failed = owned.outcome.has_errors();
    for test in &owned.tests {
        let program = Program::new(&test.wasm)?;
        let cases = own::cases(&program, &test.name)?;
        let run = |case: &TestCase| own::run(&program, &test.name, case, args);
        if !run_cases(&cases, &test.name, args, &run)? {
            failed = true;
            if !no_fail_fast {
                break;
            }
        }
    }
    Ok(match failed {
        true => ExitCode::from(FAILED),
        false => ExitCode::SUCCESS,
    })
}

/// Compiles and shows the findings. Development dependencies with errors are
/// left out: most are for benchmarks and generated tests.
fn compile(options: &mut Options) -> Result<Outcome> {
    let mut first = None;
    loop {
        let mut session = Session::open(&options.load)?;
        let outcome = session.compile(options, Goal::Build);
        // As elsewhere: taking the database apart costs more than it is worth.
        std::mem::forget(session);
        let mut refused = outcome.refused.clone();
        refused.retain(|package| !options.load.left_out.contains(package));
        if refused.is_empty() {
            let shown = match outcome.has_errors() {
                true => first.as_ref().unwrap_or(&outcome),
                false => &outcome,
            };
            report::outcome(shown);
            return Ok(outcome);
        }
        options.load.left_out.extend(refused);
        first.get_or_insert(outcome);
    }
}

/// Did everything pass?
fn run_target(
    build: &BuildArgs,
    options: &Options,
    args: &HarnessArgs,
    target: &TestTarget,
) -> Result<bool> {
    let mut options = options.clone();
    options.load = target.options.clone();
    let outcome = compile(&mut options)?;
    if build.time_passes {
        anstream::eprint!("{}", outcome.timings);
    }
    let Some(artifacts) = &outcome.artifacts else {
        return Ok(false);
    };
    let program = match outcome.tests.iter().any(|test| args.wants(test)) && !args.list {
        true => Some(Program::new(&artifacts.wasm)?),
        false => None,
    };
    let run = |test: &TestCase| {
        let Some(program) = &program else {
            return Ok(Verdict::Passed);
        };
        let run = program.call(&test.export, &test.name, Vec::new(), !args.nocapture)?;
        Ok(verdict(test, run))
    };
    run_cases(&outcome.tests, &target.shown, args, &run)
}

/// How a test ended.
enum Verdict {
    Passed,
    /// What it wrote, and what the harness has to say.
    Failed(Vec<u8>),
    /// It cannot be run here.
    Ignored,
}

/// Runs the tests of one target, or lists them. Did everything pass?
fn run_cases(
    tests: &[TestCase],
    shown: &str,
    args: &HarnessArgs,
    run: &dyn Fn(&TestCase) -> Result<Verdict>,
) -> Result<bool> {
    let chosen: Vec<&TestCase> = tests.iter().filter(|test| args.wants(test)).collect();
    if args.list {
        for test in &chosen {
            anstream::println!("{}: test", test.name);
        }
        if !args.quiet {
            let plural = if chosen.len() == 1 { "" } else { "s" };
            anstream::println!("\n{} test{plural}, 0 benchmarks", chosen.len());
        }
        return Ok(true);
    }
    anstream::eprintln!("     Running {shown}");
    let filtered = tests.len() - chosen.len();
    run_tests(&chosen, filtered, args, run)
}

fn run_tests(
    tests: &[&TestCase],
    filtered: usize,
    args: &HarnessArgs,
    run: &dyn Fn(&TestCase) -> Result<Verdict>,
) -> Result<bool> {
    let start = Instant::now();
    let plural = if tests.len() == 1 { "" } else { "s" };
    anstream::println!("\nrunning {} test{plural}", tests.len());
    let mut progress = Progress {
        quiet: args.quiet,
        column: 0,
    };
    let (mut passed, mut ignored) = (0, 0);
    let mut failures: Vec<(&str, Vec<u8>)> = Vec::new();
    for test in tests {
        let should_panic = match &test.should_panic {
            Some(_) => " - should panic",
            None => "",
        };
        let label = format!("test {}{should_panic} ... ", test.name);
        if let (Some(reason), false) = (&test.ignore, args.runs_ignored()) {
            let comma = if reason.is_empty() { "" } else { ", " };
            let result = format!("ignored{comma}{reason}");
            progress.tell(&format!("{label}{result}"), "i");
            ignored += 1;
            continue;
        }
        match run(test)? {
            Verdict::Ignored => {
                progress.tell(&format!("{label}ignored"), "i");
                ignored += 1;
            }
            Verdict::Passed => {
                progress.tell(&format!("{label}ok"), ".");
                passed += 1;
            }
            Verdict::Failed(output) => {
                let short = format!("{} --- FAILED", test.name);
                progress.tell(&format!("{label}FAILED"), &short);
                failures.push((&test.name, output));
            }
        }
    }
    show_failures(&failures);
    let word = if failures.is_empty() { "ok" } else { "FAILED" };
    let seconds = start.elapsed().as_secs_f64();
    anstream::println!(
        "\ntest result: {word}. {passed} passed; {} failed; {ignored} ignored; 0 measured; \
         {filtered} filtered out; finished in {seconds:.2}s\n",
        failures.len()
    );
    Ok(failures.is_empty())
}

/// How the tests go: a line for each, or a character.
struct Progress {
    quiet: bool,
    /// Characters in the line so far.
    column: usize,
}

impl Progress {
    fn tell(&mut self, line: &str, short: &str) {
        if !self.quiet {
            anstream::println!("{line}");
        } else if short.len() == 1 {
            self.column += 1;
            anstream::print!("{short}");
        } else {
            let line_break = if self.column > 0 { "\n" } else { "" };
            self.column = 0;
            anstream::println!("{line_break}{short}");
        }
    }
}

/// Is the end what the test wants? Otherwise what the harness adds to its
/// output.
fn verdict(test: &TestCase, run: Ended) -> Verdict {
    match judge(test, &run) {
        Ok(()) => Verdict::Passed,
        Err(note) => {
            let mut output = run.output;
            output.extend(note.into_bytes());
            Verdict::Failed(output)
        }
    }
}

fn judge(test: &TestCase, run: &Ended) -> Result<(), String> {
    match (&test.should_panic, &run.panic) {
        (None, None) if run.code == 0 => Ok(()),
        (None, _) => Err(String::new()),
        (Some(_), None) if run.code == 0 => {
            let place = &test.place;
            Err(format!("note: test did not panic as expected at {place}"))
        }
        (Some(_), None) => Err(String::new()),
        (Some(expected), Some(message)) if message.contains(expected.as_str()) => Ok(()),
        (Some(expected), Some(message)) => Err(format!(
            "note: panic did not contain expected string\n      panic message: {message:?}\n \
             expected substring: {expected:?}"
        )),
    }
}

fn show_failures(failures: &[(&str, Vec<u8>)]) {
    if failures.is_empty() {
        return;
    }
    anstream::println!("\nfailures:");
    let shown = failures.iter().filter(|(_, output)| !output.is_empty());
    let sections: Vec<String> = shown
        .map(|(name, output)| {
            let text = String::from_utf8_lossy(output);
            format!("---- {name} stdout ----\n{text}\n")
        })
        .collect();
    if !sections.is_empty() {
        anstream::print!("\n{}", sections.concat());
    }
    anstream::println!("\nfailures:");
    for (name, _) in failures {
        anstream::println!("    {name}");
    }
}
