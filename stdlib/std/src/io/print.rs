//! What `print!` and its relatives call.

use crate::fmt;
use crate::sys::console::{flush, write_text, Console, Err, Out};

/// `print!`.
#[doc(hidden)]
#[inline(always)]
pub fn _print(args: fmt::Arguments<'_>) {
    match args.as_str() {
        Some(text) => write_text::<Out>(text),
        None => print_pieces(args),
    }
}

#[inline]
fn print_pieces(args: fmt::Arguments<'_>) {
    if fmt::write(&mut Console::<Out>::new(), args).is_err() {
        flush::<Out>();
        formatter_failed();
    }
    flush::<Out>();
}

/// `eprint!`.
#[doc(hidden)]
#[inline(always)]
pub fn _eprint(args: fmt::Arguments<'_>) {
    match args.as_str() {
        Some(text) => write_text::<Err>(text),
        None => eprint_pieces(args),
    }
}

#[inline]
fn eprint_pieces(args: fmt::Arguments<'_>) {
    if fmt::write(&mut Console::<Err>::new(), args).is_err() {
        flush::<Err>();
        formatter_failed();
    }
    flush::<Err>();
}

/// The streams do not fail, so a formatting trait of the program did.
#[cold]
#[inline(never)]
pub(super) fn formatter_failed() -> ! {
    panic!("a formatting trait implementation returned an error when the underlying stream did not")
}
