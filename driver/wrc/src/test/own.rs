//! Tests that rustc compiled: its harness is in the module. Each is run by
//! itself, since a panic ends the instance.

use super::Verdict;
use crate::{cli::HarnessArgs, host::Program};
use anyhow::{Result, ensure};
use wrc_session::TestCase;

/// The tests, as the harness lists them.
pub fn cases(program: &Program, name: &str) -> Result<Vec<TestCase>> {
    let ignored = list(program, name, &["--ignored"])?;
    let tests = list(program, name, &[])?;
    let case = |test: String| TestCase {
        ignore: ignored.contains(&test).then(String::new),
        export: program.entry().to_owned(),
        name: test,
        should_panic: None,
        place: String::new(),
    };
    Ok(tests.into_iter().map(case).collect())
}

fn list(program: &Program, name: &str, more: &[&str]) -> Result<Vec<String>> {
    let args = [name, "--list", "--format=terse"];
    let args = args.iter().chain(more).map(|it| (*it).to_owned()).collect();
    let ended = program.call(program.entry(), "main", args, true)?;
    ensure!(ended.code == 0, "the tests of `{name}` cannot be listed");
    let text = String::from_utf8_lossy(&ended.output).into_owned();
    let tests = text.lines().filter_map(|line| line.strip_suffix(": test"));
    Ok(tests.map(str::to_owned).collect())
}

/// Runs one test. Those that should panic are ignored by rustc's harness on
/// this target.
pub fn run(program: &Program, name: &str, test: &TestCase, args: &HarnessArgs) -> Result<Verdict> {
    let options = [
        name,
        &test.name,
        "--exact",
        "--nocapture",
        "--include-ignored",
    ];
    let options = options.iter().map(|it| (*it).to_owned()).collect();
    let ended = program.call(&test.export, "main", options, !args.nocapture)?;
    if ended.code != 0 {
        return Ok(Verdict::Failed(own_output(&ended.output, &test.name)));
    }
    let output = String::from_utf8_lossy(&ended.output);
    Ok(match output.contains("; 1 ignored;") {
        true => Verdict::Ignored,
        false => Verdict::Passed,
    })
}

/// What the test wrote, without the harness's lines around it.
fn own_output(output: &[u8], test: &str) -> Vec<u8> {
    let text = String::from_utf8_lossy(output);
    let start = format!("test {test} ... ");
    let own = text.split_once(&start).map_or(&*text, |(_, own)| own);
    let own = own
        .split_once("\nFAILED\n\nfailures:")
        .map_or(own, |(own, _)| own);
    own.as_bytes().to_vec()
}
