//! Child processes with input, collected output and a limit on time.

use std::{
    io::{Read, Write},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How a child ended.
#[derive(Clone, Debug)]
pub struct Output {
    /// `None`: ended by a signal.
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

const LIMIT: Duration = Duration::from_secs(120);

/// Runs the command to its end; an error if it cannot start or takes too
/// long.
pub fn run(command: &mut Command, input: &str) -> Result<Output, String> {
    let shown = format!("{command:?}");
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command
        .spawn()
        .map_err(|error| format!("{shown}: {error}"))?;
    if let Some(mut stdin) = child.stdin.take() {
        let input = input.to_owned();
        // The child may end without reading its input.
        thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    }
    let stdout = collect(child.stdout.take());
    let stderr = collect(child.stderr.take());
    let start = Instant::now();
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) if start.elapsed() < LIMIT => thread::sleep(Duration::from_millis(2)),
            Ok(None) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!(
                    "{shown}: still running after {} s",
                    LIMIT.as_secs()
                ));
            }
            Err(error) => return Err(format!("{shown}: {error}")),
        }
    };
    let text = |reader: thread::JoinHandle<Vec<u8>>| {
        String::from_utf8_lossy(&reader.join().unwrap_or_default()).into_owned()
    };
    Ok(Output {
        code: status.code(),
        stdout: text(stdout),
        stderr: text(stderr),
    })
}

fn collect(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            let _ = pipe.read_to_end(&mut bytes);
        }
        bytes
    })
}
