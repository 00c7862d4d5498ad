//! Decimal numbers to the nearest float, exactly.
//!
//! A number is `mantissa * 10^exponent`, and if its digits do not fit 64 bits, they follow in
//! `digits`. The general way computes `digits * 5^e` or `digits / 5^e` with big integers, takes
//! the top 64 bits and whether anything is left below, and rounds once.

use crate::intrinsics::{array_copy, array_len, array_new, array_read, array_write, RawArray};

/// More digits than these cannot change which float is nearest, except by not being zero.
const MAX_DIGITS: usize = 800;

/// A decimal number without sign.
#[wrc::object]
pub(super) struct Decimal {
    /// The leading digits.
    pub(super) mantissa: u64,
    /// How many digits `mantissa` has.
    mantissa_len: usize,
    /// The power of ten that the last digit stands for.
    pub(super) exponent: i64,
    /// Whether `mantissa` is all there is.
    pub(super) is_exact: bool,
    /// All digits, once they do not fit `mantissa`.
    digits: RawArray<u8>,
    len: usize,
    /// Whether a digit beyond `MAX_DIGITS` is not zero.
    is_cut: bool,
}

impl Decimal {
    pub(super) fn new() -> Decimal {
        Decimal {
            mantissa: 0,
            mantissa_len: 0,
            exponent: 0,
            is_exact: true,
            digits: array_new(0),
            len: 0,
            is_cut: false,
        }
    }

    /// Appends a digit.
    pub(super) fn push(&mut self, digit: u8) {
        if self.is_exact {
            if self.mantissa_len < 19 {
                self.mantissa = self.mantissa * 10 + digit as u64;
                self.mantissa_len += (self.mantissa != 0) as usize;
                return;
            }
            self.spill();
        }
        if self.len == MAX_DIGITS {
            self.is_cut |= digit != 0;
            self.exponent += 1;
            return;
        }
        if self.len == array_len(self.digits) {
            let wider = array_new(self.len * 2);
            array_copy(wider, 0, self.digits, 0, self.len);
            self.digits = wider;
        }
        array_write(self.digits, self.len, digit);
        self.len += 1;
    }

    /// Moves the digits from `mantissa` to `digits`.
    fn spill(&mut self) {
        let len = self.mantissa_len;
        self.digits = array_new(64);
        let mut rest = self.mantissa;
        let mut at = len;
        while at > 0 {
            at -= 1;
            array_write(self.digits, at, (rest % 10) as u8);
            rest /= 10;
        }
        self.len = len;
        self.is_exact = false;
    }
}

/// A big integer: `len` limbs, lowest first. The array has room for all that is done with it.
#[wrc::object]
struct Big {
    limbs: RawArray<u32>,
    len: usize,
}

impl Big {
    fn new(capacity: usize) -> Big {
        Big {
            limbs: array_new(capacity),
            len: 0,
        }
    }

    /// `self * factor + addend`.
    fn mul_add(&mut self, factor: u32, addend: u32) {
        let mut carry = addend as u64;
        let mut index = 0;
        while index < self.len {
            let value = array_read(self.limbs, index) as u64 * factor as u64 + carry;
            array_write(self.limbs, index, value as u32);
            carry = value >> 32;
            index += 1;
        }
        if carry != 0 {
            array_write(self.limbs, self.len, carry as u32);
            self.len += 1;
        }
    }

    /// Times a power of five.
    fn mul_pow5(&mut self, exponent: usize) {
        let mut left = exponent;
        while left >= 13 {
            self.mul_add(1_220_703_125, 0);
            left -= 13;
        }
        while left > 0 {
            self.mul_add(5, 0);
            left -= 1;
        }
    }

    /// The number of bits.
    fn bits(&self) -> usize {
        if self.len == 0 {
            return 0;
        }
        let top = array_read(self.limbs, self.len - 1);
        self.len * 32 - top.leading_zeros() as usize
    }

    /// Bit `index`.
    fn limb_at_bit(&self, bit: usize) -> u32 {
        let index = bit / 32;
        let shift = (bit % 32) as u32;
        let low = if index < self.len { array_read(self.limbs, index) } else { 0 };
        if shift == 0 {
            return low;
        }
        let high = if index + 1 < self.len { array_read(self.limbs, index + 1) } else { 0 };
        low >> shift | high << (32 - shift)
    }

    /// Whether a bit below `count` is set.
    fn has_bits_below(&self, count: usize) -> bool {
        let mut index = 0;
        while index < count / 32 {
            if array_read(self.limbs, index) != 0 {
                return true;
            }
            index += 1;
        }
        let rest = count % 32;
        rest != 0 && array_read(self.limbs, index) << (32 - rest as u32) != 0
    }

    /// `self << count`, in a new array.
    fn shifted(&self, count: usize) -> Big {
        let mut result = Big::new(self.len + count / 32 + 2);
        result.len = (self.bits() + count + 31) / 32;
        let mut index = count / 32;
        let shift = (count % 32) as u32;
        let first = index;
        while index < result.len {
            let low = index - first;
            let mut value = 0;
            if low < self.len {
                value = array_read(self.limbs, low) << shift;
            }
            if shift != 0 && low > 0 {
                value |= array_read(self.limbs, low - 1) >> (32 - shift);
            }
            array_write(result.limbs, index, value);
            index += 1;
        }
        result
    }

    /// Subtracts `other << (32 * at)` times `factor`; returns whether it went below zero.
    fn sub_product(&mut self, other: &Big, factor: u32, at: usize) -> bool {
        let mut carry = 0u64;
        let mut borrow = 0i64;
        let mut index = 0;
        while index + at < self.len {
            let digit = if index < other.len { array_read(other.limbs, index) } else { 0 };
            let product = digit as u64 * factor as u64 + carry;
            carry = product >> 32;
            let value = array_read(self.limbs, index + at) as i64 - (product as u32) as i64 + borrow;
            array_write(self.limbs, index + at, value as u32);
            borrow = value >> 32;
            index += 1;
        }
        borrow < 0 || carry != 0
    }

    /// Adds `other << (32 * at)`, modulo the size of `self`.
    fn add_back(&mut self, other: &Big, at: usize) {
        let mut carry = 0u64;
        let mut index = 0;
        while index + at < self.len {
            let digit = if index < other.len { array_read(other.limbs, index) } else { 0 };
            let value = array_read(self.limbs, index + at) as u64 + digit as u64 + carry;
            array_write(self.limbs, index + at, value as u32);
            carry = value >> 32;
            index += 1;
        }
    }
}

/// A positive number `top * 2^exponent`, plus something below if `is_inexact`. The highest bit of
/// `top` is set.
#[wrc::object]
struct Binary {
    top: u64,
    exponent: i64,
    is_inexact: bool,
}

/// The top bits of a big integer.
fn top_of(number: &Big) -> Binary {
    let bits = number.bits();
    if bits < 64 {
        let low = number.limb_at_bit(0) as u64 | (number.limb_at_bit(32) as u64) << 32;
        return Binary {
            top: low << (64 - bits as u32),
            exponent: bits as i64 - 64,
            is_inexact: false,
        };
    }
    let below = bits - 64;
    Binary {
        top: number.limb_at_bit(below) as u64 | (number.limb_at_bit(below + 32) as u64) << 32,
        exponent: below as i64,
        is_inexact: number.has_bits_below(below),
    }
}

/// The digits as a big integer with room for a factor of `extra` bits.
fn digits_of(decimal: &Decimal, extra: usize) -> Big {
    let mut number = Big::new(decimal.len / 8 + extra / 32 + 8);
    if decimal.is_exact {
        let mantissa = decimal.mantissa;
        array_write(number.limbs, 0, mantissa as u32);
        array_write(number.limbs, 1, (mantissa >> 32) as u32);
        number.len = 1 + (mantissa >> 32 != 0) as usize;
        return number;
    }
    let mut index = 0;
    while index < decimal.len {
        number.mul_add(10, array_read(decimal.digits, index) as u32);
        index += 1;
    }
    number
}

/// `number / divisor` to at least 64 bits.
fn quotient(number: &Big, divisor: &Big) -> Binary {
    // The divisor's top limb gets its highest bit set, the quotient at least 65 bits.
    let align = (32 - divisor.bits() % 32) % 32;
    let divisor = divisor.shifted(align);
    let wanted = divisor.bits() + 65;
    let bits = number.bits() + align;
    let shift = if bits < wanted { wanted - bits } else { 0 };
    let mut rest = number.shifted(align + shift);
    // One more limb on top, so that every estimate looks at two.
    array_write(rest.limbs, rest.len, 0);
    rest.len += 1;
    let divisor_top = array_read(divisor.limbs, divisor.len - 1) as u64;
    let mut result = Big::new(rest.len - divisor.len);
    result.len = rest.len - divisor.len;
    let mut at = result.len;
    while at > 0 {
        at -= 1;
        let high = array_read(rest.limbs, at + divisor.len) as u64;
        let low = array_read(rest.limbs, at + divisor.len - 1) as u64;
        let mut digit = (high << 32 | low) / divisor_top;
        if digit > 0xFFFF_FFFF {
            digit = 0xFFFF_FFFF;
        }
        if rest.sub_product(&divisor, digit as u32, at) {
            // The estimate is too large by two at most.
            loop {
                digit -= 1;
                let before = array_read(rest.limbs, rest.len - 1);
                rest.add_back(&divisor, at);
                if array_read(rest.limbs, rest.len - 1) < before
                    || before == 0xFFFF_FFFF && array_read(rest.limbs, rest.len - 1) == 0
                {
                    break;
                }
            }
        }
        array_write(result.limbs, at, digit as u32);
    }
    while result.len > 0 && array_read(result.limbs, result.len - 1) == 0 {
        result.len -= 1;
    }
    let mut binary = top_of(&result);
    binary.exponent -= shift as i64;
    binary.is_inexact |= rest.has_bits_below(rest.len * 32);
    binary
}

/// The number in base two.
fn to_binary(decimal: &Decimal) -> Binary {
    let exponent = decimal.exponent;
    let mut binary = if exponent >= 0 {
        let mut number = digits_of(decimal, exponent as usize * 3);
        number.mul_pow5(exponent as usize);
        top_of(&number)
    } else {
        let number = digits_of(decimal, 0);
        let power = -exponent as usize;
        let mut divisor = Big::new(power / 8 + 2);
        divisor.mul_add(0, 1);
        divisor.mul_pow5(power);
        quotient(&number, &divisor)
    };
    binary.exponent += exponent;
    binary.is_inexact |= decimal.is_cut;
    binary
}

/// Rounds to a float of `mantissa_bits` (with the hidden one) and this smallest exponent of the
/// last bit, to even; returns the bits.
fn round(binary: &Binary, mantissa_bits: u32, min_exponent: i64, max_biased: u64) -> u64 {
    let mut drop = 64 - mantissa_bits;
    let mut exponent = binary.exponent + drop as i64;
    if exponent < min_exponent {
        let more = min_exponent - exponent;
        if more > mantissa_bits as i64 {
            return 0;
        }
        drop += more as u32;
        exponent = min_exponent;
    }
    let (mut mantissa, half, rest) = if drop == 64 {
        (0, binary.top >> 63, binary.top << 1)
    } else {
        let kept = binary.top >> drop;
        (kept, binary.top >> (drop - 1) & 1, binary.top << (65 - drop))
    };
    if half == 1 && (rest != 0 || binary.is_inexact || mantissa & 1 == 1) {
        mantissa += 1;
    }
    // With the hidden one the exponent's field is one too large, so the sum is right, and a carry
    // of rounding moves to the next exponent by itself.
    let field = (exponent - min_exponent) as u64;
    let bits = (field << (mantissa_bits - 1)) + mantissa;
    let infinity = max_biased << (mantissa_bits - 1);
    if exponent - min_exponent >= max_biased as i64 || bits > infinity {
        infinity
    } else {
        bits
    }
}

/// Whether the number is certainly 0 or certainly infinite, by its magnitude alone.
fn extreme(decimal: &Decimal) -> Option<bool> {
    let len = if decimal.is_exact { decimal.mantissa_len } else { decimal.len };
    if decimal.mantissa == 0 {
        return Some(false);
    }
    let magnitude = decimal.exponent + len as i64;
    if magnitude > 400 {
        Some(true)
    } else if magnitude < -400 {
        Some(false)
    } else {
        None
    }
}

/// The nearest double.
#[inline(never)]
pub(super) fn to_f64(decimal: &Decimal) -> f64 {
    match extreme(decimal) {
        Some(true) => f64::INFINITY,
        Some(false) => 0.0,
        None => f64::from_bits(round(&to_binary(decimal), 53, -1074, 2047)),
    }
}

/// The nearest single.
#[inline(never)]
pub(super) fn to_f32(decimal: &Decimal) -> f32 {
    match extreme(decimal) {
        Some(true) => f32::INFINITY,
        Some(false) => 0.0,
        None => f32::from_bits(round(&to_binary(decimal), 24, -149, 255) as u32),
    }
}
