//! Integers in hexadecimal, octal and binary.
//!
//! A negative number is written as its two's complement in its own width.

use super::text::text;
use super::{Binary, Formatter, LowerHex, Octal, Result, UpperHex};
use crate::intrinsics::{array_new, array_write, RawArray};

/// A power of two as a base.
#[derive(Copy, Clone)]
#[wrc::flat]
struct Radix {
    /// How many bits one digit stands for.
    shift: u32,
    /// What digits from ten on start from: `b'a' - 10` or `b'A' - 10`.
    letter: u8,
    prefix: &'static str,
}

const BINARY: Radix = Radix {
    shift: 1,
    letter: 0,
    prefix: "0b",
};
const OCTAL: Radix = Radix {
    shift: 3,
    letter: 0,
    prefix: "0o",
};
const LOWER_HEX: Radix = Radix {
    shift: 4,
    letter: b'a' - 10,
    prefix: "0x",
};
const UPPER_HEX: Radix = Radix {
    shift: 4,
    letter: b'A' - 10,
    prefix: "0x",
};

fn digits(buf: RawArray<u8>, end: usize, value: u64, shift: u32, letter: u8) -> usize {
    let mask = (1 << shift) - 1;
    let mut at = end;
    let mut rest = value;
    loop {
        let digit = (rest & mask) as u8;
        at -= 1;
        array_write(
            buf,
            at,
            if digit < 10 {
                b'0' + digit
            } else {
                letter + digit
            },
        );
        rest >>= shift;
        if rest == 0 {
            return at;
        }
    }
}

fn fmt64(f: &mut Formatter<'_>, value: u64, radix: Radix) -> Result {
    let buf = array_new(64);
    let first = digits(buf, 64, value, radix.shift, radix.letter);
    f.pad_integral(true, radix.prefix, text(buf, first, 64 - first))
}

/// Digits are cut off in groups of 60 bits, which all three bases divide evenly.
fn fmt128(f: &mut Formatter<'_>, value: u128, radix: Radix) -> Result {
    const GROUP: u32 = 60;
    let buf = array_new(128);
    let mut at = 128;
    let mut rest = value;
    while rest >> GROUP != 0 {
        let group = rest as u64 & ((1 << GROUP) - 1);
        let first = digits(buf, at, group, radix.shift, radix.letter);
        at -= (GROUP / radix.shift) as usize;
        let mut zero = at;
        while zero < first {
            array_write(buf, zero, b'0');
            zero += 1;
        }
        rest >>= GROUP;
    }
    let first = digits(buf, at, rest as u64, radix.shift, radix.letter);
    f.pad_integral(true, radix.prefix, text(buf, first, 128 - first))
}

macro_rules! items {
    ($radix:ident $write:ident $($wide:ident)+) => {
        #[inline]
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            $write(f, *self $(as $wide)+, $radix)
        }
    };
}

macro_rules! radix {
    ($($signed:ident as $ty:ident as $wide:ident: $write:ident;)*) => {
        $(
            impl Binary for $ty { items! { BINARY $write $wide } }
            impl Octal for $ty { items! { OCTAL $write $wide } }
            impl LowerHex for $ty { items! { LOWER_HEX $write $wide } }
            impl UpperHex for $ty { items! { UPPER_HEX $write $wide } }
            impl Binary for $signed { items! { BINARY $write $ty $wide } }
            impl Octal for $signed { items! { OCTAL $write $ty $wide } }
            impl LowerHex for $signed { items! { LOWER_HEX $write $ty $wide } }
            impl UpperHex for $signed { items! { UPPER_HEX $write $ty $wide } }
        )*
    };
}

radix! {
    i8 as u8 as u64: fmt64;
    i16 as u16 as u64: fmt64;
    i32 as u32 as u64: fmt64;
    i64 as u64 as u64: fmt64;
    i128 as u128 as u128: fmt128;
    isize as usize as u64: fmt64;
}
