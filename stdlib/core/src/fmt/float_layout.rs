//! Layout of decimal numbers: digits and the place of the point become text.

use super::num::digits32;
use super::text::text;
use crate::intrinsics::RawArray;
use crate::intrinsics::{array_copy, array_fill, array_len, array_new, array_read, array_write};

/// The number `0.d1d2…dn * 10^point`. Zero is the single digit `0` with `point` 1.
#[wrc::flat]
#[derive(Copy, Clone)]
pub(super) struct Decimal {
    pub(super) digits: RawArray<u8>,
    pub(super) start: usize,
    pub(super) len: usize,
    pub(super) point: i32,
}

/// Reads what the host writes: `12.5`, `0.001`, `1.5e-7`, `2e+21`. The array is reused.
pub(super) fn parse(number: RawArray<u8>) -> Decimal {
    let end = array_len(number);
    let mut len = 0;
    let mut point = 0;
    let mut after_point = false;
    let mut index = 0;
    while index < end {
        let byte = array_read(number, index);
        index += 1;
        if byte == b'e' {
            point += parse_exponent(number, index, end);
            break;
        }
        if byte == b'.' {
            after_point = true;
        } else if len == 0 && byte == b'0' {
            point -= after_point as i32;
        } else {
            array_write(number, len, byte);
            len += 1;
            point += !after_point as i32;
        }
    }
    if len == 0 {
        array_write(number, 0, b'0');
        return Decimal {
            digits: number,
            start: 0,
            len: 1,
            point: 1,
        };
    }
    while array_read(number, len - 1) == b'0' {
        len -= 1;
    }
    Decimal {
        digits: number,
        start: 0,
        len,
        point,
    }
}

fn parse_exponent(number: RawArray<u8>, start: usize, end: usize) -> i32 {
    let mut exponent = 0;
    let mut is_negative = false;
    let mut index = start;
    while index < end {
        let byte = array_read(number, index);
        if byte == b'-' {
            is_negative = true;
        } else if byte != b'+' {
            exponent = exponent * 10 + (byte - b'0') as i32;
        }
        index += 1;
    }
    if is_negative {
        -exponent
    } else {
        exponent
    }
}

/// Without an exponent, and with at least `min_fraction` (0 or 1) digits after the point.
pub(super) fn plain<'a>(number: Decimal, min_fraction: usize) -> &'a str {
    let Decimal {
        digits,
        start,
        len,
        point,
    } = number;
    if point <= 0 {
        let zeros = 2 + -point as usize;
        let buf = array_new(zeros + len);
        array_fill(buf, 0, b'0', zeros);
        array_write(buf, 1, b'.');
        array_copy(buf, zeros, digits, start, len);
        return text(buf, 0, zeros + len);
    }
    let whole = point as usize;
    if whole < len {
        let buf = array_new(len + 1);
        array_copy(buf, 0, digits, start, whole);
        array_write(buf, whole, b'.');
        array_copy(buf, whole + 1, digits, start + whole, len - whole);
        return text(buf, 0, len + 1);
    }
    let total = whole + 2 * min_fraction;
    let buf = array_new(total);
    array_fill(buf, 0, b'0', total);
    array_copy(buf, 0, digits, start, len);
    if min_fraction != 0 {
        array_write(buf, whole, b'.');
    }
    text(buf, 0, total)
}

/// With an exponent, and with at least `min_fraction` digits after the point.
pub(super) fn exponential<'a>(number: Decimal, min_fraction: usize, is_upper: bool) -> &'a str {
    let Decimal {
        digits,
        start,
        len,
        point,
    } = number;
    let fraction = if min_fraction > len - 1 {
        min_fraction
    } else {
        len - 1
    };
    // One digit, the point, the fraction, `e-` and up to ten digits.
    let buf = array_new(fraction + 14);
    array_write(buf, 0, array_read(digits, start));
    let mut at = 1;
    if fraction != 0 {
        array_write(buf, 1, b'.');
        array_fill(buf, 2, b'0', fraction);
        array_copy(buf, 2, digits, start + 1, len - 1);
        at = 2 + fraction;
    }
    array_write(buf, at, if is_upper { b'E' } else { b'e' });
    at += 1;
    let exponent = point - 1;
    if exponent < 0 {
        array_write(buf, at, b'-');
        at += 1;
    }
    let magnitude = if exponent < 0 { -exponent } else { exponent } as u32;
    let end = fraction + 14;
    let first = digits32(buf, end, magnitude);
    array_copy(buf, at, buf, first, end - first);
    text(buf, 0, at + end - first)
}
