//! The stable sort: a merge sort over short runs that are sorted by insertion.
//!
//! The elements are moved through the array directly; a panic in a comparison ends the program,
//! so no state has to be put in order.

use crate::prim::{
    array_copy, array_new, array_read, array_ref, array_write, slice_array, slice_len,
    slice_offset, RawArray,
};

/// The longest run that is sorted by insertion.
const RUN: usize = 20;

/// Sorts; `is_less` is a strict weak order.
pub(crate) fn stable<T, F: FnMut(&T, &T) -> bool>(slice: &mut [T], is_less: &mut F) {
    let array = slice_array(slice);
    let start = slice_offset(slice);
    let end = start + slice_len(slice);
    if end - start < 2 {
        return;
    }
    if end - start <= RUN {
        insertion(array, start, end, is_less);
        return;
    }
    let sorted = first_run(array, start, end, is_less);
    if sorted == end {
        return;
    }
    let spare = array_new((end - start) / 2);
    merge_sort(array, start, end, spare, is_less);
}

/// The end of the ordered run at the start; a descending one is turned round.
fn first_run<T, F: FnMut(&T, &T) -> bool>(
    array: RawArray<T>,
    start: usize,
    end: usize,
    is_less: &mut F,
) -> usize {
    let mut at = start + 2;
    if is_less(array_ref(array, start + 1), array_ref(array, start)) {
        while at < end && is_less(array_ref(array, at), array_ref(array, at - 1)) {
            at += 1;
        }
        reverse(array, start, at);
    } else {
        while at < end && !is_less(array_ref(array, at), array_ref(array, at - 1)) {
            at += 1;
        }
    }
    at
}

fn reverse<T>(array: RawArray<T>, start: usize, end: usize) {
    let mut low = start;
    let mut high = end - 1;
    while low < high {
        let value = array_read(array, low);
        array_write(array, low, array_read(array, high));
        array_write(array, high, value);
        low += 1;
        high -= 1;
    }
}

fn merge_sort<T, F: FnMut(&T, &T) -> bool>(
    array: RawArray<T>,
    start: usize,
    end: usize,
    spare: RawArray<T>,
    is_less: &mut F,
) {
    if end - start <= RUN {
        insertion(array, start, end, is_less);
        return;
    }
    let middle = start + (end - start) / 2;
    merge_sort(array, start, middle, spare, is_less);
    merge_sort(array, middle, end, spare, is_less);
    if is_less(array_ref(array, middle), array_ref(array, middle - 1)) {
        merge(array, start, middle, end, spare, is_less);
    }
}

/// Sorts `start..end` by insertion.
fn insertion<T, F: FnMut(&T, &T) -> bool>(
    array: RawArray<T>,
    start: usize,
    end: usize,
    is_less: &mut F,
) {
    let mut next = start + 1;
    while next < end {
        if is_less(array_ref(array, next), array_ref(array, next - 1)) {
            let value = array_read(array, next);
            let mut at = next;
            while at > start && is_less(&value, array_ref(array, at - 1)) {
                array_write(array, at, array_read(array, at - 1));
                at -= 1;
            }
            array_write(array, at, value);
        }
        next += 1;
    }
}

/// Merges `start..middle` and `middle..end`; the former is moved out of the way.
fn merge<T, F: FnMut(&T, &T) -> bool>(
    array: RawArray<T>,
    start: usize,
    middle: usize,
    end: usize,
    spare: RawArray<T>,
    is_less: &mut F,
) {
    let left_end = middle - start;
    array_copy(spare, 0, array, start, left_end);
    let mut left = 0;
    let mut right = middle;
    let mut to = start;
    while left < left_end && right < end {
        if is_less(array_ref(array, right), array_ref(spare, left)) {
            array_write(array, to, array_read(array, right));
            right += 1;
        } else {
            array_write(array, to, array_read(spare, left));
            left += 1;
        }
        to += 1;
    }
    array_copy(array, to, spare, left, left_end - left);
}
