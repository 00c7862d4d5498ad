//! Methods of `*mut T`.

use crate::intrinsics;

impl<T: ?Sized> *mut T {
    /// Whether the pointer points to nothing.
    #[inline(always)]
    #[must_use]
    pub fn is_null(self) -> bool {
        intrinsics::ptr_addr_eq(self as *const T, crate::ptr::null::<()>())
    }

    /// A pointer to the same place as another type.
    #[inline(always)]
    pub const fn cast<U>(self) -> *mut U {
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

    /// The same pointer, for reading.
    #[inline(always)]
    pub const fn cast_const(self) -> *const T {
        self as _
    }

    /// The value, if the pointer is not null.
    #[inline]
    #[must_use]
    pub unsafe fn as_mut<'a>(self) -> Option<&'a mut T> {
        if self.is_null() {
            None
        } else {
            unsafe { Some(&mut *self) }
        }
    }

    /// Drops the value in the place.
    #[inline(always)]
    pub unsafe fn drop_in_place(self) {
        intrinsics::drop_in_place(self)
    }
}

impl<T> *mut T {
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
        let place = self as *const T;
        let index = intrinsics::wrapping_add(intrinsics::ptr_index(place), count);
        intrinsics::ptr_into(intrinsics::ptr_array(place), index) as *mut T
    }

    /// The element `count` before.
    #[inline(always)]
    #[must_use]
    pub const fn wrapping_sub(self, count: usize) -> Self {
        let place = self as *const T;
        let index = intrinsics::wrapping_sub(intrinsics::ptr_index(place), count);
        intrinsics::ptr_into(intrinsics::ptr_array(place), index) as *mut T
    }

    /// How many elements `self` is after `origin`, which points into the same array.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn offset_from(self, origin: *const T) -> isize {
        intrinsics::wrapping_sub(
            intrinsics::ptr_index(self as *const T),
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
        intrinsics::ptr_read(self as *const T)
    }

    /// Moves the value out.
    #[inline(always)]
    #[track_caller]
    pub unsafe fn read_volatile(self) -> T {
        intrinsics::ptr_read(self as *const T)
    }

    /// Moves the value out.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn read_unaligned(self) -> T {
        intrinsics::ptr_read(self as *const T)
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

    /// Moves `count` values from `src`; the places may overlap.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn copy_from(self, src: *const T, count: usize) {
        unsafe { crate::ptr::copy(src, self, count) }
    }

    /// Moves `count` values from `src`.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn copy_from_nonoverlapping(self, src: *const T, count: usize) {
        unsafe { crate::ptr::copy_nonoverlapping(src, self, count) }
    }

    /// Sets all bytes of `count` numbers of up to 32 bits; other values have no bytes here.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn write_bytes(self, val: u8, count: usize) {
        unsafe { crate::ptr::write_bytes(self, val, count) }
    }

    /// Stores a value; does not drop what was there.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn write(self, val: T) {
        intrinsics::ptr_write(self, val)
    }

    /// Stores a value.
    #[inline(always)]
    #[track_caller]
    pub unsafe fn write_volatile(self, val: T) {
        intrinsics::ptr_write(self, val)
    }

    /// Stores a value.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn write_unaligned(self, val: T) {
        intrinsics::ptr_write(self, val)
    }

    /// Stores a value; returns what was there.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn replace(self, src: T) -> T {
        unsafe { crate::ptr::replace(self, src) }
    }

    /// Exchanges two values.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn swap(self, with: *mut T) {
        unsafe { crate::ptr::swap(self, with) }
    }
}

impl<T> *mut [T] {
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
    pub const fn as_mut_ptr(self) -> *mut T {
        let slice = self as *const [T];
        intrinsics::ptr_into(intrinsics::slice_array(slice), intrinsics::slice_offset(slice)) as *mut T
    }
}
