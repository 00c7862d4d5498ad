//! Conversions between types.

mod float;
mod num;

pub use self::float::FloatToInt;

use crate::cmp::Ordering;
use crate::error::Error;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::marker::PointeeSized;

/// Returns its argument.
#[inline(always)]
pub const fn identity<T>(x: T) -> T {
    x
}

/// Types that can be looked at as a `T`.
pub trait AsRef<T: PointeeSized>: PointeeSized {
    /// The value as a `T`.
    fn as_ref(&self) -> &T;
}

/// Types that can be changed as a `T`.
pub trait AsMut<T: PointeeSized>: PointeeSized {
    /// The value as a `T`.
    fn as_mut(&mut self) -> &mut T;
}

/// Types that become a `T`; implement `From` instead.
pub trait Into<T>: Sized {
    /// The value as a `T`.
    #[must_use]
    fn into(self) -> T;
}

/// Types that a `T` becomes.
#[diagnostic::on_unimplemented(
    message = "the trait bound `{Self}: From<{T}>` is not satisfied"
)]
pub trait From<T>: Sized {
    /// Makes the value from a `T`.
    #[must_use]
    fn from(value: T) -> Self;
}

/// Types that may become a `T`; implement `TryFrom` instead.
pub trait TryInto<T>: Sized {
    /// Why not.
    type Error;

    /// The value as a `T`.
    fn try_into(self) -> Result<T, Self::Error>;
}

/// Types that a `T` may become.
pub trait TryFrom<T>: Sized {
    /// Why not.
    type Error;

    /// Makes the value from a `T`.
    fn try_from(value: T) -> Result<Self, Self::Error>;
}

impl<T: PointeeSized + AsRef<U>, U: PointeeSized> AsRef<U> for &T {
    #[inline(always)]
    fn as_ref(&self) -> &U {
        <T as AsRef<U>>::as_ref(*self)
    }
}

impl<T: PointeeSized + AsRef<U>, U: PointeeSized> AsRef<U> for &mut T {
    #[inline(always)]
    fn as_ref(&self) -> &U {
        <T as AsRef<U>>::as_ref(*self)
    }
}

impl<T: PointeeSized + AsMut<U>, U: PointeeSized> AsMut<U> for &mut T {
    #[inline(always)]
    fn as_mut(&mut self) -> &mut U {
        (*self).as_mut()
    }
}

impl<T, U: From<T>> Into<U> for T {
    #[inline(always)]
    #[track_caller]
    fn into(self) -> U {
        U::from(self)
    }
}

impl<T> From<T> for T {
    #[inline(always)]
    fn from(t: T) -> T {
        t
    }
}

impl<T, U: TryFrom<T>> TryInto<U> for T {
    type Error = U::Error;

    #[inline(always)]
    fn try_into(self) -> Result<U, U::Error> {
        U::try_from(self)
    }
}

impl<T, U: Into<T>> TryFrom<U> for T {
    type Error = Infallible;

    #[inline(always)]
    fn try_from(value: U) -> Result<Self, Infallible> {
        Ok(U::into(value))
    }
}

impl<T> AsRef<[T]> for [T] {
    #[inline(always)]
    fn as_ref(&self) -> &[T] {
        self
    }
}

impl<T> AsMut<[T]> for [T] {
    #[inline(always)]
    fn as_mut(&mut self) -> &mut [T] {
        self
    }
}

impl AsRef<str> for str {
    #[inline(always)]
    fn as_ref(&self) -> &str {
        self
    }
}

impl AsMut<str> for str {
    #[inline(always)]
    fn as_mut(&mut self) -> &mut str {
        self
    }
}

impl AsRef<[u8]> for str {
    #[inline(always)]
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

/// The error of what cannot fail.
#[derive(Copy)]
pub enum Infallible {}

impl Clone for Infallible {
    fn clone(&self) -> Infallible {
        match *self {}
    }
}

impl fmt::Debug for Infallible {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl fmt::Display for Infallible {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for Infallible {}

impl PartialEq for Infallible {
    fn eq(&self, _: &Infallible) -> bool {
        match *self {}
    }
}

impl Eq for Infallible {}

impl PartialOrd for Infallible {
    fn partial_cmp(&self, _other: &Self) -> Option<Ordering> {
        match *self {}
    }
}

impl Ord for Infallible {
    fn cmp(&self, _other: &Self) -> Ordering {
        match *self {}
    }
}

impl From<!> for Infallible {
    fn from(x: !) -> Self {
        x
    }
}

impl Hash for Infallible {
    fn hash<H: Hasher>(&self, _: &mut H) {
        match *self {}
    }
}
