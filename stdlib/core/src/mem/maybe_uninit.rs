//! Places without a value.

use crate::any::type_name;
use crate::fmt;
use crate::intrinsics;
use crate::mem::ManuallyDrop;

/// A place that may hold a value.
#[lang = "maybe_uninit"]
#[derive(Copy)]
#[repr(transparent)]
pub union MaybeUninit<T> {
    uninit: (),
    value: ManuallyDrop<T>,
}

impl<T: Copy> Clone for MaybeUninit<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> fmt::Debug for MaybeUninit<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MaybeUninit<")?;
        f.write_str(type_name::<T>())?;
        f.write_str(">")
    }
}

impl<T> MaybeUninit<T> {
    /// A place with a value.
    #[inline(always)]
    #[must_use = "use `forget` to avoid running Drop code"]
    pub const fn new(val: T) -> MaybeUninit<T> {
        MaybeUninit {
            value: ManuallyDrop::new(val),
        }
    }

    /// A place without a value.
    #[inline(always)]
    #[must_use]
    pub const fn uninit() -> MaybeUninit<T> {
        intrinsics::uninit()
    }

    /// Many places without a value.
    #[inline]
    #[must_use]
    pub const fn uninit_array<const N: usize>() -> [Self; N] {
        intrinsics::fixed_from(intrinsics::array_new(N))
    }

    /// A place with zeros.
    #[inline(always)]
    #[must_use]
    pub const fn zeroed() -> MaybeUninit<T> {
        intrinsics::uninit()
    }

    /// Stores a value; does not drop what was there.
    #[inline(always)]
    pub const fn write(&mut self, val: T) -> &mut T {
        *self = MaybeUninit::new(val);
        unsafe { self.assume_init_mut() }
    }

    /// A pointer to the place.
    #[inline(always)]
    pub const fn as_ptr(&self) -> *const T {
        &raw const self.value as *const T
    }

    /// A pointer to the place.
    #[inline(always)]
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        &raw mut self.value as *mut T
    }

    /// The value, which there must be.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn assume_init(self) -> T {
        ManuallyDrop::into_inner(self.value)
    }

    /// Moves the value out; it must not be used twice unless it is `Copy`.
    #[inline(always)]
    #[track_caller]
    pub const unsafe fn assume_init_read(&self) -> T {
        ManuallyDrop::into_inner(intrinsics::ptr_read(&raw const self.value))
    }

    /// Drops the value.
    #[inline(always)]
    pub unsafe fn assume_init_drop(&mut self) {
        intrinsics::drop_in_place(self.as_mut_ptr())
    }

    /// The value, which there must be, by reference.
    #[inline(always)]
    pub const unsafe fn assume_init_ref(&self) -> &T {
        unsafe { self.value.as_inner() }
    }

    /// The value, which there must be, by mutable reference.
    #[inline(always)]
    pub const unsafe fn assume_init_mut(&mut self) -> &mut T {
        unsafe { self.value.as_inner_mut() }
    }

    /// The values of an array, all of which there must be.
    #[inline]
    #[track_caller]
    pub const unsafe fn array_assume_init<const N: usize>(array: [Self; N]) -> [T; N] {
        intrinsics::transmute(array)
    }

    /// A pointer to the first place.
    #[inline]
    pub fn slice_as_ptr(this: &[MaybeUninit<T>]) -> *const T {
        this.as_ptr() as *const T
    }

    /// A pointer to the first place.
    #[inline]
    pub fn slice_as_mut_ptr(this: &mut [MaybeUninit<T>]) -> *mut T {
        this.as_mut_ptr() as *mut T
    }
}

impl<T, const N: usize> MaybeUninit<[T; N]> {
    /// The array of places.
    #[inline]
    pub const fn transpose(self) -> [MaybeUninit<T>; N] {
        intrinsics::transmute(self)
    }
}

impl<T, const N: usize> [MaybeUninit<T>; N] {
    /// The place of an array.
    #[inline]
    pub const fn transpose(self) -> MaybeUninit<[T; N]> {
        intrinsics::transmute(self)
    }
}

impl<T> [MaybeUninit<T>] {
    /// Stores copies of the elements of `src`.
    pub fn write_copy_of_slice(&mut self, src: &[T]) -> &mut [T]
    where
        T: Copy,
    {
        let this: &mut [T] = unsafe { self.assume_init_mut() };
        this.copy_from_slice(src);
        this
    }

    /// Stores clones of the elements of `src`.
    pub fn write_clone_of_slice(&mut self, src: &[T]) -> &mut [T]
    where
        T: Clone,
    {
        assert!(
            self.len() == src.len(),
            "destination and source slices have different lengths"
        );
        let mut index = 0;
        while index < src.len() {
            self[index].write(src[index].clone());
            index += 1;
        }
        unsafe { self.assume_init_mut() }
    }

    /// Drops the values.
    #[inline]
    pub unsafe fn assume_init_drop(&mut self) {
        intrinsics::drop_in_place(self as *mut [MaybeUninit<T>] as *mut [T])
    }

    /// The values, all of which there must be.
    #[inline(always)]
    pub const unsafe fn assume_init_ref(&self) -> &[T] {
        &*(self as *const [MaybeUninit<T>] as *const [T])
    }

    /// The values, all of which there must be.
    #[inline(always)]
    pub const unsafe fn assume_init_mut(&mut self) -> &mut [T] {
        &mut *(self as *mut [MaybeUninit<T>] as *mut [T])
    }
}
