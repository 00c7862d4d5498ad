//! The methods of the integer types.
//!
//! Most programs use few of them on few types. The compiler looks at the items of an impl when a
//! method of the type is called, at its other macros always; and at the impls in an unnamed constant
//! when it looks for methods, at others always. So there are macros for the items of a type, and
//! their uses are here in a constant.

use super::int::int;
use super::int_bits::bits;
use super::int_bytes::bytes;
use super::int_checked::checked;
use super::int_log::{
    log, panic_for_negative_sqrt, panic_for_nonpositive_argument, sqrt_by_float, sqrt_signed,
};
use super::int_overflowing::{is_quotient_too_large, overflowing};
use super::int_parse::{parse, parse128, parse32, parse64};
use super::int_saturating::saturating;
use super::int_signed::signed;
use super::int_strict::{strict, strict_binary, strict_signed, strict_unsigned};
use super::int_unsigned::{carrying_mul, unsigned};
use super::int_wrapping::wrapping;
use super::{IntErrorKind, ParseIntError};
use crate::intrinsics;

const _: () = {
    impl i8 {
        int! { i8 u8 8 -128, 127 }
        bits! { i8 }
        bytes! { i8 1 }
        checked! { signed i8 }
        log! { i8 }
        overflowing! { signed i8 }
        parse! { i8 parse32 u32 }
        saturating! { i8 }
        signed! { i8 u8 }
        sqrt_signed! { i8 u8 }
        strict! { i8 }
        strict_signed! { i8 u8 }
        wrapping! { i8 }
    }

    impl i16 {
        int! { i16 u16 16 -32768, 32767 }
        bits! { i16 }
        bytes! { i16 2 }
        checked! { signed i16 }
        log! { i16 }
        overflowing! { signed i16 }
        parse! { i16 parse32 u32 }
        saturating! { i16 }
        signed! { i16 u16 }
        sqrt_signed! { i16 u16 }
        strict! { i16 }
        strict_signed! { i16 u16 }
        wrapping! { i16 }
    }

    impl i32 {
        int! { i32 u32 32 -2147483648, 2147483647 }
        bits! { i32 }
        bytes! { i32 4 }
        checked! { signed i32 }
        log! { i32 }
        overflowing! { signed i32 }
        parse! { i32 parse32 u32 }
        saturating! { i32 }
        signed! { i32 u32 }
        sqrt_signed! { i32 u32 }
        strict! { i32 }
        strict_signed! { i32 u32 }
        wrapping! { i32 }
    }

    impl i64 {
        int! { i64 u64 64 -9223372036854775808, 9223372036854775807 }
        bits! { i64 }
        bytes! { i64 8 }
        checked! { signed i64 }
        log! { i64 }
        overflowing! { signed i64 }
        parse! { i64 parse64 u64 }
        saturating! { i64 }
        signed! { i64 u64 }
        sqrt_signed! { i64 u64 }
        strict! { i64 }
        strict_signed! { i64 u64 }
        wrapping! { i64 }
    }

    impl i128 {
        int! { i128 u128 128 -170141183460469231731687303715884105728,
                170141183460469231731687303715884105727 }
        bits! { i128 }
        bytes! { i128 16 }
        checked! { signed i128 }
        log! { i128 }
        overflowing! { signed i128 }
        parse! { i128 parse128 u128 }
        saturating! { i128 }
        signed! { i128 u128 }
        sqrt_signed! { i128 u128 }
        strict! { i128 }
        strict_signed! { i128 u128 }
        wrapping! { i128 }
    }

    impl isize {
        int! { isize usize 32 -2147483648, 2147483647 }
        bits! { isize }
        bytes! { isize 4 }
        checked! { signed isize }
        log! { isize }
        overflowing! { signed isize }
        parse! { isize parse32 u32 }
        saturating! { isize }
        signed! { isize usize }
        sqrt_signed! { isize usize }
        strict! { isize }
        strict_signed! { isize usize }
        wrapping! { isize }
    }

    impl u8 {
        int! { u8 u8 8 0, 255 }
        bits! { u8 }
        bytes! { u8 1 }
        checked! { unsigned u8 }
        log! { u8 }
        overflowing! { unsigned u8 }
        parse! { u8 parse32 u32 }
        saturating! { u8 }
        unsigned! { u8 i8 }
        sqrt_by_float! { u8 }
        strict! { u8 }
        strict_unsigned! { u8 i8 }
        carrying_mul! { u8 u16 }
        wrapping! { u8 }
    }

    impl u16 {
        int! { u16 u16 16 0, 65535 }
        bits! { u16 }
        bytes! { u16 2 }
        checked! { unsigned u16 }
        log! { u16 }
        overflowing! { unsigned u16 }
        parse! { u16 parse32 u32 }
        saturating! { u16 }
        unsigned! { u16 i16 }
        sqrt_by_float! { u16 }
        strict! { u16 }
        strict_unsigned! { u16 i16 }
        carrying_mul! { u16 u32 }
        wrapping! { u16 }
    }

    impl u32 {
        int! { u32 u32 32 0, 4294967295 }
        bits! { u32 }
        bytes! { u32 4 }
        checked! { unsigned u32 }
        log! { u32 }
        overflowing! { unsigned u32 }
        parse! { u32 parse32 u32 }
        saturating! { u32 }
        unsigned! { u32 i32 }
        sqrt_by_float! { u32 }
        strict! { u32 }
        strict_unsigned! { u32 i32 }
        carrying_mul! { u32 u64 }
        wrapping! { u32 }
    }

    impl u64 {
        int! { u64 u64 64 0, 18446744073709551615 }
        bits! { u64 }
        bytes! { u64 8 }
        checked! { unsigned u64 }
        log! { u64 }
        overflowing! { unsigned u64 }
        parse! { u64 parse64 u64 }
        saturating! { u64 }
        unsigned! { u64 i64 }
        strict! { u64 }
        strict_unsigned! { u64 i64 }
        carrying_mul! { u64 u128 }
        wrapping! { u64 }
    }

    impl u128 {
        int! { u128 u128 128 0, 340282366920938463463374607431768211455 }
        bits! { u128 }
        bytes! { u128 16 }
        checked! { unsigned u128 }
        log! { u128 }
        overflowing! { unsigned u128 }
        parse! { u128 parse128 u128 }
        saturating! { u128 }
        unsigned! { u128 i128 }
        strict! { u128 }
        strict_unsigned! { u128 i128 }
        wrapping! { u128 }
    }

    impl usize {
        int! { usize usize 32 0, 4294967295 }
        bits! { usize }
        bytes! { usize 4 }
        checked! { unsigned usize }
        log! { usize }
        overflowing! { unsigned usize }
        parse! { usize parse32 u32 }
        saturating! { usize }
        unsigned! { usize isize }
        sqrt_by_float! { usize }
        strict! { usize }
        strict_unsigned! { usize isize }
        carrying_mul! { usize u64 }
        wrapping! { usize }
    }
};
