//! A workspace that stays loaded: after an edit only what depends on it is
//! computed again.

use crate::{
    compile::{Cx, Goal, Outcome, Stop, phases},
    database::{QueryObserver, RootDatabase},
    dependencies,
    kept::Kept,
    options::Options,
    time::Timings,
    worker,
};
use anyhow::Result;
use ra_ap_base_db::{Crate, SourceDatabase};
use salsa::Durability;
use std::mem;
use wrc_base::PrimaryMap;
use wrc_diagnostics::{Diagnostic, sort};
use wrc_project::{CrateIdx, LoadOptions, SourceFile, TargetKind, Workspace};

/// Sources, and the database once something was compiled.
pub struct Session {
    ws: Workspace,
    found: Vec<Diagnostic>,
    loaded: Option<Loaded>,
    observer: Option<QueryObserver>,
    timings: Timings,
}

/// The database with the workspace's crates.
pub(crate) struct Loaded {
    pub db: RootDatabase,
    pub crates: PrimaryMap<CrateIdx, Crate>,
}

impl Loaded {
    /// Takes bodies out of the library: reading it takes a third less then.
    fn leave_out_bodies(&mut self, ws: &Workspace) {
        self.set_library(ws, |file| file.outline);
    }

    /// Puts them in again. What is known of items stays: they are the same.
    fn put_in_bodies(&mut self, ws: &Workspace) {
        self.set_library(ws, |file| file.outline.map(|_| &*file.text));
    }

    fn set_library(&mut self, ws: &Workspace, text: impl Fn(&SourceFile) -> Option<&str>) {
        for (id, file) in ws.files.iter() {
            if let Some(text) = text(file) {
                let id = ra_ap_vfs::FileId::from_raw(id.0);
                self.db
                    .set_file_text_with_durability(id, text, Durability::HIGH);
            }
        }
    }
}

impl Session {
    /// Reads the sources.
    ///
    /// # Errors
    /// When the surroundings fail: no current directory, unusable library sources.
    pub fn open(options: &LoadOptions) -> Result<Session> {
        let mut timings = Timings::default();
        timings.start("load");
        let (ws, found) = wrc_project::load(options)?;
        Ok(Session {
            ws,
            found,
            loaded: None,
            observer: None,
            timings,
        })
    }

    /// The package to compile: name, version and folder.
    pub fn package(&self) -> Option<&str> {
        self.ws.package.as_deref()
    }

    /// Wants to know which queries are executed; from the first compilation on.
    pub fn observe(&mut self, observer: QueryObserver) {
        self.observer = Some(observer);
    }

    /// Replaces the text of the main file.
    pub fn edit(&mut self, text: &str) {
        let Some(krate) = self.ws.crates.values().next_back() else {
            return;
        };
        let root = krate.root;
        self.ws.files.set_text(root, text);
        if self.ws.take_in_parts() {
            // The crates are different ones now.
            self.loaded = None;
        }
        if let Some(loaded) = &mut self.loaded {
            let file = ra_ap_vfs::FileId::from_raw(root.0);
            let whole = self.ws.files.get(root).map(|file| file.whole_text());
            loaded
                .db
                .set_file_text(file, whole.as_deref().unwrap_or(text));
        }
    }

    /// Compiles. Errors of the program are diagnostics of the outcome.
    pub fn compile(&mut self, options: &Options, goal: Goal) -> Outcome {
        let mut cx = Cx {
            options,
            ws: &self.ws,
            diagnostics: self.found.clone(),
            texts: Vec::new(),
            tests: Vec::new(),
            timings: mem::take(&mut self.timings),
        };
        let mut artifacts = None;
        if !cx.has_errors() {
            // A database that saw a panic is given up.
            let (known, observer) = (self.loaded.take(), self.observer.clone());
            let result = worker::run(|| {
                let cache = options.cache.as_deref();
                let kept = cache.map(|folder| Kept::load(&self.ws, folder));
                // A new word may name a function whose body is not kept.
                let is_outline = kept.as_ref().is_some_and(|kept| {
                    let needs_none = goal == Goal::Check || kept.knows_words();
                    needs_none && !options.unstable.check_library
                });
                let Some(mut loaded) = known.or_else(|| load(&mut cx, observer, is_outline)) else {
                    return (None, None);
                };
                let mut made = phases(&mut cx, &loaded, kept.as_ref(), goal);
                if let Err(Stop::LacksBody) = made {
                    cx.restart(&self.found);
                    loaded.put_in_bodies(&self.ws);
                    made = phases(&mut cx, &loaded, kept.as_ref(), goal);
                }
                (Some(loaded), made.ok().flatten())
            });
            match result {
                Ok((loaded, made)) => (self.loaded, artifacts) = (loaded, made),
                Err(panic) => cx.internal_error(&panic),
            }
        }
        cx.timings.stop();
        let Cx {
            mut diagnostics,
            texts,
            tests,
            timings,
            ..
        } = cx;
        let ws = &self.ws;
        diagnostics.iter_mut().for_each(|it| as_written(it, ws));
        let refused = dependencies::with_errors(&diagnostics, ws);
        if !options.verbose {
            diagnostics = dependencies::summarize(diagnostics, ws);
        }
        sort(&mut diagnostics);
        let target = ws.crates.values().next_back();
        Outcome {
            diagnostics,
            kind: target.map_or(TargetKind::Lib, |krate| krate.kind),
            files: ws.files.clone(),
            name: ws.output_name.clone(),
            output_dir: ws.output_dir.clone(),
            package: ws.package.clone(),
            is_scripted: ws.is_scripted,
            source_dir: target
                .and_then(|krate| Some(ws.files.get(krate.root)?.folder()?.to_owned())),
            artifacts,
            texts,
            tests,
            refused,
            timings,
        }
    }
}

/// Labels on what was made of items show the items.
fn as_written(diagnostic: &mut Diagnostic, ws: &Workspace) {
    for label in &mut diagnostic.labels {
        let span = &mut label.span;
        if let Some(file) = ws.files.get(span.file) {
            (span.start, span.end) = file.written(span.start, span.end);
        }
    }
}

fn load(cx: &mut Cx<'_>, observer: Option<QueryObserver>, is_outline: bool) -> Option<Loaded> {
    cx.timings.start("inputs");
    let mut db = observer.map_or_else(RootDatabase::new, RootDatabase::observed);
    match db.load(cx.ws) {
        Ok(crates) => {
            let mut loaded = Loaded { db, crates };
            if is_outline {
                loaded.leave_out_bodies(cx.ws);
            }
            Some(loaded)
        }
        Err(error) => {
            let message = format!("internal error: {error:#}");
            cx.diagnostics.push(Diagnostic::error("WRC9001", message));
            None
        }
    }
}
