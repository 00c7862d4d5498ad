//! Integers whose operators stay at the bounds.

use super::integer::{wrapped_assign, wrapped_binary, wrapped_operators, Integer};
use super::wrapped_bits::{wrapped_bits, wrapped_signed, wrapped_unsigned};
use crate::fmt;
use crate::ops::{
    Add, AddAssign, BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Div, DivAssign,
    Mul, MulAssign, Neg, Not, Rem, RemAssign, Sub, SubAssign,
};

/// An integer whose operators stay at the bounds.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Copy, Default, Hash)]
#[repr(transparent)]
pub struct Saturating<T>(pub T);

macro_rules! formats {
    ($($Trait:ident)*) => {
        $(
            impl<T: fmt::$Trait> fmt::$Trait for Saturating<T> {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    self.0.fmt(f)
                }
            }
        )*
    };
}

formats! { Debug Display Binary Octal LowerHex UpperHex }

/// What the operators do.
mod operation {
    use super::Integer;
    pub(super) use crate::intrinsics::{saturating_add as add, saturating_sub as sub};

    #[inline(always)]
    pub(super) fn mul<T: Integer>(a: T, b: T) -> T {
        a.saturating_mul(b)
    }

    #[inline(always)]
    #[track_caller]
    pub(super) fn div<T: Integer>(a: T, b: T) -> T {
        a.saturating_div(b)
    }

    #[inline(always)]
    #[track_caller]
    pub(super) fn rem<T: Integer>(a: T, b: T) -> T {
        a.wrapping_rem(b)
    }

    #[inline(always)]
    pub(super) fn bitxor<T: Integer>(a: T, b: T) -> T {
        a ^ b
    }

    #[inline(always)]
    pub(super) fn bitor<T: Integer>(a: T, b: T) -> T {
        a | b
    }

    #[inline(always)]
    pub(super) fn bitand<T: Integer>(a: T, b: T) -> T {
        a & b
    }
}

wrapped_operators! {
    Saturating:
    Add add AddAssign add_assign;
    Sub sub SubAssign sub_assign;
    Mul mul MulAssign mul_assign;
    Div div DivAssign div_assign;
    Rem rem RemAssign rem_assign;
    BitXor bitxor BitXorAssign bitxor_assign;
    BitOr bitor BitOrAssign bitor_assign;
    BitAnd bitand BitAndAssign bitand_assign;
}

impl<T: Integer> Not for Saturating<T> {
    type Output = Saturating<T>;

    #[inline(always)]
    fn not(self) -> Saturating<T> {
        Saturating(!self.0)
    }
}

impl<T: Integer> Not for &Saturating<T> {
    type Output = Saturating<T>;

    #[inline(always)]
    fn not(self) -> Saturating<T> {
        Saturating(!self.0)
    }
}

macro_rules! neg_items {
    ($ty:ident) => {
        type Output = Saturating<$ty>;

        #[inline(always)]
        fn neg(self) -> Saturating<$ty> {
            Saturating(self.0.saturating_neg())
        }
    };
}

/// Only signed integers have negatives.
macro_rules! neg {
    ($($ty:ident)*) => {
        $(
            impl Neg for Saturating<$ty> { neg_items! { $ty } }
            impl Neg for &Saturating<$ty> { neg_items! { $ty } }
        )*
    };
}

neg! { isize i8 i16 i32 i64 i128 }

macro_rules! methods {
    ($ty:ident) => {
        /// The smallest value.
        pub const MIN: Self = Saturating($ty::MIN);
        /// The largest value.
        pub const MAX: Self = Saturating($ty::MAX);
        /// The number of bits.
        pub const BITS: u32 = $ty::BITS;

        wrapped_bits! { Saturating $ty }

        /// The power.
        #[inline]
        #[must_use]
        pub const fn pow(self, exp: u32) -> Self {
            Saturating(self.0.saturating_pow(exp))
        }
    };
}

// In a constant for the reason given in `int_impls`.
const _: () = {
    macro_rules! impls {
        ($($ty:ident)*; $name:ident! $args:tt) => {
            $(
                impl Saturating<$ty> {
                    methods! { $ty }
                    $name! $args
                }
            )*
        };
    }

    impls! { usize u8 u16 u32 u64 u128; wrapped_unsigned! {} }
    impls! { isize i8 i16 i32 i64 i128; wrapped_signed! { Saturating saturating_abs } }
};
