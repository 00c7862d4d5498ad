//! Resolves `RangeBounds<usize>` against a length, with the panics every collection shares.

use core::ops::{Bound, RangeBounds};

/// Turns `range` into `(start, end)` and panics unless `start <= end <= len`.
#[inline]
#[track_caller]
pub(crate) fn resolve<R: RangeBounds<usize>>(range: &R, len: usize) -> (usize, usize) {
    let start = match range.start_bound() {
        Bound::Included(&start) => start,
        Bound::Excluded(&before) => after(before),
        Bound::Unbounded => 0,
    };
    let end = match range.end_bound() {
        Bound::Included(&last) => after(last),
        Bound::Excluded(&end) => end,
        Bound::Unbounded => len,
    };
    if start > end || end > len {
        fail(start, end, len);
    }
    (start, end)
}

#[inline]
#[track_caller]
fn after(index: usize) -> usize {
    if index == usize::MAX {
        panic!("range bound is the largest `usize`");
    }
    index + 1
}

#[cold]
#[inline(never)]
#[track_caller]
fn fail(start: usize, end: usize, len: usize) -> ! {
    if start > end {
        panic!("slice index starts at {start} but ends at {end}");
    }
    panic!("range end index {end} out of range for slice of length {len}");
}
