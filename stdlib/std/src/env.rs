//! The arguments and the environment of the program.

use crate::error::Error;
use crate::ffi::{OsStr, OsString};
use crate::fmt;
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
