//! Raw pointers.
//!
//! A pointer is what a reference is: an object, or an array with an index, or an object with the
//! field that is meant. It is not a number. Arithmetic works within an array only.

mod const_ptr;
mod fn_ptr;
mod mut_ptr;
mod non_null;
mod number;
mod traits;

pub use self::non_null::NonNull;
#[doc(hidden)]
pub use self::number::number_of;
pub use self::traits::{DynMetadata, Pointee};

use crate::hash;
use crate::intrinsics;
use crate::marker::PointeeSized;

/// Drops the value in the place.
#[lang = "drop_in_place"]
#[inline(always)]
pub unsafe fn drop_in_place<T: ?Sized>(to_drop: *mut T) {
    intrinsics::drop_in_place(to_drop)
}

/// The pointer to nothing.
#[inline(always)]
#[must_use]
pub const fn null<T>() -> *const T {
    intrinsics::uninit()
}

/// The pointer to nothing.
#[inline(always)]
#[must_use]
pub const fn null_mut<T>() -> *mut T {
    intrinsics::uninit()
}

/// A pointer that may not be used, but is not null: into an array of no elements.
#[inline(always)]
#[must_use]
pub const fn dangling<T>() -> *const T {
    intrinsics::ptr_into(intrinsics::array_new(0), 0)
}

/// A pointer that may not be used, but is not null: into an array of no elements.
#[inline(always)]
#[must_use]
pub const fn dangling_mut<T>() -> *mut T {
    intrinsics::ptr_into(intrinsics::array_new::<T>(0), 0) as *mut T
}

/// A pointer made from a reference.
#[inline(always)]
#[must_use]
pub const fn from_ref<T: ?Sized>(r: &T) -> *const T {
    r
}

/// A pointer made from a reference.
#[inline(always)]
#[must_use]
pub const fn from_mut<T: ?Sized>(r: &mut T) -> *mut T {
    r
}

#[inline(always)]
const fn slice_at<T>(data: *const T, len: usize) -> *const [T] {
    intrinsics::slice_from(intrinsics::ptr_array(data), intrinsics::ptr_index(data), len)
}

/// The slice of `len` elements from the one pointed to.
#[inline(always)]
#[must_use]
pub const fn slice_from_raw_parts<T>(data: *const T, len: usize) -> *const [T] {
    slice_at(data, len)
}

/// The slice of `len` elements from the one pointed to.
#[inline(always)]
#[must_use]
pub const fn slice_from_raw_parts_mut<T>(data: *mut T, len: usize) -> *mut [T] {
    slice_at(data, len) as *mut [T]
}

/// Moves the value out; it must not be used twice unless it is `Copy`.
#[inline(always)]
#[must_use]
#[track_caller]
pub const unsafe fn read<T>(src: *const T) -> T {
    intrinsics::ptr_read(src)
}

/// Moves the value out.
#[inline(always)]
#[must_use]
#[track_caller]
pub const unsafe fn read_unaligned<T>(src: *const T) -> T {
    intrinsics::ptr_read(src)
}

/// Moves the value out.
#[inline(always)]
#[must_use]
#[track_caller]
pub unsafe fn read_volatile<T>(src: *const T) -> T {
    intrinsics::ptr_read(src)
}

/// Stores a value; does not drop what was there.
#[inline(always)]
#[track_caller]
pub const unsafe fn write<T>(dst: *mut T, src: T) {
    intrinsics::ptr_write(dst, src)
}

/// Stores a value.
#[inline(always)]
#[track_caller]
pub const unsafe fn write_unaligned<T>(dst: *mut T, src: T) {
    intrinsics::ptr_write(dst, src)
}

/// Stores a value.
#[inline(always)]
#[track_caller]
pub unsafe fn write_volatile<T>(dst: *mut T, src: T) {
    intrinsics::ptr_write(dst, src)
}

/// Stores a value; returns what was there.
#[inline(always)]
#[must_use]
#[track_caller]
pub const unsafe fn replace<T>(dst: *mut T, src: T) -> T {
    let old = intrinsics::ptr_read(dst as *const T);
    intrinsics::ptr_write(dst, src);
    old
}

/// Exchanges two values.
#[inline(always)]
#[track_caller]
pub const unsafe fn swap<T>(x: *mut T, y: *mut T) {
    let a = intrinsics::ptr_read(x as *const T);
    intrinsics::ptr_write(x, intrinsics::ptr_read(y as *const T));
    intrinsics::ptr_write(y, a);
}

/// Exchanges `count` values.
#[track_caller]
pub unsafe fn swap_nonoverlapping<T>(x: *mut T, y: *mut T, count: usize) {
    let mut index = 0;
    while index < count {
        unsafe { swap(x.add(index), y.add(index)) };
        index += 1;
    }
}

/// Moves `count` values; the places may overlap.
#[inline(always)]
#[track_caller]
pub const unsafe fn copy<T>(src: *const T, dst: *mut T, count: usize) {
    intrinsics::array_copy(
        intrinsics::ptr_array(dst as *const T),
        intrinsics::ptr_index(dst as *const T),
        intrinsics::ptr_array(src),
        intrinsics::ptr_index(src),
        count,
    )
}

/// Moves `count` values.
#[inline(always)]
#[track_caller]
pub const unsafe fn copy_nonoverlapping<T>(src: *const T, dst: *mut T, count: usize) {
    intrinsics::array_copy(
        intrinsics::ptr_array(dst as *const T),
        intrinsics::ptr_index(dst as *const T),
        intrinsics::ptr_array(src),
        intrinsics::ptr_index(src),
        count,
    )
}

/// Sets all bytes of `count` numbers of up to 32 bits; other values have no bytes here.
#[inline(always)]
#[track_caller]
pub const unsafe fn write_bytes<T>(dst: *mut T, val: u8, count: usize) {
    // A byte in all places of a number.
    let bytes = val as u32 * (u32::MAX / 255);
    let value: T = match crate::mem::size_of::<T>() {
        0 => return,
        1 => intrinsics::transmute::<u8, T>(val),
        2 => intrinsics::transmute::<u16, T>(bytes as u16),
        4 => intrinsics::transmute::<u32, T>(bytes),
        _ => panic!("only numbers of up to 32 bits can be written as bytes"),
    };
    intrinsics::array_fill(
        intrinsics::ptr_array(dst as *const T),
        intrinsics::ptr_index(dst as *const T),
        value,
        count,
    )
}

/// Whether two pointers name the same place.
#[inline(always)]
#[must_use = "pointer comparison produces a value"]
pub fn eq<T: PointeeSized>(a: *const T, b: *const T) -> bool {
    a == b
}

/// Whether two pointers name the same object, whatever its type.
#[inline(always)]
#[must_use = "pointer comparison produces a value"]
pub fn addr_eq<T: ?Sized, U: ?Sized>(p: *const T, q: *const U) -> bool {
    intrinsics::ptr_addr_eq(p, q)
}

/// Whether two function pointers are equal.
#[inline(always)]
#[must_use = "function pointer comparison produces a value"]
pub fn fn_addr_eq<T: crate::marker::FnPtr, U: crate::marker::FnPtr>(f: T, g: U) -> bool {
    self::fn_ptr::number(f) == self::fn_ptr::number(g)
}

/// Hashes the place a reference names.
pub fn hash<T: PointeeSized, S: hash::Hasher>(hashee: *const T, into: &mut S) {
    use crate::hash::Hash;
    hashee.hash(into);
}

/// A pointer to a place, without a reference in between.
pub macro addr_of($place:expr) {
    &raw const $place
}

/// A pointer to a place, without a reference in between.
pub macro addr_of_mut($place:expr) {
    &raw mut $place
}
