//! Comparison of sequences, element by element.

use crate::cmp::Ordering::{self, Equal, Greater, Less};

/// The first comparison that is not `Equal`; else the shorter one is less.
#[inline]
pub(super) fn cmp_by<A, B, F>(mut left: A, mut right: B, mut cmp: F) -> Ordering
where
    A: Iterator,
    B: Iterator,
    F: FnMut(A::Item, B::Item) -> Ordering,
{
    loop {
        let x = match left.next() {
            None => return if right.next().is_none() { Equal } else { Less },
            Some(x) => x,
        };
        let y = match right.next() {
            None => return Greater,
            Some(y) => y,
        };
        match cmp(x, y) {
            Equal => {}
            decided => return decided,
        }
    }
}

/// As `cmp_by`.
#[inline]
pub(super) fn partial_cmp_by<A, B, F>(mut left: A, mut right: B, mut cmp: F) -> Option<Ordering>
where
    A: Iterator,
    B: Iterator,
    F: FnMut(A::Item, B::Item) -> Option<Ordering>,
{
    loop {
        let x = match left.next() {
            None => {
                return Some(if right.next().is_none() {
                    Equal
                } else {
                    Less
                })
            }
            Some(x) => x,
        };
        let y = match right.next() {
            None => return Some(Greater),
            Some(y) => y,
        };
        match cmp(x, y) {
            Some(Equal) => {}
            decided => return decided,
        }
    }
}

/// Whether both have the same number of elements, all equal.
#[inline]
pub(super) fn eq_by<A, B, F>(mut left: A, mut right: B, mut eq: F) -> bool
where
    A: Iterator,
    B: Iterator,
    F: FnMut(A::Item, B::Item) -> bool,
{
    loop {
        let x = match left.next() {
            None => return right.next().is_none(),
            Some(x) => x,
        };
        let y = match right.next() {
            None => return false,
            Some(y) => y,
        };
        if !eq(x, y) {
            return false;
        }
    }
}
