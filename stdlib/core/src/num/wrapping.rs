//! Integers whose operators are modular.

use super::integer::{wrapped_assign, wrapped_binary, wrapped_operators, Integer};
use super::wrapped_bits::{wrapped_bits, wrapped_signed, wrapped_unsigned};
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

/// What the operators do.
mod operation {
    use super::Integer;
    pub(super) use crate::intrinsics::{
        wrapping_add as add, wrapping_mul as mul, wrapping_sub as sub,
    };

    #[inline(always)]
    #[track_caller]
    pub(super) fn div<T: Integer>(a: T, b: T) -> T {
        a.wrapping_div(b)
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

    #[inline(always)]
    pub(super) fn shl<T: Integer>(a: T, count: usize) -> T {
        a.wrapping_shl(count)
    }

    #[inline(always)]
    pub(super) fn shr<T: Integer>(a: T, count: usize) -> T {
        a.wrapping_shr(count)
    }

    #[inline(always)]
    pub(super) fn not<T: Integer>(a: T) -> T {
        !a
    }

    #[inline(always)]
    pub(super) fn neg<T: Integer>(a: T) -> T {
        a.wrapping_neg()
    }
}

wrapped_operators! {
    Wrapping:
    Add add AddAssign add_assign;
    Sub sub SubAssign sub_assign;
    Mul mul MulAssign mul_assign;
    Div div DivAssign div_assign;
    Rem rem RemAssign rem_assign;
    BitXor bitxor BitXorAssign bitxor_assign;
    BitOr bitor BitOrAssign bitor_assign;
    BitAnd bitand BitAndAssign bitand_assign;
}

/// The items of a shift. `[*]` is written at an operand that is a reference.
macro_rules! shift {
    ($method:ident: [$($lhs:tt)?] $Rhs:ty, [$($rhs:tt)?]) => {
        type Output = Wrapping<T>;

        #[inline(always)]
        fn $method(self, other: $Rhs) -> Wrapping<T> {
            Wrapping(operation::$method(($($lhs)? self).0, $($rhs)? other))
        }
    };
}

macro_rules! shifts {
    ($($Trait:ident $method:ident $Assign:ident $assign:ident;)*) => {
        $(
            impl<T: Integer> $Trait<usize> for Wrapping<T> { shift! { $method: [] usize, [] } }
            impl<T: Integer> $Trait<&usize> for Wrapping<T> { shift! { $method: [] &usize, [*] } }
            impl<T: Integer> $Trait<usize> for &Wrapping<T> { shift! { $method: [*] usize, [] } }
            impl<T: Integer> $Trait<&usize> for &Wrapping<T> { shift! { $method: [*] &usize, [*] } }
            impl<T: Integer> $Assign<usize> for Wrapping<T> {
                wrapped_assign! { $assign $method usize: [] }
            }
            impl<T: Integer> $Assign<&usize> for Wrapping<T> {
                wrapped_assign! { $assign $method &usize: [*] }
            }
        )*
    };
}

shifts! {
    Shl shl ShlAssign shl_assign;
    Shr shr ShrAssign shr_assign;
}

macro_rules! unary {
    ($($Trait:ident $method:ident;)*) => {
        $(
            impl<T: Integer> $Trait for Wrapping<T> {
                type Output = Wrapping<T>;

                #[inline(always)]
                fn $method(self) -> Wrapping<T> {
                    Wrapping(operation::$method(self.0))
                }
            }

            impl<T: Integer> $Trait for &Wrapping<T> {
                type Output = Wrapping<T>;

                #[inline(always)]
                fn $method(self) -> Wrapping<T> {
                    Wrapping(operation::$method(self.0))
                }
            }
        )*
    };
}

unary! {
    Not not;
    Neg neg;
}

macro_rules! methods {
    ($ty:ident) => {
        /// The smallest value.
        pub const MIN: Self = Wrapping($ty::MIN);
        /// The largest value.
        pub const MAX: Self = Wrapping($ty::MAX);
        /// The number of bits.
        pub const BITS: u32 = $ty::BITS;

        wrapped_bits! { Wrapping $ty }

        /// The power.
        #[inline]
        #[must_use]
        pub fn pow(self, exp: u32) -> Self {
            Wrapping(self.0.wrapping_pow(exp))
        }
    };
}

// In a constant for the reason given in `int_impls`.
const _: () = {
    macro_rules! impls {
        ($($ty:ident)*; $name:ident! $args:tt) => {
            $(
                impl Wrapping<$ty> {
                    methods! { $ty }
                    $name! $args
                }
            )*
        };
    }

    impls! { usize u8 u16 u32 u64 u128; wrapped_unsigned! {} }
    impls! { isize i8 i16 i32 i64 i128; wrapped_signed! { Wrapping wrapping_abs } }
};
