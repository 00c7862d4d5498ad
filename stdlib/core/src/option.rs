//! Optional values.

mod access;
mod combine;
mod impls;
mod iter;

pub use self::iter::{IntoIter, Iter, IterMut};

/// A value that may be missing.
#[lang = "Option"]
#[derive(Copy, Debug, Hash)]
pub enum Option<T> {
    /// No value.
    #[lang = "None"]
    None,
    /// A value.
    #[lang = "Some"]
    Some(T),
}

impl<T> Option<T> {
    /// Whether there is a value.
    #[inline(always)]
    #[must_use]
    pub const fn is_some(&self) -> bool {
        matches!(*self, Some(_))
    }

    /// Whether there is a value that satisfies `f`.
    #[inline]
    #[must_use]
    pub fn is_some_and(self, f: impl FnOnce(T) -> bool) -> bool {
        match self {
            None => false,
            Some(x) => f(x),
        }
    }

    /// Whether there is no value.
    #[inline(always)]
    #[must_use]
    pub const fn is_none(&self) -> bool {
        matches!(*self, None)
    }

    /// Whether there is no value, or one that satisfies `f`.
    #[inline]
    #[must_use]
    pub fn is_none_or(self, f: impl FnOnce(T) -> bool) -> bool {
        match self {
            None => true,
            Some(x) => f(x),
        }
    }

    /// The value; panics with `msg` if there is none.
    #[inline]
    #[track_caller]
    pub const fn expect(self, msg: &str) -> T {
        match self {
            Some(val) => val,
            None => expect_failed(msg),
        }
    }

    /// The value; panics if there is none.
    #[inline(always)]
    #[track_caller]
    pub const fn unwrap(self) -> T {
        match self {
            Some(val) => val,
            None => unwrap_failed(),
        }
    }

    /// The value, or `default`.
    #[inline]
    pub fn unwrap_or(self, default: T) -> T {
        match self {
            Some(x) => x,
            None => default,
        }
    }

    /// The value, or what `f` gives.
    #[inline]
    #[track_caller]
    pub fn unwrap_or_else<F: FnOnce() -> T>(self, f: F) -> T {
        match self {
            Some(x) => x,
            None => f(),
        }
    }

    /// The value, or the default of its type.
    #[inline]
    pub fn unwrap_or_default(self) -> T
    where
        T: Default,
    {
        match self {
            Some(x) => x,
            None => T::default(),
        }
    }

    /// The value, which there must be.
    #[inline]
    #[track_caller]
    pub const unsafe fn unwrap_unchecked(self) -> T {
        match self {
            Some(val) => val,
            None => crate::intrinsics::unreachable(),
        }
    }

    /// Maps the value.
    #[inline]
    pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Option<U> {
        match self {
            Some(x) => Some(f(x)),
            None => None,
        }
    }

    /// Shows the value to `f`.
    #[inline]
    pub fn inspect<F: FnOnce(&T)>(self, f: F) -> Self {
        if let Some(ref x) = self {
            f(x);
        }
        self
    }

    /// Maps the value, or returns `default`.
    #[inline]
    #[must_use = "if you don't need the returned value, use `if let` instead"]
    pub fn map_or<U, F: FnOnce(T) -> U>(self, default: U, f: F) -> U {
        match self {
            Some(t) => f(t),
            None => default,
        }
    }

    /// Maps the value, or returns what `default` gives.
    #[inline]
    pub fn map_or_else<U, D: FnOnce() -> U, F: FnOnce(T) -> U>(self, default: D, f: F) -> U {
        match self {
            Some(t) => f(t),
            None => default(),
        }
    }

    /// Maps the value, or returns the default of the result's type.
    #[inline]
    pub fn map_or_default<U: Default, F: FnOnce(T) -> U>(self, f: F) -> U {
        match self {
            Some(t) => f(t),
            None => U::default(),
        }
    }

    /// The value as `Ok`, or `err`.
    #[inline]
    pub fn ok_or<E>(self, err: E) -> Result<T, E> {
        match self {
            Some(v) => Ok(v),
            None => Err(err),
        }
    }

    /// The value as `Ok`, or the error `err` gives.
    #[inline]
    pub fn ok_or_else<E, F: FnOnce() -> E>(self, err: F) -> Result<T, E> {
        match self {
            Some(v) => Ok(v),
            None => Err(err()),
        }
    }
}

#[cold]
#[inline(never)]
#[track_caller]
const fn unwrap_failed() -> ! {
    crate::panicking::panic("called `Option::unwrap()` on a `None` value")
}

#[cold]
#[inline(never)]
#[track_caller]
const fn expect_failed(msg: &str) -> ! {
    crate::panicking::panic_display(&msg)
}
