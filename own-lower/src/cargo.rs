//! Packages: cargo compiles them, into a folder of its own.

use crate::{
    Compiled, Failure, Goal, LIBRARIES, PROGRAMS, Profile, Selection, Toolchain, message, process,
    workspace::{self, Chosen},
};
use camino::Utf8Path;
use std::process::Command;

/// Compiles the chosen target of the package with this manifest.
///
/// # Errors
/// When there is no such target, or the tools fail other than by an error of
/// the program.
pub fn compile(
    toolchain: &Toolchain,
    manifest: &Utf8Path,
    selection: &Selection,
    profile: Profile<'_>,
) -> Result<Compiled, Failure> {
    let metadata = workspace::metadata(toolchain, manifest, &selection.flags)?;
    let package = metadata.package(manifest, selection.package.as_deref())?;
    let chosen = match profile.goal {
        Goal::Test => None,
        Goal::Check | Goal::Build => Some(package.choose(selection)?),
    };
    let is_library = matches!(chosen, Some(Chosen::Lib(_)));
    let target = match (profile.target, is_library) {
        (Some(target), _) => target,
        (None, true) => LIBRARIES,
        (None, false) => PROGRAMS,
    };
    toolchain.require(target)?;

    let wrc = Utf8Path::new(&metadata.target_directory).join("wrc");
    let mut command = toolchain.cargo();
    subcommand(&mut command, chosen, selection, profile.goal);
    command.args(["--message-format=json", "--target", target]);
    command.arg("--manifest-path").arg(manifest);
    command.arg("--target-dir").arg(wrc.join("own"));
    command.args(["--package", &package.name]);
    command.args(&selection.flags);
    let name = if profile.release {
        command.arg("--release");
        "release"
    } else {
        "dev"
    };
    let debug = if profile.debug_info { "true" } else { "false" };
    command.arg(format!("--config=profile.{name}.debug={debug}"));
    if chosen.is_some_and(|chosen| matches!(chosen, Chosen::Lib(_))) && profile.goal == Goal::Build
    {
        command.args(["--crate-type", "cdylib"]);
    }
    let output = process::run(&mut command, "cargo")?;
    let (messages, built) = message::of_cargo(&output.stdout);
    let name = match chosen {
        Some(Chosen::Bin(name) | Chosen::Example(name) | Chosen::Lib(name)) => name,
        None => &package.name,
    };
    let compiled = Compiled {
        messages,
        base: metadata.workspace_root.clone().into(),
        output_dir: Some(wrc),
        name: name.to_owned(),
        is_library,
        built: built
            .into_iter()
            .filter(|built| chosen.is_none() || built.name == name)
            .collect(),
    };
    if !output.success && !compiled.has_errors() {
        return Err(Failure::Tool {
            tool: "cargo",
            output: output.stderr,
        });
    }
    Ok(compiled)
}

/// `cargo rustc` where the kind of library is chosen, else what the goal says.
fn subcommand(
    command: &mut Command,
    chosen: Option<Chosen<'_>>,
    selection: &Selection,
    goal: Goal,
) {
    let name = match (goal, chosen) {
        (Goal::Check, _) => "check",
        (Goal::Build, Some(Chosen::Lib(_))) => "rustc",
        (Goal::Build, _) => "build",
        (Goal::Test, _) => "test",
    };
    command.arg(name);
    match chosen {
        Some(Chosen::Bin(name)) => command.args(["--bin", name]),
        Some(Chosen::Example(name)) => command.args(["--example", name]),
        Some(Chosen::Lib(_)) => command.arg("--lib"),
        None => command.arg("--no-run"),
    };
    if goal != Goal::Test {
        return;
    }
    if selection.lib {
        command.arg("--lib");
    }
    let named = [
        ("--bin", &selection.bin),
        ("--example", &selection.example),
        ("--test", &selection.test),
    ];
    for (option, name) in named {
        if let Some(name) = name {
            command.args([option, name]);
        }
    }
}
