//! Floats: `Display` never uses an exponent, `Debug` does outside of `1e-4..1e16`.

use super::float_layout::{exponential, parse, plain, Decimal};
use super::host;
use super::text::text;
use super::{Debug, Display, Formatter, LowerExp, Result, UpperExp};
use crate::intrinsics::{array_len, RawArray};

/// Writes the magnitude's text with the sign in front.
fn write_signed(f: &mut Formatter<'_>, is_negative: bool, magnitude: &str) -> Result {
    if f.has_spec() {
        let sign = if is_negative {
            "-"
        } else if f.sign_plus() {
            "+"
        } else {
            ""
        };
        return f.pad_number(sign, "", magnitude);
    }
    if is_negative {
        f.write_str("-")?;
    }
    f.write_str(magnitude)
}

/// NaN has no sign, not even under `+`.
fn write_special(f: &mut Formatter<'_>, is_nan: bool, is_negative: bool) -> Result {
    if is_nan {
        f.pad_number("", "", "NaN")
    } else {
        write_signed(f, is_negative, "inf")
    }
}

fn whole<'a>(ascii: RawArray<u8>) -> &'a str {
    text(ascii, 0, array_len(ascii))
}

#[inline(never)]
fn fixed(f: &mut Formatter<'_>, is_negative: bool, magnitude: f64, digits: usize) -> Result {
    write_signed(f, is_negative, whole(host::f64fix(magnitude, digits)))
}

/// `d.ddde+x` of the host, without the plus.
#[inline(never)]
fn exponential_fixed(
    f: &mut Formatter<'_>,
    is_negative: bool,
    magnitude: f64,
    digits: usize,
    is_upper: bool,
) -> Result {
    let number = parse(host::f64exp(magnitude, digits));
    write_signed(f, is_negative, exponential(number, digits, is_upper))
}

fn exponential_shortest(
    f: &mut Formatter<'_>,
    is_negative: bool,
    number: Decimal,
    is_upper: bool,
) -> Result {
    write_signed(f, is_negative, exponential(number, 0, is_upper))
}

macro_rules! display {
    ($shortest:ident, $sign:expr, $max:expr) => {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            let value = *self;
            let is_negative = value.to_bits() & $sign != 0;
            let magnitude = if is_negative { -value } else { value };
            if !(magnitude <= $max) {
                return write_special(f, value != value, is_negative);
            }
            match f.precision() {
                Some(digits) => fixed(f, is_negative, magnitude as f64, digits),
                None => {
                    write_signed(f, is_negative, plain(parse(host::$shortest(magnitude)), 0))
                }
            }
        }
    };
}

macro_rules! debug {
    ($shortest:ident, $sign:expr, $max:expr) => {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            let value = *self;
            let is_negative = value.to_bits() & $sign != 0;
            let magnitude = if is_negative { -value } else { value };
            if !(magnitude <= $max) {
                return write_special(f, value != value, is_negative);
            }
            if let Some(digits) = f.precision() {
                return fixed(f, is_negative, magnitude as f64, digits);
            }
            let number = parse(host::$shortest(magnitude));
            if magnitude == 0.0 || (magnitude >= 1e-4 && magnitude < 1e16) {
                write_signed(f, is_negative, plain(number, 1))
            } else {
                exponential_shortest(f, is_negative, number, false)
            }
        }
    };
}

macro_rules! exp {
    ($is_upper:literal, $shortest:ident, $sign:expr, $max:expr) => {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            let value = *self;
            let is_negative = value.to_bits() & $sign != 0;
            let magnitude = if is_negative { -value } else { value };
            if !(magnitude <= $max) {
                return write_special(f, value != value, is_negative);
            }
            match f.precision() {
                Some(digits) => {
                    exponential_fixed(f, is_negative, magnitude as f64, digits, $is_upper)
                }
                None => {
                    let number = parse(host::$shortest(magnitude));
                    exponential_shortest(f, is_negative, number, $is_upper)
                }
            }
        }
    };
}

macro_rules! float {
    ($ty:ident, $shortest:ident, $sign:expr, $max:expr) => {
        impl Display for $ty { display! { $shortest, $sign, $max } }
        impl Debug for $ty { debug! { $shortest, $sign, $max } }
        impl LowerExp for $ty { exp! { false, $shortest, $sign, $max } }
        impl UpperExp for $ty { exp! { true, $shortest, $sign, $max } }
    };
}

float! { f32, f32s, 1 << 31, f32::MAX }
float! { f64, f64s, 1 << 63, f64::MAX }
