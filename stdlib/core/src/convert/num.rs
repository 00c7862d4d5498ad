//! Conversions between numbers.

use crate::num::TryFromIntError;

macro_rules! lossless_items {
    ($Small:ty) => {
        #[inline(always)]
        fn from(small: $Small) -> Self {
            small as Self
        }
    };
}

/// Conversions that keep the value.
macro_rules! lossless {
    ($($Small:ident => $($Large:ident)*;)*) => {
        $($(impl From<$Small> for $Large { lossless_items! { $Small } })*)*
    };
}

lossless! {
    bool => u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize;
    u8 => u16 u32 u64 u128 usize i16 i32 i64 i128 isize f32 f64 char;
    u16 => u32 u64 u128 usize i32 i64 i128 f32 f64;
    u32 => u64 u128 i64 i128 f64;
    u64 => u128 i128;
    i8 => i16 i32 i64 i128 isize f32 f64;
    i16 => i32 i64 i128 isize f32 f64;
    i32 => i64 i128 f64;
    i64 => i128;
    f32 => f64;
    char => u32 u64 u128;
}

impl From<bool> for f32 {
    #[inline]
    fn from(small: bool) -> f32 {
        small as u8 as f32
    }
}

impl From<bool> for f64 {
    #[inline]
    fn from(small: bool) -> f64 {
        small as u8 as f64
    }
}

macro_rules! checked_items {
    ($Source:ident $Target:ident) => {
        type Error = TryFromIntError;

        #[inline(always)]
        fn try_from(value: $Source) -> Result<Self, TryFromIntError> {
            let converted = value as $Target;
            #[allow(unused_comparisons)]
            if converted as $Source == value && (converted < 0) == (value < 0) {
                Ok(converted)
            } else {
                Err(TryFromIntError(()))
            }
        }
    };
}

/// Conversions that are an error if the value does not fit. A value fits if it survives the way
/// there and back with its sign.
macro_rules! checked {
    ($($Source:ident => $($Target:ident)*;)*) => {
        $($(impl TryFrom<$Source> for $Target { checked_items! { $Source $Target } })*)*
    };
}

checked! {
    u8 => i8;
    u16 => u8 i8 i16 isize;
    u32 => u8 u16 i8 i16 i32 usize isize;
    u64 => u8 u16 u32 i8 i16 i32 i64 usize isize;
    u128 => u8 u16 u32 u64 i8 i16 i32 i64 i128 usize isize;
    i8 => u8 u16 u32 u64 u128 usize;
    i16 => u8 u16 u32 u64 u128 i8 usize;
    i32 => u8 u16 u32 u64 u128 i8 i16 usize isize;
    i64 => u8 u16 u32 u64 u128 i8 i16 i32 usize isize;
    i128 => u8 u16 u32 u64 u128 i8 i16 i32 i64 usize isize;
    usize => u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 isize;
    isize => u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 usize;
}
