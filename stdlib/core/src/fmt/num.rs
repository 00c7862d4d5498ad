//! Integers in decimal.
//!
//! Digits are written backwards into a small array. 128-bit numbers are divided by 10^9 limb by
//! limb, so that no 128-bit division is needed.

use super::text::text;
use super::{Debug, Display, Formatter, LowerHex, Result, UpperHex};
use crate::intrinsics::{array_new, array_write, RawArray};

/// Writes the decimal digits of `value` so that the last one is before index `end`; returns the
/// index of the first.
pub(super) fn digits32(buf: RawArray<u8>, end: usize, value: u32) -> usize {
    let mut at = end;
    let mut rest = value;
    loop {
        at -= 1;
        array_write(buf, at, b'0' + (rest % 10) as u8);
        rest /= 10;
        if rest == 0 {
            return at;
        }
    }
}

/// As `digits32`.
pub(super) fn digits64(buf: RawArray<u8>, end: usize, value: u64) -> usize {
    let mut at = end;
    let mut rest = value;
    loop {
        at -= 1;
        array_write(buf, at, b'0' + (rest % 10) as u8);
        rest /= 10;
        if rest == 0 {
            return at;
        }
    }
}

/// As `digits32`: nine digits at a time.
pub(super) fn digits128(buf: RawArray<u8>, end: usize, value: u128) -> usize {
    let mut at = end;
    let mut hi = (value >> 64) as u64;
    let mut lo = value as u64;
    while hi != 0 {
        let (quotient_hi, quotient_lo, group) = div_rem_group(hi, lo);
        hi = quotient_hi;
        lo = quotient_lo;
        let first = digits32(buf, at, group);
        at -= 9;
        let mut zero = at;
        while zero < first {
            array_write(buf, zero, b'0');
            zero += 1;
        }
    }
    digits64(buf, at, lo)
}

/// `hi * 2^64 + lo` divided by 10^9: quotient and remainder.
fn div_rem_group(hi: u64, lo: u64) -> (u64, u64, u32) {
    const GROUP: u64 = 1_000_000_000;
    let quotient_hi = hi / GROUP;
    let upper = ((hi % GROUP) << 32) | (lo >> 32);
    let lower = ((upper % GROUP) << 32) | (lo & 0xFFFF_FFFF);
    let quotient_lo = ((upper / GROUP) << 32) | (lower / GROUP);
    (quotient_hi, quotient_lo, (lower % GROUP) as u32)
}

/// Writes digits with the sign in front, or in a field if an option is set. One byte before
/// `first` must be free.
fn write_digits(
    f: &mut Formatter<'_>,
    is_nonnegative: bool,
    buf: RawArray<u8>,
    first: usize,
    end: usize,
) -> Result {
    if f.has_spec() {
        return f.pad_integral(is_nonnegative, "", text(buf, first, end - first));
    }
    let mut start = first;
    if !is_nonnegative {
        start -= 1;
        array_write(buf, start, b'-');
    }
    f.write_str(text(buf, start, end - start))
}

fn fmt32(f: &mut Formatter<'_>, is_nonnegative: bool, magnitude: u32) -> Result {
    let buf = array_new(11);
    let first = digits32(buf, 11, magnitude);
    write_digits(f, is_nonnegative, buf, first, 11)
}

fn fmt64(f: &mut Formatter<'_>, is_nonnegative: bool, magnitude: u64) -> Result {
    let buf = array_new(21);
    let first = digits64(buf, 21, magnitude);
    write_digits(f, is_nonnegative, buf, first, 21)
}

fn fmt128(f: &mut Formatter<'_>, is_nonnegative: bool, magnitude: u128) -> Result {
    let buf = array_new(40);
    let first = digits128(buf, 40, magnitude);
    write_digits(f, is_nonnegative, buf, first, 40)
}

macro_rules! display {
    ($wide:ident: $write:ident, $is_nonnegative:ident, $magnitude:ident) => {
        #[inline]
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            let value = *self as $wide;
            $write(f, $is_nonnegative(value), $magnitude(value))
        }
    };
}

macro_rules! debug {
    () => {
        #[inline]
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            if f.debug_lower_hex() {
                LowerHex::fmt(self, f)
            } else if f.debug_upper_hex() {
                UpperHex::fmt(self, f)
            } else {
                Display::fmt(self, f)
            }
        }
    };
}

macro_rules! decimal {
    ($($ty:ident as $wide:ident: $write:ident, $is_nonnegative:ident, $magnitude:ident;)*) => {
        $(
            impl Display for $ty { display! { $wide: $write, $is_nonnegative, $magnitude } }
            impl Debug for $ty { debug! {} }
        )*
    };
}

#[inline(always)]
fn always<T>(_value: T) -> bool {
    true
}

#[inline(always)]
fn same<T>(value: T) -> T {
    value
}

macro_rules! signed {
    ($is_nonnegative:ident, $magnitude:ident: $signed:ident, $unsigned:ident) => {
        #[inline(always)]
        pub(super) fn $is_nonnegative(value: $signed) -> bool {
            value >= 0
        }

        #[inline(always)]
        pub(super) fn $magnitude(value: $signed) -> $unsigned {
            if value < 0 {
                crate::intrinsics::wrapping_sub(0, value as $unsigned)
            } else {
                value as $unsigned
            }
        }
    };
}

signed! { is_nonnegative32, magnitude32: i32, u32 }
signed! { is_nonnegative64, magnitude64: i64, u64 }
signed! { is_nonnegative128, magnitude128: i128, u128 }

decimal! {
    i8 as i32: fmt32, is_nonnegative32, magnitude32;
    i16 as i32: fmt32, is_nonnegative32, magnitude32;
    i32 as i32: fmt32, is_nonnegative32, magnitude32;
    i64 as i64: fmt64, is_nonnegative64, magnitude64;
    i128 as i128: fmt128, is_nonnegative128, magnitude128;
    u8 as u32: fmt32, always, same;
    u16 as u32: fmt32, always, same;
    u32 as u32: fmt32, always, same;
    u64 as u64: fmt64, always, same;
    u128 as u128: fmt128, always, same;
    isize as i32: fmt32, is_nonnegative32, magnitude32;
    usize as u32: fmt32, always, same;
}
