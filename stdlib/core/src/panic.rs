//! Panics: where they happen, and the macros behind `panic!`.

mod location;
mod unwind_safe;

pub use self::location::{Location, PanicInfo, PanicMessage};
pub use self::unwind_safe::{AssertUnwindSafe, RefUnwindSafe, UnwindSafe};

/// `panic!` of editions 2015 and 2018.
#[doc(hidden)]
#[allow_internal_unstable(panic_internals, const_format_args)]
#[rustc_macro_transparency = "semiopaque"]
pub macro panic_2015 {
    () => (
        $crate::panicking::panic("explicit panic")
    ),
    ($msg:literal $(,)?) => (
        $crate::panicking::panic($msg)
    ),
    ($msg:expr $(,)?) => (
        $crate::panicking::panic_str_2015($msg)
    ),
    ("{}", $arg:expr $(,)?) => (
        $crate::panicking::panic_display(&$arg)
    ),
    ($fmt:expr, $($arg:tt)+) => (
        $crate::panicking::panic_fmt($crate::const_format_args!($fmt, $($arg)+))
    ),
}

/// `panic!` of later editions.
#[doc(hidden)]
#[allow_internal_unstable(panic_internals, const_format_args)]
#[rustc_macro_transparency = "semiopaque"]
pub macro panic_2021 {
    () => (
        $crate::panicking::panic("explicit panic")
    ),
    ("{}", $arg:expr $(,)?) => (
        $crate::panicking::panic_display(&$arg)
    ),
    ($($t:tt)+) => (
        $crate::panicking::panic_fmt($crate::const_format_args!($($t)+))
    ),
}

/// `unreachable!` of editions 2015 and 2018.
#[doc(hidden)]
#[allow_internal_unstable(panic_internals)]
#[rustc_macro_transparency = "semiopaque"]
pub macro unreachable_2015 {
    () => (
        $crate::panicking::panic("internal error: entered unreachable code")
    ),
    ($msg:expr $(,)?) => (
        $crate::panicking::unreachable_display(&$msg)
    ),
    ($fmt:expr, $($arg:tt)*) => (
        $crate::panic!(
            $crate::concat!("internal error: entered unreachable code: ", $fmt),
            $($arg)*
        )
    ),
}

/// `unreachable!` of later editions.
#[doc(hidden)]
#[allow_internal_unstable(panic_internals)]
#[rustc_macro_transparency = "semiopaque"]
pub macro unreachable_2021 {
    () => (
        $crate::panicking::panic("internal error: entered unreachable code")
    ),
    ($($t:tt)+) => (
        $crate::panic!("internal error: entered unreachable code: {}", $crate::format_args!($($t)+))
    ),
}
