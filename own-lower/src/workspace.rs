//! What cargo knows about the package.

use crate::{Failure, Selection, Toolchain, process};
use camino::Utf8Path;
use serde::Deserialize;

/// The answer of `cargo metadata --no-deps`.
#[derive(Debug, Deserialize)]
pub(crate) struct Metadata {
    packages: Vec<Package>,
    workspace_default_members: Vec<String>,
    pub workspace_root: String,
    pub target_directory: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Package {
    pub name: String,
    id: String,
    manifest_path: String,
    default_run: Option<String>,
    pub targets: Vec<Target>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Target {
    kind: Vec<String>,
    pub name: String,
}

/// A target of a package.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Chosen<'a> {
    Bin(&'a str),
    Example(&'a str),
    Lib(&'a str),
}

impl Target {
    fn is(&self, kind: &str) -> bool {
        self.kind.iter().any(|own| own == kind)
    }

    /// A library that is not a procedural macro.
    fn is_lib(&self) -> bool {
        ["lib", "rlib", "cdylib", "dylib", "staticlib"]
            .iter()
            .any(|kind| self.is(kind))
    }
}

/// Asks cargo about the workspace of a manifest.
pub(crate) fn metadata(
    toolchain: &Toolchain,
    manifest: &Utf8Path,
    flags: &[String],
) -> Result<Metadata, Failure> {
    let mut command = toolchain.cargo();
    command.args(["metadata", "--no-deps", "--format-version=1"]);
    command.arg("--manifest-path").arg(manifest);
    let shared = |flag: &&String| ["--locked", "--offline"].contains(&flag.as_str());
    command.args(flags.iter().filter(shared));
    let output = process::run(&mut command, "cargo")?;
    let failure = |output| Failure::Tool {
        tool: "cargo",
        output,
    };
    if !output.success {
        return Err(failure(output.stderr));
    }
    serde_json::from_str(&output.stdout).map_err(|error| failure(error.to_string()))
}

impl Metadata {
    /// The package that is meant: by name, that of the manifest, or the only
    /// default one.
    pub fn package(&self, manifest: &Utf8Path, name: Option<&str>) -> Result<&Package, Failure> {
        let candidates = || self.packages.iter().map(|p| p.name.clone()).collect();
        if let Some(name) = name {
            let found = self.packages.iter().find(|package| package.name == name);
            return found.ok_or_else(|| Failure::Choice {
                message: format!("there is no package `{name}`"),
                candidates: candidates(),
            });
        }
        let full = camino::absolute_utf8(manifest).unwrap_or_else(|_| manifest.to_owned());
        let full = full.canonicalize_utf8().unwrap_or(full);
        let by_path = (self.packages.iter()).find(|package| package.manifest_path == full.as_str());
        let mut default = (self.packages.iter())
            .filter(|package| self.workspace_default_members.contains(&package.id));
        let only = default.next().filter(|_| default.next().is_none());
        by_path.or(only).ok_or_else(|| Failure::Choice {
            message: "the workspace has several packages".to_owned(),
            candidates: candidates(),
        })
    }
}

impl Package {
    /// The target that is meant: the chosen one, the only program, or the
    /// library of a package without programs.
    pub fn choose<'a>(&'a self, selection: &'a Selection) -> Result<Chosen<'a>, Failure> {
        let named = |kind: &'static str| {
            let targets = self.targets.iter().filter(move |target| target.is(kind));
            targets.map(|target| target.name.as_str())
        };
        let choice = |message: String, candidates: Vec<&str>| Failure::Choice {
            message,
            candidates: candidates.into_iter().map(str::to_owned).collect(),
        };
        let lib = (self.targets.iter()).find(|target| target.is_lib());
        let lib = lib.map(|target| Chosen::Lib(&target.name));
        if selection.lib {
            return lib.ok_or_else(|| choice("the package has no library".into(), Vec::new()));
        }
        if let Some(name) = &selection.example {
            let found = named("example").find(|example| example == name);
            return found.map(Chosen::Example).ok_or_else(|| {
                let message = format!("there is no example `{name}`");
                choice(message, named("example").collect())
            });
        }
        if let Some(name) = selection.bin.as_ref().or(self.default_run.as_ref()) {
            let found = named("bin").find(|bin| bin == name);
            return found.map(Chosen::Bin).ok_or_else(|| {
                let message = format!("there is no program `{name}`");
                choice(message, named("bin").collect())
            });
        }
        let mut bins = named("bin");
        match (bins.next(), bins.next()) {
            (Some(only), None) => Ok(Chosen::Bin(only)),
            (Some(_), Some(_)) => Err(choice(
                "the package has several programs".into(),
                named("bin").collect(),
            )),
            (None, _) => lib.ok_or_else(|| choice("the package has no target".into(), Vec::new())),
        }
    }
}
