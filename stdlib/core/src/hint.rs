//! Hints to the compiler.

use crate::intrinsics;

/// Control does not come here.
#[inline(always)]
#[track_caller]
pub const unsafe fn unreachable_unchecked() -> ! {
    intrinsics::unreachable()
}

/// The condition holds.
#[inline(always)]
#[track_caller]
pub const unsafe fn assert_unchecked(_cond: bool) {}

/// Waits for another thread; there is none.
#[inline(always)]
pub fn spin_loop() {}

/// The value, which the optimiser knows nothing about.
#[inline(always)]
pub fn black_box<T>(dummy: T) -> T {
    intrinsics::black_box(dummy)
}

/// The value, which must be used.
#[must_use]
#[inline(always)]
pub const fn must_use<T>(value: T) -> T {
    value
}

/// Control seldom comes here.
#[inline(always)]
pub const fn cold_path() {}

/// One of two values, chosen without a branch.
#[inline(always)]
pub fn select_unpredictable<T>(b: bool, true_val: T, false_val: T) -> T {
    if b {
        true_val
    } else {
        false_val
    }
}
