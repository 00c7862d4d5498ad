//! Integers whose operators stay at the bounds.

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

macro_rules! operator {
    ($ty:ident: $($Trait:ident $method:ident $Assign:ident $assign:ident |$a:ident, $b:ident| $value:expr;)*) => {
        $(
            impl $Trait for Saturating<$ty> {
                type Output = Saturating<$ty>;

                #[inline(always)]
                #[track_caller]
                fn $method(self, other: Saturating<$ty>) -> Saturating<$ty> {
                    let $a = self.0;
                    let $b = other.0;
                    Saturating($value)
                }
            }

            impl<'a> $Trait<&'a Saturating<$ty>> for Saturating<$ty> {
                type Output = Saturating<$ty>;

                #[inline(always)]
                #[track_caller]
                fn $method(self, other: &'a Saturating<$ty>) -> Saturating<$ty> {
                    $Trait::$method(self, *other)
                }
            }

            impl $Assign for Saturating<$ty> {
                #[inline(always)]
                #[track_caller]
                fn $assign(&mut self, other: Saturating<$ty>) {
                    *self = $Trait::$method(*self, other);
                }
            }

            impl $Assign<$ty> for Saturating<$ty> {
                #[inline(always)]
                #[track_caller]
                fn $assign(&mut self, other: $ty) {
                    *self = $Trait::$method(*self, Saturating(other));
                }
            }
        )*
    };
}

macro_rules! saturating {
    ($($ty:ident)*) => {
        $(
            operator! {
                $ty:
                Add add AddAssign add_assign |a, b| a.saturating_add(b);
                Sub sub SubAssign sub_assign |a, b| a.saturating_sub(b);
                Mul mul MulAssign mul_assign |a, b| a.saturating_mul(b);
                Div div DivAssign div_assign |a, b| a.saturating_div(b);
                Rem rem RemAssign rem_assign |a, b| a.wrapping_rem(b);
                BitXor bitxor BitXorAssign bitxor_assign |a, b| a ^ b;
                BitOr bitor BitOrAssign bitor_assign |a, b| a | b;
                BitAnd bitand BitAndAssign bitand_assign |a, b| a & b;
            }

            impl Not for Saturating<$ty> {
                type Output = Saturating<$ty>;

                #[inline(always)]
                fn not(self) -> Saturating<$ty> {
                    Saturating(!self.0)
                }
            }

            impl Saturating<$ty> {
                /// The smallest value.
                pub const MIN: Self = Saturating($ty::MIN);
                /// The largest value.
                pub const MAX: Self = Saturating($ty::MAX);
                /// The number of bits.
                pub const BITS: u32 = $ty::BITS;

                /// The power.
                #[inline]
                #[must_use]
                pub const fn pow(self, exp: u32) -> Self {
                    Saturating(self.0.saturating_pow(exp))
                }
            }
        )*
    };
}

saturating! { usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 }

macro_rules! neg {
    ($($ty:ident)*) => {
        $(
            impl Neg for Saturating<$ty> {
                type Output = Self;

                #[inline(always)]
                fn neg(self) -> Self {
                    Saturating(self.0.saturating_neg())
                }
            }
        )*
    };
}

neg! { isize i8 i16 i32 i64 i128 }
