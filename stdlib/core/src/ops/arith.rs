//! `+ - * / %` and unary `-`.

use super::items::{binary, unary};

macro_rules! binary_traits {
    ($($(#[$doc:meta])* $lang:literal $Trait:ident $method:ident;)*) => {
        $(
            $(#[$doc])*
            #[lang = $lang]
            #[diagnostic::on_unimplemented(
                message = "no implementation for this operator between `{Self}` and `{Rhs}`",
                label = "no implementation for this operator"
            )]
            pub trait $Trait<Rhs = Self> {
                /// The type of the result.
                type Output;

                /// Performs the operation.
                #[must_use]
                fn $method(self, rhs: Rhs) -> Self::Output;
            }
        )*
    };
}

binary_traits! {
    /// `a + b`.
    "add" Add add;
    /// `a - b`.
    "sub" Sub sub;
    /// `a * b`.
    "mul" Mul mul;
    /// `a / b`.
    "div" Div div;
    /// `a % b`.
    "rem" Rem rem;
}

macro_rules! binary_impls {
    ($($Trait:ident $method:ident $op:tt: $($ty:ident)*;)*) => {
        $($(
            impl $Trait for $ty { binary! { $method $op $ty: [] $ty, [] } }
            impl $Trait<&$ty> for $ty { binary! { $method $op $ty: [] &$ty, [*] } }
            impl $Trait<$ty> for &$ty { binary! { $method $op $ty: [*] $ty, [] } }
            impl $Trait<&$ty> for &$ty { binary! { $method $op $ty: [*] &$ty, [*] } }
        )*)*
    };
}

binary_impls! {
    Add add +: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
    Sub sub -: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
    Mul mul *: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
    Div div /: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
    Rem rem %: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
}

/// `-a`.
#[lang = "neg"]
pub trait Neg {
    /// The type of the result.
    type Output;

    /// Performs the operation.
    #[must_use]
    fn neg(self) -> Self::Output;
}

macro_rules! neg {
    ($($ty:ident)*) => {
        $(
            impl Neg for $ty { unary! { neg - $ty: [] } }
            impl Neg for &$ty { unary! { neg - $ty: [*] } }
        )*
    };
}

neg! { i8 i16 i32 i64 i128 isize f32 f64 }
