//! Crates of crates.io, unmodified: which compile, and which pass their own
//! tests.
//!
//! `tests/crates/compile.tsv` and `tests/crates/own-tests.tsv` hold names,
//! versions and what came of them; the command writes the results into them.
//! A crate compiles when none of its bodies has an error, and all of its
//! functions without generic parameters become code, with what they call.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    process::{Command, ExitStatus},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use xshell::{Shell, cmd};

/// What is asked of the crates of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Question {
    Compile,
    OwnTests,
}

/// One line of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Row {
    name: String,
    version: String,
    /// Empty before the first measurement.
    result: String,
    reason: String,
}

/// The answer of `cargo metadata`, as far as it is used.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    manifest_path: PathBuf,
}

const HEADER: &str = "crate\tversion\tresult\treason";
const YES: &str = "yes";
const NO: &str = "no";

/// A crate that takes longer is given up.
const LIMIT: Duration = Duration::from_secs(300);

/// Measures the crates whose names contain the filter. Fails when one was
/// better before.
pub(crate) fn run(sh: &Shell, question: Question, filter: Option<&str>) -> Result<()> {
    let wrc = compiler(sh)?;
    let list = crate::root().join("tests/crates").join(question.list());
    let mut rows = read(&fs::read_to_string(&list)?)?;
    let mut worse = Vec::new();
    for row in &mut rows {
        if filter.is_some_and(|filter| !row.name.contains(filter)) {
            continue;
        }
        let before = row.result.clone();
        let failure = measure(&wrc, question, row)?;
        row.result = if failure.is_none() { YES } else { NO }.to_owned();
        row.reason = failure.unwrap_or_default();
        println!("{:24} {:4} {}", row.name, row.result, row.reason);
        if before == YES && row.result == NO {
            worse.push(row.name.clone());
        }
    }
    fs::write(&list, to_text(&rows))?;
    summary(&rows);
    if !worse.is_empty() {
        bail!("these were fine before: {}", worse.join(", "));
    }
    Ok(())
}

/// The compiler: `$WRC`, or made from here.
pub(crate) fn compiler(sh: &Shell) -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("WRC") {
        return Ok(path.into());
    }
    cmd!(sh, "cargo build --release --locked -q -p wrc").run()?;
    Ok(crate::root().join("target/release/wrc"))
}

impl Question {
    fn list(self) -> &'static str {
        match self {
            Question::Compile => "compile.tsv",
            Question::OwnTests => "own-tests.tsv",
        }
    }
}

/// Why not; `None` when all is well.
fn measure(wrc: &Path, question: Question, row: &Row) -> Result<Option<String>> {
    let folder = crate::root().join("target/crates").join(&row.name);
    let source = match fetch(&folder, row)? {
        Ok(source) => source,
        Err(reason) => return Ok(Some(reason)),
    };
    let mut wrc = Command::new(wrc);
    wrc.env("RUST_BACKTRACE", "0");
    match question {
        Question::Compile => {
            wrc.args(["check", "-Zall-functions", "--lib", "-p", &row.name]);
            wrc.arg("--manifest-path").arg(folder.join("Cargo.toml"));
        }
        Question::OwnTests => {
            let copy = folder.join("own");
            copy_package(&source, &copy)?;
            wrc.args(["test", "--lib", "--no-fail-fast"]).arg(copy);
        }
    }
    wrc.arg("--allow-build-scripts");
    let output = folder.join("output");
    match finish(&mut wrc, &output)? {
        Some(status) if status.success() => Ok(None),
        Some(_) => Ok(Some(reason(&fs::read_to_string(output)?))),
        None => Ok(Some(format!("takes longer than {} s", LIMIT.as_secs()))),
    }
}

/// Makes a package in `folder` that depends on the crate, and finds the
/// crate's source.
fn fetch(folder: &Path, row: &Row) -> Result<Result<PathBuf, String>> {
    fs::create_dir_all(folder.join("src"))?;
    let Row { name, version, .. } = row;
    let manifest = format!(
        "[package]\nname = \"probe\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\n{name} = \"={version}\"\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src/lib.rs"), "")?;
    let output = Command::new("cargo")
        .args(["metadata", "--format-version=1"])
        .current_dir(folder)
        .output()?;
    if !output.status.success() {
        return Ok(Err(reason(&String::from_utf8_lossy(&output.stderr))));
    }
    let metadata: Metadata = serde_json::from_slice(&output.stdout)?;
    let mut packages = metadata.packages.into_iter();
    let package = packages
        .find(|package| package.name == *name && package.version == *version)
        .with_context(|| format!("cargo resolved no {name} {version}"))?;
    let source = package.manifest_path.parent().context("a folder")?;
    Ok(Ok(source.to_owned()))
}

/// A copy that is a workspace of its own, for tests need the dependencies of
/// development.
fn copy_package(source: &Path, copy: &Path) -> Result<()> {
    if copy.exists() {
        fs::remove_dir_all(copy)?;
    }
    copy_folder(source, copy)?;
    let manifest = copy.join("Cargo.toml");
    let text = fs::read_to_string(&manifest)?;
    if !text.contains("[workspace]") {
        fs::write(manifest, format!("{text}\n[workspace]\n"))?;
    }
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            // Files of the registry may be read-only, and would stay so.
            fs::write(&target, fs::read(entry.path())?)?;
        }
    }
    Ok(())
}

/// Runs with all output in a file; `None` when it takes too long.
fn finish(command: &mut Command, output: &Path) -> Result<Option<ExitStatus>> {
    let file = File::create(output)?;
    command.stdout(file.try_clone()?).stderr(file);
    let mut child = command.spawn()?;
    let start = Instant::now();
    while start.elapsed() < LIMIT {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        thread::sleep(Duration::from_millis(10));
    }
    child.kill()?;
    child.wait()?;
    Ok(None)
}

/// The first complaint: an error with its first note where the error only
/// names a crate, or what the tests say in the end.
fn reason(output: &str) -> String {
    let is_error = |line: &&str| line.starts_with("error");
    let is_result = |line: &&str| line.starts_with("test result: FAILED");
    let mut lines = output.lines();
    let first = output.lines().find(is_result).or(lines.find(is_error));
    let first = first.unwrap_or("ends with an error").to_owned();
    let reason = match first.starts_with("error[WRC5012]") {
        true => {
            first
                + ": "
                + lines
                    .find(|line| line.contains("= note: "))
                    .unwrap_or_default()
        }
        false => first,
    };
    // Some messages have a path of this machine.
    let words = reason.split_whitespace().filter(|word| !word.contains('/'));
    words.collect::<Vec<&str>>().join(" ")
}

fn read(text: &str) -> Result<Vec<Row>> {
    let row = |line: &str| {
        let mut fields = line.split('\t').map(str::to_owned);
        let mut field = || fields.next().context("four fields");
        Ok(Row {
            name: field()?,
            version: field()?,
            result: field()?,
            reason: field()?,
        })
    };
    text.lines().skip(1).map(row).collect()
}

fn to_text(rows: &[Row]) -> String {
    let row = |row: &Row| {
        format!(
            "{}\t{}\t{}\t{}\n",
            row.name, row.version, row.result, row.reason
        )
    };
    let rows: String = rows.iter().map(row).collect();
    format!("{HEADER}\n{rows}")
}

/// How many, and the reasons by their frequency.
fn summary(rows: &[Row]) {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.result == NO) {
        let code = row.reason.split(']').next().unwrap_or_default();
        *reasons.entry(code).or_default() += 1;
    }
    let mut reasons: Vec<(&str, usize)> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    println!();
    for (code, count) in reasons {
        println!("{count:4} {code}]");
    }
    let fine = rows.iter().filter(|row| row.result == YES).count();
    println!("{fine} of {}", rows.len());
}

#[cfg(test)]
mod tests {
    use super::{read, reason, to_text};

    #[test]
    fn a_list_survives_its_file() {
        let text = "crate\tversion\tresult\treason\na\t1.0.0\tyes\t\nb\t0.1.0-rc\tno\tE0425\n";
        assert_eq!(to_text(&read(text).expect("a list")), text);
    }

    #[test]
    fn the_first_reason_counts() {
        let output = "warning: w\nerror[WRC5012]: the dependency `a 1.0` cannot be compiled\n \
             = note: E0425 no `x` (/a/b.rs:1:2)\nerror[E0308]: m\n";
        assert_eq!(
            reason(output),
            "error[WRC5012]: the dependency `a 1.0` cannot be compiled: = note: E0425 no `x`"
        );
        let output = "error: test failed\ntest result: FAILED. 1 passed; 2 failed; 0 ignored\n";
        assert_eq!(
            reason(output),
            "test result: FAILED. 1 passed; 2 failed; 0 ignored"
        );
    }
}
