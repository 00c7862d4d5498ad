//! From a path to a workspace.

use crate::cfg::Profile;
use crate::manifest::{self, Package, Target};
use crate::modules::{Loader, vfs_path};
use crate::parts;
use crate::sysroot::{self, Sysroot};
use crate::workspace::{CrateIdx, CrateInfo, Files, Origin, TargetKind, Workspace};
use anyhow::{Context, Result};
use camino::{Utf8Path, Utf8PathBuf};
use ra_ap_span::Edition;
use wrc_base::{FileId, PrimaryMap};
use wrc_diagnostics::Diagnostic;

/// What to load and how.
#[derive(Clone, Debug, Default)]
pub struct LoadOptions {
    /// A `.rs` file, a package's folder or its `Cargo.toml`. `None`: the
    /// package around the current directory.
    pub path: Option<Utf8PathBuf>,
    /// Which of several programs of a package.
    pub bin: Option<String>,
    /// For single files; otherwise the file's `//@ edition:` line, then 2024.
    pub edition: Option<Edition>,
    pub release: bool,
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
        without: parts::all(),
    };
    let sysroot = sysroot::add(&mut ws.files, &mut ws.crates, options.sysroot.as_deref())?;
    let cwd = std::env::current_dir().context("there is no current directory")?;
    let cwd = Utf8PathBuf::try_from(cwd).context("the current directory's name is not UTF-8")?;
    let mut cx = Cx {
        ws,
        diagnostics: Vec::new(),
        sysroot,
        cwd,
    };
    if let Err(error) = load_path(&mut cx, options) {
        cx.diagnostics.push(error);
    }
    cx.ws.take_in_parts();
    Ok((cx.ws, cx.diagnostics))
}

struct Cx {
    ws: Workspace,
    diagnostics: Vec<Diagnostic>,
    sysroot: Sysroot,
    cwd: Utf8PathBuf,
}

fn load_path(cx: &mut Cx, options: &LoadOptions) -> Result<(), Diagnostic> {
    let Some(path) = &options.path else {
        let dir = cx
            .cwd
            .ancestors()
            .find(|dir| dir.join("Cargo.toml").is_file());
        let Some(dir) = dir.map(Utf8Path::to_owned) else {
            let message = "there is no `Cargo.toml` here or in a folder above";
            return Err(Diagnostic::error("WRC5004", message)
                .with_help("name a `.rs` file or a package folder"));
        };
        return load_package(cx, &dir, options);
    };
    if cx.cwd.join(path).is_dir() {
        return load_package(cx, path, options);
    }
    if path.file_name() == Some("Cargo.toml") {
        let dir = path.parent().unwrap_or(Utf8Path::new(""));
        return load_package(cx, dir, options);
    }
    load_file(cx, path, options)
}

fn load_file(cx: &mut Cx, path: &Utf8Path, options: &LoadOptions) -> Result<(), Diagnostic> {
    let stem = path.file_stem().unwrap_or_default();
    cx.ws.output_name = stem.to_owned();
    let name = stem.replace('-', "_");
    check_crate_name(&name)?;
    let base = cx.cwd.clone();
    let Some(root) = load_root(cx, base, path) else {
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
    add_crate(cx, name, root, edition, kind);
    Ok(())
}

fn load_root(cx: &mut Cx, base: Utf8PathBuf, path: &Utf8Path) -> Option<FileId> {
    Loader::new(&mut cx.ws.files, &mut cx.diagnostics, base).load_root(path)
}

/// A leading `//@ edition: 2021`, among other comment lines.
fn edition_line(text: &str) -> Result<Option<Edition>, Diagnostic> {
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
fn has_main(text: &str) -> bool {
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

fn load_package(cx: &mut Cx, dir: &Utf8Path, options: &LoadOptions) -> Result<(), Diagnostic> {
    let full = cx.cwd.join(dir);
    let path = full.join("Cargo.toml");
    let text = std::fs::read_to_string(&path).map_err(|error| {
        let message = format!("cannot read `{}`", dir.join("Cargo.toml"));
        Diagnostic::error("WRC5004", message)
            .with_note(error.to_string())
            .with_help("name a `.rs` file, or a folder with a `Cargo.toml`")
    })?;
    let shown = "Cargo.toml".to_owned();
    let file = cx.ws.files.add(
        shown,
        vfs_path(&path),
        text.as_str().into(),
        Origin::Manifest,
    );
    let package = manifest::parse(&text, file, &full, options.release)?;
    cx.ws.output_name.clone_from(&package.name);
    cx.ws.profile = package.profile;
    cx.ws.output_dir = Some(full.join("target/wrc"));
    let bin = choose_bin(&package, options)?;
    let lib = match &package.lib {
        Some(target) => match add_target(cx, &full, &package, target, TargetKind::Lib)? {
            Some(idx) => Some(idx),
            None => return Ok(()),
        },
        None => None,
    };
    let Some(target) = bin else { return Ok(()) };
    cx.ws.output_name.clone_from(&target.name);
    if let Some(idx) = add_target(cx, &full, &package, target, TargetKind::Bin)?
        && let Some(lib) = lib
    {
        let name = cx.ws.crates[lib].name.clone();
        cx.ws.crates[idx].deps.push((name, lib, true));
    }
    Ok(())
}

/// The program to compile; `None` when the package is only a library.
fn choose_bin<'a>(
    package: &'a Package,
    options: &LoadOptions,
) -> Result<Option<&'a Target>, Diagnostic> {
    let wanted = options.bin.as_ref().or(package.default_run.as_ref());
    let names = || {
        let names: Vec<String> = package
            .bins
            .iter()
            .map(|b| format!("`{}`", b.name))
            .collect();
        format!("the package has {}", names.join(", "))
    };
    match (wanted, package.bins.as_slice()) {
        (None, []) => Ok(None),
        (None, [only]) => Ok(Some(only)),
        (None, _) => Err(
            Diagnostic::error("WRC5003", "the package has several programs")
                .with_note(names())
                .with_help("choose one with `--bin NAME`"),
        ),
        (Some(name), bins) => match bins.iter().find(|bin| bin.name == *name) {
            Some(bin) => Ok(Some(bin)),
            None => {
                let error = Diagnostic::error("WRC5003", format!("there is no program `{name}`"));
                Err(if bins.is_empty() {
                    error
                } else {
                    error.with_note(names())
                })
            }
        },
    }
}

fn add_target(
    cx: &mut Cx,
    dir: &Utf8Path,
    package: &Package,
    target: &Target,
    kind: TargetKind,
) -> Result<Option<CrateIdx>, Diagnostic> {
    let name = target.name.replace('-', "_");
    check_crate_name(&name)?;
    let Some(root) = load_root(cx, dir.to_owned(), &target.path) else {
        return Ok(None);
    };
    let idx = add_crate(cx, name, root, package.edition, kind);
    let krate = &mut cx.ws.crates[idx];
    krate.features.clone_from(&package.features);
    krate.env.extend(package_env(package, target, dir, kind));
    Ok(Some(idx))
}

fn add_crate(
    cx: &mut Cx,
    name: String,
    root: FileId,
    edition: Edition,
    kind: TargetKind,
) -> CrateIdx {
    let Sysroot { core, alloc, std } = cx.sysroot;
    cx.ws.crates.push(CrateInfo {
        name,
        root,
        edition,
        origin: Origin::User,
        kind,
        // `alloc` needs `extern crate alloc;`.
        deps: vec![
            ("core".into(), core, true),
            ("alloc".into(), alloc, false),
            ("std".into(), std, true),
        ],
        features: Vec::new(),
        env: process_env(),
    })
}

/// `env!` sees the environment of the compiler.
fn process_env() -> Vec<(String, String)> {
    let vars = std::env::vars_os();
    let mut vars: Vec<(String, String)> = vars
        .filter_map(|(key, value)| Some((key.into_string().ok()?, value.into_string().ok()?)))
        .filter(|(key, _)| !key.starts_with("CARGO_"))
        .collect();
    vars.sort();
    vars
}

fn package_env(
    package: &Package,
    target: &Target,
    dir: &Utf8Path,
    kind: TargetKind,
) -> Vec<(String, String)> {
    let mut numbers = package.version.splitn(2, '-');
    let release = numbers.next().unwrap_or_default();
    let pre = numbers.next().unwrap_or_default();
    let mut parts = release.split('.');
    let mut part = || parts.next().unwrap_or_default().to_owned();
    let mut env = vec![
        ("CARGO_PKG_NAME", package.name.clone()),
        ("CARGO_PKG_VERSION", package.version.clone()),
        ("CARGO_PKG_VERSION_MAJOR", part()),
        ("CARGO_PKG_VERSION_MINOR", part()),
        ("CARGO_PKG_VERSION_PATCH", part()),
        ("CARGO_PKG_VERSION_PRE", pre.to_owned()),
        ("CARGO_CRATE_NAME", target.name.replace('-', "_")),
        ("CARGO_MANIFEST_DIR", dir.to_string()),
        ("CARGO_MANIFEST_PATH", dir.join("Cargo.toml").to_string()),
    ];
    if kind == TargetKind::Bin {
        env.push(("CARGO_BIN_NAME", target.name.clone()));
    }
    env.extend(package.texts.iter().cloned());
    env.into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}
