//! Putting one element at its place.

use super::sort::{choose_pivot, heapsort, insertion_sort, partition, partition_equal};
use super::part_mut;
use crate::cmp::Ordering;
use crate::intrinsics::{array_mut, array_ref, slice_array, slice_offset};

impl<T> [T] {
    /// Puts the element that sorting puts at `index` there, the smaller ones before it.
    #[inline]
    #[track_caller]
    pub fn select_nth_unstable(&mut self, index: usize) -> (&mut [T], &mut T, &mut [T])
    where
        T: Ord,
    {
        select(self, index, |a, b| a.lt(b))
    }

    /// Puts the element that sorting by `compare` puts at `index` there.
    #[inline]
    #[track_caller]
    pub fn select_nth_unstable_by<F>(
        &mut self,
        index: usize,
        mut compare: F,
    ) -> (&mut [T], &mut T, &mut [T])
    where
        F: FnMut(&T, &T) -> Ordering,
    {
        select(self, index, |a, b| compare(a, b).is_lt())
    }

    /// Puts the element that sorting by key puts at `index` there.
    #[inline]
    #[track_caller]
    pub fn select_nth_unstable_by_key<K, F>(
        &mut self,
        index: usize,
        mut f: F,
    ) -> (&mut [T], &mut T, &mut [T])
    where
        F: FnMut(&T) -> K,
        K: Ord,
    {
        select(self, index, |a, b| f(a).lt(&f(b)))
    }
}

#[track_caller]
fn select<T, F: FnMut(&T, &T) -> bool>(
    slice: &mut [T],
    index: usize,
    mut is_less: F,
) -> (&mut [T], &mut T, &mut [T]) {
    let len = slice.len();
    if index >= len {
        panic!("partition_at_index index {index} greater than length of slice {len}");
    }
    let array = slice_array(slice);
    let offset = slice_offset(slice);
    let wanted = offset + index;
    let mut start = offset;
    let mut end = offset + len;
    let mut limit = 2 * (len | 1).ilog2();
    let mut has_left_pivot = false;
    loop {
        if end - start <= 16 {
            insertion_sort(array, start, end, &mut is_less);
            break;
        }
        if limit == 0 {
            heapsort(array, start, end, &mut is_less);
            break;
        }
        limit -= 1;
        let pivot = choose_pivot(array, start, end, &mut is_less);
        if has_left_pivot && !is_less(array_ref(array, start - 1), array_ref(array, pivot)) {
            let next = partition_equal(array, start, end, pivot, &mut is_less);
            if wanted < next {
                break;
            }
            start = next;
            continue;
        }
        let mid = partition(array, start, end, pivot, &mut is_less);
        if mid == wanted {
            break;
        }
        if mid < wanted {
            start = mid + 1;
            has_left_pivot = true;
        } else {
            end = mid;
        }
    }
    (
        part_mut(slice, 0, index),
        array_mut(array, wanted),
        part_mut(slice, index + 1, len - index - 1),
    )
}
