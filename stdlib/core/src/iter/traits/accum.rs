//! Sums and products.

use crate::iter::try_process;
#[cfg(not(without = "wrapped"))]
use crate::num::{Integer, Saturating, Wrapping};

/// Types that are sums of `A`s.
#[diagnostic::on_unimplemented(
    message = "a value of type `{Self}` cannot be made by summing an iterator over elements of type `{A}`",
    label = "value of type `{Self}` cannot be made by summing a `std::iter::Iterator<Item={A}>`"
)]
pub trait Sum<A = Self>: Sized {
    /// Adds the elements up.
    fn sum<I: Iterator<Item = A>>(iter: I) -> Self;
}

/// Types that are products of `A`s.
#[diagnostic::on_unimplemented(
    message = "a value of type `{Self}` cannot be made by multiplying all elements of type `{A}` from an iterator",
    label = "value of type `{Self}` cannot be made by multiplying all elements from a `std::iter::Iterator<Item={A}>`"
)]
pub trait Product<A = Self>: Sized {
    /// Multiplies the elements.
    fn product<I: Iterator<Item = A>>(iter: I) -> Self;
}

/// The items of an impl for elements of a type. `[*]` is written at elements that are references.
macro_rules! items {
    ($method:ident $start:expr, $op:tt $Element:ty, [$($element:tt)?]) => {
        #[inline]
        #[track_caller]
        fn $method<I: Iterator<Item = $Element>>(iter: I) -> Self {
            iter.fold($start, #[inline(always)] |a, b| a $op $($element)? b)
        }
    };
}

macro_rules! numbers {
    ($zero:literal $one:literal: $($ty:ident)*) => {
        $(
            impl Sum for $ty { items! { sum $zero, + $ty, [] } }
            impl Product for $ty { items! { product $one, * $ty, [] } }
            impl<'a> Sum<&'a $ty> for $ty { items! { sum $zero, + &'a $ty, [*] } }
            impl<'a> Product<&'a $ty> for $ty { items! { product $one, * &'a $ty, [*] } }
        )*
    };
}

numbers! { 0 1: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
numbers! { -0.0 1.0: f32 f64 }

#[cfg(not(without = "wrapped"))]
macro_rules! wrapped {
    ($($Wrapped:ident)*) => {
        $(
            impl<T: Integer> Sum for $Wrapped<T> {
                items! { sum $Wrapped(T::ZERO), + $Wrapped<T>, [] }
            }
            impl<T: Integer> Product for $Wrapped<T> {
                items! { product $Wrapped(T::ONE), * $Wrapped<T>, [] }
            }
            impl<'a, T: Integer> Sum<&'a $Wrapped<T>> for $Wrapped<T> {
                items! { sum $Wrapped(T::ZERO), + &'a $Wrapped<T>, [*] }
            }
            impl<'a, T: Integer> Product<&'a $Wrapped<T>> for $Wrapped<T> {
                items! { product $Wrapped(T::ONE), * &'a $Wrapped<T>, [*] }
            }
        )*
    };
}

#[cfg(not(without = "wrapped"))]
wrapped! { Wrapping Saturating }

impl<T, U: Sum<T>, E> Sum<Result<T, E>> for Result<U, E> {
    fn sum<I: Iterator<Item = Result<T, E>>>(iter: I) -> Result<U, E> {
        try_process(iter, |i| i.sum())
    }
}

impl<T, U: Product<T>, E> Product<Result<T, E>> for Result<U, E> {
    fn product<I: Iterator<Item = Result<T, E>>>(iter: I) -> Result<U, E> {
        try_process(iter, |i| i.product())
    }
}

impl<T, U: Sum<T>> Sum<Option<T>> for Option<U> {
    fn sum<I: Iterator<Item = Option<T>>>(iter: I) -> Option<U> {
        try_process(iter, |i| i.sum())
    }
}

impl<T, U: Product<T>> Product<Option<T>> for Option<U> {
    fn product<I: Iterator<Item = Option<T>>>(iter: I) -> Option<U> {
        try_process(iter, |i| i.product())
    }
}
