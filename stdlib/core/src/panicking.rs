//! The end of a program that went wrong.

mod arithmetic;
mod message;

pub use self::arithmetic::*;
#[doc(hidden)]
pub use self::message::set_hook;

use crate::fmt;

/// Ends the program with a message.
#[cold]
#[inline(never)]
#[track_caller]
#[lang = "panic_fmt"]
#[rustc_do_not_const_check]
pub const fn panic_fmt(fmt: fmt::Arguments<'_>) -> ! {
    self::message::report(fmt, crate::intrinsics::caller_location())
}

/// Ends the program with a message without placeholders.
#[cold]
#[inline(never)]
#[track_caller]
#[lang = "panic"]
#[rustc_do_not_const_check]
pub const fn panic(expr: &'static str) -> ! {
    self::message::report_text(expr, crate::intrinsics::caller_location())
}

/// Ends the program with a message that is a value.
#[inline]
#[track_caller]
#[lang = "panic_display"]
#[rustc_do_not_const_check]
pub const fn panic_display<T: fmt::Display>(x: &T) -> ! {
    panic_fmt(format_args!("{}", *x))
}

/// Ends the program with a message, in edition 2015.
#[cold]
#[inline(never)]
#[track_caller]
pub const fn panic_str_2015(expr: &str) -> ! {
    panic_display(&expr)
}

/// Ends the program at `panic!()`.
#[cold]
#[inline(never)]
#[track_caller]
pub const fn panic_explicit() -> ! {
    panic_display(&"explicit panic")
}

/// Ends the program at `unreachable!(x)`.
#[inline]
#[track_caller]
pub fn unreachable_display<T: fmt::Display>(x: &T) -> ! {
    panic_fmt(format_args!("internal error: entered unreachable code: {}", *x))
}

/// Ends the program because an index is out of bounds.
#[cold]
#[inline(never)]
#[track_caller]
#[lang = "panic_bounds_check"]
#[rustc_do_not_const_check]
pub const fn panic_bounds_check(index: usize, len: usize) -> ! {
    self::message::report_bounds(index, len, crate::intrinsics::caller_location())
}

/// Ends the program because no arm of a match took the value.
#[cold]
#[inline(never)]
#[track_caller]
pub fn unreachable_match() -> ! {
    panic("internal error: entered unreachable code")
}

/// Ends the program without a message about where.
#[cold]
#[inline(never)]
#[lang = "panic_nounwind"]
pub fn panic_nounwind(expr: &'static str) -> ! {
    self::message::report_text(expr, crate::intrinsics::caller_location())
}

/// Which assertion failed.
#[doc(hidden)]
#[derive(Debug)]
pub enum AssertKind {
    /// `assert_eq!`.
    Eq,
    /// `assert_ne!`.
    Ne,
    /// `assert_matches!`.
    Match,
}

/// Ends the program because an assertion failed.
#[cold]
#[inline(never)]
#[track_caller]
#[doc(hidden)]
pub fn assert_failed<T, U>(
    kind: AssertKind,
    left: &T,
    right: &U,
    args: Option<fmt::Arguments<'_>>,
) -> !
where
    T: fmt::Debug + ?Sized,
    U: fmt::Debug + ?Sized,
{
    assert_failed_inner(kind, &left, &right, args)
}

/// Ends the program because a value does not match a pattern.
#[cold]
#[inline(never)]
#[track_caller]
#[doc(hidden)]
pub fn assert_matches_failed<T: fmt::Debug + ?Sized>(
    left: &T,
    right: &str,
    args: Option<fmt::Arguments<'_>>,
) -> ! {
    /// Shows the pattern as it was written.
    struct Pattern<'a>(&'a str);

    impl fmt::Debug for Pattern<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }
    }

    assert_failed_inner(AssertKind::Match, &left, &Pattern(right), args);
}

#[track_caller]
fn assert_failed_inner(
    kind: AssertKind,
    left: &dyn fmt::Debug,
    right: &dyn fmt::Debug,
    args: Option<fmt::Arguments<'_>>,
) -> ! {
    let op = match kind {
        AssertKind::Eq => "==",
        AssertKind::Ne => "!=",
        AssertKind::Match => "matches",
    };
    match args {
        Some(args) => panic!(
            "assertion `left {op} right` failed: {args}\n  left: {left:?}\n right: {right:?}"
        ),
        None => {
            panic!("assertion `left {op} right` failed\n  left: {left:?}\n right: {right:?}")
        }
    }
}
