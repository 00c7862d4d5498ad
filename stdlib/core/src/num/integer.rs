//! What all integer types have, for the operators of [`Wrapping`] and [`Saturating`].
//!
//! In rustc's library these have impls for each type. An impl for all types serves the same types:
//! nothing else is or can become an [`Integer`].
//!
//! [`Wrapping`]: super::Wrapping
//! [`Saturating`]: super::Saturating

use crate::ops::{BitAnd, BitOr, BitXor, Not};

/// An integer type.
#[doc(hidden)]
pub trait Integer:
    Copy
    + BitAnd<Output = Self>
    + BitOr<Output = Self>
    + BitXor<Output = Self>
    + Not<Output = Self>
{
    const ZERO: Self;
    const ONE: Self;

    /// The quotient, modular.
    fn wrapping_div(self, rhs: Self) -> Self;
    /// The remainder, modular.
    fn wrapping_rem(self, rhs: Self) -> Self;
    /// Shifted by the count modulo the number of bits.
    fn wrapping_shl(self, count: usize) -> Self;
    /// Shifted by the count modulo the number of bits.
    fn wrapping_shr(self, count: usize) -> Self;
    /// The negative, modular.
    fn wrapping_neg(self) -> Self;
    /// The product, or the bound it goes beyond.
    fn saturating_mul(self, rhs: Self) -> Self;
    /// The quotient, or the bound it goes beyond.
    fn saturating_div(self, rhs: Self) -> Self;
}

macro_rules! items {
    ($ty:ident) => {
        const ZERO: $ty = 0;
        const ONE: $ty = 1;

        #[inline(always)]
        #[track_caller]
        fn wrapping_div(self, rhs: $ty) -> $ty {
            $ty::wrapping_div(self, rhs)
        }

        #[inline(always)]
        #[track_caller]
        fn wrapping_rem(self, rhs: $ty) -> $ty {
            $ty::wrapping_rem(self, rhs)
        }

        #[inline(always)]
        fn wrapping_shl(self, count: usize) -> $ty {
            $ty::wrapping_shl(self, count as u32)
        }

        #[inline(always)]
        fn wrapping_shr(self, count: usize) -> $ty {
            $ty::wrapping_shr(self, count as u32)
        }

        #[inline(always)]
        fn wrapping_neg(self) -> $ty {
            $ty::wrapping_neg(self)
        }

        #[inline(always)]
        fn saturating_mul(self, rhs: $ty) -> $ty {
            $ty::saturating_mul(self, rhs)
        }

        #[inline(always)]
        #[track_caller]
        fn saturating_div(self, rhs: $ty) -> $ty {
            $ty::saturating_div(self, rhs)
        }
    };
}

macro_rules! integers {
    ($($ty:ident)*) => {
        $(impl Integer for $ty { items! { $ty } })*
    };
}

integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

/// The items of a binary operator of wrapped integers. `[*]` is written at an operand that is a
/// reference.
macro_rules! wrapped_binary {
    ($method:ident $Wrapped:ident: [$($lhs:tt)?] $Rhs:ty, [$($rhs:tt)?]) => {
        type Output = $Wrapped<T>;

        #[inline(always)]
        #[track_caller]
        fn $method(self, other: $Rhs) -> $Wrapped<T> {
            $Wrapped(operation::$method(($($lhs)? self).0, ($($rhs)? other).0))
        }
    };
}
pub(super) use wrapped_binary;

/// The items of an assigning operator of wrapped integers. `[*]` is written at an operand that is a
/// reference.
macro_rules! wrapped_assign {
    ($assign:ident $method:ident $Rhs:ty: [$($rhs:tt)?] $($field:tt)?) => {
        #[inline(always)]
        #[track_caller]
        fn $assign(&mut self, other: $Rhs) {
            self.0 = operation::$method(self.0, ($($rhs)? other)$(.$field)?);
        }
    };
}
pub(super) use wrapped_assign;

/// All impls of binary operators and their assigning forms of wrapped integers.
macro_rules! wrapped_operators {
    ($Wrapped:ident: $($Trait:ident $method:ident $Assign:ident $assign:ident;)*) => {
        $(
            impl<T: Integer> $Trait for $Wrapped<T> {
                wrapped_binary! { $method $Wrapped: [] $Wrapped<T>, [] }
            }
            impl<T: Integer> $Trait<&$Wrapped<T>> for $Wrapped<T> {
                wrapped_binary! { $method $Wrapped: [] &$Wrapped<T>, [*] }
            }
            impl<T: Integer> $Trait<$Wrapped<T>> for &$Wrapped<T> {
                wrapped_binary! { $method $Wrapped: [*] $Wrapped<T>, [] }
            }
            impl<T: Integer> $Trait<&$Wrapped<T>> for &$Wrapped<T> {
                wrapped_binary! { $method $Wrapped: [*] &$Wrapped<T>, [*] }
            }
            impl<T: Integer> $Assign for $Wrapped<T> {
                wrapped_assign! { $assign $method $Wrapped<T>: [] 0 }
            }
            impl<T: Integer> $Assign<&$Wrapped<T>> for $Wrapped<T> {
                wrapped_assign! { $assign $method &$Wrapped<T>: [*] 0 }
            }
            impl<T: Integer> $Assign<T> for $Wrapped<T> {
                wrapped_assign! { $assign $method T: [] }
            }
            impl<T: Integer> $Assign<&T> for $Wrapped<T> {
                wrapped_assign! { $assign $method &T: [*] }
            }
        )*
    };
}
pub(super) use wrapped_operators;
