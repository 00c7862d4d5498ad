//! Start and end of the program.

use crate::any::Any;
use crate::process::Termination;

#[doc(hidden)]
pub use core::panicking::panic_fmt;

/// Runs `main`, reports its result and returns the exit code; the module's `main` calls it.
#[lang = "start"]
pub fn lang_start<T: Termination>(main: fn() -> T) -> i32 {
    let code = status(main);
    end_thread();
    code
}

#[inline]
fn status<T: Termination>(main: fn() -> T) -> i32 {
    #[cfg(panic = "abort")]
    return main().report().to_i32();
    #[cfg(panic = "unwind")]
    match crate::panicking::catch(|| main().report().to_i32()) {
        Ok(code) => code,
        Err(_) => 101,
    }
}

/// Runs a test. The host is told of its panic.
#[doc(hidden)]
pub fn start_test<T: Termination>(test: fn() -> T) -> i32 {
    let code = test().report().to_i32();
    end_thread();
    code
}

/// Drops the variables of the thread.
#[inline]
pub(crate) fn end_thread() {
    #[cfg(not(without = "thread_local"))]
    crate::thread::end_thread();
}

/// Ends the program with a message that is any value.
#[doc(hidden)]
#[cold]
#[inline(never)]
#[track_caller]
pub fn begin_panic<M: Any + Send>(msg: M) -> ! {
    #[cfg(panic = "unwind")]
    if crate::panicking::is_caught() {
        crate::panicking::raise(Box::new(msg), core::panic::Location::caller());
    }
    report(&msg)
}

#[track_caller]
fn report(payload: &dyn Any) -> ! {
    if let Some(text) = payload.downcast_ref::<&'static str>() {
        panic!("{}", *text)
    }
    if let Some(text) = payload.downcast_ref::<String>() {
        panic!("{}", *text)
    }
    panic!("Box<dyn Any>")
}
