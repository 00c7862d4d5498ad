//! Asking cargo: which packages there are, and with which features.
//!
//! `cargo metadata` knows packages, targets and edges. Its features are those
//! of all uses together, development included; which are on in this build is
//! what `cargo tree` shows.

use crate::metadata::Metadata;
use camino::Utf8Path;
use std::process::{Command, Output};
use wrc_base::FxHashMap;
use wrc_diagnostics::Diagnostic;

/// What is passed on to cargo.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CargoOptions {
    pub features: Vec<String>,
    pub all_features: bool,
    pub no_default_features: bool,
    pub locked: bool,
    pub offline: bool,
}

/// The target that dependencies under `[target.'cfg(…)']` are chosen for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// A build with rustc for this target, seen by cargo, has these flags.
const FLAGS: (&str, &str) = (
    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
    "--cfg=wasm_gc -Cpanic=abort",
);

impl CargoOptions {
    /// As cargo's command line has them.
    pub fn flags(&self) -> Vec<String> {
        let mut flags = Vec::new();
        if !self.features.is_empty() {
            flags.push(format!("--features={}", self.features.join(",")));
        }
        let switches = [
            (self.all_features, "--all-features"),
            (self.no_default_features, "--no-default-features"),
            (self.locked, "--locked"),
            (self.offline, "--offline"),
        ];
        flags.extend(switches.iter().filter(|it| it.0).map(|it| it.1.to_owned()));
        flags
    }
}

/// The whole graph around a manifest.
pub(crate) fn metadata(
    manifest: &Utf8Path,
    options: &CargoOptions,
) -> Result<Metadata, Diagnostic> {
    let mut command = command("metadata", manifest, options);
    command.args(["--format-version=1", "--filter-platform", TARGET]);
    read(command)
}

/// The workspace's own packages, without what they depend on.
pub(crate) fn members(manifest: &Utf8Path, options: &CargoOptions) -> Result<Metadata, Diagnostic> {
    let mut command = command("metadata", manifest, options);
    command.args(["--format-version=1", "--no-deps"]);
    read(command)
}

fn read(command: Command) -> Result<Metadata, Diagnostic> {
    let text = output(command)?;
    serde_json::from_str(&text).map_err(|error| {
        Diagnostic::error(
            "WRC5004",
            "the answer of `cargo metadata` is not understood",
        )
        .with_note(error.to_string())
    })
}

/// The features of the packages that are built, by name and version.
pub(crate) type Features = FxHashMap<(String, String), Vec<String>>;

/// What is built for a package: its features and its dependencies', without
/// what procedural macros are built from.
pub(crate) fn features(
    manifest: &Utf8Path,
    package: &str,
    dev: bool,
    options: &CargoOptions,
) -> Result<Features, Diagnostic> {
    let mut command = command("tree", manifest, options);
    let edges = match dev {
        true => "--edges=normal,dev",
        false => "--edges=normal",
    };
    command.args([edges, "--target", TARGET, "--package", package]);
    command.args(["--prefix=depth", "--format=\t{p}\t{f}"]);
    Ok(tree(&output(command)?))
}

fn tree(text: &str) -> Features {
    let mut features = Features::default();
    // Below a procedural macro of this depth all is for the host.
    let mut host = usize::MAX;
    for line in text.lines() {
        let Some((depth, package, on)) = tree_line(line) else {
            continue;
        };
        if depth <= host {
            let is_macro = line.contains(" (proc-macro)");
            host = if is_macro { depth } else { usize::MAX };
            features.insert(package, on);
        }
    }
    features
}

/// Depth, `name v1.2.3 (path or other remark)` and the features.
fn tree_line(line: &str) -> Option<(usize, (String, String), Vec<String>)> {
    let (depth, rest) = line.split_once('\t')?;
    let (package, features) = rest.split_once('\t')?;
    let mut words = package.split(' ');
    let name = words.next()?.to_owned();
    let version = words.next()?.strip_prefix('v')?.to_owned();
    // `(*)` marks what was shown before.
    let features = features.trim_end_matches("(*)").trim_end().split(',');
    let features = features.filter(|it| !it.is_empty()).map(str::to_owned);
    Some((depth.parse().ok()?, (name, version), features.collect()))
}

pub(crate) fn command(subcommand: &str, manifest: &Utf8Path, options: &CargoOptions) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args([subcommand, "--color=never", "--manifest-path"]);
    command.arg(manifest).args(options.flags());
    command.env(FLAGS.0, FLAGS.1);
    // cargo finds its configuration from the current folder.
    if let Some(dir) = manifest.parent().filter(|dir| dir.is_dir()) {
        command.current_dir(dir);
    }
    command
}

/// Runs to the end.
pub(crate) fn finished(command: &mut Command) -> Result<Output, Diagnostic> {
    command.output().map_err(|error| {
        Diagnostic::error("WRC5011", "cannot start `cargo`")
            .with_note(error.to_string())
            .with_help("packages are read with cargo; it is looked for in `PATH` and in `$CARGO`")
    })
}

fn output(mut command: Command) -> Result<String, Diagnostic> {
    let output = finished(&mut command)?;
    if output.status.success() {
        return String::from_utf8(output.stdout)
            .map_err(|_| Diagnostic::error("WRC5011", "the answer of `cargo` is not UTF-8"));
    }
    Err(failure(&String::from_utf8_lossy(&output.stderr)))
}

/// cargo's own words: what it calls an error, and the rest as notes.
fn failure(stderr: &str) -> Diagnostic {
    let (_, text) = stderr.split_once("error: ").unwrap_or(("", stderr));
    let (message, rest) = text.split_once('\n').unwrap_or((text, ""));
    let error = Diagnostic::error("WRC5004", message.trim().to_owned());
    match rest.trim() {
        "" => error,
        rest => error.with_note(rest.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::tree;

    #[test]
    fn features_of_the_tree() {
        let text = "0\ta v1.0.0 (/some/path)\tdefault,x\n\
            1\tb-c v1.0.0-rc.1\t\n\
            1\tm v2.0.0 (proc-macro)\tm\n\
            2\td v1.0.0\thost\n\
            1\td v1.0.0\tstd (*)\n";
        let found = tree(text);
        let mut lines: Vec<String> = found
            .iter()
            .map(|((name, version), on)| format!("{name} {version} {}", on.join("+")))
            .collect();
        lines.sort();
        assert_eq!(
            lines,
            [
                "a 1.0.0 default+x",
                "b-c 1.0.0-rc.1 ",
                "d 1.0.0 std",
                "m 2.0.0 m"
            ]
        );
    }
}
