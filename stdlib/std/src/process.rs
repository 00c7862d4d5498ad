//! Ending the program.

#[cfg(not(without = "path"))]
mod command;

#[cfg(not(without = "path"))]
pub use self::command::{Child, Command, ExitStatus, Output, Stdio};

use crate::fmt::Debug;
use crate::sys::host;

/// Ends the program with `code`; only variables of the thread are dropped.
pub fn exit(code: i32) -> ! {
    crate::rt::end_thread();
    unsafe { host::exit(code) }
}

/// Ends the program abnormally.
#[cold]
pub fn abort() -> ! {
    core::intrinsics::abort()
}

/// A number that tells this process from others; there are none.
pub fn id() -> u32 {
    1
}

/// What the program reports to whoever started it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExitCode(u8);

impl ExitCode {
    /// All went well.
    pub const SUCCESS: ExitCode = ExitCode(0);
    /// Something did not.
    pub const FAILURE: ExitCode = ExitCode(1);

    /// The code as a number.
    #[doc(hidden)]
    #[inline]
    pub fn to_i32(self) -> i32 {
        self.0 as i32
    }

    /// Ends the program with this code.
    pub fn exit_process(self) -> ! {
        exit(self.to_i32())
    }
}

impl From<u8> for ExitCode {
    fn from(code: u8) -> ExitCode {
        ExitCode(code)
    }
}

/// What `main` may return.
#[lang = "termination"]
pub trait Termination {
    /// The exit code; errors are written to stderr.
    fn report(self) -> ExitCode;
}

impl Termination for () {
    #[inline]
    fn report(self) -> ExitCode {
        ExitCode::SUCCESS
    }
}

impl Termination for ! {
    fn report(self) -> ExitCode {
        self
    }
}

impl Termination for core::convert::Infallible {
    fn report(self) -> ExitCode {
        match self {}
    }
}

impl Termination for ExitCode {
    #[inline]
    fn report(self) -> ExitCode {
        self
    }
}

impl<T: Termination, E: Debug> Termination for Result<T, E> {
    fn report(self) -> ExitCode {
        match self {
            Ok(value) => value.report(),
            Err(error) => {
                eprintln!("Error: {error:?}");
                ExitCode::FAILURE
            }
        }
    }
}
