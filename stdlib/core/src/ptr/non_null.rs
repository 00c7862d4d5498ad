//! Pointers that are not null.

use crate::cmp::Ordering;
use crate::hash::{Hash, Hasher};
use crate::marker::Unsize;
use crate::num::NonZero;
use crate::ops::{CoerceUnsized, DispatchFromDyn};
use crate::ptr;

/// A `*mut T` that is not null.
#[lang = "wrc_non_null"]
#[repr(transparent)]
#[rustc_nonnull_optimization_guaranteed]
#[lang = "NonNull"]
pub struct NonNull<T: ?Sized> {
    pointer: *const T,
}

impl<T: ?Sized> !Send for NonNull<T> {}
impl<T: ?Sized> !Sync for NonNull<T> {}

impl<T: Sized> NonNull<T> {
    /// A pointer that may not be used.
    #[inline]
    #[must_use]
    pub const fn dangling() -> Self {
        NonNull {
            pointer: ptr::dangling(),
        }
    }

    /// The element `count` further on.
    #[inline]
    #[must_use]
    pub const unsafe fn add(self, count: usize) -> Self {
        NonNull {
            pointer: self.pointer.wrapping_add(count),
        }
    }

    /// The element `count` before.
    #[inline]
    #[must_use]
    pub const unsafe fn sub(self, count: usize) -> Self {
        NonNull {
            pointer: self.pointer.wrapping_sub(count),
        }
    }

    /// The element `count` further on.
    #[inline]
    #[must_use]
    pub const unsafe fn offset(self, count: isize) -> Self {
        NonNull {
            pointer: self.pointer.wrapping_offset(count),
        }
    }

    /// How many elements `self` is after `origin`.
    #[inline]
    pub const unsafe fn offset_from(self, origin: NonNull<T>) -> isize {
        unsafe { self.pointer.offset_from(origin.pointer) }
    }

    /// Moves the value out; it must not be used twice unless it is `Copy`.
    #[inline]
    pub const unsafe fn read(self) -> T {
        unsafe { ptr::read(self.pointer) }
    }

    /// Stores a value; does not drop what was there.
    #[inline]
    pub const unsafe fn write(self, val: T) {
        unsafe { ptr::write(self.as_ptr(), val) }
    }

    /// Stores a value; returns what was there.
    #[inline]
    pub const unsafe fn replace(self, src: T) -> T {
        unsafe { ptr::replace(self.as_ptr(), src) }
    }

    /// Exchanges two values.
    #[inline]
    pub const unsafe fn swap(self, with: NonNull<T>) {
        unsafe { ptr::swap(self.as_ptr(), with.as_ptr()) }
    }
}

impl<T: ?Sized> NonNull<T> {
    /// Wraps a pointer that is not null.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn new_unchecked(ptr: *mut T) -> Self {
        NonNull { pointer: ptr }
    }

    /// Wraps a pointer unless it is null.
    #[inline]
    pub fn new(ptr: *mut T) -> Option<Self> {
        if ptr.is_null() {
            None
        } else {
            Some(NonNull { pointer: ptr })
        }
    }

    /// Wraps a reference.
    #[inline(always)]
    pub const fn from_ref(r: &T) -> Self {
        NonNull { pointer: r }
    }

    /// Wraps a reference.
    #[inline(always)]
    pub const fn from_mut(r: &mut T) -> Self {
        NonNull { pointer: r }
    }

    /// The pointer as a number, which it is not.
    #[inline]
    #[must_use]
    pub fn addr(self) -> NonZero<usize> {
        unsafe { NonZero::new_unchecked(self.pointer.addr()) }
    }

    /// The pointer.
    #[inline(always)]
    #[must_use]
    pub const fn as_ptr(self) -> *mut T {
        self.pointer as *mut T
    }

    /// The value.
    #[inline(always)]
    #[must_use]
    pub const unsafe fn as_ref<'a>(&self) -> &'a T {
        unsafe { &*self.pointer }
    }

    /// The value.
    #[inline(always)]
    #[must_use]
    pub const unsafe fn as_mut<'a>(&mut self) -> &'a mut T {
        unsafe { &mut *self.as_ptr() }
    }

    /// A pointer to the same place as another type.
    #[inline(always)]
    #[must_use = "this returns the result of the operation, without modifying the original"]
    pub const fn cast<U>(self) -> NonNull<U> {
        NonNull {
            pointer: self.pointer as *const U,
        }
    }

    /// Drops the value in the place.
    #[inline(always)]
    pub unsafe fn drop_in_place(self) {
        unsafe { ptr::drop_in_place(self.as_ptr()) }
    }
}

impl<T> NonNull<[T]> {
    /// The slice of `len` elements from the one pointed to.
    #[inline]
    #[must_use]
    pub const fn slice_from_raw_parts(data: NonNull<T>, len: usize) -> Self {
        NonNull {
            pointer: ptr::slice_from_raw_parts(data.pointer, len),
        }
    }

    /// The number of elements.
    #[inline]
    #[must_use]
    pub const fn len(self) -> usize {
        self.pointer.len()
    }

    /// Whether there are no elements.
    #[inline]
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }
}

impl<T: ?Sized> Clone for NonNull<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for NonNull<T> {}

impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<NonNull<U>> for NonNull<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<NonNull<U>> for NonNull<T> {}

impl<T: ?Sized> Eq for NonNull<T> {}

impl<T: ?Sized> PartialEq for NonNull<T> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.pointer == other.pointer
    }
}

impl<T: ?Sized> Ord for NonNull<T> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.pointer.cmp(&other.pointer)
    }
}

impl<T: ?Sized> PartialOrd for NonNull<T> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.pointer.partial_cmp(&other.pointer)
    }
}

impl<T: ?Sized> Hash for NonNull<T> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.pointer.hash(state)
    }
}

impl<T: ?Sized> From<&mut T> for NonNull<T> {
    #[inline]
    fn from(r: &mut T) -> Self {
        NonNull { pointer: r }
    }
}

impl<T: ?Sized> From<&T> for NonNull<T> {
    #[inline]
    fn from(r: &T) -> Self {
        NonNull { pointer: r }
    }
}
