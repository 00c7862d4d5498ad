//! Moving values, and what is known of their layout.

mod manually_drop;
mod maybe_uninit;

pub use self::manually_drop::ManuallyDrop;
pub use self::maybe_uninit::MaybeUninit;

use crate::clone;
use crate::cmp;
use crate::fmt;
use crate::hash;
use crate::intrinsics;
use crate::marker::PhantomData;

/// Ends a value without dropping it.
#[inline(always)]
pub const fn forget<T>(t: T) {
    intrinsics::forget(t)
}

/// The size in bytes that rustc gives the type on a 32-bit target.
#[inline(always)]
#[must_use]
pub const fn size_of<T>() -> usize {
    intrinsics::size_of::<T>()
}

/// The size in bytes of the value.
#[inline(always)]
#[must_use]
pub const fn size_of_val<T: ?Sized>(val: &T) -> usize {
    intrinsics::size_of_val(val as *const T)
}

/// The alignment that rustc gives the type on a 32-bit target.
#[inline(always)]
#[must_use]
#[deprecated(note = "use `align_of` instead")]
pub fn min_align_of<T>() -> usize {
    intrinsics::align_of::<T>()
}

/// The alignment that rustc gives the type on a 32-bit target.
#[inline(always)]
#[must_use]
pub const fn align_of<T>() -> usize {
    intrinsics::align_of::<T>()
}

/// The alignment of the value.
///
/// ```
/// let word: &[u16] = &[7, 8];
/// assert_eq!(std::mem::align_of_val(word), 2);
/// ```
#[inline(always)]
#[must_use]
pub const fn align_of_val<T: ?Sized>(val: &T) -> usize {
    intrinsics::align_of_val(val as *const T)
}

/// The alignment of the value.
///
/// ```
/// # #![allow(deprecated)]
/// assert_eq!(std::mem::min_align_of_val(&7_u32), 4);
/// ```
#[inline(always)]
#[must_use]
#[deprecated(note = "use `align_of_val` instead")]
pub fn min_align_of_val<T: ?Sized>(val: &T) -> usize {
    align_of_val(val)
}

/// Where a field of a `#[repr(C)]` struct lies.
///
/// ```
/// #[repr(C)]
/// struct Header {
///     kind: u8,
///     len: u32,
/// }
/// assert_eq!(std::mem::offset_of!(Header, len), 4);
/// ```
pub macro offset_of($Container:ty, $($field:tt)+) {
    $crate::mem::offset_in(|whole: *const $Container| unsafe { &raw const (*whole).$($field)+ })
}

#[doc(hidden)]
#[inline(always)]
pub const fn offset_in<T, U, F: Fn(*const T) -> *const U>(place: F) -> usize {
    intrinsics::offset_of(place)
}

/// Whether dropping a `T` does something.
#[inline(always)]
#[must_use]
pub const fn needs_drop<T: ?Sized>() -> bool {
    intrinsics::owns_something::<T>()
}

/// A value of zeros.
#[inline(always)]
#[must_use]
pub const unsafe fn zeroed<T>() -> T {
    intrinsics::uninit()
}

/// A value that must be overwritten.
#[inline(always)]
#[must_use]
#[deprecated(note = "use `mem::MaybeUninit` instead")]
pub unsafe fn uninitialized<T>() -> T {
    intrinsics::uninit()
}

/// Exchanges two values.
#[inline(always)]
pub const fn swap<T>(x: &mut T, y: &mut T) {
    let a = intrinsics::ptr_read(x as *const T);
    intrinsics::ptr_write(x as *mut T, intrinsics::ptr_read(y as *const T));
    intrinsics::ptr_write(y as *mut T, a);
}

/// Leaves the default behind; returns the value.
#[inline(always)]
pub fn take<T: Default>(dest: &mut T) -> T {
    replace(dest, T::default())
}

/// Leaves `src` behind; returns the value.
#[inline(always)]
#[must_use = "if you don't need the old value, you can just assign the new value directly"]
pub const fn replace<T>(dest: &mut T, src: T) -> T {
    let result = intrinsics::ptr_read(dest as *const T);
    intrinsics::ptr_write(dest as *mut T, src);
    result
}

/// Ends a value.
#[inline(always)]
pub fn drop<T>(_x: T) {}

/// A copy of the value.
#[inline(always)]
pub const fn copy<T: Copy>(x: &T) -> T {
    *x
}

/// The bits of `src` as a `Dst`.
#[inline(always)]
#[must_use]
#[track_caller]
pub const unsafe fn transmute_copy<Src, Dst>(src: &Src) -> Dst {
    intrinsics::transmute(intrinsics::ptr_read(src as *const Src))
}

/// Reinterprets a value; see the intrinsic for what is possible.
#[inline(always)]
#[must_use]
pub const unsafe fn transmute<Src, Dst>(src: Src) -> Dst {
    intrinsics::transmute(src)
}

/// Which variant a value is.
#[wrc::flat]
pub struct Discriminant<T> {
    value: i64,
    of: PhantomData<T>,
}

/// Which variant the value is.
#[inline(always)]
pub const fn discriminant<T>(v: &T) -> Discriminant<T> {
    Discriminant {
        value: intrinsics::discriminant_of(v as *const T),
        of: PhantomData,
    }
}

impl<T> Copy for Discriminant<T> {}

impl<T> clone::Clone for Discriminant<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> cmp::PartialEq for Discriminant<T> {
    #[inline(always)]
    fn eq(&self, rhs: &Self) -> bool {
        self.value == rhs.value
    }
}

impl<T> cmp::Eq for Discriminant<T> {}

impl<T> hash::Hash for Discriminant<T> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        hash::hash_discriminant(state, self.value as isize);
    }
}

impl<T> fmt::Debug for Discriminant<T> {
    fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt.debug_tuple("Discriminant").field(&self.value).finish()
    }
}
