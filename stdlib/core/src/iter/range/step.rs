//! Types whose values have successors.

use crate::intrinsics::{add_with_overflow, sub_with_overflow, wrapping_add, wrapping_sub};

/// Types whose values have a successor and a predecessor.
pub trait Step: Clone + PartialOrd + Sized {
    /// How many steps lead from `start` to `end`: as bounds of a `size_hint`.
    fn steps_between(start: &Self, end: &Self) -> (usize, Option<usize>);

    /// The value `count` steps after `start`.
    fn forward_checked(start: Self, count: usize) -> Option<Self>;

    /// The value `count` steps before `start`.
    fn backward_checked(start: Self, count: usize) -> Option<Self>;

    /// The value `count` steps after `start`; panics or wraps if there is none.
    #[track_caller]
    fn forward(start: Self, count: usize) -> Self {
        Step::forward_checked(start, count).expect("overflow in `Step::forward`")
    }

    /// The value `count` steps after `start`, which there must be.
    unsafe fn forward_unchecked(start: Self, count: usize) -> Self {
        Step::forward(start, count)
    }

    /// The value `count` steps before `start`; panics or wraps if there is none.
    #[track_caller]
    fn backward(start: Self, count: usize) -> Self {
        Step::backward_checked(start, count).expect("overflow in `Step::backward`")
    }

    /// The value `count` steps before `start`, which there must be.
    unsafe fn backward_unchecked(start: Self, count: usize) -> Self {
        Step::backward(start, count)
    }
}

/// What all integers share. Overflow of a single step is that of the operator.
macro_rules! common {
    ($ty:ident) => {
        #[inline(always)]
        unsafe fn forward_unchecked(start: Self, n: usize) -> Self {
            wrapping_add(start, n as Self)
        }

        #[inline(always)]
        unsafe fn backward_unchecked(start: Self, n: usize) -> Self {
            wrapping_sub(start, n as Self)
        }

        #[inline]
        #[track_caller]
        fn forward(start: Self, n: usize) -> Self {
            if n == 1 {
                return start + 1;
            }
            match Self::forward_checked(start, n) {
                Some(end) => end,
                None => {
                    let largest = $ty::MAX;
                    let _ = largest + 1;
                    wrapping_add(start, n as Self)
                }
            }
        }

        #[inline]
        #[track_caller]
        fn backward(start: Self, n: usize) -> Self {
            if n == 1 {
                return start - 1;
            }
            match Self::backward_checked(start, n) {
                Some(end) => end,
                None => {
                    let smallest = $ty::MIN;
                    let _ = smallest - 1;
                    wrapping_sub(start, n as Self)
                }
            }
        }
    };
}

macro_rules! narrow_unsigned {
    ($ty:ident) => {
        common! { $ty }

        #[inline]
        fn steps_between(start: &Self, end: &Self) -> (usize, Option<usize>) {
            if *start <= *end {
                let steps = wrapping_sub(*end, *start) as usize;
                (steps, Some(steps))
            } else {
                (0, None)
            }
        }

        #[inline]
        fn forward_checked(start: Self, n: usize) -> Option<Self> {
            let count = n as Self;
            let (end, overflow) = add_with_overflow(start, count);
            if overflow || count as usize != n { None } else { Some(end) }
        }

        #[inline]
        fn backward_checked(start: Self, n: usize) -> Option<Self> {
            let count = n as Self;
            let (end, overflow) = sub_with_overflow(start, count);
            if overflow || count as usize != n { None } else { Some(end) }
        }
    };
}

macro_rules! narrow_signed {
    ($ty:ident $unsigned:ident) => {
        common! { $ty }

        #[inline]
        fn steps_between(start: &Self, end: &Self) -> (usize, Option<usize>) {
            if *start <= *end {
                let steps = wrapping_sub(*end as isize, *start as isize) as usize;
                (steps, Some(steps))
            } else {
                (0, None)
            }
        }

        #[inline]
        fn forward_checked(start: Self, n: usize) -> Option<Self> {
            let count = n as $unsigned;
            let end = wrapping_add(start, count as Self);
            if count as usize == n && end >= start { Some(end) } else { None }
        }

        #[inline]
        fn backward_checked(start: Self, n: usize) -> Option<Self> {
            let count = n as $unsigned;
            let end = wrapping_sub(start, count as Self);
            if count as usize == n && end <= start { Some(end) } else { None }
        }
    };
}

macro_rules! wide_items {
    ($ty:ident $unsigned:ident) => {
        common! { $ty }

        #[inline]
        fn steps_between(start: &Self, end: &Self) -> (usize, Option<usize>) {
            if *start > *end {
                return (0, None);
            }
            let steps = wrapping_sub(*end as $unsigned, *start as $unsigned);
            if steps <= usize::MAX as $unsigned {
                (steps as usize, Some(steps as usize))
            } else {
                (usize::MAX, None)
            }
        }

        #[inline]
        fn forward_checked(start: Self, n: usize) -> Option<Self> {
            let (end, overflow) = add_with_overflow(start, n as Self);
            if overflow { None } else { Some(end) }
        }

        #[inline]
        fn backward_checked(start: Self, n: usize) -> Option<Self> {
            let (end, overflow) = sub_with_overflow(start, n as Self);
            if overflow { None } else { Some(end) }
        }
    };
}

/// Integers not wider than `usize`.
macro_rules! narrow {
    ($($unsigned:ident $signed:ident;)*) => {
        $(
            impl Step for $unsigned { narrow_unsigned! { $unsigned } }
            impl Step for $signed { narrow_signed! { $signed $unsigned } }
        )*
    };
}

/// Integers wider than `usize`.
macro_rules! wide {
    ($($ty:ident $unsigned:ident;)*) => {
        $(impl Step for $ty { wide_items! { $ty $unsigned } })*
    };
}

narrow! {
    u8 i8;
    u16 i16;
    u32 i32;
    usize isize;
}

wide! {
    u64 u64;
    i64 u64;
    u128 u128;
    i128 u128;
}

/// The numbers of the surrogates, which are no characters.
const GAP_START: u32 = 0xD800;
const GAP_END: u32 = 0xDFFF;
const GAP_LEN: u32 = GAP_END - GAP_START + 1;

/// The rank of a character among all of them.
#[inline]
fn rank(c: char) -> u32 {
    let code = c as u32;
    if code > GAP_END {
        code - GAP_LEN
    } else {
        code
    }
}

/// The character of a rank.
#[inline]
fn of_rank(rank: u32) -> Option<char> {
    char::from_u32(if rank >= GAP_START { rank + GAP_LEN } else { rank })
}

impl Step for char {
    #[inline]
    fn steps_between(&start: &char, &end: &char) -> (usize, Option<usize>) {
        Step::steps_between(&rank(start), &rank(end))
    }

    #[inline]
    fn forward_checked(start: char, count: usize) -> Option<char> {
        if count > 0x11_0000 {
            return None;
        }
        of_rank(rank(start) + count as u32)
    }

    #[inline]
    fn backward_checked(start: char, count: usize) -> Option<char> {
        let from = rank(start);
        if count > from as usize {
            return None;
        }
        of_rank(from - count as u32)
    }
}
