//! What `wrc test` compiles: one target after the other.

use crate::cargo;
use crate::choose::{self, TargetChoice};
use crate::load::{LoadOptions, manifest_of};
use crate::metadata::{Metadata, Package, Target};
use anyhow::Result;
use camino::Utf8Path;
use wrc_diagnostics::Diagnostic;

/// A target with tests.
#[derive(Clone, Debug)]
pub struct TestTarget {
    /// What to load.
    pub options: LoadOptions,
    /// As cargo shows it: `unittests src/lib.rs`, `tests/it.rs`.
    pub shown: String,
    /// The options that choose it among the package's targets.
    pub flags: String,
}

/// The targets with tests of what the options name: the one that was chosen,
/// or library, programs and integration tests of each package.
///
/// # Errors
/// When there is no current directory.
pub fn test_targets(options: &LoadOptions) -> Result<Result<Vec<TestTarget>, Diagnostic>> {
    Ok(match manifest_of(options)? {
        Ok(Some(manifest)) => of_packages(&manifest, options),
        Ok(None) => Ok(vec![of_file(options)]),
        Err(error) => Err(error),
    })
}

fn of_file(options: &LoadOptions) -> TestTarget {
    let path = options.path.as_ref().map_or("", |path| path.as_str());
    TestTarget {
        options: with(options, None, options.target.clone()),
        shown: format!("unittests {path}"),
        flags: String::new(),
    }
}

fn of_packages(manifest: &Utf8Path, options: &LoadOptions) -> Result<Vec<TestTarget>, Diagnostic> {
    let metadata = cargo::metadata(manifest, &options.cargo)?;
    let mut targets = Vec::new();
    let packages = packages(&metadata, manifest, options)?;
    for package in &packages {
        for target in &package.targets {
            let Some(choice) = choice(target) else {
                continue;
            };
            let is_wanted = match &options.target {
                TargetChoice::Default => target.test && is_on(&metadata, package, target),
                wanted => *wanted == choice,
            };
            if is_wanted {
                targets.push(test_target(options, package, target, choice));
            }
        }
    }
    if targets.is_empty()
        && let [package] = packages[..]
        && options.target != TargetChoice::Default
    {
        choose::target(package, &[], &options.target)?;
    }
    Ok(targets)
}

fn packages<'a>(
    metadata: &'a Metadata,
    manifest: &Utf8Path,
    options: &LoadOptions,
) -> Result<Vec<&'a Package>, Diagnostic> {
    let is_default = |it: &&Package| metadata.workspace_default_members.contains(&it.id);
    let is_virtual = !metadata
        .packages
        .iter()
        .any(|it| it.manifest_path == manifest);
    if is_virtual && options.package.is_none() && options.target == TargetChoice::Default {
        return Ok(metadata.packages.iter().filter(is_default).collect());
    }
    let name = options.package.as_deref();
    Ok(vec![choose::package(
        metadata,
        manifest,
        name,
        &options.target,
    )?])
}

fn choice(target: &Target) -> Option<TargetChoice> {
    let name = || target.name.clone();
    Some(match target.kind.first()?.as_str() {
        "bin" => TargetChoice::Bin(name()),
        "example" => TargetChoice::Example(name()),
        "test" => TargetChoice::Test(name()),
        "custom-build" | "bench" | "proc-macro" => return None,
        _ => TargetChoice::Lib,
    })
}

/// Targets whose required features are off are left out, as cargo does.
fn is_on(metadata: &Metadata, package: &Package, target: &Target) -> bool {
    let features = metadata
        .node(&package.id)
        .map_or(&[][..], |node| &node.features);
    target
        .required_features
        .iter()
        .all(|it| features.contains(it))
}

fn test_target(
    options: &LoadOptions,
    package: &Package,
    target: &Target,
    choice: TargetChoice,
) -> TestTarget {
    let path = target
        .src_path
        .strip_prefix(package.dir())
        .unwrap_or(&target.src_path);
    let shown = match &choice {
        TargetChoice::Test(_) => path.to_string(),
        _ => format!("unittests {path}"),
    };
    let flags = match &choice {
        TargetChoice::Lib | TargetChoice::Default => "--lib".to_owned(),
        TargetChoice::Bin(name) | TargetChoice::Example(name) | TargetChoice::Test(name) => {
            format!("--{} {name}", choice.kind())
        }
    };
    TestTarget {
        options: with(options, Some(package.name.clone()), choice),
        shown,
        flags,
    }
}

fn with(options: &LoadOptions, package: Option<String>, target: TargetChoice) -> LoadOptions {
    LoadOptions {
        package,
        target,
        test: true,
        ..options.clone()
    }
}
