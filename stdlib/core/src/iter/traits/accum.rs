//! Sums and products.

use crate::iter::try_process;
use crate::num::{Saturating, Wrapping};

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

macro_rules! numbers {
    ($($ty:ty, $zero:expr, $one:expr;)*) => {
        $(
            impl Sum for $ty {
                #[inline]
                #[track_caller]
                fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
                    iter.fold($zero, #[inline(always)] |a, b| a + b)
                }
            }

            impl Product for $ty {
                #[inline]
                #[track_caller]
                fn product<I: Iterator<Item = Self>>(iter: I) -> Self {
                    iter.fold($one, #[inline(always)] |a, b| a * b)
                }
            }

            impl<'a> Sum<&'a $ty> for $ty {
                #[inline]
                #[track_caller]
                fn sum<I: Iterator<Item = &'a Self>>(iter: I) -> Self {
                    iter.fold($zero, #[inline(always)] |a, b| a + *b)
                }
            }

            impl<'a> Product<&'a $ty> for $ty {
                #[inline]
                #[track_caller]
                fn product<I: Iterator<Item = &'a Self>>(iter: I) -> Self {
                    iter.fold($one, #[inline(always)] |a, b| a * *b)
                }
            }
        )*
    };
}

macro_rules! integers {
    ($($ty:ty)*) => {
        $(
            numbers! {
                $ty, 0, 1;
                Wrapping<$ty>, Wrapping(0), Wrapping(1);
                Saturating<$ty>, Saturating(0), Saturating(1);
            }
        )*
    };
}

integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

numbers! {
    f32, -0.0, 1.0;
    f64, -0.0, 1.0;
}

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
