//! Start and end of the program.

use crate::process::Termination;
use crate::sys::console::{flush, Out};

/// Runs `main`, reports its result and returns the exit code; the module's `main` calls it.
#[lang = "start"]
pub fn lang_start<T: Termination>(main: fn() -> T) -> i32 {
    let code = main().report().to_i32();
    flush::<Out>();
    code
}
