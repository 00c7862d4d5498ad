//! Growth of the arrays below `Vec`, `VecDeque` and `String`.
//!
//! The functions take and return the array instead of `&mut self`, so that the collection's
//! fields never need an address.

use crate::reserve::{TryReserveError, TryReserveErrorKind};
use crate::prim::{array_copy, array_len, array_new, size_hint, RawArray};

/// The smallest capacity worth allocating, as a function of the element's size.
#[inline]
pub(crate) fn min_non_zero_cap<T>() -> usize {
    if size_hint::<T>() == 1 {
        8
    } else if size_hint::<T>() <= 1024 {
        4
    } else {
        1
    }
}

/// Whether `cap` elements would exceed `isize::MAX` bytes.
#[inline]
pub(crate) fn is_too_large<T>(cap: usize) -> bool {
    size_hint::<T>() != 0 && cap > (isize::MAX as usize) / size_hint::<T>()
}

/// A new array for exactly `cap` elements.
#[inline]
#[track_caller]
pub(crate) fn with_capacity<T>(cap: usize) -> RawArray<T> {
    if is_too_large::<T>(cap) {
        capacity_overflow();
    }
    array_new(cap)
}

/// Moves the first `len` elements into a new array of `cap` elements.
#[inline(never)]
pub(crate) fn resized<T>(old: RawArray<T>, len: usize, cap: usize) -> RawArray<T> {
    let new = array_new(cap);
    array_copy(new, 0, old, 0, len);
    new
}

/// Room for one more element: doubles the capacity.
#[cold]
#[inline(never)]
#[track_caller]
pub(crate) fn grown_by_one<T>(old: RawArray<T>, len: usize) -> RawArray<T> {
    grown(old, len, 1)
}

/// Room for `additional` more elements, at least doubling the capacity.
#[cold]
#[inline(never)]
#[track_caller]
pub(crate) fn grown<T>(old: RawArray<T>, len: usize, additional: usize) -> RawArray<T> {
    match amortized_cap::<T>(array_len(old), len, additional) {
        Some(cap) => resized(old, len, cap),
        None => capacity_overflow(),
    }
}

/// Room for exactly `additional` more elements.
#[cold]
#[inline(never)]
#[track_caller]
pub(crate) fn grown_exact<T>(old: RawArray<T>, len: usize, additional: usize) -> RawArray<T> {
    match exact_cap::<T>(len, additional) {
        Some(cap) => resized(old, len, cap),
        None => capacity_overflow(),
    }
}

/// The capacity `reserve` chooses, or `None` when it cannot be represented.
pub(crate) fn amortized_cap<T>(cap: usize, len: usize, additional: usize) -> Option<usize> {
    let required = exact_cap::<T>(len, additional)?;
    let mut wanted = cap.wrapping_mul(2);
    if wanted < required {
        wanted = required;
    }
    if wanted < min_non_zero_cap::<T>() {
        wanted = min_non_zero_cap::<T>();
    }
    if is_too_large::<T>(wanted) {
        None
    } else {
        Some(wanted)
    }
}

/// The capacity `reserve_exact` chooses, or `None` when it cannot be represented.
pub(crate) fn exact_cap<T>(len: usize, additional: usize) -> Option<usize> {
    let required = len.wrapping_add(additional);
    if required < len || is_too_large::<T>(required) {
        None
    } else {
        Some(required)
    }
}

/// The error of `try_reserve` when a capacity cannot be represented.
pub(crate) fn overflow_error() -> TryReserveError {
    TryReserveError::from(TryReserveErrorKind::CapacityOverflow)
}

#[cold]
#[inline(never)]
#[track_caller]
pub(crate) fn capacity_overflow() -> ! {
    panic!("capacity overflow");
}
