//! `! & | ^`.

use super::items::{total_binary, total_unary};

/// `!a`.
#[lang = "not"]
pub trait Not {
    /// The type of the result.
    type Output;

    /// Performs the operation.
    #[must_use]
    fn not(self) -> Self::Output;
}

macro_rules! not {
    ($($ty:ident)*) => {
        $(
            impl Not for $ty { total_unary! { not ! $ty: [] } }
            impl Not for &$ty { total_unary! { not ! $ty: [*] } }
        )*
    };
}

not! { bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

impl Not for ! {
    type Output = !;

    fn not(self) -> ! {
        self
    }
}

macro_rules! binary_traits {
    ($($(#[$doc:meta])* $lang:literal $Trait:ident $method:ident;)*) => {
        $(
            $(#[$doc])*
            #[lang = $lang]
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
    /// `a & b`.
    "bitand" BitAnd bitand;
    /// `a | b`.
    "bitor" BitOr bitor;
    /// `a ^ b`.
    "bitxor" BitXor bitxor;
}

macro_rules! binary_impls {
    ($($Trait:ident $method:ident $op:tt: $($ty:ident)*;)*) => {
        $($(
            impl $Trait for $ty { total_binary! { $method $op $ty: [] $ty, [] } }
            impl $Trait<&$ty> for $ty { total_binary! { $method $op $ty: [] &$ty, [*] } }
            impl $Trait<$ty> for &$ty { total_binary! { $method $op $ty: [*] $ty, [] } }
            impl $Trait<&$ty> for &$ty { total_binary! { $method $op $ty: [*] &$ty, [*] } }
        )*)*
    };
}

binary_impls! {
    BitAnd bitand &: bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
    BitOr bitor |: bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
    BitXor bitxor ^: bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
}
