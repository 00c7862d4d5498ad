//! Slices that get shorter: what is taken off one end is returned.

use super::{part, part_mut};
use crate::ops::{Bound, OneSidedRange};

/// Which part of a slice a range with one end takes.
enum Side {
    /// That many elements at the start.
    Front(usize),
    /// The elements from there on.
    Back(usize),
}

/// What a range takes of `len` elements, if they are there.
#[inline]
fn side(range: impl OneSidedRange<usize>, len: usize) -> Option<Side> {
    let side = match (range.start_bound(), range.end_bound()) {
        (Bound::Unbounded, Bound::Excluded(end)) => Side::Front(*end),
        (Bound::Unbounded, Bound::Included(end)) => Side::Front(end.checked_add(1)?),
        (Bound::Included(start), _) => Side::Back(*start),
        (Bound::Excluded(start), _) => Side::Back(start.checked_add(1)?),
        (Bound::Unbounded, Bound::Unbounded) => return None,
    };
    let (Side::Front(mid) | Side::Back(mid)) = side;
    if mid <= len {
        Some(side)
    } else {
        None
    }
}

impl<T> [T] {
    /// Takes a range off one end.
    #[inline]
    #[must_use = "method does not modify the slice if the range is out of bounds"]
    pub fn split_off<'a, R: OneSidedRange<usize>>(
        self: &mut &'a Self,
        range: R,
    ) -> Option<&'a [T]> {
        let len = self.len();
        let (mid, is_front) = match side(range, len)? {
            Side::Front(mid) => (mid, true),
            Side::Back(mid) => (mid, false),
        };
        let all: &'a [T] = *self;
        let (front, back) = (part(all, 0, mid), part(all, mid, len - mid));
        if is_front {
            *self = back;
            Some(front)
        } else {
            *self = front;
            Some(back)
        }
    }

    /// Takes a range off one end.
    #[inline]
    #[must_use = "method does not modify the slice if the range is out of bounds"]
    pub fn split_off_mut<'a, R: OneSidedRange<usize>>(
        self: &mut &'a mut Self,
        range: R,
    ) -> Option<&'a mut [T]> {
        let len = self.len();
        let (mid, is_front) = match side(range, len)? {
            Side::Front(mid) => (mid, true),
            Side::Back(mid) => (mid, false),
        };
        let front = part_mut(*self, 0, mid);
        let back = part_mut(*self, mid, len - mid);
        if is_front {
            *self = back;
            Some(front)
        } else {
            *self = front;
            Some(back)
        }
    }

    /// Takes the first element off.
    #[inline]
    #[must_use = "method does not modify the slice if it is empty"]
    pub fn split_off_first<'a>(self: &mut &'a Self) -> Option<&'a T> {
        let (first, rest) = self.split_first()?;
        *self = rest;
        Some(first)
    }

    /// Takes the first element off.
    #[inline]
    #[must_use = "method does not modify the slice if it is empty"]
    pub fn split_off_first_mut<'a>(self: &mut &'a mut Self) -> Option<&'a mut T> {
        let (first, rest) = crate::mem::take(self).split_first_mut()?;
        *self = rest;
        Some(first)
    }

    /// Takes the last element off.
    #[inline]
    #[must_use = "method does not modify the slice if it is empty"]
    pub fn split_off_last<'a>(self: &mut &'a Self) -> Option<&'a T> {
        let (last, rest) = self.split_last()?;
        *self = rest;
        Some(last)
    }

    /// Takes the last element off.
    #[inline]
    #[must_use = "method does not modify the slice if it is empty"]
    pub fn split_off_last_mut<'a>(self: &mut &'a mut Self) -> Option<&'a mut T> {
        let (last, rest) = crate::mem::take(self).split_last_mut()?;
        *self = rest;
        Some(last)
    }

    /// The elements in groups of `N`, after the rest.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn as_rchunks<const N: usize>(&self) -> (&[T], &[[T; N]]) {
        assert!(N != 0, "chunk size must be non-zero");
        let rest = self.len() % N;
        let (groups, _) = part(self, rest, self.len() - rest).as_chunks();
        (part(self, 0, rest), groups)
    }
}
