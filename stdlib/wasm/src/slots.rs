//! What an array is made of: the engine's array, or leaked memory.
//!
//! Values go in and out whole, and no reference to a slot stays while other
//! code runs: that is what makes sharing sound. Indices are in range; the
//! callers check.

#[cfg(wasm_gc)]
mod imp {
    use core::intrinsics::{
        RawArray, array_copy_val, array_mut, array_ref, slice_array, slice_from, slice_offset,
    };

    /// A shared window on slots that hold values.
    pub struct Slots<T> {
        array: RawArray<T>,
        start: usize,
        len: usize,
    }

    impl<T> Copy for Slots<T> {}

    impl<T: 'static> Slots<T> {
        pub fn of(values: Vec<T>) -> Slots<T> {
            let slots: &'static [T] = values.leak();
            Slots {
                array: slice_array(slots),
                start: slice_offset(slots),
                len: slots.len(),
            }
        }

        #[inline]
        pub fn len(self) -> usize {
            self.len
        }

        #[inline]
        pub fn read(self, index: usize) -> T
        where
            T: Copy,
        {
            *array_ref(self.array, self.start + index)
        }

        #[inline]
        pub fn replace(self, index: usize, value: T) -> T {
            core::mem::replace(array_mut(self.array, self.start + index), value)
        }

        pub fn window(self, start: usize, len: usize) -> Slots<T> {
            Slots {
                array: self.array,
                start: self.start + start,
                len,
            }
        }

        pub fn copy(self, from: Slots<T>)
        where
            T: Copy,
        {
            array_copy_val(self.array, self.start, from.array, from.start, from.len);
        }

        pub fn to_vec(self) -> Vec<T>
        where
            T: Copy,
        {
            slice_from(self.array, self.start, self.len).to_vec()
        }

        pub fn is_same(self, other: Slots<T>) -> bool {
            let of = |slots: Slots<T>| slice_from(slots.array, slots.start, slots.len);
            core::ptr::eq::<[T]>(of(self), of(other))
        }
    }
}

#[cfg(not(wasm_gc))]
mod imp {
    use std::ptr;

    /// A shared window on slots that hold values.
    pub struct Slots<T> {
        slots: *mut [T],
    }

    impl<T> Copy for Slots<T> {}

    impl<T: 'static> Slots<T> {
        pub fn of(values: Vec<T>) -> Slots<T> {
            Slots {
                slots: values.leak(),
            }
        }

        pub fn len(self) -> usize {
            self.slots.len()
        }

        fn slot(self, index: usize) -> *mut T {
            debug_assert!(index <= self.len());
            // SAFETY: the callers' indices are in range of the leaked memory.
            unsafe { self.slots.cast::<T>().add(index) }
        }

        pub fn read(self, index: usize) -> T
        where
            T: Copy,
        {
            // SAFETY: the slot holds a value, and nobody refers to it.
            unsafe { self.slot(index).read() }
        }

        pub fn replace(self, index: usize, value: T) -> T {
            // SAFETY: the slot holds a value, and nobody refers to it.
            unsafe { self.slot(index).replace(value) }
        }

        pub fn window(self, start: usize, len: usize) -> Slots<T> {
            Slots {
                slots: ptr::slice_from_raw_parts_mut(self.slot(start), len),
            }
        }

        pub fn copy(self, from: Slots<T>)
        where
            T: Copy,
        {
            // SAFETY: both windows hold values, `self` as many; they may overlap.
            unsafe { ptr::copy(from.slot(0), self.slot(0), from.len()) }
        }

        pub fn to_vec(self) -> Vec<T>
        where
            T: Copy,
        {
            (0..self.len()).map(|index| self.read(index)).collect()
        }

        pub fn is_same(self, other: Slots<T>) -> bool {
            ptr::eq(self.slots, other.slots)
        }
    }
}

pub use self::imp::Slots;

impl<T> Clone for Slots<T> {
    fn clone(&self) -> Slots<T> {
        *self
    }
}
