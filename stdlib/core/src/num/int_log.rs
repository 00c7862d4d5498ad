//! Logarithms and roots of integers.

use crate::intrinsics;

#[cold]
#[inline(never)]
#[track_caller]
pub(super) const fn panic_for_nonpositive_argument() -> ! {
    panic!("argument of integer logarithm must be positive")
}

#[cold]
#[inline(never)]
#[track_caller]
pub(super) const fn panic_for_negative_sqrt() -> ! {
    panic!("argument of integer square root cannot be negative")
}

macro_rules! log {
    ($ty:ident) => {
        /// The logarithm, rounded down; panics if there is none.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn ilog(self, base: $ty) -> u32 {
            assert!(base >= 2, "base of integer logarithm must be at least 2");
            match self.checked_ilog(base) {
                Some(log) => log,
                None => panic_for_nonpositive_argument(),
            }
        }

        /// The binary logarithm, rounded down; panics if there is none.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn ilog2(self) -> u32 {
            if self <= 0 {
                panic_for_nonpositive_argument()
            }
            $ty::BITS - 1 - self.leading_zeros()
        }

        /// The decimal logarithm, rounded down; panics if there is none.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn ilog10(self) -> u32 {
            match self.checked_ilog10() {
                Some(log) => log,
                None => panic_for_nonpositive_argument(),
            }
        }

        /// The logarithm, rounded down.
        #[inline]
        #[must_use]
        pub const fn checked_ilog(self, base: $ty) -> Option<u32> {
            if self <= 0 || base <= 1 {
                return None;
            }
            let mut log = 0;
            let mut left = self;
            while left >= base {
                left /= base;
                log += 1;
            }
            Some(log)
        }

        /// The binary logarithm, rounded down.
        #[inline]
        #[must_use]
        pub const fn checked_ilog2(self) -> Option<u32> {
            if self <= 0 {
                None
            } else {
                Some($ty::BITS - 1 - self.leading_zeros())
            }
        }

        /// The decimal logarithm, rounded down.
        #[inline]
        #[must_use]
        pub const fn checked_ilog10(self) -> Option<u32> {
            self.checked_ilog(10)
        }
    };
}
pub(super) use log;

/// Doubles hold these exactly, and their square roots round to the right side.
macro_rules! sqrt_by_float {
    ($ty:ident) => {
        /// The square root, rounded down.
        #[inline]
        #[must_use]
        pub const fn isqrt(self) -> $ty {
            intrinsics::f64_sqrt(self as f64) as $ty
        }
    };
}
pub(super) use sqrt_by_float;

impl u64 {
    /// The square root, rounded down.
    #[inline]
    #[must_use]
    pub const fn isqrt(self) -> u64 {
        // The double may be off by one to either side.
        let mut root = intrinsics::f64_sqrt(self as f64) as u64;
        if root > 0xFFFF_FFFF {
            root = 0xFFFF_FFFF;
        }
        if root * root > self {
            root -= 1;
        } else if root < 0xFFFF_FFFF && (root + 1) * (root + 1) <= self {
            root += 1;
        }
        root
    }
}

impl u128 {
    /// The square root, rounded down.
    #[must_use]
    pub const fn isqrt(self) -> u128 {
        if self >> 64 == 0 {
            return (self as u64).isqrt() as u128;
        }
        // Digit by digit in base two.
        let mut rest = self;
        let mut root = 0;
        let mut bit = 1 << 126;
        while bit > self {
            bit >>= 2;
        }
        while bit != 0 {
            if rest >= root + bit {
                rest -= root + bit;
                root = (root >> 1) + bit;
            } else {
                root >>= 1;
            }
            bit >>= 2;
        }
        root
    }
}

macro_rules! sqrt_signed {
    ($ty:ident $unsigned:ident) => {
        /// The square root, rounded down; panics if there is none.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn isqrt(self) -> $ty {
            if self < 0 {
                panic_for_negative_sqrt()
            }
            (self as $unsigned).isqrt() as $ty
        }

        /// The square root, rounded down.
        #[inline]
        #[must_use]
        pub const fn checked_isqrt(self) -> Option<$ty> {
            if self < 0 {
                None
            } else {
                Some((self as $unsigned).isqrt() as $ty)
            }
        }
    };
}
pub(super) use sqrt_signed;
