//! The phases of a compilation, in order.

use crate::{
    back::{self, Artifacts},
    database::RootDatabase,
    depth, entry,
    kept::Kept,
    options::{Emit, Options},
    session::{Loaded, Session},
    test_case::{TestCase, test_cases},
    time::Timings,
};
use anyhow::Result;
use ra_ap_base_db::Crate;
use wrc_base::{FileId, PrimaryMap};
use wrc_bridge::{BridgeDb, BridgeError};
use wrc_diagnostics::{Diagnostic, ErrorReported, Severity};
use wrc_project::{CrateIdx, Files, Origin, TargetKind, Workspace};
use wrc_thir::{Db, Entries};

/// How far to go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Goal {
    /// Report errors.
    Check,
    /// Make a module.
    Build,
}

/// What came of it.
#[derive(Debug)]
pub struct Outcome {
    /// Findings, in source order.
    pub diagnostics: Vec<Diagnostic>,
    /// The sources, to show the findings.
    pub files: Files,
    /// Name of the outputs, without extension; of a package or file.
    pub name: String,
    /// Where a package's outputs go unless told otherwise.
    pub output_dir: Option<camino::Utf8PathBuf>,
    /// The package: name, version and folder.
    pub package: Option<String>,
    /// Did build scripts or procedural macros decide about the sources?
    pub is_scripted: bool,
    /// The folder of the crate's root file.
    pub source_dir: Option<camino::Utf8PathBuf>,
    pub kind: TargetKind,
    /// `Some` when the goal was to build and there were no errors.
    pub artifacts: Option<Artifacts>,
    /// Texts asked for with `--emit`, as far as it went.
    pub texts: Vec<(Emit, String)>,
    /// When compiled for its tests: what they are, by name.
    pub tests: Vec<TestCase>,
    /// Dependencies with errors: name and version.
    pub refused: Vec<String>,
    pub timings: Timings,
}

impl Outcome {
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// Compiles what the options name. Errors of the program are diagnostics of
/// the outcome.
///
/// # Errors
/// When the surroundings fail: no current directory, unusable library sources.
pub fn compile(options: &Options, goal: Goal) -> Result<Outcome> {
    Ok(Session::open(&options.load)?.compile(options, goal))
}

/// Why the phases ended before the last.
pub(crate) enum Stop {
    /// The program has errors.
    Errors,
    /// The library's sources are without a body that is needed.
    LacksBody,
}

impl From<ErrorReported> for Stop {
    fn from(_: ErrorReported) -> Stop {
        Stop::Errors
    }
}

pub(crate) fn phases(
    cx: &mut Cx<'_>,
    loaded: &Loaded,
    kept: Option<&Kept>,
    goal: Goal,
) -> Result<Option<Artifacts>, Stop> {
    let Loaded { db, crates, .. } = loaded;
    let paths: Vec<String> = cx
        .ws
        .files
        .iter()
        .map(|(_, file)| file.path.clone())
        .collect();
    let path = move |file: FileId| paths.get(file.0 as usize).cloned().unwrap_or_default();
    let entries = cx.entries();
    let mut bridge = BridgeDb::new(db, crates[cx.ws.target()], path).with_entries(entries);
    if let Some(kept) = kept {
        bridge = bridge.with_kept(kept.bodies());
    }
    cx.timings.start("check");
    let checked = check(cx, db, &bridge, crates);
    lacks_nothing(&bridge)?;
    checked?;
    if goal == Goal::Check && entries != Entries::Functions {
        return Ok(None);
    }
    if entries == Entries::Tests {
        cx.tests = test_cases(&bridge, &cx.ws.files);
    }
    let artifacts = back::artifacts(cx, &bridge, crates[cx.ws.target()]);
    lacks_nothing(&bridge)?;
    let artifacts = artifacts?;
    if let Some(kept) = kept {
        cx.timings.start("keep");
        kept.store(bridge.keep().as_deref());
    }
    Ok(Some(artifacts))
}

fn lacks_nothing(bridge: &BridgeDb) -> Result<(), Stop> {
    match bridge.lacks_body() {
        true => Err(Stop::LacksBody),
        false => Ok(()),
    }
}

/// Errors of the user's crates; the library's are looked for on request.
fn check(
    cx: &mut Cx<'_>,
    db: &RootDatabase,
    bridge: &BridgeDb,
    crates: &PrimaryMap<CrateIdx, Crate>,
) -> Result<(), ErrorReported> {
    let deep = depth::errors(&cx.ws.files);
    cx.diagnostics.extend(deep);
    cx.stop_on_errors()?;
    for (idx, krate) in crates.iter() {
        if cx.ws.crates[idx].macros.is_some() {
            // A program of the host, which rustc checked.
            continue;
        }
        let found = match cx.ws.crates[idx].origin {
            Origin::Dependency(_) => bridge.check_items(*krate),
            Origin::Library(_) if !cx.options.unstable.check_library => continue,
            Origin::User | Origin::Library(_) | Origin::Manifest => bridge.check_crate(*krate),
        };
        let strict = cx.options.strict;
        let found = found.into_iter().map(|error| bridge_error(error, strict));
        cx.diagnostics.extend(found);
    }
    // With errors in the crate a `main` may be there, but not be seen. A file
    // without `main` that exports functions is a library.
    let is_program = cx.entries() == Entries::Program;
    if is_program && cx.ws.target_info().kind != TargetKind::Lib {
        let found = bridge.check_main(crates[cx.ws.target()]);
        let found = found.into_iter().map(|error| bridge_error(error, false));
        cx.diagnostics.extend(found);
    }
    if !cx.has_errors() && is_program && bridge.entry_points().is_empty() {
        let idx = cx.ws.target();
        let missing = entry::missing_main(db, crates[idx], cx.ws.target_info(), &cx.ws.files);
        cx.diagnostics.extend(missing);
    }
    cx.stop_on_errors()
}

/// What the phases share.
pub(crate) struct Cx<'a> {
    pub options: &'a Options,
    pub ws: &'a Workspace,
    pub diagnostics: Vec<Diagnostic>,
    pub texts: Vec<(Emit, String)>,
    pub tests: Vec<TestCase>,
    pub timings: Timings,
}

impl Cx<'_> {
    /// Where the program begins.
    pub(crate) fn entries(&self) -> Entries {
        match (
            self.ws.target_info().test,
            self.options.unstable.all_functions,
        ) {
            (true, _) => Entries::Tests,
            (false, true) => Entries::Functions,
            (false, false) => Entries::Program,
        }
    }

    /// Forgets all but what was found while loading.
    pub(crate) fn restart(&mut self, found: &[Diagnostic]) {
        self.diagnostics = found.to_vec();
        self.texts.clear();
        self.tests.clear();
    }

    /// Keeps a text if it was asked for.
    pub(crate) fn emit(&mut self, kind: Emit, text: impl FnOnce() -> String) {
        if self.options.emits(kind) {
            self.texts.push((kind, text()));
        }
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) -> ErrorReported {
        self.diagnostics.push(diagnostic);
        ErrorReported::by_sink()
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    pub(crate) fn stop_on_errors(&self) -> Result<(), ErrorReported> {
        match self.has_errors() {
            true => Err(ErrorReported::by_sink()),
            false => Ok(()),
        }
    }

    pub(crate) fn internal_error(&mut self, panic: &str) {
        let phase = self.timings.current().unwrap_or("load");
        let mut lines = panic.lines();
        let first = lines.next().unwrap_or_default();
        let mut error = Diagnostic::error("WRC9001", format!("internal error in `{phase}`"))
            .with_note(first)
            .with_help("please report this with the program");
        let backtrace: Vec<&str> = lines.collect();
        if !backtrace.is_empty() {
            error = error.with_note(backtrace.join("\n"));
        }
        self.diagnostics.push(error);
    }
}

/// A finding of the bridge; warnings are errors when `strict`.
pub(crate) fn bridge_error(error: BridgeError, strict: bool) -> Diagnostic {
    let severity = match strict {
        true => Severity::Error,
        false => error.severity,
    };
    let mut new = Diagnostic::new(severity, error.code, error.message);
    new = new.primary(error.span, error.label);
    for (span, text) in error.related {
        new = new.secondary(span, text);
    }
    new.notes = error.notes;
    new.help = error.help;
    new
}
