//! Native programs of packages: build scripts and procedural macros.
//!
//! cargo compiles and runs them, as for a build with rustc. Everything else
//! that it would have rustc check is skipped by a stand-in for rustc: the
//! compiler itself, which [`rustc_wrapper`] recognises as being called so.

use crate::cargo::{self, CargoOptions, TARGET};
use crate::load::LoadOptions;
use crate::metadata::{Metadata, Package};
use camino::{Utf8Path, Utf8PathBuf};
use serde::Deserialize;
use std::ffi::OsString;
use std::process::{Command, ExitCode};
use wrc_base::FxHashMap;
use wrc_diagnostics::Diagnostic;

/// What the build scripts said and which macros were built, by package.
#[derive(Debug, Default)]
pub(crate) struct HostPrograms {
    pub scripts: FxHashMap<String, Script>,
    pub macros: FxHashMap<String, Utf8PathBuf>,
}

/// What a build script said.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Script {
    /// As in `--cfg`: `name` or `name="value"`.
    cfgs: Vec<String>,
    /// For `env!`.
    pub env: Vec<(String, String)>,
    /// Where it wrote files.
    pub out_dir: String,
}

/// A line of `cargo check --message-format=json`.
#[derive(Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
enum Message {
    BuildScriptExecuted {
        package_id: String,
        #[serde(flatten)]
        script: Script,
    },
    CompilerArtifact {
        package_id: String,
        target: ArtifactTarget,
        filenames: Vec<String>,
    },
    #[serde(rename = "compiler-message")]
    Complaint { message: Complaint },
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct ArtifactTarget {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Complaint {
    level: String,
    rendered: Option<String>,
}

/// Tells the stand-in that it is one.
const VARIABLE: &str = "WRC_STANDS_IN_FOR_RUSTC";

impl Script {
    /// Keys and values for `cfg(…)`.
    pub(crate) fn cfgs(&self) -> impl Iterator<Item = (String, Option<String>)> {
        self.cfgs.iter().map(|cfg| match cfg.split_once('=') {
            Some((key, value)) => (key.to_owned(), Some(value.trim_matches('"').to_owned())),
            None => (cfg.clone(), None),
        })
    }
}

/// Has cargo build and run what the target of the package needs.
pub(crate) fn run(
    metadata: &Metadata,
    package: &Package,
    dev: bool,
    options: &LoadOptions,
    stand_in: &Utf8Path,
) -> Result<HostPrograms, Diagnostic> {
    let mut command = cargo::command("check", &package.manifest_path, &options.cargo);
    let manifest = metadata.workspace_root.join("Cargo.toml");
    if package.source.is_some() {
        // A dependency is built as part of its user's workspace.
        command = cargo::command("check", &manifest, &CargoOptions::default());
    }
    command.args(["--message-format=json", "--target", TARGET]);
    command.args(["--package", &package.id]);
    if dev {
        command.arg("--all-targets");
    }
    if options.release {
        command.arg("--release");
    }
    let target_dir = metadata.target_directory.join("wrc").join("host");
    command.arg("--target-dir").arg(target_dir);
    command.env("RUSTC_WRAPPER", stand_in).env(VARIABLE, "1");
    let output = cargo::finished(&mut command)?;
    let mut found = HostPrograms::default();
    let mut errors = String::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        if let Ok(message) = serde_json::from_str(line) {
            found.take(message, &mut errors);
        }
    }
    if output.status.success() {
        return Ok(found);
    }
    errors.push_str(&String::from_utf8_lossy(&output.stderr));
    Err(Diagnostic::error(
        "WRC5013",
        "the packages' native programs cannot be built or run",
    )
    .with_note(errors.trim().to_owned()))
}

impl HostPrograms {
    fn take(&mut self, message: Message, errors: &mut String) {
        match message {
            Message::BuildScriptExecuted { package_id, script } => {
                self.scripts.insert(package_id, script);
            }
            Message::CompilerArtifact {
                package_id,
                target,
                filenames,
            } if target.kind.iter().any(|kind| kind == "proc-macro") => {
                let library = filenames.into_iter().find(|name| {
                    let extension = Utf8Path::new(name).extension();
                    extension.is_some_and(|it| it == std::env::consts::DLL_EXTENSION)
                });
                let library = library.map(|name| (package_id, Utf8PathBuf::from(name)));
                self.macros.extend(library);
            }
            Message::Complaint { message } if message.level == "error" => {
                errors.push_str(&message.rendered.unwrap_or_default());
            }
            Message::CompilerArtifact { .. } | Message::Complaint { .. } | Message::Other => {}
        }
    }
}

/// When this process stands in for rustc: does what rustc would, unless it is
/// to check a crate for the target, which is our own business.
pub fn rustc_wrapper() -> Option<ExitCode> {
    std::env::var_os(VARIABLE)?;
    let mut args = std::env::args_os().skip(1);
    let rustc = args.next()?;
    let args: Vec<OsString> = args.collect();
    // Build scripts may ask rustc what it can do.
    let by_script = std::env::var_os("CARGO_CFG_TARGET_ARCH").is_some();
    if !by_script && is_check(&args) {
        return Some(ExitCode::SUCCESS);
    }
    let status = Command::new(rustc).args(args).status();
    let code = status.ok().and_then(|status| status.code()).unwrap_or(1);
    Some(ExitCode::from(u8::try_from(code).unwrap_or(1)))
}

/// Is nothing made that a program on the host needs?
fn is_check(args: &[OsString]) -> bool {
    let emit = args
        .iter()
        .filter_map(|arg| arg.to_str()?.strip_prefix("--emit="));
    let emit: Vec<&str> = emit.flat_map(|kinds| kinds.split(',')).collect();
    emit.contains(&"metadata") && !emit.contains(&"link")
}

#[cfg(test)]
mod tests {
    use super::{HostPrograms, is_check};

    #[test]
    fn messages_are_understood() {
        let lines = [
            r#"{"reason":"build-script-executed","package_id":"p","linked_libs":[],
                "linked_paths":[],"cfgs":["a","b=\"c\""],"env":[["K","V"]],"out_dir":"/o"}"#,
            r#"{"reason":"compiler-artifact","package_id":"m","target":{"kind":["proc-macro"]},
                "filenames":["/m.rlib","/libm.so","/libm.dylib","/m.dll"]}"#,
            r#"{"reason":"build-finished","success":true}"#,
        ];
        let mut found = HostPrograms::default();
        for line in lines {
            found.take(
                serde_json::from_str(line).expect("a message"),
                &mut String::new(),
            );
        }
        let script = &found.scripts["p"];
        let cfgs: Vec<_> = script.cfgs().collect();
        assert_eq!(cfgs[0], ("a".to_owned(), None));
        assert_eq!(cfgs[1], ("b".to_owned(), Some("c".to_owned())));
        assert_eq!(
            (script.env[0].1.as_str(), script.out_dir.as_str()),
            ("V", "/o")
        );
        assert!(found.macros["m"].file_name() != Some("m.rlib"));
    }

    #[test]
    fn only_checks_are_skipped() {
        let args = |emit: &str| ["--crate-name", "x", emit].map(Into::into);
        assert!(is_check(&args("--emit=dep-info,metadata")));
        assert!(!is_check(&args("--emit=dep-info,metadata,link")));
        assert!(!is_check(&args("--print=cfg")));
    }
}
