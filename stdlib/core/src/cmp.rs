//! Comparison and order.

mod functions;
mod impls;
mod ordering;
mod reverse;

pub use self::functions::{
    max, max_by, max_by_key, min, min_by, min_by_key, minmax, minmax_by, minmax_by_key,
};
pub use self::ordering::Ordering;
pub use self::reverse::Reverse;

use self::Ordering::{Equal, Greater, Less};
use crate::marker::PointeeSized;

/// `==` and `!=`.
#[lang = "eq"]
#[diagnostic::on_unimplemented(
    message = "can't compare `{Self}` with `{Rhs}`",
    label = "no implementation for `{Self} == {Rhs}`"
)]
pub trait PartialEq<Rhs: PointeeSized = Self>: PointeeSized {
    /// Whether the values are equal.
    #[must_use]
    fn eq(&self, other: &Rhs) -> bool;

    /// Whether the values differ.
    #[inline]
    #[must_use]
    fn ne(&self, other: &Rhs) -> bool {
        !self.eq(other)
    }
}

/// `#[derive(PartialEq)]`.
#[rustc_builtin_macro]
pub macro PartialEq($item:item) {
    /* compiler built-in */
}

/// Types whose every value equals itself.
pub trait Eq: PartialEq<Self> + PointeeSized {
    /// Named by the expansion of `#[derive(Eq)]` of old.
    #[doc(hidden)]
    #[inline]
    fn assert_receiver_is_total_eq(&self) {}

    /// Named by the expansion of `#[derive(Eq)]`.
    #[doc(hidden)]
    #[inline]
    fn assert_fields_are_eq(&self) {}
}

/// `#[derive(Eq)]`.
#[rustc_builtin_macro]
pub macro Eq($item:item) {
    /* compiler built-in */
}

/// Named by the expansion of `#[derive(Eq)]`.
#[doc(hidden)]
pub struct AssertParamIsEq<T: Eq + PointeeSized> {
    field: crate::marker::PhantomData<T>,
}

/// Types with a total order.
pub trait Ord: Eq + PartialOrd<Self> + PointeeSized {
    /// How `self` compares to `other`.
    #[must_use]
    fn cmp(&self, other: &Self) -> Ordering;

    /// The larger; `other` if they are equal.
    #[inline]
    #[must_use]
    fn max(self, other: Self) -> Self
    where
        Self: Sized,
    {
        if other < self {
            self
        } else {
            other
        }
    }

    /// The smaller; `self` if they are equal.
    #[inline]
    #[must_use]
    fn min(self, other: Self) -> Self
    where
        Self: Sized,
    {
        if other < self {
            other
        } else {
            self
        }
    }

    /// The nearest value in `min..=max`.
    #[inline]
    #[must_use]
    #[track_caller]
    fn clamp(self, min: Self, max: Self) -> Self
    where
        Self: Sized,
    {
        assert!(min <= max);
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

/// `#[derive(Ord)]`.
#[rustc_builtin_macro]
pub macro Ord($item:item) {
    /* compiler built-in */
}

/// `<`, `<=`, `>` and `>=`.
#[lang = "partial_ord"]
#[diagnostic::on_unimplemented(
    message = "can't compare `{Self}` with `{Rhs}`",
    label = "no implementation for `{Self} < {Rhs}` and `{Self} > {Rhs}`"
)]
pub trait PartialOrd<Rhs: PointeeSized = Self>: PartialEq<Rhs> + PointeeSized {
    /// How `self` compares to `other`, if it does.
    #[must_use]
    fn partial_cmp(&self, other: &Rhs) -> Option<Ordering>;

    /// Whether `self < other`.
    #[inline]
    #[must_use]
    fn lt(&self, other: &Rhs) -> bool {
        matches!(self.partial_cmp(other), Some(Less))
    }

    /// Whether `self <= other`.
    #[inline]
    #[must_use]
    fn le(&self, other: &Rhs) -> bool {
        matches!(self.partial_cmp(other), Some(Less | Equal))
    }

    /// Whether `self > other`.
    #[inline]
    #[must_use]
    fn gt(&self, other: &Rhs) -> bool {
        matches!(self.partial_cmp(other), Some(Greater))
    }

    /// Whether `self >= other`.
    #[inline]
    #[must_use]
    fn ge(&self, other: &Rhs) -> bool {
        matches!(self.partial_cmp(other), Some(Greater | Equal))
    }
}

/// `#[derive(PartialOrd)]`.
#[rustc_builtin_macro]
pub macro PartialOrd($item:item) {
    /* compiler built-in */
}
