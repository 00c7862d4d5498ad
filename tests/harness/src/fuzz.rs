//! Mutated programs: whatever the source is, the compiler neither panics nor
//! hangs nor emits an invalid module.
//!
//! The mutants are compiled inside this process, on all cores, by sessions
//! that keep the library loaded. They are the same in every run; the
//! environment variable `FUZZ` wants another number of them.

use std::{
    fs,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

use libtest_mimic::{Failed, Trial};
use wrc_session::{Goal, Options, Outcome, Session, render};

use crate::{
    files::{Program, Root},
    mutate,
};

/// Mutants over all programs; `FUZZ=2000` is the long run.
const COUNT: usize = 150;
/// The longest time for one, on an idle machine.
const LIMIT: Duration = Duration::from_secs(10);
/// On a busy machine: so many times the time of the unchanged program.
const FACTOR: u32 = 50;
/// More findings than these are not shown.
const SHOWN: usize = 10;

/// One test for all.
pub fn trials(tests: &Root) -> Vec<Trial> {
    let tests = tests.clone();
    vec![Trial::test("fuzz", move || check(&tests))]
}

fn check(tests: &Root) -> Result<(), Failed> {
    let programs = tests.programs("run-pass");
    let count = std::env::var("FUZZ")
        .ok()
        .and_then(|text| text.parse().ok());
    let each = count.unwrap_or(COUNT).div_ceil(programs.len());
    let next = AtomicUsize::new(0);
    let findings = Mutex::new(Vec::new());
    let workers = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(program) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = mutants(program, each);
                    let mut all = findings.lock().expect("no panic under the lock");
                    all.extend(found);
                }
            });
        }
    });
    let findings = findings.into_inner().expect("no panic under the lock");
    if findings.is_empty() {
        return Ok(());
    }
    let shown: Vec<&str> = findings.iter().take(SHOWN).map(String::as_str).collect();
    Err(format!("{} findings\n{}", findings.len(), shown.join("\n")).into())
}

/// Compiles a program's mutants; gives what went wrong.
fn mutants(program: &Program, count: usize) -> Vec<String> {
    let source = match program.source() {
        Ok(source) => source,
        Err(error) => return vec![error],
    };
    let seed = program.name.bytes().fold(0, |seed: u64, byte| {
        seed.wrapping_mul(31).wrapping_add(byte.into())
    });
    let mut compiler = Compiler::start();
    let (_, base) = compiler.compile(source.clone(), LIMIT * FACTOR);
    let limit = LIMIT.max(base * FACTOR);
    let mut findings = Vec::new();
    for number in 0..count {
        let mutant = mutate::mutate(&source, seed.wrapping_add(number as u64));
        let (problem, _) = compiler.compile(mutant.clone(), limit);
        if let Some(problem) = problem {
            compiler = Compiler::start();
            findings.push(report(program, number, &mutant, &problem));
        }
    }
    findings
}

/// Keeps the mutant in a file for the one who looks into it.
fn report(program: &Program, number: usize, mutant: &str, problem: &str) -> String {
    let name = program.name.replace('/', "_");
    let path = std::env::temp_dir().join(format!("wrc-fuzz-{name}-{number}.rs"));
    let place = match fs::write(&path, mutant) {
        Ok(()) => path.display().to_string(),
        Err(error) => error.to_string(),
    };
    format!("{place}: {problem}")
}

/// A thread with a session, which is left alone when it hangs.
struct Compiler {
    sources: mpsc::Sender<String>,
    problems: mpsc::Receiver<Option<String>>,
}

impl Compiler {
    fn start() -> Compiler {
        let (sources, todo) = mpsc::channel::<String>();
        let (done, problems) = mpsc::channel();
        thread::spawn(move || {
            let mut session = match open() {
                Ok(session) => session,
                Err(error) => return drop(done.send(Some(error.to_string()))),
            };
            for source in todo {
                session.edit(&source);
                let outcome = session.compile(&Options::default(), Goal::Build);
                if done.send(problem(&outcome)).is_err() {
                    return;
                }
            }
        });
        Compiler { sources, problems }
    }

    /// What is wrong with the result, and the time it took.
    fn compile(&mut self, source: String, limit: Duration) -> (Option<String>, Duration) {
        let start = Instant::now();
        // When the thread has ended, it sent an error before.
        let _ = self.sources.send(source);
        let problem = match self.problems.recv_timeout(limit) {
            Ok(problem) => problem,
            Err(_) => Some(format!("no result after {limit:?}")),
        };
        (problem, start.elapsed())
    }
}

/// A session of an empty program.
fn open() -> Result<Session, Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("mutant.rs");
    fs::write(&path, "fn main() {}\n")?;
    let mut options = Options::default();
    options.load.path = Some(path.try_into()?);
    Ok(Session::open(&options.load)?)
}

/// Internal errors; and the rendering must not panic either.
fn problem(outcome: &Outcome) -> Option<String> {
    let internal = |diagnostic: &&wrc_session::Diagnostic| diagnostic.code.starts_with("WRC9");
    let text = std::panic::catch_unwind(|| render(&outcome.diagnostics, &outcome.files));
    if text.is_err() {
        return Some("the diagnostics cannot be rendered".to_owned());
    }
    let first = outcome.diagnostics.iter().find(internal)?;
    let notes = first.notes.join("; ");
    let place = first.labels.first().and_then(|label| {
        let file = outcome.files.get(label.span.file)?;
        let (line, column) = file.line_col(label.span.start);
        Some(format!(" at {}:{line}:{column}", file.path))
    });
    let place = place.unwrap_or_default();
    Some(format!("{}: {}{place} {notes}", first.code, first.message))
}
