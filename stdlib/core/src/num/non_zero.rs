//! Integers that are not zero.

use crate::intrinsics;

/// Types that have a zero to leave out.
pub unsafe trait ZeroablePrimitive: Sized + Copy + PartialEq {
    /// That zero.
    #[doc(hidden)]
    const ZERO: Self;
}

/// A `T` that is not zero.
#[lang = "NonZero"]
#[repr(transparent)]
#[rustc_nonnull_optimization_guaranteed]
pub struct NonZero<T: ZeroablePrimitive>(T);

impl<T: ZeroablePrimitive> NonZero<T> {
    /// Wraps a number unless it is zero.
    #[inline]
    #[must_use]
    pub fn new(n: T) -> Option<Self> {
        if n == T::ZERO {
            None
        } else {
            Some(NonZero(n))
        }
    }

    /// Wraps a number that is not zero.
    #[inline(always)]
    #[must_use]
    #[track_caller]
    pub const unsafe fn new_unchecked(n: T) -> Self {
        NonZero(n)
    }

    /// The number.
    #[inline(always)]
    pub const fn get(self) -> T {
        self.0
    }
}

macro_rules! aliases {
    ($($Alias:ident = $ty:ident;)*) => {
        $(
            unsafe impl ZeroablePrimitive for $ty {
                const ZERO: $ty = 0;
            }

            /// An integer of this width that is not zero.
            pub type $Alias = NonZero<$ty>;
        )*
    };
}

aliases! {
    NonZeroU8 = u8;
    NonZeroU16 = u16;
    NonZeroU32 = u32;
    NonZeroU64 = u64;
    NonZeroU128 = u128;
    NonZeroUsize = usize;
    NonZeroI8 = i8;
    NonZeroI16 = i16;
    NonZeroI32 = i32;
    NonZeroI64 = i64;
    NonZeroI128 = i128;
    NonZeroIsize = isize;
}

unsafe impl ZeroablePrimitive for char {
    const ZERO: char = '\0';
}

macro_rules! common {
    ($ty:ident $min:expr) => {
        /// The number of bits.
        pub const BITS: u32 = $ty::BITS;
        /// The smallest value.
        pub const MIN: Self = NonZero($min);
        /// The largest value.
        pub const MAX: Self = NonZero($ty::MAX);

        /// The number of zeros before the first one.
        #[inline]
        #[must_use]
        pub const fn leading_zeros(self) -> u32 {
            intrinsics::ctlz(self.0)
        }

        /// The number of zeros after the last one.
        #[inline]
        #[must_use]
        pub const fn trailing_zeros(self) -> u32 {
            intrinsics::cttz(self.0)
        }

        /// The number of ones.
        #[inline]
        #[must_use]
        pub const fn count_ones(self) -> NonZero<u32> {
            NonZero(intrinsics::ctpop(self.0))
        }

        /// The product, if it fits.
        #[inline]
        #[must_use]
        pub const fn checked_mul(self, other: Self) -> Option<Self> {
            match self.0.checked_mul(other.0) {
                Some(product) => Some(NonZero(product)),
                None => None,
            }
        }

        /// The product, or the bound it exceeds.
        #[inline]
        #[must_use]
        pub const fn saturating_mul(self, other: Self) -> Self {
            NonZero(self.0.saturating_mul(other.0))
        }

        /// The power, if it fits.
        #[inline]
        #[must_use]
        pub const fn checked_pow(self, other: u32) -> Option<Self> {
            match self.0.checked_pow(other) {
                Some(power) => Some(NonZero(power)),
                None => None,
            }
        }

        /// The power, or the bound it exceeds.
        #[inline]
        #[must_use]
        pub const fn saturating_pow(self, other: u32) -> Self {
            NonZero(self.0.saturating_pow(other))
        }
    };
}

macro_rules! unsigned {
    ($ty:ident) => {
        /// The sum, if it fits.
        #[inline]
        #[must_use]
        pub const fn checked_add(self, other: $ty) -> Option<Self> {
            match self.0.checked_add(other) {
                Some(sum) => Some(NonZero(sum)),
                None => None,
            }
        }

        /// The sum, or the bound it exceeds.
        #[inline]
        #[must_use]
        pub const fn saturating_add(self, other: $ty) -> Self {
            NonZero(self.0.saturating_add(other))
        }

        /// The smallest power of two that is not less, if it fits.
        #[inline]
        #[must_use]
        pub const fn checked_next_power_of_two(self) -> Option<Self> {
            match self.0.checked_next_power_of_two() {
                Some(power) => Some(NonZero(power)),
                None => None,
            }
        }

        /// The binary logarithm, rounded down.
        #[inline]
        #[must_use]
        pub const fn ilog2(self) -> u32 {
            $ty::BITS - 1 - self.leading_zeros()
        }

        /// The decimal logarithm, rounded down.
        #[inline]
        #[must_use]
        pub const fn ilog10(self) -> u32 {
            self.0.ilog10()
        }

        /// The mean, rounded down.
        #[inline]
        #[must_use]
        pub const fn midpoint(self, rhs: Self) -> Self {
            NonZero(self.0.midpoint(rhs.0))
        }

        /// Whether the number is a power of two.
        #[inline]
        #[must_use]
        pub const fn is_power_of_two(self) -> bool {
            self.0.is_power_of_two()
        }

        /// The square root, rounded down.
        #[inline]
        #[must_use]
        pub const fn isqrt(self) -> Self {
            NonZero(self.0.isqrt())
        }

        /// The quotient, rounded up.
        #[inline]
        #[must_use]
        pub const fn div_ceil(self, rhs: Self) -> Self {
            NonZero(self.0.div_ceil(rhs.0))
        }
    };
}

macro_rules! signed {
    ($ty:ident $unsigned:ident) => {
        /// The magnitude.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn abs(self) -> Self {
            NonZero(self.0.abs())
        }

        /// The magnitude, if it fits.
        #[inline]
        #[must_use]
        pub const fn checked_abs(self) -> Option<Self> {
            match self.0.checked_abs() {
                Some(magnitude) => Some(NonZero(magnitude)),
                None => None,
            }
        }

        /// The magnitude, modular.
        #[inline]
        #[must_use]
        pub const fn wrapping_abs(self) -> Self {
            NonZero(self.0.wrapping_abs())
        }

        /// The magnitude, which always fits.
        #[inline]
        #[must_use]
        pub const fn unsigned_abs(self) -> NonZero<$unsigned> {
            NonZero(self.0.unsigned_abs())
        }

        /// Whether the number is above 0.
        #[inline]
        #[must_use]
        pub const fn is_positive(self) -> bool {
            self.0 > 0
        }

        /// Whether the number is below 0.
        #[inline]
        #[must_use]
        pub const fn is_negative(self) -> bool {
            self.0 < 0
        }

        /// The negative, if it fits.
        #[inline]
        #[must_use]
        pub const fn checked_neg(self) -> Option<Self> {
            match self.0.checked_neg() {
                Some(negative) => Some(NonZero(negative)),
                None => None,
            }
        }

        /// The negative, modular.
        #[inline]
        #[must_use]
        pub const fn wrapping_neg(self) -> Self {
            NonZero(self.0.wrapping_neg())
        }
    };
}

// In a constant for the reason given in `int_impls`.
const _: () = {
    impl NonZero<u8> {
        common! { u8 1 }
        unsigned! { u8 }
    }
    impl NonZero<i8> {
        common! { i8 i8::MIN }
        signed! { i8 u8 }
    }
    impl NonZero<u16> {
        common! { u16 1 }
        unsigned! { u16 }
    }
    impl NonZero<i16> {
        common! { i16 i16::MIN }
        signed! { i16 u16 }
    }
    impl NonZero<u32> {
        common! { u32 1 }
        unsigned! { u32 }
    }
    impl NonZero<i32> {
        common! { i32 i32::MIN }
        signed! { i32 u32 }
    }
    impl NonZero<u64> {
        common! { u64 1 }
        unsigned! { u64 }
    }
    impl NonZero<i64> {
        common! { i64 i64::MIN }
        signed! { i64 u64 }
    }
    impl NonZero<u128> {
        common! { u128 1 }
        unsigned! { u128 }
    }
    impl NonZero<i128> {
        common! { i128 i128::MIN }
        signed! { i128 u128 }
    }
    impl NonZero<usize> {
        common! { usize 1 }
        unsigned! { usize }
    }
    impl NonZero<isize> {
        common! { isize isize::MIN }
        signed! { isize usize }
    }
};
