//! Integers whose operators are modular.

use crate::fmt;
use crate::ops::{
    Add, AddAssign, BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Div, DivAssign,
    Mul, MulAssign, Neg, Not, Rem, RemAssign, Shl, ShlAssign, Shr, ShrAssign, Sub, SubAssign,
};

/// An integer whose operators are modular.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Copy, Default, Hash)]
#[repr(transparent)]
pub struct Wrapping<T>(pub T);

macro_rules! formats {
    ($($Trait:ident)*) => {
        $(
            impl<T: fmt::$Trait> fmt::$Trait for Wrapping<T> {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    self.0.fmt(f)
                }
            }
        )*
    };
}

formats! { Debug Display Binary Octal LowerHex UpperHex }

/// An operator, its assigning form, and both with a reference on the right.
macro_rules! operator {
    ($ty:ident: $($Trait:ident $method:ident $Assign:ident $assign:ident |$a:ident, $b:ident| $value:expr;)*) => {
        $(
            impl $Trait for Wrapping<$ty> {
                type Output = Wrapping<$ty>;

                #[inline(always)]
                #[track_caller]
                fn $method(self, other: Wrapping<$ty>) -> Wrapping<$ty> {
                    let $a = self.0;
                    let $b = other.0;
                    Wrapping($value)
                }
            }

            impl<'a> $Trait<&'a Wrapping<$ty>> for Wrapping<$ty> {
                type Output = Wrapping<$ty>;

                #[inline(always)]
                #[track_caller]
                fn $method(self, other: &'a Wrapping<$ty>) -> Wrapping<$ty> {
                    $Trait::$method(self, *other)
                }
            }

            impl<'a> $Trait<Wrapping<$ty>> for &'a Wrapping<$ty> {
                type Output = Wrapping<$ty>;

                #[inline(always)]
                #[track_caller]
                fn $method(self, other: Wrapping<$ty>) -> Wrapping<$ty> {
                    $Trait::$method(*self, other)
                }
            }

            impl<'a, 'b> $Trait<&'a Wrapping<$ty>> for &'b Wrapping<$ty> {
                type Output = Wrapping<$ty>;

                #[inline(always)]
                #[track_caller]
                fn $method(self, other: &'a Wrapping<$ty>) -> Wrapping<$ty> {
                    $Trait::$method(*self, *other)
                }
            }

            impl $Assign for Wrapping<$ty> {
                #[inline(always)]
                #[track_caller]
                fn $assign(&mut self, other: Wrapping<$ty>) {
                    *self = $Trait::$method(*self, other);
                }
            }

            impl $Assign<&Wrapping<$ty>> for Wrapping<$ty> {
                #[inline(always)]
                #[track_caller]
                fn $assign(&mut self, other: &Wrapping<$ty>) {
                    *self = $Trait::$method(*self, *other);
                }
            }

            impl $Assign<$ty> for Wrapping<$ty> {
                #[inline(always)]
                #[track_caller]
                fn $assign(&mut self, other: $ty) {
                    *self = $Trait::$method(*self, Wrapping(other));
                }
            }
        )*
    };
}

macro_rules! wrapping {
    ($($ty:ident)*) => {
        $(
            operator! {
                $ty:
                Add add AddAssign add_assign |a, b| a.wrapping_add(b);
                Sub sub SubAssign sub_assign |a, b| a.wrapping_sub(b);
                Mul mul MulAssign mul_assign |a, b| a.wrapping_mul(b);
                Div div DivAssign div_assign |a, b| a.wrapping_div(b);
                Rem rem RemAssign rem_assign |a, b| a.wrapping_rem(b);
                BitXor bitxor BitXorAssign bitxor_assign |a, b| a ^ b;
                BitOr bitor BitOrAssign bitor_assign |a, b| a | b;
                BitAnd bitand BitAndAssign bitand_assign |a, b| a & b;
            }

            impl Shl<usize> for Wrapping<$ty> {
                type Output = Wrapping<$ty>;

                #[inline(always)]
                fn shl(self, other: usize) -> Wrapping<$ty> {
                    Wrapping(self.0.wrapping_shl(other as u32))
                }
            }

            impl Shr<usize> for Wrapping<$ty> {
                type Output = Wrapping<$ty>;

                #[inline(always)]
                fn shr(self, other: usize) -> Wrapping<$ty> {
                    Wrapping(self.0.wrapping_shr(other as u32))
                }
            }

            impl ShlAssign<usize> for Wrapping<$ty> {
                #[inline(always)]
                fn shl_assign(&mut self, other: usize) {
                    *self = *self << other;
                }
            }

            impl ShrAssign<usize> for Wrapping<$ty> {
                #[inline(always)]
                fn shr_assign(&mut self, other: usize) {
                    *self = *self >> other;
                }
            }

            impl Not for Wrapping<$ty> {
                type Output = Wrapping<$ty>;

                #[inline(always)]
                fn not(self) -> Wrapping<$ty> {
                    Wrapping(!self.0)
                }
            }

            impl Neg for Wrapping<$ty> {
                type Output = Wrapping<$ty>;

                #[inline(always)]
                fn neg(self) -> Wrapping<$ty> {
                    Wrapping(self.0.wrapping_neg())
                }
            }

            impl Wrapping<$ty> {
                /// The smallest value.
                pub const MIN: Self = Wrapping($ty::MIN);
                /// The largest value.
                pub const MAX: Self = Wrapping($ty::MAX);
                /// The number of bits.
                pub const BITS: u32 = $ty::BITS;

                /// The number of ones.
                #[inline]
                #[must_use]
                pub const fn count_ones(self) -> u32 {
                    self.0.count_ones()
                }

                /// The number of zeros.
                #[inline]
                #[must_use]
                pub const fn count_zeros(self) -> u32 {
                    self.0.count_zeros()
                }

                /// The number of zeros before the first one.
                #[inline]
                #[must_use]
                pub const fn leading_zeros(self) -> u32 {
                    self.0.leading_zeros()
                }

                /// The number of zeros after the last one.
                #[inline]
                #[must_use]
                pub const fn trailing_zeros(self) -> u32 {
                    self.0.trailing_zeros()
                }

                /// Rotated towards the high end.
                #[inline]
                #[must_use]
                pub const fn rotate_left(self, n: u32) -> Self {
                    Wrapping(self.0.rotate_left(n))
                }

                /// Rotated towards the low end.
                #[inline]
                #[must_use]
                pub const fn rotate_right(self, n: u32) -> Self {
                    Wrapping(self.0.rotate_right(n))
                }

                /// The power.
                #[inline]
                #[must_use]
                pub fn pow(self, exp: u32) -> Self {
                    Wrapping(self.0.wrapping_pow(exp))
                }
            }
        )*
    };
}

wrapping! { usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 }
