//! Panics. A panic ends the program, unless it is compiled to unwind.

mod hook;

#[cfg(panic = "unwind")]
pub(crate) use self::hook::run_hook;
pub use self::hook::{set_hook, take_hook, update_hook, PanicHookInfo};
#[doc(hidden)]
pub use core::panic::{panic_2021, unreachable_2015, unreachable_2021};
pub use core::panic::{AssertUnwindSafe, Location, PanicMessage, RefUnwindSafe, UnwindSafe};

use crate::any::Any;

/// `panic!` of editions 2015 and 2018.
#[doc(hidden)]
#[allow_internal_unstable(libstd_sys_internals, const_format_args, panic_internals, rt)]
#[rustc_macro_transparency = "semiopaque"]
pub macro panic_2015 {
    () => (
        $crate::rt::begin_panic("explicit panic")
    ),
    ($msg:expr $(,)?) => (
        $crate::rt::begin_panic($msg)
    ),
    ($fmt:expr, $($arg:tt)+) => (
        $crate::rt::panic_fmt($crate::const_format_args!($fmt, $($arg)+))
    ),
}

/// Calls `f`; if it panics, what is alive there is dropped, and the panic's payload is given.
///
/// ```
/// let result = std::panic::catch_unwind(|| -> i32 { panic!("no") });
/// assert_eq!(result.unwrap_err().downcast_ref::<&str>(), Some(&"no"));
/// ```
#[cfg(panic = "unwind")]
pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(
    f: F,
) -> core::result::Result<R, Box<dyn Any + Send + 'static>> {
    crate::panicking::catch(f)
}

/// Panics with a payload without telling anybody.
#[cfg(panic = "unwind")]
pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {
    crate::panicking::throw(payload)
}

/// Panics with a value.
#[track_caller]
pub fn panic_any<M: 'static + Any + Send>(msg: M) -> ! {
    crate::rt::begin_panic(msg)
}
