//! `Cargo.toml`: the package's targets, features and profiles.

use crate::cfg::Profile;
use crate::toml_walk::{self, Table, error};
use camino::{Utf8Path, Utf8PathBuf};
use ra_ap_span::Edition;
use toml::de::DeTable;
use wrc_base::{FileId, FxIndexSet, Span};
use wrc_diagnostics::Diagnostic;

/// A package as far as one of its targets is to be compiled.
#[derive(Debug)]
pub(crate) struct Package {
    pub name: String,
    pub version: String,
    pub edition: Edition,
    pub lib: Option<Target>,
    pub bins: Vec<Target>,
    pub default_run: Option<String>,
    /// Enabled features, `default` and what follows from it.
    pub features: Vec<String>,
    pub profile: Profile,
    /// `authors`, `description` and the like for `env!`.
    pub texts: Vec<(&'static str, String)>,
}

/// A crate of the package; the path is relative to the package's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    pub name: String,
    pub path: Utf8PathBuf,
}

/// Reads the manifest of the package in `dir`.
pub(crate) fn parse(
    text: &str,
    file: FileId,
    dir: &Utf8Path,
    release: bool,
) -> Result<Package, Diagnostic> {
    let tree = DeTable::parse(text).map_err(|problem| {
        let at = problem.span().unwrap_or(0..0);
        error(toml_walk::span(file, at), problem.message().to_owned())
    })?;
    let root = Table::root(tree.get_ref(), file);
    let Some(package) = root.table("package")? else {
        return Err(no_package(root, file));
    };
    let (name, name_span) = package
        .string("name")?
        .ok_or_else(|| error(Span::new(file, 0, 0), "`package.name` is missing"))?;
    refuse_dependencies(root)?;
    refuse_build_script(package, dir, file)?;
    let lib = lib_target(root, name, dir)?;
    let bins = bin_targets(root, package, name, dir)?;
    if lib.is_none() && bins.is_empty() {
        let message = format!("the package `{name}` has no target");
        return Err(Diagnostic::error("WRC5003", message)
            .primary(name_span, "")
            .with_help("create `src/main.rs` or `src/lib.rs`"));
    }
    Ok(Package {
        name: name.to_owned(),
        version: package
            .string("version")?
            .map_or("0.0.0", |(v, _)| v)
            .to_owned(),
        edition: edition(package)?,
        lib,
        bins,
        default_run: package
            .string("default-run")?
            .map(|(name, _)| name.to_owned()),
        features: features(root)?,
        profile: profile(root, release)?,
        texts: texts(package)?,
    })
}

fn no_package(root: Table<'_>, file: FileId) -> Diagnostic {
    let start = Span::new(file, 0, 0);
    if root.get("workspace").is_some() {
        return error(start, "this is a workspace without a package of its own")
            .with_help("name the folder of one of its packages");
    }
    error(start, "`[package]` is missing")
}

fn edition(package: Table<'_>) -> Result<Edition, Diagnostic> {
    // Without the key cargo takes the first edition.
    let Some((text, span)) = package.string("edition")? else {
        return Ok(Edition::Edition2015);
    };
    text.parse().map_err(|_| {
        Diagnostic::error("WRC5007", format!("unknown edition `{text}`"))
            .primary(span, "")
            .with_help("the editions are 2015, 2018, 2021 and 2024")
    })
}

/// Development dependencies are left out of programs, so they do not matter.
fn refuse_dependencies(root: Table<'_>) -> Result<(), Diagnostic> {
    let mut tables: Vec<Table<'_>> = root.table("dependencies")?.into_iter().collect();
    if let Some(targets) = root.table("target")? {
        for (name, _) in targets.keys() {
            if let Some(target) = targets.table(name)? {
                tables.extend(target.table("dependencies")?);
            }
        }
    }
    let first = tables.iter().find_map(|table| table.keys().next());
    let Some((name, span)) = first else {
        return Ok(());
    };
    Err(Diagnostic::error(
        "WRC5005",
        format!("the package depends on `{name}`, and dependencies are not supported yet"),
    )
    .primary(span, "")
    .with_help("put the needed code into the package as modules"))
}

fn refuse_build_script(package: Table<'_>, dir: &Utf8Path, file: FileId) -> Result<(), Diagnostic> {
    let message = "build scripts are not run";
    let at = match package.get("build") {
        Some(build) if build.value.as_bool() == Some(false) => return Ok(()),
        Some(build) => build.span,
        None if dir.join("build.rs").is_file() => Span::new(file, 0, 0),
        None => return Ok(()),
    };
    Err(Diagnostic::error("WRC5006", message)
        .primary(at, "")
        .with_help("commit the generated code and set `build = false`"))
}

fn lib_target(
    root: Table<'_>,
    package: &str,
    dir: &Utf8Path,
) -> Result<Option<Target>, Diagnostic> {
    let Some(lib) = root.table("lib")? else {
        let path = Utf8PathBuf::from("src/lib.rs");
        let exists = dir.join(&path).is_file();
        return Ok(exists.then(|| Target {
            name: package.to_owned(),
            path,
        }));
    };
    if let Some(value) = lib
        .get("proc-macro")
        .filter(|v| v.value.as_bool() == Some(true))
    {
        let message = "procedural macros are not supported";
        return Err(Diagnostic::error("WRC1005", message).primary(value.span, ""));
    }
    let name = lib.string("name")?.map_or(package, |(name, _)| name);
    let path = lib.string("path")?.map_or("src/lib.rs", |(path, _)| path);
    Ok(Some(Target {
        name: name.to_owned(),
        path: path.into(),
    }))
}

/// Targets of `[[bin]]`, then those found in the usual places.
fn bin_targets(
    root: Table<'_>,
    package: Table<'_>,
    package_name: &str,
    dir: &Utf8Path,
) -> Result<Vec<Target>, Diagnostic> {
    let found = found_bins(package_name, dir);
    let mut bins = Vec::new();
    for bin in root.tables("bin")? {
        let Some((name, span)) = bin.string("name")? else {
            let at = package.get("name").map_or(Span::default(), |v| v.span);
            return Err(error(at, "a `[[bin]]` lacks its `name`"));
        };
        let path = match bin.string("path")? {
            Some((path, _)) => path.into(),
            None => match found.iter().find(|target| target.name == name) {
                Some(target) => target.path.clone(),
                None => {
                    let message = format!("there is no file for the target `{name}`");
                    return Err(Diagnostic::error("WRC5003", message)
                        .primary(span, "")
                        .with_help(format!("create `src/bin/{name}.rs`, or give its `path`")));
                }
            },
        };
        bins.push(Target {
            name: name.to_owned(),
            path,
        });
    }
    if package.bool("autobins")? != Some(false) {
        for target in found {
            let is_known = bins
                .iter()
                .any(|b| b.path == target.path || b.name == target.name);
            if !is_known {
                bins.push(target);
            }
        }
    }
    Ok(bins)
}

/// `src/main.rs`, `src/bin/*.rs` and `src/bin/*/main.rs`.
fn found_bins(package: &str, dir: &Utf8Path) -> Vec<Target> {
    let mut bins = Vec::new();
    let main = Utf8PathBuf::from("src/main.rs");
    if dir.join(&main).is_file() {
        bins.push(Target {
            name: package.to_owned(),
            path: main,
        });
    }
    let mut more = Vec::new();
    let entries = dir.join("src/bin").read_dir_utf8();
    for entry in entries.into_iter().flatten().flatten() {
        let path = entry.path();
        let (Some(name), Some(stem)) = (path.file_name(), path.file_stem()) else {
            continue;
        };
        if path.is_file() && path.extension() == Some("rs") {
            more.push(Target {
                name: stem.to_owned(),
                path: format!("src/bin/{name}").into(),
            });
        } else if path.join("main.rs").is_file() {
            more.push(Target {
                name: name.to_owned(),
                path: format!("src/bin/{name}/main.rs").into(),
            });
        }
    }
    more.sort_by(|a, b| a.name.cmp(&b.name));
    bins.extend(more);
    bins
}

/// `default` and the features it enables, transitively.
fn features(root: Table<'_>) -> Result<Vec<String>, Diagnostic> {
    let Some(table) = root.table("features")? else {
        return Ok(Vec::new());
    };
    let mut enabled: FxIndexSet<&str> = FxIndexSet::default();
    if table.get("default").is_some() {
        enabled.insert("default");
    }
    let mut next = 0;
    while let Some(name) = enabled.get_index(next).copied() {
        next += 1;
        enabled.extend(
            table
                .strings(name)?
                .into_iter()
                .filter(|n| !n.contains([':', '/'])),
        );
    }
    Ok(enabled.into_iter().map(str::to_owned).collect())
}

fn profile(root: Table<'_>, release: bool) -> Result<Profile, Diagnostic> {
    let (name, mut profile) = match release {
        true => ("release", Profile::release()),
        false => ("dev", Profile::dev()),
    };
    let Some(profiles) = root.table("profile")? else {
        return Ok(profile);
    };
    let Some(table) = profiles.table(name)? else {
        return Ok(profile);
    };
    if let Some(on) = table.bool("debug-assertions")? {
        profile.debug_assertions = on;
        profile.overflow_checks = on;
    }
    if let Some(on) = table.bool("overflow-checks")? {
        profile.overflow_checks = on;
    }
    Ok(profile)
}

/// What cargo passes on as `CARGO_PKG_…`.
const TEXTS: &[(&str, &str)] = &[
    ("CARGO_PKG_DESCRIPTION", "description"),
    ("CARGO_PKG_HOMEPAGE", "homepage"),
    ("CARGO_PKG_REPOSITORY", "repository"),
    ("CARGO_PKG_LICENSE", "license"),
    ("CARGO_PKG_LICENSE_FILE", "license-file"),
    ("CARGO_PKG_RUST_VERSION", "rust-version"),
];

fn texts(package: Table<'_>) -> Result<Vec<(&'static str, String)>, Diagnostic> {
    let mut found = vec![("CARGO_PKG_AUTHORS", package.strings("authors")?.join(":"))];
    for (variable, key) in TEXTS {
        let value = package.string(key)?.map_or("", |(text, _)| text);
        found.push((variable, value.to_owned()));
    }
    Ok(found)
}
