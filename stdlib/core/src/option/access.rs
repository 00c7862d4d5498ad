//! Options by reference, and options in place.

use crate::mem;
use crate::ops::{Deref, DerefMut};
use crate::pin::Pin;

impl<T> Option<T> {
    /// The option by reference.
    #[inline(always)]
    pub const fn as_ref(&self) -> Option<&T> {
        match *self {
            Some(ref x) => Some(x),
            None => None,
        }
    }

    /// The option by mutable reference.
    #[inline(always)]
    pub const fn as_mut(&mut self) -> Option<&mut T> {
        match *self {
            Some(ref mut x) => Some(x),
            None => None,
        }
    }

    /// The option of a pinned place.
    #[inline]
    #[must_use]
    pub fn as_pin_ref(self: Pin<&Self>) -> Option<Pin<&T>> {
        match Pin::get_ref(self).as_ref() {
            Some(x) => unsafe { Some(Pin::new_unchecked(x)) },
            None => None,
        }
    }

    /// The option of a pinned place.
    #[inline]
    #[must_use]
    pub fn as_pin_mut(self: Pin<&mut Self>) -> Option<Pin<&mut T>> {
        unsafe {
            match Pin::get_unchecked_mut(self).as_mut() {
                Some(x) => Some(Pin::new_unchecked(x)),
                None => None,
            }
        }
    }

    /// The target of the value.
    #[inline]
    pub fn as_deref(&self) -> Option<&T::Target>
    where
        T: Deref,
    {
        match *self {
            Some(ref t) => Some(t.deref()),
            None => None,
        }
    }

    /// The target of the value.
    #[inline]
    pub fn as_deref_mut(&mut self) -> Option<&mut T::Target>
    where
        T: DerefMut,
    {
        match *self {
            Some(ref mut t) => Some(t.deref_mut()),
            None => None,
        }
    }

    /// Stores a value; returns a reference to it.
    #[inline]
    #[must_use = "if you intended to set a value, consider assignment instead"]
    pub fn insert(&mut self, value: T) -> &mut T {
        *self = Some(value);
        match *self {
            Some(ref mut v) => v,
            None => crate::intrinsics::unreachable(),
        }
    }

    /// Stores `value` if there is none; returns a reference to the value.
    #[inline]
    pub fn get_or_insert(&mut self, value: T) -> &mut T {
        if let None = *self {
            *self = Some(value);
        }
        match *self {
            Some(ref mut v) => v,
            None => crate::intrinsics::unreachable(),
        }
    }

    /// Stores the default if there is no value; returns a reference to the value.
    #[inline]
    pub fn get_or_insert_default(&mut self) -> &mut T
    where
        T: Default,
    {
        self.get_or_insert_with(T::default)
    }

    /// Stores what `f` gives if there is no value; returns a reference to the value.
    #[inline]
    pub fn get_or_insert_with<F: FnOnce() -> T>(&mut self, f: F) -> &mut T {
        if let None = *self {
            *self = Some(f());
        }
        match *self {
            Some(ref mut v) => v,
            None => crate::intrinsics::unreachable(),
        }
    }

    /// Takes the value out.
    #[inline(always)]
    pub const fn take(&mut self) -> Option<T> {
        mem::replace(self, None)
    }

    /// Takes the value out if `predicate` holds.
    #[inline]
    pub fn take_if<P: FnOnce(&mut T) -> bool>(&mut self, predicate: P) -> Option<T> {
        let is_taken = match *self {
            Some(ref mut x) => predicate(x),
            None => false,
        };
        if is_taken {
            self.take()
        } else {
            None
        }
    }

    /// Stores `value`; returns what was there.
    #[inline]
    pub const fn replace(&mut self, value: T) -> Option<T> {
        mem::replace(self, Some(value))
    }
}

impl<T> Option<T> {
    /// The value as a slice of one or no element.
    #[inline]
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        match self {
            Some(value) => crate::slice::from_ref(value),
            None => &[],
        }
    }

    /// The value lies in no array.
    #[wrc::refused = "`Option::as_mut_slice` is not supported: the value is not stored in an array; use `iter_mut` or `as_mut`"]
    #[must_use]
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        crate::intrinsics::abort()
    }
}
