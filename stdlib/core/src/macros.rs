//! The macros of the language.

/// Ends the program with a message.
#[macro_export]
#[rustc_builtin_macro(core_panic)]
#[allow_internal_unstable(edition_panic)]
macro_rules! panic {
    ($($arg:tt)*) => {{ /* compiler built-in */ }};
}

/// Checks that a condition holds. Without a message the condition's text is the message.
#[macro_export]
#[allow_internal_unstable(edition_panic)]
macro_rules! assert {
    ($cond:expr $(,)?) => {{
        if !$cond {
            $crate::panicking::panic($crate::concat!(
                "assertion failed: ",
                $crate::stringify!($cond)
            ))
        }
    }};
    ($($arg:tt)+) => {
        $crate::assert_with_message!($($arg)+)
    };
}

/// Checks that two values are equal.
#[macro_export]
macro_rules! assert_eq {
    ($left:expr, $right:expr $(,)?) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if !(*left_val == *right_val) {
                    let kind = $crate::panicking::AssertKind::Eq;
                    $crate::panicking::assert_failed(
                        kind,
                        &*left_val,
                        &*right_val,
                        $crate::option::Option::None,
                    );
                }
            }
        }
    };
    ($left:expr, $right:expr, $($arg:tt)+) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if !(*left_val == *right_val) {
                    let kind = $crate::panicking::AssertKind::Eq;
                    $crate::panicking::assert_failed(
                        kind,
                        &*left_val,
                        &*right_val,
                        $crate::option::Option::Some($crate::format_args!($($arg)+)),
                    );
                }
            }
        }
    };
}

/// Checks that two values differ.
#[macro_export]
macro_rules! assert_ne {
    ($left:expr, $right:expr $(,)?) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if *left_val == *right_val {
                    let kind = $crate::panicking::AssertKind::Ne;
                    $crate::panicking::assert_failed(
                        kind,
                        &*left_val,
                        &*right_val,
                        $crate::option::Option::None,
                    );
                }
            }
        }
    };
    ($left:expr, $right:expr, $($arg:tt)+) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if *left_val == *right_val {
                    let kind = $crate::panicking::AssertKind::Ne;
                    $crate::panicking::assert_failed(
                        kind,
                        &*left_val,
                        &*right_val,
                        $crate::option::Option::Some($crate::format_args!($($arg)+)),
                    );
                }
            }
        }
    };
}

/// As `assert!`, in builds with debug assertions only.
#[macro_export]
macro_rules! debug_assert {
    ($($arg:tt)*) => {
        if $crate::cfg!(debug_assertions) {
            $crate::assert!($($arg)*);
        }
    };
}

/// As `assert_eq!`, in builds with debug assertions only.
#[macro_export]
macro_rules! debug_assert_eq {
    ($($arg:tt)*) => {
        if $crate::cfg!(debug_assertions) {
            $crate::assert_eq!($($arg)*);
        }
    };
}

/// As `assert_ne!`, in builds with debug assertions only.
#[macro_export]
macro_rules! debug_assert_ne {
    ($($arg:tt)*) => {
        if $crate::cfg!(debug_assertions) {
            $crate::assert_ne!($($arg)*);
        }
    };
}

/// Whether a value matches a pattern.
#[macro_export]
macro_rules! matches {
    ($expression:expr, $pattern:pat $(if $guard:expr)? $(,)?) => {
        match $expression {
            $pattern $(if $guard)? => true,
            _ => false,
        }
    };
}

/// The value of `Ok`, or an early return of the error.
#[macro_export]
#[deprecated(note = "use the `?` operator instead")]
macro_rules! r#try {
    ($expr:expr $(,)?) => {
        match $expr {
            $crate::result::Result::Ok(val) => val,
            $crate::result::Result::Err(err) => {
                return $crate::result::Result::Err($crate::convert::From::from(err));
            }
        }
    };
}

/// Writes formatted text to a sink.
#[macro_export]
macro_rules! write {
    ($dst:expr, $($arg:tt)*) => {
        $dst.write_fmt($crate::format_args!($($arg)*))
    };
}

/// Writes formatted text and a line break to a sink.
#[macro_export]
macro_rules! writeln {
    ($dst:expr $(,)?) => {
        $crate::write!($dst, "\n")
    };
    ($dst:expr, $($arg:tt)*) => {
        $dst.write_fmt($crate::format_args_nl!($($arg)*))
    };
}

/// Says that control does not come here.
#[macro_export]
#[rustc_builtin_macro(unreachable)]
#[allow_internal_unstable(edition_panic)]
macro_rules! unreachable {
    ($($arg:tt)*) => {{ /* compiler built-in */ }};
}

/// Says that something will not be implemented.
#[macro_export]
macro_rules! unimplemented {
    () => {
        $crate::panicking::panic("not implemented")
    };
    ($($arg:tt)+) => {
        $crate::panic!("not implemented: {}", $crate::format_args!($($arg)+))
    };
}

/// Says that something is not implemented yet.
#[macro_export]
macro_rules! todo {
    () => {
        $crate::panicking::panic("not yet implemented")
    };
    ($($arg:tt)+) => {
        $crate::panic!("not yet implemented: {}", $crate::format_args!($($arg)+))
    };
}

/// The macros whose expansion is the compiler's.
pub(crate) mod builtin {
    /// An error of the compilation.
    #[macro_export]
    #[rustc_builtin_macro]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! compile_error {
        ($($tt:tt)*) => {{ /* compiler built-in */ }};
    }

    /// Formatted text, made when it is written.
    #[macro_export]
    #[rustc_builtin_macro]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! format_args {
        ($($tt:tt)*) => {{ /* compiler built-in */ }};
    }

    /// As `format_args!`, usable in constants.
    #[macro_export]
    #[rustc_builtin_macro]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! const_format_args {
        ($($tt:tt)*) => {{ /* compiler built-in */ }};
    }

    /// As `format_args!`, with a line break at the end.
    #[macro_export]
    #[rustc_builtin_macro]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! format_args_nl {
        ($($tt:tt)*) => {{ /* compiler built-in */ }};
    }

    /// A variable of the compiler's environment.
    #[macro_export]
    #[rustc_builtin_macro]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! env {
        ($($tt:tt)*) => {{ /* compiler built-in */ }};
    }

    /// A variable of the compiler's environment, if it is set.
    #[macro_export]
    #[rustc_builtin_macro]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! option_env {
        ($($tt:tt)*) => {{ /* compiler built-in */ }};
    }

    /// Literals, put together to one.
    #[macro_export]
    #[rustc_builtin_macro]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! concat {
        ($($tt:tt)*) => {{ /* compiler built-in */ }};
    }

    /// Byte literals, put together to one.
    #[macro_export]
    #[rustc_builtin_macro]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! concat_bytes {
        ($($tt:tt)*) => {{ /* compiler built-in */ }};
    }

    /// The line of the call.
    #[macro_export]
    #[rustc_builtin_macro]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! line {
        ($($tt:tt)*) => {{ /* compiler built-in */ }};
    }

    /// The column of the call.
    #[macro_export]
    #[rustc_builtin_macro]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! column {
        ($($tt:tt)*) => {{ /* compiler built-in */ }};
    }

    /// The file of the call. In a closure, as functions may track their callers.
    #[macro_export]
    macro_rules! file {
        () => {
            (|| $crate::panic::Location::caller().file())()
        };
    }

    /// The tokens as text.
    #[macro_export]
    #[rustc_builtin_macro]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! stringify {
        ($($tt:tt)*) => {{ /* compiler built-in */ }};
    }

    /// The text of a file.
    #[macro_export]
    #[rustc_builtin_macro]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! include_str {
        ($($tt:tt)*) => {{ /* compiler built-in */ }};
    }

    /// The bytes of a file.
    #[macro_export]
    #[rustc_builtin_macro]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! include_bytes {
        ($($tt:tt)*) => {{ /* compiler built-in */ }};
    }

    /// The path of the module.
    #[macro_export]
    #[rustc_builtin_macro]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! module_path {
        ($($tt:tt)*) => {{ /* compiler built-in */ }};
    }

    /// Whether a configuration holds.
    #[macro_export]
    #[rustc_builtin_macro]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! cfg {
        ($($tt:tt)*) => {{ /* compiler built-in */ }};
    }

    /// The code of a file.
    #[macro_export]
    #[rustc_builtin_macro]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! include {
        ($($tt:tt)*) => {{ /* compiler built-in */ }};
    }

    /// `assert!` with a message.
    #[doc(hidden)]
    #[macro_export]
    #[rustc_builtin_macro(assert)]
    #[allow_internal_unstable(core_intrinsics, edition_panic)]
    macro_rules! assert_with_message {
        ($cond:expr $(,)?) => {{ /* compiler built-in */ }};
        ($cond:expr, $($arg:tt)+) => {{ /* compiler built-in */ }};
    }

    /// The first arm whose configuration holds.
    #[rustc_builtin_macro]
    pub macro cfg_select($($tt:tt)*) {
        /* compiler built-in */
    }

    /// Implements traits by their derive macros.
    #[rustc_builtin_macro]
    pub macro derive($item:item) {
        /* compiler built-in */
    }

    /// Marks a test.
    #[rustc_builtin_macro]
    pub macro test($item:item) {
        /* compiler built-in */
    }

    /// Marks a benchmark.
    #[rustc_builtin_macro]
    pub macro bench($item:item) {
        /* compiler built-in */
    }

    /// Marks a test case.
    #[rustc_builtin_macro]
    pub macro test_case($item:item) {
        /* compiler built-in */
    }

    /// Names the allocator of the program.
    #[rustc_builtin_macro]
    pub macro global_allocator($item:item) {
        /* compiler built-in */
    }

    /// Keeps an item whose path exists.
    #[rustc_builtin_macro]
    pub macro cfg_accessible($item:item) {
        /* compiler built-in */
    }

    /// Resolves the configurations inside of an item.
    #[rustc_builtin_macro]
    pub macro cfg_eval($($tt:tt)*) {
        /* compiler built-in */
    }
}
