//! Sorting in place.
//!
//! Short slices are sorted by insertion, longer ones by quicksort; one that is sorted already, or
//! in reverse, is recognised. Quicksort that goes too deep gives way to heapsort.

use crate::cmp::Ordering;
use crate::intrinsics::{
    array_read, array_ref, array_write, slice_array, slice_len, slice_offset, RawArray,
};

/// Slices up to this length are sorted by insertion.
const SHORT: usize = 20;

impl<T> [T] {
    /// Sorts; equal elements may change places.
    #[inline]
    pub fn sort_unstable(&mut self)
    where
        T: Ord,
    {
        sort(self, |a, b| a.lt(b));
    }

    /// Sorts by `compare`; equal elements may change places.
    #[inline]
    pub fn sort_unstable_by<F>(&mut self, mut compare: F)
    where
        F: FnMut(&T, &T) -> Ordering,
    {
        sort(self, |a, b| compare(a, b).is_lt());
    }

    /// Sorts by key; equal elements may change places.
    #[inline]
    pub fn sort_unstable_by_key<K, F>(&mut self, mut f: F)
    where
        F: FnMut(&T) -> K,
        K: Ord,
    {
        sort(self, |a, b| f(a).lt(&f(b)));
    }
}

/// Sorts by `is_less`.
#[inline]
fn sort<T, F: FnMut(&T, &T) -> bool>(slice: &mut [T], mut is_less: F) {
    let array = slice_array(slice);
    let start = slice_offset(slice);
    let len = slice_len(slice);
    if len < 2 {
        return;
    }
    if len <= SHORT {
        insertion_sort(array, start, start + len, &mut is_less);
        return;
    }
    if sort_run(array, start, start + len, &mut is_less) {
        return;
    }
    let limit = 2 * (len | 1).ilog2();
    quicksort(array, start, start + len, limit, false, &mut is_less);
}

#[inline(always)]
pub(super) fn swap<T>(array: RawArray<T>, a: usize, b: usize) {
    let value = array_read(array, a);
    array_write(array, a, array_read(array, b));
    array_write(array, b, value);
}

/// Sorts what is one run, ascending or strictly descending; returns whether it was.
fn sort_run<T, F: FnMut(&T, &T) -> bool>(
    array: RawArray<T>,
    start: usize,
    end: usize,
    is_less: &mut F,
) -> bool {
    let is_descending = is_less(array_ref(array, start + 1), array_ref(array, start));
    let mut at = start + 2;
    while at < end && is_less(array_ref(array, at), array_ref(array, at - 1)) == is_descending {
        at += 1;
    }
    if at < end {
        return false;
    }
    if is_descending {
        let mut low = start;
        let mut high = end - 1;
        while low < high {
            swap(array, low, high);
            low += 1;
            high -= 1;
        }
    }
    true
}

/// Stable for what is left at its place: each element moves before all greater ones.
pub(super) fn insertion_sort<T, F: FnMut(&T, &T) -> bool>(
    array: RawArray<T>,
    start: usize,
    end: usize,
    is_less: &mut F,
) {
    let mut sorted = start + 1;
    while sorted < end {
        if is_less(array_ref(array, sorted), array_ref(array, sorted - 1)) {
            let value = array_read(array, sorted);
            let mut hole = sorted;
            loop {
                array_write(array, hole, array_read(array, hole - 1));
                hole -= 1;
                if hole == start || !is_less(&value, array_ref(array, hole - 1)) {
                    break;
                }
            }
            array_write(array, hole, value);
        }
        sorted += 1;
    }
}

/// The index of the median of three elements.
fn median<T, F: FnMut(&T, &T) -> bool>(
    array: RawArray<T>,
    a: usize,
    b: usize,
    c: usize,
    is_less: &mut F,
) -> usize {
    let a_first = is_less(array_ref(array, a), array_ref(array, b));
    if a_first != is_less(array_ref(array, a), array_ref(array, c)) {
        return a;
    }
    // `a` is the least or the greatest.
    if is_less(array_ref(array, b), array_ref(array, c)) == a_first {
        b
    } else {
        c
    }
}

/// The index of an element likely near the middle.
pub(super) fn choose_pivot<T, F: FnMut(&T, &T) -> bool>(
    array: RawArray<T>,
    start: usize,
    end: usize,
    is_less: &mut F,
) -> usize {
    let step = (end - start) / 8;
    let mid = start + (end - start) / 2;
    if end - start < 64 {
        return median(array, start, mid, end - 1, is_less);
    }
    let a = median(array, start, start + step, start + 2 * step, is_less);
    let b = median(array, mid - step, mid, mid + step, is_less);
    let c = median(array, end - 1 - 2 * step, end - 1 - step, end - 1, is_less);
    median(array, a, b, c, is_less)
}

/// Moves the elements less than the one at `pivot` before it and returns its new index.
pub(super) fn partition<T, F: FnMut(&T, &T) -> bool>(
    array: RawArray<T>,
    start: usize,
    end: usize,
    pivot: usize,
    is_less: &mut F,
) -> usize {
    swap(array, start, pivot);
    let mut low = start + 1;
    let mut high = end;
    loop {
        while low < high && is_less(array_ref(array, low), array_ref(array, start)) {
            low += 1;
        }
        while low < high && !is_less(array_ref(array, high - 1), array_ref(array, start)) {
            high -= 1;
        }
        if low >= high {
            break;
        }
        high -= 1;
        swap(array, low, high);
        low += 1;
    }
    swap(array, start, low - 1);
    low - 1
}

/// Moves the elements not greater than the one at `pivot` to the front; returns how far they go.
/// Called where nothing is less than the pivot, so these are the equal ones.
pub(super) fn partition_equal<T, F: FnMut(&T, &T) -> bool>(
    array: RawArray<T>,
    start: usize,
    end: usize,
    pivot: usize,
    is_less: &mut F,
) -> usize {
    swap(array, start, pivot);
    let mut low = start + 1;
    let mut high = end;
    loop {
        while low < high && !is_less(array_ref(array, start), array_ref(array, low)) {
            low += 1;
        }
        while low < high && is_less(array_ref(array, start), array_ref(array, high - 1)) {
            high -= 1;
        }
        if low >= high {
            break;
        }
        high -= 1;
        swap(array, low, high);
        low += 1;
    }
    low
}

fn quicksort<T, F: FnMut(&T, &T) -> bool>(
    array: RawArray<T>,
    first: usize,
    last: usize,
    depth: u32,
    left_pivot: bool,
    is_less: &mut F,
) {
    let mut start = first;
    let mut end = last;
    let mut limit = depth;
    // Whether the element before `start` is a pivot, so that nothing here is less.
    let mut has_left_pivot = left_pivot;
    while end - start > SHORT {
        if limit == 0 {
            heapsort(array, start, end, is_less);
            return;
        }
        limit -= 1;
        let pivot = choose_pivot(array, start, end, is_less);
        if has_left_pivot && !is_less(array_ref(array, start - 1), array_ref(array, pivot)) {
            start = partition_equal(array, start, end, pivot, is_less);
            continue;
        }
        let mid = partition(array, start, end, pivot, is_less);
        if mid - start < end - mid - 1 {
            quicksort(array, start, mid, limit, has_left_pivot, is_less);
            start = mid + 1;
            has_left_pivot = true;
        } else {
            quicksort(array, mid + 1, end, limit, true, is_less);
            end = mid;
        }
    }
    if end > start {
        insertion_sort(array, start, end, is_less);
    }
}

pub(super) fn heapsort<T, F: FnMut(&T, &T) -> bool>(
    array: RawArray<T>,
    start: usize,
    end: usize,
    is_less: &mut F,
) {
    let len = end - start;
    let mut root = len / 2;
    while root > 0 {
        root -= 1;
        sift_down(array, start, root, len, is_less);
    }
    let mut left = len;
    while left > 1 {
        left -= 1;
        swap(array, start, start + left);
        sift_down(array, start, 0, left, is_less);
    }
}

/// Moves the element at `root` down until no child is greater.
fn sift_down<T, F: FnMut(&T, &T) -> bool>(
    array: RawArray<T>,
    start: usize,
    root: usize,
    len: usize,
    is_less: &mut F,
) {
    let mut node = root;
    loop {
        let mut child = 2 * node + 1;
        if child >= len {
            return;
        }
        if child + 1 < len
            && is_less(array_ref(array, start + child), array_ref(array, start + child + 1))
        {
            child += 1;
        }
        if !is_less(array_ref(array, start + node), array_ref(array, start + child)) {
            return;
        }
        swap(array, start + node, start + child);
        node = child;
    }
}
