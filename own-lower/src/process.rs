//! Running the tools.

use crate::Failure;
use std::{
    io::{self, BufRead, BufReader, IsTerminal, Read, Write},
    process::{Child, Command, Stdio},
    thread,
};

/// What a tool printed, and whether it succeeded.
pub(crate) struct Output {
    pub stdout: String,
    pub stderr: String,
    pub success: bool,
}

/// Runs a tool to its end. What it says about its progress is shown on a
/// terminal as it comes.
pub(crate) fn run(command: &mut Command, tool: &'static str) -> Result<Output, Failure> {
    let failure = |error: io::Error| Failure::Tool {
        tool,
        output: error.to_string(),
    };
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(failure)?;
    let (stdout, stderr) = collect(&mut child);
    let status = child.wait().map_err(failure)?;
    Ok(Output {
        stdout,
        stderr,
        success: status.success(),
    })
}

fn collect(child: &mut Child) -> (String, String) {
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        let stderr = scope.spawn(|| stderr.map(progress).unwrap_or_default());
        let mut text = Vec::new();
        if let Some(mut stdout) = stdout {
            // What is missing after a failure to read shows in the status.
            let _ = stdout.read_to_end(&mut text);
        }
        let stdout = String::from_utf8_lossy(&text).into_owned();
        (stdout, stderr.join().unwrap_or_default())
    })
}

/// Keeps all lines, and shows those that begin with a status, which cargo
/// aligns to the right.
fn progress(stderr: impl Read) -> String {
    let is_terminal = io::stderr().is_terminal();
    let mut kept = String::new();
    let mut reader = BufReader::new(stderr);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).is_ok_and(|n| n > 0) {
        let text = String::from_utf8_lossy(&line);
        if is_terminal && is_status(&text) {
            // A closed terminal is no reason to stop.
            let _ = io::stderr().write_all(text.as_bytes());
        }
        kept.push_str(&text);
        line.clear();
    }
    kept
}

fn is_status(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    let aligned = line.find(word).unwrap_or(0) + word.len() == 12;
    aligned && word.starts_with(char::is_uppercase) && word != "Finished"
}
