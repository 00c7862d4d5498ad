//! Cells whose value is read and written whole.

use super::UnsafeCell;
use crate::cmp::Ordering;
use crate::intrinsics::{ptr_read, ptr_write};
use crate::ops::{CoerceUnsized, DispatchFromDyn};

/// A place that can be changed through a shared reference.
#[repr(transparent)]
pub struct Cell<T: ?Sized> {
    value: UnsafeCell<T>,
}

unsafe impl<T: ?Sized> Send for Cell<T> where T: Send {}
impl<T: ?Sized> !Sync for Cell<T> {}

impl<T> Cell<T> {
    /// A cell with a value.
    #[inline(always)]
    pub const fn new(value: T) -> Cell<T> {
        Cell {
            value: UnsafeCell::new(value),
        }
    }

    /// Stores a value; drops the old one.
    #[inline(always)]
    pub fn set(&self, val: T) {
        self.replace(val);
    }

    /// Exchanges the values of two cells.
    #[inline]
    pub fn swap(&self, other: &Self) {
        let a = self.value.get();
        let b = other.value.get();
        let value = ptr_read(a as *const T);
        ptr_write(a, ptr_read(b as *const T));
        ptr_write(b, value);
    }

    /// Stores a value; returns the old one.
    #[inline(always)]
    pub const fn replace(&self, val: T) -> T {
        let place = self.value.get();
        let old = ptr_read(place as *const T);
        ptr_write(place, val);
        old
    }

    /// The value.
    #[inline(always)]
    pub const fn into_inner(self) -> T {
        self.value.into_inner()
    }
}

impl<T: ?Sized> Cell<T> {
    /// A value that is no cell does not lie in an object.
    #[wrc::refused = "`Cell::from_mut` is not supported: the place is no object that can be shared; make it a `Cell` from the start"]
    pub const fn from_mut(t: &mut T) -> &Cell<T> {
        let _ = t;
        crate::intrinsics::abort()
    }
}

impl<T> Cell<[T]> {
    /// The elements of a slice do not lie in objects.
    #[wrc::refused = "`as_slice_of_cells` is not supported: the elements are no cells; use a slice of `Cell`s from the start"]
    pub const fn as_slice_of_cells(&self) -> &[Cell<T>] {
        crate::intrinsics::abort()
    }
}

impl<T, const N: usize> Cell<[T; N]> {
    /// The elements of an array do not lie in objects.
    #[wrc::refused = "`as_array_of_cells` is not supported: the elements are no cells; use an array of `Cell`s from the start"]
    pub const fn as_array_of_cells(&self) -> &[Cell<T>; N] {
        crate::intrinsics::abort()
    }
}

impl<T: Copy> Cell<T> {
    /// A copy of the value.
    #[inline(always)]
    pub const fn get(&self) -> T {
        unsafe { *self.value.get() }
    }

    /// Replaces the value by what `f` makes of it.
    #[inline]
    pub fn update(&self, f: impl FnOnce(T) -> T) {
        let old = self.get();
        self.set(f(old));
    }
}

impl<T: ?Sized> Cell<T> {
    /// A pointer to the value.
    #[inline(always)]
    pub const fn as_ptr(&self) -> *mut T {
        self.value.get()
    }

    /// A reference to the value.
    #[inline(always)]
    pub const fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }
}

impl<T: Default> Cell<T> {
    /// Leaves the default behind; returns the value.
    #[inline]
    pub fn take(&self) -> T {
        self.replace(Default::default())
    }
}

impl<T: Copy> Clone for Cell<T> {
    #[inline]
    fn clone(&self) -> Cell<T> {
        Cell::new(self.get())
    }
}

impl<T: Default> Default for Cell<T> {
    #[inline]
    fn default() -> Cell<T> {
        Cell::new(Default::default())
    }
}

impl<T: PartialEq + Copy> PartialEq for Cell<T> {
    #[inline]
    fn eq(&self, other: &Cell<T>) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq + Copy> Eq for Cell<T> {}

impl<T: PartialOrd + Copy> PartialOrd for Cell<T> {
    #[inline]
    fn partial_cmp(&self, other: &Cell<T>) -> Option<Ordering> {
        self.get().partial_cmp(&other.get())
    }
}

impl<T: Ord + Copy> Ord for Cell<T> {
    #[inline]
    fn cmp(&self, other: &Cell<T>) -> Ordering {
        self.get().cmp(&other.get())
    }
}

impl<T> From<T> for Cell<T> {
    fn from(t: T) -> Cell<T> {
        Cell::new(t)
    }
}

impl<T: CoerceUnsized<U>, U> CoerceUnsized<Cell<U>> for Cell<T> {}
impl<T: DispatchFromDyn<U>, U> DispatchFromDyn<Cell<U>> for Cell<T> {}
