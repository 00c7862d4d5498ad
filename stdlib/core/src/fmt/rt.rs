//! The items that the expansion of `format_args!` names, and the hooks the compiler calls.

use super::options::SavedSpec;
use super::{
    Arguments, Binary, Debug, DebugStruct, DebugTuple, Display, Formatter, LowerExp, LowerHex, Octal, Pointer, Result,
    UpperExp, UpperHex,
};
use crate::marker::PhantomData;

/// What the compiler makes of a template with placeholders: `run` writes its pieces in order.
#[lang = "wrc_format_fn"]
pub trait FormatFn {
    /// Writes every piece.
    fn run(&self, f: &mut Formatter<'_>) -> Result;
}

/// The pieces of a template that has none.
#[derive(Copy, Clone)]
pub struct NoPieces;

impl FormatFn for NoPieces {
    fn run(&self, _f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}

/// One argument with the trait that formats it. It exists for type checking only: the compiler
/// turns the constructors into direct calls of the trait.
#[lang = "format_argument"]
#[derive(Copy, Clone)]
pub struct Argument<'a> {
    lifetime: PhantomData<&'a ()>,
}

macro_rules! constructors {
    ($($name:ident: $bound:ident,)*) => {
        impl Argument<'_> {
            $(
                /// Named by the expansion of `format_args!`.
                #[inline]
                pub const fn $name<T: $bound>(_value: &T) -> Argument<'_> {
                    Argument { lifetime: PhantomData }
                }
            )*
        }
    };
}

constructors! {
    new_display: Display,
    new_debug: Debug,
    new_lower_exp: LowerExp,
    new_upper_exp: UpperExp,
    new_octal: Octal,
    new_pointer: Pointer,
    new_binary: Binary,
    new_lower_hex: LowerHex,
    new_upper_hex: UpperHex,
}

impl Argument<'_> {
    /// A width or a precision that is an argument.
    #[inline]
    pub const fn from_usize(_value: &usize) -> Argument<'_> {
        Argument {
            lifetime: PhantomData,
        }
    }

    /// The empty list of arguments.
    #[inline]
    pub const fn none() -> [Self; 0] {
        []
    }
}

/// Puts the options of one placeholder in force and returns those of the enclosing one.
#[lang = "wrc_fmt_spec"]
#[inline]
#[track_caller]
pub fn set_spec(
    f: &mut Formatter<'_>,
    flags: u32,
    fill: char,
    width: usize,
    precision: usize,
) -> SavedSpec {
    if width > MAX_COUNT || precision > MAX_COUNT {
        count_out_of_range();
    }
    let saved = f.spec();
    f.set_spec(SavedSpec {
        flags,
        fill,
        width,
        precision,
    });
    saved
}

/// The largest width and precision.
const MAX_COUNT: usize = 65_535;

#[cold]
#[inline(never)]
#[track_caller]
fn count_out_of_range() -> ! {
    panic!("Formatting argument out of range")
}

/// Puts the options back that `set_spec` returned.
#[lang = "wrc_fmt_restore"]
#[inline]
pub fn restore(f: &mut Formatter<'_>, saved: SavedSpec) {
    f.set_spec(saved);
}

/// Wraps the pieces the compiler made.
#[lang = "wrc_format_args"]
#[inline(always)]
pub fn arguments<'a>(run: &'a dyn FormatFn) -> Arguments<'a> {
    Arguments::from_run(run)
}

/// Wraps a template without placeholders.
#[lang = "wrc_format_lit"]
#[inline(always)]
pub const fn literal<'a>(text: &'static str) -> Arguments<'a> {
    Arguments::from_str(text)
}

/// Writes a piece of a template.
#[inline(always)]
pub fn write_str(f: &mut Formatter<'_>, text: &str) -> Result {
    f.write_str(text)
}

/// `#[derive(Debug)]` of a struct starts.
#[inline]
pub fn debug_struct<'a, 'b>(f: &'a mut Formatter<'b>, name: &str) -> DebugStruct<'a, 'b> {
    f.debug_struct(name)
}

/// `#[derive(Debug)]` of a struct goes on with a field.
#[inline]
pub fn debug_struct_field<T: Debug + ?Sized>(
    builder: &mut DebugStruct<'_, '_>,
    name: &str,
    value: &T,
) {
    builder.field(name, &value);
}

/// `#[derive(Debug)]` of a struct ends.
#[inline]
pub fn debug_struct_finish(builder: &mut DebugStruct<'_, '_>) -> Result {
    builder.finish()
}

/// `#[derive(Debug)]` of a tuple struct starts.
#[inline]
pub fn debug_tuple<'a, 'b>(f: &'a mut Formatter<'b>, name: &str) -> DebugTuple<'a, 'b> {
    f.debug_tuple(name)
}

/// `#[derive(Debug)]` of a tuple struct goes on with a field.
#[inline]
pub fn debug_tuple_field<T: Debug + ?Sized>(builder: &mut DebugTuple<'_, '_>, value: &T) {
    builder.field(&value);
}

/// `#[derive(Debug)]` of a tuple struct ends.
#[inline]
pub fn debug_tuple_finish(builder: &mut DebugTuple<'_, '_>) -> Result {
    builder.finish()
}
