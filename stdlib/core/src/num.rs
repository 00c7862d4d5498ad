//! Numbers.

mod decimal;
mod error;
mod float_parse;
mod int;
mod int_bits;
mod int_bytes;
mod int_checked;
mod int_impls;
mod int_log;
mod int_overflowing;
mod int_parse;
mod int_saturating;
mod int_signed;
mod int_strict;
mod int_unsigned;
mod int_wrapping;
#[cfg(not(without = "wrapped"))]
mod integer;
mod libm;
mod non_zero;
mod non_zero_impls;
mod rem;
#[cfg(not(without = "wrapped"))]
mod saturating;
#[cfg(not(without = "wrapped"))]
mod wrapped_bits;
#[cfg(not(without = "wrapped"))]
mod wrapping;

pub use self::error::{IntErrorKind, ParseFloatError, ParseIntError, TryFromIntError};
pub use self::non_zero::{
    NonZero, NonZeroI128, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI8, NonZeroIsize, NonZeroU128,
    NonZeroU16, NonZeroU32, NonZeroU64, NonZeroU8, NonZeroUsize, ZeroablePrimitive,
};
pub use self::rem::{f32_rem, f64_rem};
#[cfg(not(without = "wrapped"))]
pub use self::saturating::Saturating;
#[cfg(not(without = "wrapped"))]
pub use self::wrapping::Wrapping;

#[cfg(not(without = "wrapped"))]
pub(crate) use self::integer::Integer;
pub(crate) use self::libm::{f32_math, f64_math};

/// What kind of number a float is.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum FpCategory {
    /// Not a number.
    Nan,
    /// Infinity of some sign.
    Infinite,
    /// Zero of some sign.
    Zero,
    /// So small that the precision is lower.
    Subnormal,
    /// Anything else.
    Normal,
}
