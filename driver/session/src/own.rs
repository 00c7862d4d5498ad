//! Ownership mode: cargo and rustc compile, the module writer lays out what
//! they made.
//!
//! ```text
//! options ─► rustc's module ─read─► Program ─write─► module
//!            └► rustc's messages ─► diagnostics
//! ```

mod failure;
mod messages;

use crate::{
    back::{self, Artifacts},
    compile::{Goal, Outcome},
    options::{Emit, Options},
    time::Timings,
};
use anyhow::{Context, Result};
use camino::{Utf8Path, Utf8PathBuf};
use std::fs;
use wrc_diagnostics::{Diagnostic, sort};
use wrc_module::ModuleOptions;
use wrc_object::Interface;
use wrc_own_lower::{
    Built, Compiled, Failure, Package, Profile, Target, TargetKind as OwnKind, Toolchain, cargo,
    read::{component, custom},
    rustc,
};
use wrc_project::{Chosen, Edition, Files, LoadOptions, TargetChoice, TargetKind};

/// A module of several.
#[derive(Clone, Debug)]
pub struct OwnModule {
    pub name: String,
    pub wasm: Vec<u8>,
}

/// What came of it.
#[derive(Debug)]
pub struct Owned {
    pub outcome: Outcome,
    /// The tests, when they were wanted.
    pub tests: Vec<OwnModule>,
}

/// Compiles what the options name with cargo or rustc. Errors of the program
/// are diagnostics of the outcome.
///
/// # Errors
/// When files cannot be read or written.
pub fn compile_own(options: &Options, goal: Goal) -> Result<Owned> {
    let mut timings = Timings::default();
    timings.start("rustc");
    let toolchain = Toolchain::find(options.own.rustc.as_deref());
    let folder = Folder::new();
    let mut files = Files::default();
    let chosen = wrc_project::chosen(&options.load)?;
    let compiled = compile(&toolchain, options, chosen, goal, &folder.path);
    let (mut compiled, mut diagnostics) = match compiled {
        Ok(compiled) => (compiled, Vec::new()),
        Err(error) => (Compiled::default(), vec![error.diagnostic()]),
    };
    for message in &compiled.messages {
        let found = messages::diagnostic(message, &compiled.base, &mut files);
        diagnostics.push(found);
    }
    let mut cx = Cx {
        options,
        timings,
        texts: Vec::new(),
    };
    let mut modules = Vec::new();
    if goal != Goal::Check && !diagnostics.iter().any(Diagnostic::is_error) {
        for built in std::mem::take(&mut compiled.built) {
            match module(&mut cx, &built)? {
                Ok(wasm) => modules.push(OwnModule {
                    name: built.name,
                    wasm,
                }),
                Err(error) => diagnostics.push(error),
            }
        }
    }
    sort(&mut diagnostics);
    cx.timings.stop();
    let artifacts = match options.load.test {
        true => None,
        false => modules.pop().map(|module| artifacts(module, &compiled)),
    };
    Ok(Owned {
        outcome: Outcome {
            diagnostics,
            files,
            name: compiled.name,
            output_dir: compiled.output_dir,
            package: None,
            is_scripted: false,
            source_dir: None,
            kind: match compiled.is_library {
                true => TargetKind::Lib,
                false => TargetKind::Bin,
            },
            artifacts,
            texts: cx.texts,
            tests: Vec::new(),
            refused: Vec::new(),
            timings: cx.timings,
        },
        tests: modules,
    })
}

struct Cx<'a> {
    options: &'a Options,
    timings: Timings,
    texts: Vec<(Emit, String)>,
}

/// Starts cargo for a package and rustc for a file.
fn compile(
    toolchain: &Toolchain,
    options: &Options,
    chosen: Result<Option<Chosen>, Diagnostic>,
    goal: Goal,
    folder: &Utf8Path,
) -> Result<Compiled, failure::Error> {
    let texts = [Emit::Thir, Emit::Pir, Emit::Wir];
    if let Some(text) = texts.into_iter().find(|text| options.emits(*text)) {
        return Err(failure::Error::Text(text));
    }
    let profile = Profile {
        goal: match goal {
            Goal::Check => wrc_own_lower::Goal::Check,
            Goal::Build if options.load.test => wrc_own_lower::Goal::Test,
            Goal::Build => wrc_own_lower::Goal::Build,
        },
        release: options.load.release,
        debug_info: options.own.debug_info,
        target: options.own.target.as_deref(),
    };
    let load = &options.load;
    let path = load.path.as_deref().unwrap_or(Utf8Path::new(""));
    if let Some(chosen) = chosen? {
        let package = package(chosen, load);
        return Ok(cargo::compile(toolchain, &package, profile)?);
    }
    let text = fs::read_to_string(path).map_err(|error| failure::Error::File {
        path: path.to_owned(),
        reason: error.to_string(),
    })?;
    let edition = match load.edition {
        Some(edition) => edition,
        None => wrc_project::edition_line(&text)?.unwrap_or(Edition::Edition2024),
    };
    let file = rustc::File {
        path,
        edition: &edition.to_string(),
        is_library: !wrc_project::has_main(&text),
    };
    Ok(rustc::compile(toolchain, file, profile, folder)?)
}

/// As cargo is told of it.
fn package(chosen: Chosen, load: &LoadOptions) -> Package {
    let kind = match &chosen.target {
        TargetChoice::Default | TargetChoice::Lib => OwnKind::Lib,
        TargetChoice::Bin(_) => OwnKind::Bin,
        TargetChoice::Example(_) => OwnKind::Example,
        TargetChoice::Test(_) => OwnKind::Test,
    };
    let is_any = load.test && load.target == TargetChoice::Default;
    Package {
        name: chosen.package,
        manifest: chosen.manifest,
        workspace_root: chosen.workspace_root,
        target_directory: chosen.target_directory,
        target: (!is_any).then_some(Target {
            kind,
            name: chosen.name,
        }),
        flags: load.cargo.flags(),
    }
}

/// Reads rustc's module and writes ours.
fn module(cx: &mut Cx<'_>, built: &Built) -> Result<Result<Vec<u8>, Diagnostic>> {
    cx.timings.start("read");
    let wasm = fs::read(&built.path).with_context(|| format!("cannot read `{}`", built.path))?;
    let names = !cx.options.load.release;
    let Cx {
        options, timings, ..
    } = cx;
    let written = if options.own.debug_info {
        custom::without_traces(&wasm).map_err(failure::unreadable)
    } else if component::is_component(&wasm) {
        component::rewrite(&wasm, failure::unreadable, |module| {
            rewrite(module, names, timings)
        })
    } else {
        rewrite(&wasm, names, timings)
    };
    let written = written.and_then(|wasm| back::validate(&wasm).map(|()| wasm));
    if let (Ok(wasm), true) = (&written, options.emits(Emit::Wat)) {
        cx.texts.push((Emit::Wat, back::wat(wasm)));
    }
    Ok(written)
}

fn rewrite(wasm: &[u8], names: bool, timings: &mut Timings) -> Result<Vec<u8>, Diagnostic> {
    let program = wrc_own_lower::read(wasm).map_err(failure::unreadable)?;
    timings.start("module");
    back::write(&program, &ModuleOptions { names }, timings)
}

/// A program needs a host with WASI; a library is loaded by our JavaScript.
fn artifacts(module: OwnModule, compiled: &Compiled) -> Artifacts {
    let is_plain = compiled.is_library && !component::is_component(&module.wasm);
    let glue = |make: fn(&[u8], &Interface, &str) -> String| match is_plain {
        true => make(&module.wasm, &Interface::default(), &compiled.name),
        false => String::new(),
    };
    Artifacts {
        js: glue(wrc_module::glue_js),
        dts: glue(wrc_module::glue_dts),
        modules: Vec::new(),
        wasm: module.wasm,
    }
}

/// A folder for what is only read back; removed in the end.
struct Folder {
    path: Utf8PathBuf,
}

impl Folder {
    fn new() -> Folder {
        let temp = Utf8PathBuf::try_from(std::env::temp_dir()).unwrap_or_else(|_| ".".into());
        let path = temp.join(format!("wrc-own-{}", std::process::id()));
        Folder { path }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // It may not exist.
        let _ = fs::remove_dir_all(&self.path);
    }
}

impl From<Failure> for failure::Error {
    fn from(failure: Failure) -> failure::Error {
        failure::Error::Tools(failure)
    }
}

impl From<Diagnostic> for failure::Error {
    fn from(diagnostic: Diagnostic) -> failure::Error {
        failure::Error::Other(diagnostic)
    }
}
