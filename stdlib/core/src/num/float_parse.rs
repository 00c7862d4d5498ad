//! Floats from text.

use super::decimal::{self, Decimal};
use super::error::FloatErrorKind;
use super::ParseFloatError;
use crate::str::FromStr;

/// The powers of ten that a double holds exactly.
static POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// What a text says: a number, or one of the special values.
enum Parsed {
    Number(Decimal),
    Infinity,
    Nan,
    Invalid,
}

/// Whether `bytes` from `at` on is `word`, in any case.
fn is_word(bytes: &[u8], at: usize, word: &[u8]) -> bool {
    if bytes.len() - at != word.len() {
        return false;
    }
    let mut index = 0;
    while index < word.len() {
        if bytes[at + index] | 0x20 != word[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// Reads what follows the sign.
fn parse(bytes: &[u8], start: usize) -> Parsed {
    let mut number = Decimal::new();
    let mut at = start;
    let mut digits = 0;
    while at < bytes.len() && bytes[at].is_ascii_digit() {
        number.push(bytes[at] - b'0');
        digits += 1;
        at += 1;
    }
    if at < bytes.len() && bytes[at] == b'.' {
        at += 1;
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            number.push(bytes[at] - b'0');
            number.exponent -= 1;
            digits += 1;
            at += 1;
        }
    }
    if digits == 0 {
        return if is_word(bytes, start, b"inf") || is_word(bytes, start, b"infinity") {
            Parsed::Infinity
        } else if is_word(bytes, start, b"nan") {
            Parsed::Nan
        } else {
            Parsed::Invalid
        };
    }
    if at < bytes.len() && bytes[at] | 0x20 == b'e' {
        at += 1;
        let is_negative = at < bytes.len() && bytes[at] == b'-';
        if is_negative || at < bytes.len() && bytes[at] == b'+' {
            at += 1;
        }
        let first = at;
        let mut exponent = 0;
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            // Beyond this every number is 0 or infinite; a text is not longer than memory.
            if exponent < 0x1000_0000 {
                exponent = exponent * 10 + (bytes[at] - b'0') as i64;
            }
            at += 1;
        }
        if at == first {
            return Parsed::Invalid;
        }
        number.exponent += if is_negative { -exponent } else { exponent };
    }
    if at == bytes.len() {
        Parsed::Number(number)
    } else {
        Parsed::Invalid
    }
}

macro_rules! from_str {
    ($($Float:ident $max_mantissa:expr, $max_power:literal, $convert:ident;)*) => {
        $(
            impl FromStr for $Float {
                type Err = ParseFloatError;

                fn from_str(src: &str) -> Result<$Float, ParseFloatError> {
                    let bytes = src.as_bytes();
                    if bytes.len() == 0 {
                        return Err(ParseFloatError { kind: FloatErrorKind::Empty });
                    }
                    let is_negative = bytes[0] == b'-';
                    let start = (is_negative || bytes[0] == b'+') as usize;
                    let magnitude = match parse(bytes, start) {
                        Parsed::Number(number) => {
                            let power = number.exponent;
                            if number.is_exact
                                && number.mantissa <= $max_mantissa
                                && power >= -$max_power
                                && power <= $max_power
                            {
                                // Both are exact, so the one operation rounds correctly.
                                let mantissa = number.mantissa as $Float;
                                if power < 0 {
                                    mantissa / POWERS[-power as usize] as $Float
                                } else {
                                    mantissa * POWERS[power as usize] as $Float
                                }
                            } else {
                                decimal::$convert(&number)
                            }
                        }
                        Parsed::Infinity => $Float::INFINITY,
                        Parsed::Nan => $Float::NAN,
                        Parsed::Invalid => {
                            return Err(ParseFloatError { kind: FloatErrorKind::Invalid });
                        }
                    };
                    Ok(if is_negative { -magnitude } else { magnitude })
                }
            }
        )*
    };
}

from_str! {
    f32 1 << 24, 10, to_f32;
    f64 1 << 53, 22, to_f64;
}
