//! Integers with an exponent: `{:e}` of `1500` is `1.5e3`.

use super::float_layout::{exponential, Decimal};
use super::num::{
    digits128, digits64, is_nonnegative128, is_nonnegative64, magnitude128, magnitude64,
};
use super::{Formatter, LowerExp, Result, UpperExp};
use crate::intrinsics::{array_new, array_read, array_write, RawArray};

/// `buf[0]` is room for the digit that rounding up may carry into; the digits fill
/// `buf[first..end]`.
fn write_exp(
    f: &mut Formatter<'_>,
    is_nonnegative: bool,
    buf: RawArray<u8>,
    first: usize,
    end: usize,
    is_upper: bool,
) -> Result {
    let mut number = Decimal {
        digits: buf,
        start: first,
        len: end - first,
        point: (end - first) as i32,
    };
    while number.len > 1 && array_read(buf, first + number.len - 1) == b'0' {
        number.len -= 1;
    }
    let mut fraction = 0;
    if let Some(precision) = f.precision() {
        fraction = precision;
        if number.len - 1 > precision {
            number = rounded(number, precision + 1);
        }
    }
    let text = exponential(number, fraction, is_upper);
    let sign = if !is_nonnegative {
        "-"
    } else if f.sign_plus() {
        "+"
    } else {
        ""
    };
    f.pad_number(sign, "", text)
}

/// Cuts to `len` digits, ties to even. The last digit of `number` is not zero.
fn rounded(number: Decimal, len: usize) -> Decimal {
    let Decimal { digits, start, .. } = number;
    let next = array_read(digits, start + len);
    let is_tie = next == b'5' && number.len == len + 1;
    let is_odd = array_read(digits, start + len - 1) & 1 == 1;
    if next < b'5' || (is_tie && !is_odd) {
        return Decimal { len, ..number };
    }
    let mut at = start + len;
    while at > start {
        at -= 1;
        let digit = array_read(digits, at);
        if digit != b'9' {
            array_write(digits, at, digit + 1);
            return Decimal { len, ..number };
        }
        array_write(digits, at, b'0');
    }
    array_write(digits, start - 1, b'1');
    Decimal {
        digits,
        start: start - 1,
        len,
        point: number.point + 1,
    }
}

fn exp64(f: &mut Formatter<'_>, is_nonnegative: bool, magnitude: u64, is_upper: bool) -> Result {
    let buf = array_new(21);
    let first = digits64(buf, 21, magnitude);
    write_exp(f, is_nonnegative, buf, first, 21, is_upper)
}

fn exp128(f: &mut Formatter<'_>, is_nonnegative: bool, magnitude: u128, is_upper: bool) -> Result {
    let buf = array_new(40);
    let first = digits128(buf, 40, magnitude);
    write_exp(f, is_nonnegative, buf, first, 40, is_upper)
}

#[inline(always)]
fn always<T>(_value: T) -> bool {
    true
}

#[inline(always)]
fn same<T>(value: T) -> T {
    value
}

macro_rules! items {
    ($is_upper:literal $write:ident $is_nonnegative:ident $magnitude:ident $wide:ident) => {
        #[inline]
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            let value = *self as $wide;
            $write(f, $is_nonnegative(value), $magnitude(value), $is_upper)
        }
    };
}

macro_rules! exp {
    ($($write:ident $is_nonnegative:ident $magnitude:ident $wide:ident: $($ty:ident)*;)*) => {
        $($(
            impl LowerExp for $ty {
                items! { false $write $is_nonnegative $magnitude $wide }
            }
            impl UpperExp for $ty {
                items! { true $write $is_nonnegative $magnitude $wide }
            }
        )*)*
    };
}

exp! {
    exp64 is_nonnegative64 magnitude64 i64: i8 i16 i32 i64 isize;
    exp64 always same u64: u8 u16 u32 u64 usize;
    exp128 is_nonnegative128 magnitude128 i128: i128;
    exp128 always same u128: u128;
}
