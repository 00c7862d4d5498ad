//! Formatting into a `String`.

pub use core::fmt::*;

use crate::string::String;

/// The text that `format_args!` describes.
#[inline]
pub fn format(args: Arguments<'_>) -> String {
    match args.as_str() {
        Some(text) => String::from(text),
        None => format_pieces(args),
    }
}

#[inline]
fn format_pieces(args: Arguments<'_>) -> String {
    let mut output = String::new();
    if core::fmt::write(&mut output, args).is_err() {
        formatter_failed();
    }
    output
}

/// A `String` takes everything, so a formatting trait of the program failed.
#[cold]
#[inline(never)]
pub(crate) fn formatter_failed() -> ! {
    panic!("a formatting trait implementation returned an error when the underlying stream did not")
}
