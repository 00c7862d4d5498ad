//! From a path to a workspace.

use crate::cargo::CargoOptions;
use crate::cfg::{Panic, Profile};
use crate::choose::TargetChoice;
use crate::environment;
use crate::modules::Loader;
use crate::package;
use crate::parts;
use crate::sysroot::{self, Sysroot};
use crate::workspace::{CrateInfo, Files, Origin, TargetKind, Workspace};
use anyhow::{Context, Result};
use camino::{Utf8Path, Utf8PathBuf};
use ra_ap_span::Edition;
use wrc_base::PrimaryMap;
use wrc_diagnostics::Diagnostic;

/// What to load and how.
#[derive(Clone, Debug, Default)]
pub struct LoadOptions {
    /// A `.rs` file, a package's folder or its `Cargo.toml`. `None`: the
    /// package around the current directory.
    pub path: Option<Utf8PathBuf>,
    /// Which package of a workspace.
    pub package: Option<String>,
    /// Which target of the package.
    pub target: TargetChoice,
    /// Compile for its tests: `cfg(test)`, with development dependencies.
    pub test: bool,
    pub cargo: CargoOptions,
    /// When build scripts and procedural macros may run: the program that
    /// stands in for rustc then, and calls [`crate::rustc_wrapper`].
    pub stand_in: Option<Utf8PathBuf>,
    /// Development dependencies that are not used, and those below which they
    /// are: `name version`.
    pub left_out: Vec<String>,
    /// For single files; otherwise the file's `//@ edition:` line, then 2024.
    pub edition: Option<Edition>,
    pub release: bool,
    /// What a panic does. Otherwise as the manifest says; programs that name
    /// `catch_unwind` unwind.
    pub panic: Option<Panic>,
    /// A folder with the library's sources instead of the embedded ones.
    pub sysroot: Option<Utf8PathBuf>,
}

/// Loads the sources. With errors among the diagnostics the workspace serves
/// only to show them.
///
/// # Errors
/// When the library's own sources are unusable or there is no current directory.
pub fn load(options: &LoadOptions) -> Result<(Workspace, Vec<Diagnostic>)> {
    let mut ws = Workspace {
        files: Files::default(),
        crates: PrimaryMap::new(),
        profile: if options.release {
            Profile::release()
        } else {
            Profile::dev()
        },
        output_name: String::new(),
        output_dir: None,
        package: None,
        is_scripted: false,
        without: parts::all(),
        panic: options.panic,
    };
    let sysroot = sysroot::add(&mut ws.files, &mut ws.crates, options.sysroot.as_deref())?;
    let mut cx = Cx {
        ws,
        diagnostics: Vec::new(),
        sysroot,
        cwd: current_dir()?,
    };
    if let Err(error) = load_path(&mut cx, options) {
        cx.diagnostics.push(error);
    }
    cx.ws.take_in_parts();
    Ok((cx.ws, cx.diagnostics))
}

/// What loading has so far.
pub(crate) struct Cx {
    pub ws: Workspace,
    pub diagnostics: Vec<Diagnostic>,
    pub sysroot: Sysroot,
    cwd: Utf8PathBuf,
}

/// The manifest that the options lead to; `None` when they name a file.
pub(crate) fn manifest_of(
    options: &LoadOptions,
) -> Result<Result<Option<Utf8PathBuf>, Diagnostic>> {
    Ok(find_manifest(&current_dir()?, options.path.as_deref()))
}

pub(crate) fn current_dir() -> Result<Utf8PathBuf> {
    let cwd = std::env::current_dir().context("there is no current directory")?;
    Utf8PathBuf::try_from(cwd).context("the current directory's name is not UTF-8")
}

fn find_manifest(
    cwd: &Utf8Path,
    path: Option<&Utf8Path>,
) -> Result<Option<Utf8PathBuf>, Diagnostic> {
    let Some(path) = path else {
        let mut manifests = cwd.ancestors().map(|dir| dir.join("Cargo.toml"));
        return manifests.find(|it| it.is_file()).map(Some).ok_or_else(|| {
            let message = "there is no `Cargo.toml` here or in a folder above";
            Diagnostic::error("WRC5004", message).with_help("name a `.rs` file or a package folder")
        });
    };
    let full = cwd.join(path);
    let manifest = if full.is_dir() {
        full.join("Cargo.toml")
    } else if path.file_name() == Some("Cargo.toml") {
        full
    } else {
        return Ok(None);
    };
    if !manifest.is_file() {
        let message = format!("there is no `{manifest}`");
        return Err(Diagnostic::error("WRC5004", message)
            .with_help("name a `.rs` file, or a folder with a `Cargo.toml`"));
    }
    // As cargo will call it.
    Ok(Some(manifest.canonicalize_utf8().unwrap_or(manifest)))
}

fn load_path(cx: &mut Cx, options: &LoadOptions) -> Result<(), Diagnostic> {
    match (
        find_manifest(&cx.cwd, options.path.as_deref())?,
        &options.path,
    ) {
        (None, Some(path)) => load_file(cx, path, options),
        (Some(manifest), _) => package::load(cx, &manifest, options),
        (None, None) => Ok(()),
    }
}

fn load_file(cx: &mut Cx, path: &Utf8Path, options: &LoadOptions) -> Result<(), Diagnostic> {
    let stem = path.file_stem().unwrap_or_default();
    cx.ws.output_name = stem.to_owned();
    let name = stem.replace('-', "_");
    check_crate_name(&name)?;
    let base = cx.cwd.clone();
    let files = &mut cx.ws.files;
    // The file's own line about its edition is not read yet.
    let edition = options.edition.unwrap_or(Edition::Edition2024);
    let mut loader = Loader::new(files, &mut cx.diagnostics, base, Origin::User, edition);
    let Some(root) = loader.load_root(path) else {
        return Ok(());
    };
    let text = cx.ws.files.get(root).map_or("", |file| &file.text);
    let edition = match options.edition {
        Some(edition) => edition,
        None => edition_line(text)?.unwrap_or(Edition::Edition2024),
    };
    let kind = match has_main(text) {
        true => TargetKind::Bin,
        false => TargetKind::Lib,
    };
    let mut krate = CrateInfo::new(name, root, edition, Origin::User, kind);
    krate.deps = cx.sysroot.dependencies();
    krate.env = environment::of_process();
    krate.test = options.test;
    cx.ws.crates.push(krate);
    Ok(())
}

/// A leading `//@ edition: 2021`, among other comment lines.
pub fn edition_line(text: &str) -> Result<Option<Edition>, Diagnostic> {
    let head = text
        .lines()
        .take_while(|line| line.is_empty() || line.starts_with("//"));
    for line in head {
        let Some(directive) = line.strip_prefix("//@") else {
            continue;
        };
        if let Some(value) = directive.trim().strip_prefix("edition:") {
            let value = value.trim();
            return match value.parse() {
                Ok(edition) => Ok(Some(edition)),
                Err(_) => Err(unknown_edition(value)),
            };
        }
    }
    Ok(None)
}

fn unknown_edition(value: &str) -> Diagnostic {
    Diagnostic::error("WRC5007", format!("unknown edition `{value}`"))
        .with_help("the editions are 2015, 2018, 2021 and 2024")
}

/// A file is a program unless it says otherwise: rustc compiles to a program
/// by default, and complains when `main` is missing.
pub fn has_main(text: &str) -> bool {
    let attr: String = text.split_whitespace().collect();
    !["lib", "cdylib", "rlib", "staticlib"]
        .iter()
        .any(|kind| attr.contains(&format!("#![crate_type=\"{kind}\"]")))
}

fn check_crate_name(name: &str) -> Result<(), Diagnostic> {
    // As rustc has it: a leading digit is fine for a crate nobody names.
    if !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_') {
        return Ok(());
    }
    Err(
        Diagnostic::error("WRC5008", format!("`{name}` cannot be the name of a crate"))
            .with_help("a name has letters, digits and `_`"),
    )
}
