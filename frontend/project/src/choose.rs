//! Which target of which package is to be compiled.

use crate::cargo;
use crate::load::{LoadOptions, manifest_of};
use crate::metadata::{Metadata, Package, Target};
use camino::{Utf8Path, Utf8PathBuf};
use wrc_diagnostics::Diagnostic;

/// What the command line says about the target.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TargetChoice {
    /// The only program, or the library when there is none.
    #[default]
    Default,
    Lib,
    Bin(String),
    Example(String),
    /// An integration test.
    Test(String),
}

impl TargetChoice {
    /// The word on the command line, and in `cargo metadata`.
    pub fn kind(&self) -> &'static str {
        match self {
            TargetChoice::Default | TargetChoice::Lib => "lib",
            TargetChoice::Bin(_) => "bin",
            TargetChoice::Example(_) => "example",
            TargetChoice::Test(_) => "test",
        }
    }
}

/// A package and one of its targets.
#[derive(Clone, Debug)]
pub struct Chosen {
    pub package: String,
    pub manifest: Utf8PathBuf,
    pub workspace_root: Utf8PathBuf,
    pub target_directory: Utf8PathBuf,
    /// With its name also where the options leave it open.
    pub target: TargetChoice,
    /// The target's name.
    pub name: String,
}

/// What the options name, without looking at dependencies and features; `None`
/// for a file. For whom cargo compiles.
///
/// # Errors
/// When there is no current directory.
pub fn chosen(options: &LoadOptions) -> anyhow::Result<Result<Option<Chosen>, Diagnostic>> {
    Ok(match manifest_of(options)? {
        Ok(Some(manifest)) => of_manifest(manifest, options).map(Some),
        Ok(None) => Ok(None),
        Err(error) => Err(error),
    })
}

fn of_manifest(manifest: Utf8PathBuf, options: &LoadOptions) -> Result<Chosen, Diagnostic> {
    let metadata = cargo::members(&manifest, &options.cargo)?;
    let name = options.package.as_deref();
    let package = package(&metadata, &manifest, name, &options.target)?;
    // Whether features are on is for cargo to say.
    let targets = package.targets.iter();
    let features = targets.flat_map(|it| it.required_features.iter().cloned());
    let features: Vec<String> = features.collect();
    let target = target(package, &features, &options.target)?;
    let is_bin = target.is("bin");
    Ok(Chosen {
        package: package.name.clone(),
        name: target.name.clone(),
        target: match &options.target {
            TargetChoice::Default if is_bin => TargetChoice::Bin(target.name.clone()),
            TargetChoice::Default => TargetChoice::Lib,
            chosen => chosen.clone(),
        },
        workspace_root: metadata.workspace_root.clone(),
        target_directory: metadata.target_directory.clone(),
        manifest,
    })
}

/// The package: the one named, the manifest's own, or the only one that has
/// what is wanted.
pub(crate) fn package<'a>(
    metadata: &'a Metadata,
    manifest: &Utf8Path,
    name: Option<&str>,
    choice: &TargetChoice,
) -> Result<&'a Package, Diagnostic> {
    let packages = metadata.packages.iter();
    if let Some(name) = name {
        // A dependency may be named too, as for cargo.
        let is_member = |it: &&Package| metadata.workspace_members.contains(&it.id);
        let mut found = packages.clone().filter(|it| it.name == name);
        return found
            .clone()
            .find(is_member)
            .or_else(|| found.next())
            .ok_or_else(|| {
                Diagnostic::error("WRC5003", format!("there is no package `{name}`"))
                    .with_note(format!("the workspace has {}", members(metadata)))
            });
    }
    if let Some(own) = packages.clone().find(|it| it.manifest_path == manifest) {
        return Ok(own);
    }
    let defaults: Vec<&Package> = packages
        .filter(|it| metadata.workspace_default_members.contains(&it.id))
        .collect();
    let fits = |package: &&Package| match choice {
        TargetChoice::Default => package.targets_of("bin").next().is_some(),
        TargetChoice::Lib => package.lib().is_some(),
        TargetChoice::Bin(name) | TargetChoice::Example(name) | TargetChoice::Test(name) => {
            package.targets_of(choice.kind()).any(|it| it.name == *name)
        }
    };
    let fitting: Vec<&Package> = defaults.iter().copied().filter(fits).collect();
    match (fitting.as_slice(), defaults.as_slice()) {
        ([only], _) | ([], [only]) => Ok(only),
        _ => Err(
            Diagnostic::error("WRC5003", "the workspace has several packages")
                .with_note(format!("it has {}", members(metadata)))
                .with_help("choose one with `-p NAME`"),
        ),
    }
}

fn members(metadata: &Metadata) -> String {
    let members = metadata.packages.iter();
    let members = members.filter(|it| metadata.workspace_members.contains(&it.id));
    quoted(members.map(|it| it.name.as_str()))
}

/// The target, among those whose required features are on.
pub(crate) fn target<'a>(
    package: &'a Package,
    features: &[String],
    choice: &TargetChoice,
) -> Result<&'a Target, Diagnostic> {
    let is_on = |target: &&Target| {
        target
            .required_features
            .iter()
            .all(|it| features.contains(it))
    };
    let (kind, name) = match choice {
        TargetChoice::Default => return default_target(package, is_on),
        TargetChoice::Lib => {
            return package.lib().ok_or_else(|| {
                let message = format!("the package `{}` has no library", package.name);
                Diagnostic::error("WRC5003", message)
            });
        }
        TargetChoice::Bin(name) => ("program", name),
        TargetChoice::Example(name) => ("example", name),
        TargetChoice::Test(name) => ("test", name),
    };
    let Some(target) = package
        .targets_of(choice.kind())
        .find(|it| it.name == *name)
    else {
        let message = format!("the package `{}` has no {kind} `{name}`", package.name);
        let error = Diagnostic::error("WRC5003", message);
        let names = quoted(package.targets_of(choice.kind()).map(|it| it.name.as_str()));
        return Err(match names.as_str() {
            "" => error,
            names => error.with_note(format!("it has {names}")),
        });
    };
    if is_on(&target) {
        return Ok(target);
    }
    let needed = target.required_features.join(",");
    let message = format!("the {kind} `{name}` requires the features `{needed}`");
    Err(Diagnostic::error("WRC5003", message).with_help(format!("pass `--features {needed}`")))
}

fn default_target(
    package: &Package,
    is_on: impl Fn(&&Target) -> bool,
) -> Result<&Target, Diagnostic> {
    if let Some(name) = &package.default_run
        && let Some(target) = package.targets_of("bin").find(|it| it.name == *name)
    {
        return Ok(target);
    }
    let bins: Vec<&Target> = package.targets_of("bin").filter(is_on).collect();
    match (bins.as_slice(), package.lib()) {
        ([only], _) => Ok(only),
        ([], Some(lib)) => Ok(lib),
        ([], None) => {
            let message = format!("the package `{}` has no target", package.name);
            Err(Diagnostic::error("WRC5003", message)
                .with_help("create `src/main.rs` or `src/lib.rs`"))
        }
        (several, _) => Err(
            Diagnostic::error("WRC5003", "the package has several programs")
                .with_note(format!(
                    "it has {}",
                    quoted(several.iter().map(|it| it.name.as_str()))
                ))
                .with_help("choose one with `--bin NAME`"),
        ),
    }
}

fn quoted<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(|it| format!("`{it}`")).collect();
    names.join(", ")
}
