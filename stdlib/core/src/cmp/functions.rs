//! The smaller and the larger of two values.

use super::Ordering;

/// The smaller; `v1` if they are equal.
#[inline]
#[must_use]
pub fn min<T: Ord>(v1: T, v2: T) -> T {
    v1.min(v2)
}

/// The smaller by `compare`; `v1` if they are equal.
#[inline]
#[must_use]
pub fn min_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> T {
    if compare(&v2, &v1).is_lt() {
        v2
    } else {
        v1
    }
}

/// The one with the smaller key; `v1` if they are equal.
#[inline]
#[must_use]
pub fn min_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, mut f: F) -> T {
    if f(&v2) < f(&v1) {
        v2
    } else {
        v1
    }
}

/// The larger; `v2` if they are equal.
#[inline]
#[must_use]
pub fn max<T: Ord>(v1: T, v2: T) -> T {
    v1.max(v2)
}

/// The larger by `compare`; `v2` if they are equal.
#[inline]
#[must_use]
pub fn max_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> T {
    if compare(&v2, &v1).is_lt() {
        v1
    } else {
        v2
    }
}

/// The one with the larger key; `v2` if they are equal.
#[inline]
#[must_use]
pub fn max_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, mut f: F) -> T {
    if f(&v2) < f(&v1) {
        v1
    } else {
        v2
    }
}

/// The smaller and the larger.
#[inline]
#[must_use]
pub fn minmax<T: Ord>(v1: T, v2: T) -> [T; 2] {
    if v2 < v1 {
        [v2, v1]
    } else {
        [v1, v2]
    }
}

/// The smaller and the larger by `compare`.
#[inline]
#[must_use]
pub fn minmax_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> [T; 2] {
    if compare(&v2, &v1).is_lt() {
        [v2, v1]
    } else {
        [v1, v2]
    }
}

/// The one with the smaller and the one with the larger key.
#[inline]
#[must_use]
pub fn minmax_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, mut f: F) -> [T; 2] {
    if f(&v2) < f(&v1) {
        [v2, v1]
    } else {
        [v1, v2]
    }
}
