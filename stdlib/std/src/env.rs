//! The arguments and the environment of the program.

mod paths;

pub use self::paths::{join_paths, split_paths, JoinPathsError, SplitPaths};

use crate::error::Error;
use crate::ffi::{OsStr, OsString};
use crate::fmt;
use crate::io;
use crate::path::{Path, PathBuf};
use crate::sys::{host, text};

/// The arguments, the program's name first.
#[derive(Clone)]
pub struct Args {
    index: i32,
    end: i32,
}

/// Iterates over the arguments of the program.
pub fn args() -> Args {
    let mut end = 0;
    while unsafe { host::arg(end) }.is_some() {
        end += 1;
    }
    Args { index: 0, end }
}

fn arg_at(index: i32) -> Option<String> {
    unsafe { host::arg(index) }.map(text::string)
}

impl Iterator for Args {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        if self.index == self.end {
            return None;
        }
        self.index += 1;
        arg_at(self.index - 1)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = (self.end - self.index) as usize;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Args {}

impl DoubleEndedIterator for Args {
    fn next_back(&mut self) -> Option<String> {
        if self.index == self.end {
            return None;
        }
        self.end -= 1;
        arg_at(self.end)
    }
}

impl fmt::Debug for Args {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner: Vec<String> = self.clone().collect();
        f.debug_struct("Args").field("inner", &inner).finish()
    }
}

/// The arguments as `OsString`.
pub struct ArgsOs {
    args: Args,
}

/// Iterates over the arguments of the program.
pub fn args_os() -> ArgsOs {
    ArgsOs { args: args() }
}

impl Iterator for ArgsOs {
    type Item = OsString;

    fn next(&mut self) -> Option<OsString> {
        self.args.next().map(OsString::from)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.args.size_hint()
    }
}

impl ExactSizeIterator for ArgsOs {}

impl DoubleEndedIterator for ArgsOs {
    fn next_back(&mut self) -> Option<OsString> {
        self.args.next_back().map(OsString::from)
    }
}

/// Why `var` has no value to return.
#[derive(Debug, PartialEq, Eq, Clone)]
pub enum VarError {
    /// The variable is not set.
    NotPresent,
    /// Its value is not Unicode.
    NotUnicode(OsString),
}

impl fmt::Display for VarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            VarError::NotPresent => write!(f, "environment variable not found"),
            VarError::NotUnicode(value) => {
                write!(f, "environment variable was not valid unicode: {value:?}")
            }
        }
    }
}

impl Error for VarError {}

/// The value of an environment variable.
pub fn var<K: AsRef<OsStr>>(key: K) -> Result<String, VarError> {
    match lookup(key.as_ref()) {
        Some(value) => Ok(value),
        None => Err(VarError::NotPresent),
    }
}

/// The value of an environment variable.
pub fn var_os<K: AsRef<OsStr>>(key: K) -> Option<OsString> {
    lookup(key.as_ref()).map(OsString::from)
}

fn lookup(key: &OsStr) -> Option<String> {
    let name = text::from_str(key.as_str());
    unsafe { host::env(name) }.map(text::string)
}

/// What the program was compiled for.
pub mod consts {
    /// The architecture.
    pub const ARCH: &str = "wasm32";
    /// The family of operating systems.
    pub const FAMILY: &str = "";
    /// The operating system.
    pub const OS: &str = "unknown";
    /// What library names start with.
    pub const DLL_PREFIX: &str = "";
    /// What library names end in.
    pub const DLL_SUFFIX: &str = ".wasm";
    /// The extension of libraries.
    pub const DLL_EXTENSION: &str = "wasm";
    /// What program names end in.
    pub const EXE_SUFFIX: &str = ".wasm";
    /// The extension of programs.
    pub const EXE_EXTENSION: &str = "wasm";
}

/// Iterator over the variables; there is none.
#[derive(Debug)]
pub enum Vars {}

/// Iterator over the variables; there is none.
#[derive(Debug)]
pub enum VarsOs {}

impl Iterator for Vars {
    type Item = (String, String);

    fn next(&mut self) -> Option<(String, String)> {
        match *self {}
    }
}

impl Iterator for VarsOs {
    type Item = (OsString, OsString);

    fn next(&mut self) -> Option<(OsString, OsString)> {
        match *self {}
    }
}

macro_rules! refused {
    ($reason:literal: $($(#[$attr:meta])* pub fn $name:ident $(<$($param:ident: $bound:path),*>)? ($($arg:ident: $ty:ty),*) $(-> $ret:ty)?;)*) => {
        $(
            $(#[$attr])*
            #[wrc::refused = $reason]
            pub fn $name $(<$($param: $bound),*>)? ($($arg: $ty),*) $(-> $ret)? {
                $(let _ = $arg;)*
                core::intrinsics::abort()
            }
        )*
    };
}

refused! {
    "a list of all environment variables is not supported: the host gives them by name; use `env::var`":
    /// The variables.
    pub fn vars() -> Vars;
    /// The variables.
    pub fn vars_os() -> VarsOs;
}

refused! {
    "environment variables cannot be changed: they are the host's":
    /// Sets a variable.
    pub fn set_var<K: AsRef<OsStr>, V: AsRef<OsStr>>(key: K, value: V);
    /// Removes a variable.
    pub fn remove_var<K: AsRef<OsStr>>(key: K);
}

refused! {
    "folders are not supported: a module has no file system":
    /// The folder the program runs in.
    pub fn current_dir() -> io::Result<PathBuf>;
    /// Changes the folder the program runs in.
    pub fn set_current_dir<P: AsRef<Path>>(path: P) -> io::Result<()>;
    /// Where the program is.
    pub fn current_exe() -> io::Result<PathBuf>;
    /// Where files may be made.
    pub fn temp_dir() -> PathBuf;
    /// The user's folder.
    pub fn home_dir() -> Option<PathBuf>;
}
