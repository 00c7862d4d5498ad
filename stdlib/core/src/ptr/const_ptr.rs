//! Methods of `*const T`.

use crate::intrinsics;

impl<T: ?Sized> *const T {
    /// Whether the pointer points to nothing.
    #[inline(always)]
    #[must_use]
    pub fn is_null(self) -> bool {
        intrinsics::ptr_addr_eq(self, crate::ptr::null::<()>())
    }

    /// A pointer to the same place as another type.
    #[inline(always)]
    pub const fn cast<U>(self) -> *const U {
        self as _
    }

    /// The pointer as a number, which it is not.
    #[inline(always)]
    #[must_use]
    pub fn addr(self) -> usize {
        self as *const () as usize
    }

    /// The value, if the pointer is not null.
    #[inline]
    #[must_use]
    pub unsafe fn as_ref<'a>(self) -> Option<&'a T> {
        if self.is_null() {
            None
        } else {
            unsafe { Some(&*self) }
        }
    }

    /// The same pointer, for changes.
    #[inline(always)]
    pub const fn cast_mut(self) -> *mut T {
        self as _
    }
}

impl<T> *const T {
    /// The element `count` further on.
    #[inline(always)]
    #[must_use = "returns a new pointer rather than modifying its argument"]
    #[track_caller]
    pub const unsafe fn add(self, count: usize) -> Self {
        self.wrapping_add(count)
    }

    /// The element `count` before.
    #[inline(always)]
    #[must_use = "returns a new pointer rather than modifying its argument"]
    #[track_caller]
    pub const unsafe fn sub(self, count: usize) -> Self {
        self.wrapping_sub(count)
    }

    /// The element `count` further on.
    #[inline(always)]
    #[must_use = "returns a new pointer rather than modifying its argument"]
    #[track_caller]
    pub const unsafe fn offset(self, count: isize) -> Self {
        self.wrapping_add(count as usize)
    }

    /// The element `count` further on.
    #[inline(always)]
    #[must_use]
    pub const fn wrapping_offset(self, count: isize) -> Self {
        self.wrapping_add(count as usize)
    }

    /// The element `count` further on.
    #[inline(always)]
    #[must_use]
    pub const fn wrapping_add(self, count: usize) -> Self {
        let place = self;
        let index = intrinsics::wrapping_add(intrinsics::ptr_index(place), count);
        intrinsics::ptr_into(intrinsics::ptr_array(place), index)
    }

    /// The element `count` before.
    #[inline(always)]
    #[must_use]
    pub const fn wrapping_sub(self, count: usize) -> Self {
        let place = self;
        let index = intrinsics::wrapping_sub(intrinsics::ptr_index(place), count);
        intrinsics::ptr_into(intrinsics::ptr_array(place), index)
    }

    /// How many elements `self` is after `origin`, which points into the same array.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn offset_from(self, origin: *const T) -> isize {
        intrinsics::wrapping_sub(
            intrinsics::ptr_index(self),
            intrinsics::ptr_index(origin),
        ) as isize
    }

    /// How many elements `self` is after `origin`.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn offset_from_unsigned(self, origin: *const T) -> usize {
        unsafe { self.offset_from(origin) as usize }
    }

    /// Moves the value out; it must not be used twice unless it is `Copy`.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn read(self) -> T {
        intrinsics::ptr_read(self)
    }

    /// Moves the value out.
    #[inline(always)]
    #[track_caller]
    pub unsafe fn read_volatile(self) -> T {
        intrinsics::ptr_read(self)
    }

    /// Moves the value out.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn read_unaligned(self) -> T {
        intrinsics::ptr_read(self)
    }

    /// Moves `count` values to `dest`; the places may overlap.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn copy_to(self, dest: *mut T, count: usize) {
        unsafe { crate::ptr::copy(self, dest, count) }
    }

    /// Moves `count` values to `dest`.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn copy_to_nonoverlapping(self, dest: *mut T, count: usize) {
        unsafe { crate::ptr::copy_nonoverlapping(self, dest, count) }
    }

    /// Whether the address is a multiple of the alignment: it always is.
    #[inline]
    #[must_use]
    pub fn is_aligned(self) -> bool {
        true
    }
}

impl<T> *const [T] {
    /// The number of elements.
    #[inline(always)]
    #[must_use]
    pub const fn len(self) -> usize {
        intrinsics::slice_len(self as *const [T])
    }

    /// Whether there are no elements.
    #[inline(always)]
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// A pointer to the first element.
    #[inline(always)]
    pub const fn as_ptr(self) -> *const T {
        let slice = self as *const [T];
        intrinsics::ptr_into(intrinsics::slice_array(slice), intrinsics::slice_offset(slice))
    }
}
