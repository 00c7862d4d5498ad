//! Values that change behind a shared reference.

mod copy_cell;
mod lazy;
mod once;
mod ref_cell;
mod ref_guard;

pub use self::copy_cell::Cell;
pub use self::lazy::LazyCell;
pub use self::once::OnceCell;
pub use self::ref_cell::{BorrowError, BorrowMutError, RefCell};
pub use self::ref_guard::{Ref, RefMut};

use crate::ops::{CoerceUnsized, DispatchFromDyn};

/// The base of all interior mutability. Its value always lives in an object of its own, so
/// everyone who refers to it sees the changes.
#[lang = "unsafe_cell"]
#[repr(transparent)]
pub struct UnsafeCell<T: ?Sized> {
    value: T,
}

impl<T: ?Sized> !Sync for UnsafeCell<T> {}

impl<T> UnsafeCell<T> {
    /// Wraps a value.
    #[inline(always)]
    pub const fn new(value: T) -> UnsafeCell<T> {
        UnsafeCell { value }
    }

    /// Unwraps the value.
    #[inline(always)]
    pub const fn into_inner(self) -> T {
        self.value
    }

    /// Stores `value`; returns what was there.
    #[inline]
    pub const unsafe fn replace(&self, value: T) -> T {
        let place = self.get();
        let old = crate::intrinsics::ptr_read(place as *const T);
        crate::intrinsics::ptr_write(place, value);
        old
    }
}

impl<T: ?Sized> UnsafeCell<T> {
    /// A pointer to the value.
    #[inline(always)]
    pub const fn get(&self) -> *mut T {
        &raw const self.value as *mut T
    }

    /// A reference to the value.
    #[inline(always)]
    pub const fn get_mut(&mut self) -> &mut T {
        &mut self.value
    }

    /// A pointer to the value.
    #[inline(always)]
    pub const fn raw_get(this: *const Self) -> *mut T {
        unsafe { &raw const (*this).value as *mut T }
    }

    /// A reference to the value.
    #[inline]
    pub const unsafe fn as_ref_unchecked(&self) -> &T {
        unsafe { &*self.get() }
    }

    /// A reference to the value.
    #[inline]
    pub const unsafe fn as_mut_unchecked(&self) -> &mut T {
        unsafe { &mut *self.get() }
    }
}

impl<T: Default> Default for UnsafeCell<T> {
    fn default() -> UnsafeCell<T> {
        UnsafeCell::new(T::default())
    }
}

impl<T> From<T> for UnsafeCell<T> {
    fn from(t: T) -> UnsafeCell<T> {
        UnsafeCell::new(t)
    }
}

impl<T: CoerceUnsized<U>, U> CoerceUnsized<UnsafeCell<U>> for UnsafeCell<T> {}
impl<T: DispatchFromDyn<U>, U> DispatchFromDyn<UnsafeCell<U>> for UnsafeCell<T> {}

/// An `UnsafeCell` that may be shared.
#[repr(transparent)]
pub struct SyncUnsafeCell<T: ?Sized> {
    value: UnsafeCell<T>,
}

unsafe impl<T: ?Sized + Sync> Sync for SyncUnsafeCell<T> {}

impl<T> SyncUnsafeCell<T> {
    /// Wraps a value.
    #[inline]
    pub const fn new(value: T) -> Self {
        Self {
            value: UnsafeCell { value },
        }
    }

    /// Unwraps the value.
    #[inline]
    pub const fn into_inner(self) -> T {
        self.value.into_inner()
    }
}

impl<T: ?Sized> SyncUnsafeCell<T> {
    /// A pointer to the value.
    #[inline]
    pub const fn get(&self) -> *mut T {
        self.value.get()
    }

    /// A reference to the value.
    #[inline]
    pub const fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }
}
