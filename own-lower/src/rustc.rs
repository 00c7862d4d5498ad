//! Single files: rustc compiles them, without cargo.

use crate::{
    Built, Compiled, Failure, Goal, LIBRARIES, PROGRAMS, Profile, Toolchain, message, process,
};
use camino::Utf8Path;
use std::fs;

/// A file to compile.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    pub path: &'a Utf8Path,
    pub edition: &'a str,
    pub is_library: bool,
}

/// Compiles a file; the module is written into the folder.
///
/// # Errors
/// When the target's standard library is missing, or rustc fails other than by
/// an error of the program.
pub fn compile(
    toolchain: &Toolchain,
    file: File<'_>,
    profile: Profile<'_>,
    folder: &Utf8Path,
) -> Result<Compiled, Failure> {
    let target = match (profile.target, file.is_library) {
        (Some(target), _) => target,
        (None, true) => LIBRARIES,
        (None, false) => PROGRAMS,
    };
    toolchain.require(target)?;
    fs::create_dir_all(folder).map_err(|error| Failure::Tool {
        tool: "rustc",
        output: format!("cannot create the folder `{folder}`: {error}"),
    })?;
    let name = file.path.file_stem().unwrap_or_default();
    let path = folder.join(name).with_extension("wasm");
    let mut command = toolchain.command();
    command
        .arg(file.path)
        .args(["--crate-name", &name.replace(['-', '.'], "_")])
        .args(["--edition", file.edition])
        .args(["--target", target])
        .args(["--error-format=json", "-Cembed-bitcode=no"]);
    match profile.goal {
        Goal::Check => {
            command.arg("--emit=metadata").arg("--out-dir").arg(folder);
        }
        Goal::Build | Goal::Test => {
            command.arg("--emit=link").arg("-o").arg(&path);
        }
    }
    if profile.goal == Goal::Test {
        command.arg("--test");
    } else if file.is_library {
        command.arg("--crate-type=cdylib");
    }
    if profile.release {
        command.arg("-Copt-level=3");
    }
    match profile.debug_info {
        true => command.arg("-Cdebuginfo=2"),
        false => command.arg("-Cstrip=debuginfo"),
    };
    let output = process::run(&mut command, "rustc")?;
    let compiled = Compiled {
        messages: message::of_rustc(&output.stderr),
        base: ".".into(),
        output_dir: None,
        name: name.to_owned(),
        is_library: file.is_library,
        built: vec![Built {
            name: name.to_owned(),
            path,
        }],
    };
    if !output.success && !compiled.has_errors() {
        return Err(Failure::Tool {
            tool: "rustc",
            output: output.stderr,
        });
    }
    Ok(compiled)
}
