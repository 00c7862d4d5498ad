//! What failed arithmetic calls.

use super::panic;

macro_rules! panic_consts {
    ($($name:ident $lang:literal = $message:literal,)*) => {
        $(
            /// Ends the program because of the arithmetic its name tells.
            #[cold]
            #[inline(never)]
            #[track_caller]
            #[lang = $lang]
            pub const fn $name() -> ! {
                panic($message)
            }
        )*
    };
}

panic_consts! {
    panic_const_add_overflow "panic_const_add_overflow" = "attempt to add with overflow",
    panic_const_sub_overflow "panic_const_sub_overflow" = "attempt to subtract with overflow",
    panic_const_mul_overflow "panic_const_mul_overflow" = "attempt to multiply with overflow",
    panic_const_div_overflow "panic_const_div_overflow" = "attempt to divide with overflow",
    panic_const_rem_overflow "panic_const_rem_overflow" =
        "attempt to calculate the remainder with overflow",
    panic_const_neg_overflow "panic_const_neg_overflow" = "attempt to negate with overflow",
    panic_const_shl_overflow "panic_const_shl_overflow" = "attempt to shift left with overflow",
    panic_const_shr_overflow "panic_const_shr_overflow" = "attempt to shift right with overflow",
    panic_const_div_by_zero "panic_const_div_by_zero" = "attempt to divide by zero",
    panic_const_rem_by_zero "panic_const_rem_by_zero" =
        "attempt to calculate the remainder with a divisor of zero",
    panic_const_async_fn_resumed "panic_const_async_fn_resumed" =
        "`async fn` resumed after completion",
    panic_const_async_fn_resumed_panic "panic_const_async_fn_resumed_panic" =
        "`async fn` resumed after panicking",
    panic_const_coroutine_resumed "panic_const_coroutine_resumed" =
        "coroutine resumed after completion",
    panic_const_coroutine_resumed_panic "panic_const_coroutine_resumed_panic" =
        "coroutine resumed after panicking",
}
