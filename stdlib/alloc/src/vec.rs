//! A contiguous growable array, `Vec<T>`.
//!
//! A `Vec` is an array with spare room at its end and a length. Elements at and above the length
//! are never looked at; moving an element out leaves its slot as it was.

mod capacity;
mod change;
mod cmp;
mod drain;
mod extract_if;
pub(crate) mod impls;
mod into_iter;
mod place;
mod splice;

pub use self::drain::Drain;
pub use self::extract_if::ExtractIf;
pub use self::into_iter::IntoIter;
pub use self::splice::Splice;

use core::array::Part;
use core::cmp::PartialEq;
use core::mem::{self, MaybeUninit};
use core::ops::RangeBounds;

use crate::bounds;
use crate::boxed::Box;
use crate::reserve::TryReserveError;
use crate::prim::{
    array_copy_val, array_fill, array_len, array_mut, array_new, array_read, array_ref,
    array_write, box_slice_array, box_slice_from, fixed_array, is_copy, needs_drop, slice_array,
    slice_from, slice_from_mut, slice_len, slice_offset, transmute, RawArray,
};
use crate::raw_vec;

/// A contiguous growable array.
#[wrc::drop_elements]
pub struct Vec<T> {
    pub(crate) buf: RawArray<T>,
    pub(crate) len: usize,
}

/// `vec![elem; n]`.
#[doc(hidden)]
#[inline]
#[track_caller]
pub fn from_elem<T: Clone>(elem: T, n: usize) -> Vec<T> {
    let buf = raw_vec::with_capacity(n);
    if is_copy::<T>() {
        array_fill(buf, 0, elem, n);
    } else if n > 0 {
        fill_with_clones(buf, 0, n, elem);
    }
    Vec { buf, len: n }
}

/// `vec![a, b, c]`: the fixed array becomes the vector's buffer.
#[doc(hidden)]
#[inline(always)]
pub fn from_fixed<T, const N: usize>(elements: [T; N]) -> Vec<T> {
    let buf = fixed_array(&elements);
    mem::forget(elements);
    Vec { buf, len: N }
}

/// Writes `n >= 1` copies of `elem` from index `at` on; the last one is `elem` itself.
fn fill_with_clones<T: Clone>(buf: RawArray<T>, at: usize, n: usize, elem: T) {
    let last = at + n - 1;
    let mut index = at;
    while index < last {
        array_write(buf, index, elem.clone());
        index += 1;
    }
    array_write(buf, last, elem);
}

/// Drops the elements `start..end`, in order.
#[inline]
pub(crate) fn drop_elements<T>(buf: RawArray<T>, start: usize, end: usize) {
    if needs_drop::<T>() {
        let mut rest = Part {
            array: buf,
            start,
            end,
        };
        while rest.start < rest.end {
            let item = array_read(buf, rest.start);
            rest.start += 1;
            drop(item);
        }
    }
}

/// Clones `slice` into `buf` from index `at` on.
#[inline]
pub(crate) fn clone_elements<T: Clone>(buf: RawArray<T>, at: usize, slice: &[T]) {
    let from = slice_array(slice);
    let offset = slice_offset(slice);
    let len = slice_len(slice);
    if is_copy::<T>() {
        array_copy_val(buf, at, from, offset, len);
    } else {
        let mut done = Part {
            array: buf,
            start: at,
            end: at,
        };
        let mut index = 0;
        while index < len {
            array_write(buf, at + index, array_ref(from, offset + index).clone());
            index += 1;
            done.end += 1;
        }
        mem::forget(done);
    }
}

impl<T> Vec<T> {
    /// An empty vector; allocates nothing.
    #[inline]
    pub const fn new() -> Vec<T> {
        Vec {
            buf: array_new(0),
            len: 0,
        }
    }

    /// An empty vector with room for `capacity` elements.
    #[inline]
    #[track_caller]
    pub fn with_capacity(capacity: usize) -> Vec<T> {
        Vec {
            buf: raw_vec::with_capacity(capacity),
            len: 0,
        }
    }

    /// As `with_capacity`, but reports a capacity that cannot be had.
    pub fn try_with_capacity(capacity: usize) -> Result<Vec<T>, TryReserveError> {
        if raw_vec::is_too_large::<T>(capacity) {
            return Err(raw_vec::overflow_error());
        }
        Ok(Vec {
            buf: array_new(capacity),
            len: 0,
        })
    }

    /// Builds a vector from a pointer to the start of an array.
    #[inline]
    pub unsafe fn from_raw_parts(ptr: *mut T, length: usize, capacity: usize) -> Vec<T> {
        let all = unsafe { core::slice::from_raw_parts_mut(ptr, capacity) };
        Vec {
            buf: slice_array(all),
            len: length,
        }
    }

    /// Pointer, length and capacity, for `from_raw_parts`.
    #[inline]
    pub fn into_raw_parts(self) -> (*mut T, usize, usize) {
        let mut this = mem::ManuallyDrop::new(self);
        (this.as_mut_ptr(), this.len(), this.capacity())
    }

    /// Builds a vector from the results of `f(0)`, `f(1)`, … `f(length - 1)`.
    #[inline]
    pub fn from_fn<F: FnMut(usize) -> T>(length: usize, mut f: F) -> Vec<T> {
        let buf = raw_vec::with_capacity(length);
        let mut index = 0;
        while index < length {
            array_write(buf, index, f(index));
            index += 1;
        }
        Vec { buf, len: length }
    }

    /// The number of elements.
    #[inline]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no elements.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The elements as a boxed slice, without spare room.
    #[inline]
    pub fn into_boxed_slice(self) -> Box<[T]> {
        box_slice_from(self.into_exact_array())
    }

    /// An array exactly as long as the vector.
    #[inline]
    pub(crate) fn into_exact_array(mut self) -> RawArray<T> {
        if array_len(self.buf) != self.len {
            self.buf = raw_vec::resized(self.buf, self.len, self.len);
        }
        let buf = self.buf;
        mem::forget(self);
        buf
    }

    /// The elements as a slice.
    #[inline(always)]
    pub const fn as_slice(&self) -> &[T] {
        slice_from(self.buf, 0, self.len)
    }

    /// The elements as a mutable slice.
    #[inline(always)]
    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        slice_from_mut(self.buf, 0, self.len)
    }

    /// A pointer to the first element.
    #[inline]
    pub fn as_ptr(&self) -> *const T {
        slice_from(self.buf, 0, array_len(self.buf)).as_ptr()
    }

    /// A mutable pointer to the first element.
    #[inline]
    pub fn as_mut_ptr(&mut self) -> *mut T {
        slice_from_mut(self.buf, 0, array_len(self.buf)).as_mut_ptr()
    }

    /// Sets the length without touching any element.
    #[inline]
    pub unsafe fn set_len(&mut self, new_len: usize) {
        self.len = new_len;
    }

    /// Appends an element.
    #[inline]
    #[track_caller]
    pub fn push(&mut self, value: T) {
        let len = self.len;
        if len == array_len(self.buf) {
            self.buf = raw_vec::grown_by_one(self.buf, len);
        }
        array_write(self.buf, len, value);
        self.len = len + 1;
    }

    /// Appends an element and gives access to it.
    #[inline]
    #[track_caller]
    pub fn push_mut(&mut self, value: T) -> &mut T {
        let len = self.len;
        self.push(value);
        array_mut(self.buf, len)
    }

    /// Appends an element if there is room, else returns it.
    #[inline]
    pub fn push_within_capacity(&mut self, value: T) -> Result<&mut T, T> {
        let len = self.len;
        if len == array_len(self.buf) {
            return Err(value);
        }
        array_write(self.buf, len, value);
        self.len = len + 1;
        Ok(array_mut(self.buf, len))
    }

    /// Removes the last element.
    #[inline]
    pub fn pop(&mut self) -> Option<T> {
        let len = self.len;
        if len == 0 {
            None
        } else {
            self.len = len - 1;
            Some(array_read(self.buf, len - 1))
        }
    }

    /// Removes the last element if `predicate` accepts it.
    pub fn pop_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        if predicate(array_mut(self.buf, self.len - 1)) {
            self.pop()
        } else {
            None
        }
    }

    /// The elements as a slice that lives for ever.
    #[inline]
    pub fn leak<'a>(self) -> &'a mut [T] {
        let buf = self.buf;
        let len = self.len;
        mem::forget(self);
        slice_from_mut(buf, 0, len)
    }

    /// The room after the last element.
    #[inline]
    pub fn spare_capacity_mut(&mut self) -> &mut [MaybeUninit<T>] {
        let buf: RawArray<MaybeUninit<T>> = transmute(self.buf);
        slice_from_mut(buf, self.len, array_len(self.buf) - self.len)
    }
}

impl<T: Clone> Vec<T> {
    /// Changes the length, filling with clones of `value`.
    #[track_caller]
    pub fn resize(&mut self, new_len: usize, value: T) {
        let len = self.len;
        if new_len <= len {
            self.truncate(new_len);
            return;
        }
        let count = new_len - len;
        self.reserve(count);
        if is_copy::<T>() {
            array_fill(self.buf, len, value, count);
        } else {
            fill_with_clones(self.buf, len, count, value);
        }
        self.len = new_len;
    }

    /// Appends clones of a slice's elements.
    #[inline]
    #[track_caller]
    pub fn extend_from_slice(&mut self, other: &[T]) {
        self.reserve(slice_len(other));
        clone_elements(self.buf, self.len, other);
        self.len += slice_len(other);
    }

    /// Appends clones of a range of the vector's own elements.
    #[track_caller]
    pub fn extend_from_within<R: RangeBounds<usize>>(&mut self, src: R) {
        let (start, end) = bounds::resolve(&src, self.len);
        self.reserve(end - start);
        clone_elements(self.buf, self.len, slice_from(self.buf, start, end - start));
        self.len += end - start;
    }
}

impl<T: PartialEq> Vec<T> {
    /// Removes elements that equal the element before.
    #[inline]
    pub fn dedup(&mut self) {
        self.dedup_by(|a, b| *a == *b);
    }
}

impl<T, const N: usize> Vec<[T; N]> {
    /// The elements of the elements.
    pub fn into_flattened(self) -> Vec<T> {
        let mut flat = Vec::with_capacity(self.len * N);
        for row in self {
            flat.extend(row);
        }
        flat
    }
}

unsafe impl<#[may_dangle] T> Drop for Vec<T> {
    #[inline]
    fn drop(&mut self) {
        if needs_drop::<T>() {
            drop_elements(self.buf, 0, self.len);
        }
    }
}

/// The boxed slice's array becomes the vector's buffer.
#[inline]
pub(crate) fn from_boxed_slice<T>(slice: Box<[T]>) -> Vec<T> {
    let len = slice_len(&*slice);
    Vec {
        buf: box_slice_array(slice),
        len,
    }
}
