//! Rust's own tests, compiled and compared by the `rust-suite` script.
//!
//! `tests/conformance/SUITE.txt` holds how many programs there are, and the
//! ids of those that do not pass. Another one that fails is an error.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

const SUITES: [&str; 3] = ["ui", "ui-panic", "stddoc"];

/// What a suite gave, or what it is to give.
#[derive(Default)]
struct Score {
    programs: usize,
    failing: BTreeSet<String>,
}

/// Scores the suites below `suites` with the script at `tool`. Further
/// arguments for the script select programs: only these are compared then.
/// `BLESS=1` writes the scores instead of comparing them.
pub(crate) fn run(sh: &Shell, tool: &Path, suites: &Path, rest: &[String]) -> Result<()> {
    cmd!(sh, "cargo build --release --locked -q -p wrc").run()?;
    let wrc = crate::root()
        .join("target/release/wrc")
        .display()
        .to_string();
    let build = format!("{wrc} build {{src}} --edition {{edition}} -o {{tmp}}/out");
    let run = format!("{wrc} run {{tmp}}/out/*.wasm");
    let folder = sh.create_temp_dir()?;
    let mut is_worse = false;
    for suite in SUITES {
        let report = folder.path().join(suite);
        cmd!(
            sh,
            "{tool} score {suites} --safe --suite {suite} --build {build} --run {run}
             --report {report} {rest...}"
        )
        .run()?;
        let score = read_report(&fs::read_to_string(&report)?)?;
        let path = crate::root().join(format!("tests/conformance/{suite}.txt"));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, score.to_text())?;
            continue;
        }
        let Ok(known) = fs::read_to_string(&path) else {
            println!("no scores of {suite} are known; BLESS=1 writes these");
            continue;
        };
        let known = read_known(&known)?;
        for id in score.failing.difference(&known.failing) {
            println!("{id} passed before");
            is_worse = true;
        }
    }
    if is_worse {
        bail!("programs that passed fail now");
    }
    Ok(())
}

impl Score {
    fn to_text(&self) -> String {
        let passing = self.programs - self.failing.len();
        let ids: String = self.failing.iter().map(|id| format!("{id}\n")).collect();
        format!("{passing} of {}\n{ids}", self.programs)
    }
}

/// A line for each program: id, suite, result.
fn read_report(text: &str) -> Result<Score> {
    let mut score = Score::default();
    for line in text.lines().skip(1) {
        let mut fields = line.split('\t');
        let id = fields.next().context("an id")?;
        let result = fields.nth(1).context("a result")?;
        score.programs += 1;
        if result != "ok" {
            score.failing.insert(id.to_owned());
        }
    }
    Ok(score)
}

fn read_known(text: &str) -> Result<Score> {
    let mut lines = text.lines();
    let (_, programs) = lines
        .next()
        .and_then(|line| line.split_once(" of "))
        .context("`N of M` in the first line")?;
    Ok(Score {
        programs: programs.parse()?,
        failing: lines.map(str::to_owned).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::{read_known, read_report};

    #[test]
    fn a_score_survives_its_file() {
        let report = "id\tsuite\tresult\tkind\nui/a\tui\tok\t\nui/b\tui\tfail\texit\n";
        let score = read_report(report).expect("a report");
        assert_eq!(score.to_text(), "1 of 2\nui/b\n");
        let known = read_known(&score.to_text()).expect("a score");
        assert_eq!((known.programs, known.failing), (2, score.failing));
    }
}
