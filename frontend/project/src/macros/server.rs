//! The process that runs macros: one request, one answer.
//!
//! A macro may do anything there. When the process ends, the next request
//! starts another; when an answer takes too long, it is ended, and nothing is
//! asked again, as the next macro would wait as long.

use super::message::{Config, Request, Response, SpanMode, VERSION};
use camino::{Utf8Path, Utf8PathBuf};
use std::{
    fmt,
    io::{BufRead, BufReader, Read, Write},
    process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::Duration,
};

/// How long a macro may take. The slowest known ones take some seconds.
const LIMIT: Duration = Duration::from_secs(60);

/// So much of what the process wrote last is shown when it ends.
const LAST_WORDS: usize = 2000;

/// Starts processes as they are needed.
pub(crate) struct Server {
    program: Utf8PathBuf,
    limit: Duration,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    process: Option<Process>,
    /// Why nothing is asked any more.
    given_up: Option<String>,
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Server({})", self.program)
    }
}

impl Server {
    /// The one beside the rustc that is used in this folder, started.
    pub(crate) fn of_toolchain(folder: &Utf8Path) -> Result<Server, String> {
        let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let mut command = Command::new(rustc);
        command.args(["--print", "sysroot"]).current_dir(folder);
        let output = command
            .output()
            .map_err(|error| format!("cannot start `rustc`, which knows the server: {error}"))?;
        let sysroot = String::from_utf8_lossy(&output.stdout);
        let name = format!(
            "rust-analyzer-proc-macro-srv{}",
            std::env::consts::EXE_SUFFIX
        );
        let program = Utf8Path::new(sysroot.trim()).join("libexec").join(name);
        if !program.is_file() {
            return Err(format!(
                "the toolchain has no server for procedural macros: there is no `{program}`"
            ));
        }
        let server = Server::new(program, LIMIT);
        let version = server.ask(&Request::ApiVersionCheck {})?;
        match version {
            Response::ApiVersionCheck(VERSION) => Ok(server),
            Response::ApiVersionCheck(other) => Err(format!(
                "the toolchain's server for procedural macros speaks version {other} of its \
                 protocol; version {VERSION} is needed, which rustc 1.95 has"
            )),
            _ => Err(super::NOT_UNDERSTOOD.to_owned()),
        }
    }

    fn new(program: Utf8PathBuf, limit: Duration) -> Server {
        Server {
            program,
            limit,
            state: Mutex::default(),
        }
    }

    /// The answer to a request. The error says what is wrong with the server.
    pub(super) fn ask(&self, request: &Request<'_>) -> Result<Response, String> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(reason) = &state.given_up {
            return Err(reason.clone());
        }
        if state.process.is_none() {
            state.process = Some(Process::start(&self.program)?);
            let config = Request::SetConfig(Config {
                span_mode: SpanMode::RustAnalyzer,
            });
            match self.answer(&mut state, &config)? {
                Response::SetConfig(config) if config.span_mode == SpanMode::RustAnalyzer => {}
                _ => return Err(super::NOT_UNDERSTOOD.to_owned()),
            }
        }
        self.answer(&mut state, request)
    }

    fn answer(
        &self,
        state: &mut MutexGuard<'_, State>,
        request: &Request<'_>,
    ) -> Result<Response, String> {
        let Some(process) = &state.process else {
            return Err(super::NOT_UNDERSTOOD.to_owned());
        };
        let request = serde_json::to_string(request).map_err(|error| error.to_string())?;
        let sent = process.requests.send(request);
        let answer = match sent {
            Ok(()) => process.answers.recv_timeout(self.limit),
            Err(_) => Err(RecvTimeoutError::Disconnected),
        };
        match answer {
            Ok(line) => serde_json::from_str(&line).map_err(|_| super::NOT_UNDERSTOOD.to_owned()),
            Err(RecvTimeoutError::Disconnected) => {
                let process = state.process.take();
                Err(process.map_or_else(String::new, |mut process| process.end()))
            }
            Err(RecvTimeoutError::Timeout) => {
                state.process = None;
                let seconds = self.limit.as_secs();
                let reason = format!("a macro took longer than {seconds} seconds");
                state.given_up = Some(format!("{reason}, after which no more are run"));
                Err(reason)
            }
        }
    }
}

/// A running process with two threads: one writes requests and reads answers,
/// the other keeps what the process complains about.
struct Process {
    child: Child,
    requests: Sender<String>,
    answers: Receiver<String>,
    complaints: Arc<Mutex<Vec<u8>>>,
    listener: Option<thread::JoinHandle<()>>,
}

impl Process {
    fn start(program: &Utf8Path) -> Result<Process, String> {
        let mut command = Command::new(program);
        command.env(
            "RUST_ANALYZER_INTERNALS_DO_NOT_USE",
            "the server asks for this",
        );
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("cannot start `{program}`: {error}"))?;
        let (requests, to_send) = mpsc::channel();
        let (found, answers) = mpsc::channel();
        if let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) {
            thread::spawn(move || converse(input, output, &to_send, &found));
        }
        let complaints = Arc::new(Mutex::default());
        let listener = child.stderr.take().map(|stderr| {
            let complaints = Arc::clone(&complaints);
            thread::spawn(move || listen(stderr, &complaints))
        });
        Ok(Process {
            child,
            requests,
            answers,
            complaints,
            listener,
        })
    }

    /// How the process ended and what it said before.
    fn end(&mut self) -> String {
        // It closed its output, which means that it has ended or does no good.
        let status = match self.child.try_wait() {
            Ok(Some(status)) => Ok(status),
            _ => {
                thread::sleep(Duration::from_millis(50));
                let _ = self.child.kill();
                self.child.wait()
            }
        };
        let status = status.map_or_else(|error| error.to_string(), |it| it.to_string());
        if let Some(listener) = self.listener.take() {
            let _ = listener.join();
        }
        let said = self
            .complaints
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let said = String::from_utf8_lossy(&said).trim().to_owned();
        match said.as_str() {
            "" => format!("its process ended ({status})"),
            said => format!("its process ended ({status}): {said}"),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Ends when one of the sides does.
fn converse(
    mut input: ChildStdin,
    output: ChildStdout,
    requests: &Receiver<String>,
    answers: &Sender<String>,
) {
    let mut output = BufReader::new(output);
    for mut request in requests {
        request.push('\n');
        let sent = input.write_all(request.as_bytes());
        if sent.and_then(|()| input.flush()).is_err() {
            return;
        }
        let mut line = Vec::new();
        let answer = loop {
            line.clear();
            match output.read_until(b'\n', &mut line) {
                Ok(0) | Err(_) => return,
                Ok(_) => {}
            }
            if let Some(answer) = answer_in(&line) {
                break answer;
            }
        };
        if answers.send(answer).is_err() {
            return;
        }
    }
}

/// The answer in a line: macros may have printed something before it.
fn answer_in(line: &[u8]) -> Option<String> {
    const STARTS: [&str; 4] = [
        "{\"ExpandMacro",
        "{\"ListMacros",
        "{\"SetConfig",
        "{\"ApiVersionCheck",
    ];
    let line = str::from_utf8(line).ok()?.trim_end();
    let start = STARTS.iter().filter_map(|start| line.find(start)).min()?;
    Some(line[start..].to_owned())
}

/// Keeps the last of it.
fn listen(mut stderr: ChildStderr, complaints: &Mutex<Vec<u8>>) {
    let mut buffer = [0; 1024];
    while let Ok(count @ 1..) = stderr.read(&mut buffer) {
        let mut said = complaints.lock().unwrap_or_else(PoisonError::into_inner);
        said.extend(&buffer[..count]);
        let excess = said.len().saturating_sub(LAST_WORDS);
        said.drain(..excess);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::Server;
    use crate::macros::message::Request;
    use std::time::Duration;

    /// What is said when this program is the server, twice.
    fn errors(program: &str) -> [String; 2] {
        let server = Server::new(program.into(), Duration::from_secs(1));
        [(), ()].map(|()| {
            let answer = server.ask(&Request::ApiVersionCheck {});
            answer.err().unwrap_or_default()
        })
    }

    #[test]
    fn servers_that_are_none() {
        assert_eq!(
            errors("yes"),
            [
                "a macro took longer than 1 seconds",
                "a macro took longer than 1 seconds, after which no more are run"
            ]
        );
        let ended = "its process ended (exit status: 1)";
        assert_eq!(errors("false"), [ended, ended]);
        assert!(errors("cat")[0].contains("is not understood"));
        let missing = "cannot start `/no/such/program`: No such file or directory (os error 2)";
        assert_eq!(errors("/no/such/program"), [missing, missing]);
    }

    #[test]
    fn what_macros_print_is_no_answer() {
        let answer = |line: &str| super::answer_in(line.as_bytes());
        assert_eq!(answer("{}\n"), None);
        assert_eq!(
            answer("x {\"SetConfig\":1}\n").as_deref(),
            Some("{\"SetConfig\":1}")
        );
    }
}
