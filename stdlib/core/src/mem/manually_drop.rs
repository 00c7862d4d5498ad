//! Values that are not dropped.

use crate::intrinsics;
use crate::ops::{Deref, DerefMut, DerefPure};

/// Holds a value without dropping it.
#[lang = "manually_drop"]
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct ManuallyDrop<T: ?Sized> {
    value: T,
}

impl<T> ManuallyDrop<T> {
    /// Wraps a value.
    #[inline(always)]
    #[must_use = "if you don't need the wrapper, you can use `mem::forget` instead"]
    pub const fn new(value: T) -> ManuallyDrop<T> {
        ManuallyDrop { value }
    }

    /// Unwraps the value.
    #[inline(always)]
    pub const fn into_inner(slot: ManuallyDrop<T>) -> T {
        slot.value
    }

    /// Moves the value out; it must not be used again.
    #[inline(always)]
    #[must_use = "if you don't need the value, you can use `ManuallyDrop::drop` instead"]
    pub const unsafe fn take(slot: &mut ManuallyDrop<T>) -> T {
        intrinsics::ptr_read(&slot.value as *const T)
    }
}

impl<T: ?Sized> ManuallyDrop<T> {
    /// The value, in constants too.
    #[inline(always)]
    pub(super) const fn as_inner(&self) -> &T {
        &self.value
    }

    /// The value, in constants too.
    #[inline(always)]
    pub(super) const fn as_inner_mut(&mut self) -> &mut T {
        &mut self.value
    }

    /// Drops the value; it must not be used again.
    #[inline(always)]
    pub unsafe fn drop(slot: &mut ManuallyDrop<T>) {
        intrinsics::drop_in_place(&mut slot.value as *mut T)
    }
}

impl<T: ?Sized> Deref for ManuallyDrop<T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: ?Sized> DerefMut for ManuallyDrop<T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

unsafe impl<T: ?Sized> DerefPure for ManuallyDrop<T> {}
