//! Packages: cargo compiles them, into a folder of its own.

use crate::{
    Compiled, Failure, Goal, LIBRARIES, PROGRAMS, Package, Profile, Target, TargetKind, Toolchain,
    message, process,
};
use std::process::Command;

/// Compiles the target of the package.
///
/// # Errors
/// When the tools fail other than by an error of the program.
pub fn compile(
    toolchain: &Toolchain,
    package: &Package,
    profile: Profile<'_>,
) -> Result<Compiled, Failure> {
    let is_test = profile.goal == Goal::Test;
    let chosen = package.target.as_ref().filter(|_| !is_test);
    let is_library = chosen.is_some_and(|target| target.kind == TargetKind::Lib);
    let target = match (profile.target, is_library) {
        (Some(target), _) => target,
        (None, true) => LIBRARIES,
        (None, false) => PROGRAMS,
    };
    toolchain.require(target)?;

    let wrc = package.target_directory.join("wrc");
    let mut command = toolchain.cargo();
    subcommand(&mut command, package.target.as_ref(), profile.goal);
    command.args(["--message-format=json", "--target", target]);
    command.arg("--manifest-path").arg(&package.manifest);
    command.arg("--target-dir").arg(wrc.join("own"));
    command.args(["--package", &package.name]);
    command.args(&package.flags);
    let name = if profile.release {
        command.arg("--release");
        "release"
    } else {
        "dev"
    };
    let debug = if profile.debug_info { "true" } else { "false" };
    command.arg(format!("--config=profile.{name}.debug={debug}"));
    if is_library && profile.goal == Goal::Build {
        command.args(["--crate-type", "cdylib"]);
    }
    let output = process::run(&mut command, "cargo")?;
    let (messages, built) = message::of_cargo(&output.stdout);
    let name = chosen.map_or(&package.name, |target| &target.name);
    let compiled = Compiled {
        messages,
        base: package.workspace_root.clone(),
        output_dir: Some(wrc),
        name: name.clone(),
        is_library,
        built: built
            .into_iter()
            .filter(|built| chosen.is_none() || built.name == *name)
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
fn subcommand(command: &mut Command, target: Option<&Target>, goal: Goal) {
    let is_library = target.is_some_and(|target| target.kind == TargetKind::Lib);
    command.arg(match (goal, is_library) {
        (Goal::Check, _) => "check",
        (Goal::Build, true) => "rustc",
        (Goal::Build, false) => "build",
        (Goal::Test, _) => "test",
    });
    if goal == Goal::Test {
        command.arg("--no-run");
    }
    let Some(Target { kind, name }) = target else {
        return;
    };
    match kind {
        TargetKind::Lib => command.arg("--lib"),
        TargetKind::Bin => command.args(["--bin", name]),
        TargetKind::Example => command.args(["--example", name]),
        TargetKind::Test => command.args(["--test", name]),
    };
}
