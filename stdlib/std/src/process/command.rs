//! Other processes, which the host does not start. Making a command is refused where it is called.

use crate::ffi::OsStr;
use crate::fmt;
use crate::io;
use crate::path::Path;

/// A command; there is none.
#[derive(Debug)]
pub enum Command {}

/// A process that runs; there is none.
#[derive(Debug)]
pub enum Child {}

/// Where a process reads and writes.
#[derive(Debug)]
pub struct Stdio(());

/// What a process came to.
#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub enum ExitStatus {}

/// What a process came to and what it wrote.
#[derive(PartialEq, Eq, Clone, Debug)]
pub struct Output {
    /// What it came to.
    pub status: ExitStatus,
    /// What it wrote to stdout.
    pub stdout: Vec<u8>,
    /// What it wrote to stderr.
    pub stderr: Vec<u8>,
}

impl Command {
    /// A command that runs a program.
    #[wrc::refused = "processes are not supported: a module cannot start programs; call a function of the host, declared with `#[wasm::import]`"]
    pub fn new<S: AsRef<OsStr>>(program: S) -> Command {
        let _ = program;
        core::intrinsics::abort()
    }

    /// One more argument.
    pub fn arg<S: AsRef<OsStr>>(&mut self, _arg: S) -> &mut Command {
        self
    }

    /// More arguments.
    pub fn args<I, S>(&mut self, _args: I) -> &mut Command
    where
        I: IntoIterator<Item = S>,
        S: AsRef<OsStr>,
    {
        self
    }

    /// An environment variable.
    pub fn env<K: AsRef<OsStr>, V: AsRef<OsStr>>(&mut self, _key: K, _val: V) -> &mut Command {
        self
    }

    /// The folder it starts in.
    pub fn current_dir<P: AsRef<Path>>(&mut self, _dir: P) -> &mut Command {
        self
    }

    /// What it reads.
    pub fn stdin<T: Into<Stdio>>(&mut self, _cfg: T) -> &mut Command {
        self
    }

    /// Where it writes.
    pub fn stdout<T: Into<Stdio>>(&mut self, _cfg: T) -> &mut Command {
        self
    }

    /// Where it writes errors.
    pub fn stderr<T: Into<Stdio>>(&mut self, _cfg: T) -> &mut Command {
        self
    }

    /// Starts it.
    pub fn spawn(&mut self) -> io::Result<Child> {
        match *self {}
    }

    /// Runs it and collects what it writes.
    pub fn output(&mut self) -> io::Result<Output> {
        match *self {}
    }

    /// Runs it.
    pub fn status(&mut self) -> io::Result<ExitStatus> {
        match *self {}
    }
}

impl Child {
    /// Ends it.
    pub fn kill(&mut self) -> io::Result<()> {
        match *self {}
    }

    /// Waits for its end.
    pub fn wait(&mut self) -> io::Result<ExitStatus> {
        match *self {}
    }

    /// Waits for its end and collects what it writes.
    pub fn wait_with_output(self) -> io::Result<Output> {
        match self {}
    }

    /// Its number.
    pub fn id(&self) -> u32 {
        match *self {}
    }
}

impl Stdio {
    /// A pipe to this process.
    pub fn piped() -> Stdio {
        Stdio(())
    }

    /// The same as this process.
    pub fn inherit() -> Stdio {
        Stdio(())
    }

    /// Nothing.
    pub fn null() -> Stdio {
        Stdio(())
    }
}

impl ExitStatus {
    /// Did all go well?
    pub fn success(&self) -> bool {
        match *self {}
    }

    /// The exit code.
    pub fn code(&self) -> Option<i32> {
        match *self {}
    }
}

impl fmt::Display for ExitStatus {
    fn fmt(&self, _f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

