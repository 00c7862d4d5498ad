//! Integers from text.

use super::{IntErrorKind, ParseIntError};
use crate::intrinsics::{array_read, slice_array, slice_len, slice_offset, wrapping_sub};
use crate::str::FromStr;

/// The value of a digit of a radix up to 36; 255 if it is none.
#[inline]
const fn digit_value(byte: u8) -> u32 {
    if byte >= b'0' && byte <= b'9' {
        return (byte - b'0') as u32;
    }
    let letter = byte | 0x20;
    if letter >= b'a' && letter <= b'z' {
        (letter - b'a') as u32 + 10
    } else {
        255
    }
}

/// A parser that returns the number's bits. `negative_limit` is the largest magnitude of a
/// negative number, 0 for unsigned types, to which a minus is no sign.
macro_rules! parser {
    ($name:ident $ty:ident) => {
        pub(super) const fn $name(
            src: &[u8],
            radix: u32,
            positive_limit: $ty,
            negative_limit: $ty,
        ) -> Result<$ty, IntErrorKind> {
            if radix < 2 || radix > 36 {
                panic!("from_ascii_radix: radix must lie in the range `[2, 36]`");
            }
            let array = slice_array(src);
            let mut at = slice_offset(src);
            let end = at + slice_len(src);
            if at == end {
                return Err(IntErrorKind::Empty);
            }
            let first = array_read(array, at);
            let is_negative = first == b'-' && negative_limit != 0;
            if is_negative || first == b'+' {
                at += 1;
                if at == end {
                    return Err(IntErrorKind::InvalidDigit);
                }
            }
            let limit = if is_negative { negative_limit } else { positive_limit };
            let last_multiple = limit / radix as $ty;
            let last_digit = (limit % radix as $ty) as u32;
            let mut magnitude: $ty = 0;
            while at < end {
                let digit = digit_value(array_read(array, at));
                if digit >= radix {
                    return Err(IntErrorKind::InvalidDigit);
                }
                if magnitude > last_multiple || magnitude == last_multiple && digit > last_digit {
                    return Err(if is_negative {
                        IntErrorKind::NegOverflow
                    } else {
                        IntErrorKind::PosOverflow
                    });
                }
                magnitude = magnitude * radix as $ty + digit as $ty;
                at += 1;
            }
            Ok(if is_negative { wrapping_sub(0, magnitude) } else { magnitude })
        }
    };
}

parser! { parse32 u32 }
parser! { parse64 u64 }
parser! { parse128 u128 }

macro_rules! parse {
    ($ty:ident $parse:ident $Wide:ident) => {
        /// The number in digits of a radix.
        #[inline]
        pub const fn from_str_radix(src: &str, radix: u32) -> Result<$ty, ParseIntError> {
            $ty::from_ascii_radix(src.as_bytes(), radix)
        }

        /// The number in decimal digits.
        #[inline]
        pub const fn from_ascii(src: &[u8]) -> Result<$ty, ParseIntError> {
            $ty::from_ascii_radix(src, 10)
        }

        /// The number in digits of a radix.
        #[inline]
        pub const fn from_ascii_radix(src: &[u8], radix: u32) -> Result<$ty, ParseIntError> {
            #[allow(unused_comparisons)]
            let negative_limit =
                if $ty::MIN < 0 { intrinsics::wrapping_add($ty::MAX as $Wide, 1) } else { 0 };
            match $parse(src, radix, $ty::MAX as $Wide, negative_limit) {
                Ok(bits) => Ok(bits as $ty),
                Err(kind) => Err(ParseIntError { kind }),
            }
        }
    };
}
pub(super) use parse;

macro_rules! from_str_items {
    ($ty:ident) => {
        type Err = ParseIntError;

        #[inline]
        fn from_str(src: &str) -> Result<$ty, ParseIntError> {
            $ty::from_str_radix(src, 10)
        }
    };
}

macro_rules! from_str {
    ($($ty:ident)*) => {
        $(impl FromStr for $ty { from_str_items! { $ty } })*
    };
}

from_str! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
