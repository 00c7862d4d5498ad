//! Formatting and printing.
//!
//! `format_args!` is compiled: its result holds either one literal or an object whose `run` writes
//! the pieces in turn. Nothing interprets a template at run time. The options of a placeholder
//! are plain scalar fields of [`Formatter`]; a program in which no placeholder sets one never
//! reaches the code that honours them.

mod builders;
mod debug_text;
mod float;
mod float_layout;
mod formatter;
mod host;
mod impls;
mod impls_core;
mod num;
mod num_exp;
mod num_radix;
mod options;
pub(crate) mod printable;
pub mod rt;
mod text;
mod tuples;

pub use self::builders::{from_fn, DebugList, DebugMap, DebugSet, DebugStruct, DebugTuple, FromFn};
pub use self::formatter::Formatter;
pub use self::options::{Alignment, DebugAsHex, FormattingOptions, Sign};

use self::rt::FormatFn;
use crate::result;

/// What the formatting methods return.
pub type Result = result::Result<(), Error>;

/// The error of a sink that refused to be written to.
#[derive(Copy, Clone, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Error;

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad("an error occurred when formatting an argument")
    }
}

/// A sink for text.
pub trait Write {
    /// Writes a whole string.
    fn write_str(&mut self, s: &str) -> Result;

    /// Writes one character.
    fn write_char(&mut self, c: char) -> Result {
        text::with_utf8(c, |s| self.write_str(s))
    }

    /// Writes what `format_args!` made; the `write!` macro calls this.
    fn write_fmt(&mut self, args: Arguments<'_>) -> Result {
        match args.lit {
            Some(text) => self.write_str(text),
            None => {
                let mut this = self;
                write(&mut this, args)
            }
        }
    }
}

impl<W: Write + ?Sized> Write for &mut W {
    #[inline]
    fn write_str(&mut self, s: &str) -> Result {
        (**self).write_str(s)
    }

    #[inline]
    fn write_char(&mut self, c: char) -> Result {
        (**self).write_char(c)
    }

    #[inline]
    fn write_fmt(&mut self, args: Arguments<'_>) -> Result {
        (**self).write_fmt(args)
    }
}

/// The value of `format_args!`: text that is made when it is written.
#[lang = "format_arguments"]
#[derive(Copy, Clone)]
pub struct Arguments<'a> {
    lit: Option<&'static str>,
    run: &'a dyn FormatFn,
}

impl<'a> Arguments<'a> {
    /// Named by the expansion of `format_args!`; the compiler replaces the call.
    #[doc(hidden)]
    #[inline]
    pub unsafe fn new<const N: usize, const M: usize>(
        _template: &'a [u8; N],
        _args: &'a [rt::Argument<'a>; M],
    ) -> Arguments<'a> {
        Arguments {
            lit: None,
            run: &rt::NoPieces,
        }
    }

    /// The arguments of a template without placeholders.
    #[doc(hidden)]
    #[inline]
    pub const fn from_str(s: &'static str) -> Arguments<'a> {
        Arguments {
            lit: Some(s),
            run: &rt::NoPieces,
        }
    }

    /// Arguments whose pieces `run` writes.
    #[doc(hidden)]
    #[inline]
    pub const fn from_run(run: &'a dyn FormatFn) -> Arguments<'a> {
        Arguments { lit: None, run }
    }

    /// The text, if the template has no placeholders.
    #[inline]
    pub const fn as_str(&self) -> Option<&'static str> {
        self.lit
    }

    /// A guess at the length of the text, for reserving room.
    #[doc(hidden)]
    #[inline]
    pub fn estimated_capacity(&self) -> usize {
        match self.lit {
            Some(text) => text.len(),
            None => 0,
        }
    }
}

impl Debug for Arguments<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_fmt(*self)
    }
}

impl Display for Arguments<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_fmt(*self)
    }
}

/// Writes `args` to `output`, piece by piece.
pub fn write(output: &mut dyn Write, args: Arguments<'_>) -> Result {
    match args.lit {
        Some(text) => output.write_str(text),
        None => args.run.run(&mut Formatter::over(output)),
    }
}

/// `{:?}`: the view of a programmer.
#[lang = "Debug"]
pub trait Debug {
    /// Writes the value with the options of `f`.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

pub(crate) mod macros {
    /// `#[derive(Debug)]`.
    #[rustc_builtin_macro]
    pub macro Debug($item:item) {
        /* compiler built-in */
    }
}
pub use self::macros::Debug;

/// `{}`: the view of a user.
pub trait Display {
    /// Writes the value with the options of `f`.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

/// `{:o}`.
pub trait Octal {
    /// Writes the value with the options of `f`.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

/// `{:b}`.
pub trait Binary {
    /// Writes the value with the options of `f`.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

/// `{:x}`.
pub trait LowerHex {
    /// Writes the value with the options of `f`.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

/// `{:X}`.
pub trait UpperHex {
    /// Writes the value with the options of `f`.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

/// `{:p}`.
pub trait Pointer {
    /// Writes the value with the options of `f`.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

/// `{:e}`.
pub trait LowerExp {
    /// Writes the value with the options of `f`.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

/// `{:E}`.
pub trait UpperExp {
    /// Writes the value with the options of `f`.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}
