//! Integers: bounds, powers and division.

macro_rules! int {
    ($ty:ident $unsigned:ident $bits:literal $min:expr, $max:expr) => {
        /// The smallest value.
        pub const MIN: $ty = $min;
        /// The largest value.
        pub const MAX: $ty = $max;
        /// The number of bits.
        pub const BITS: u32 = $bits;

        /// The smallest value; prefer `MIN`.
        #[inline(always)]
        #[must_use]
        #[deprecated(note = "replaced by the `MIN` associated constant on this type")]
        pub const fn min_value() -> $ty {
            $ty::MIN
        }

        /// The largest value; prefer `MAX`.
        #[inline(always)]
        #[must_use]
        #[deprecated(note = "replaced by the `MAX` associated constant on this type")]
        pub const fn max_value() -> $ty {
            $ty::MAX
        }

        /// `self` to the power of `exp`.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn pow(self, exp: u32) -> $ty {
            if exp == 0 {
                return 1;
            }
            let mut base = self;
            let mut left = exp;
            let mut product: $ty = 1;
            while left > 1 {
                if left & 1 == 1 {
                    product = product * base;
                }
                left >>= 1;
                base = base * base;
            }
            product * base
        }

        /// The distance between two numbers.
        #[inline]
        #[must_use]
        pub const fn abs_diff(self, other: $ty) -> $unsigned {
            if self < other {
                intrinsics::wrapping_sub(other as $unsigned, self as $unsigned)
            } else {
                intrinsics::wrapping_sub(self as $unsigned, other as $unsigned)
            }
        }

        /// The sum, which does not overflow.
        #[inline(always)]
        #[must_use]
        pub const unsafe fn unchecked_add(self, rhs: $ty) -> $ty {
            intrinsics::unchecked_add(self, rhs)
        }

        /// The difference, which does not overflow.
        #[inline(always)]
        #[must_use]
        pub const unsafe fn unchecked_sub(self, rhs: $ty) -> $ty {
            intrinsics::unchecked_sub(self, rhs)
        }

        /// The product, which does not overflow.
        #[inline(always)]
        #[must_use]
        pub const unsafe fn unchecked_mul(self, rhs: $ty) -> $ty {
            intrinsics::unchecked_mul(self, rhs)
        }

        /// Shifted; the count is below the number of bits.
        #[inline(always)]
        #[must_use]
        pub const unsafe fn unchecked_shl(self, rhs: u32) -> $ty {
            intrinsics::unchecked_shl(self, rhs)
        }

        /// Shifted; the count is below the number of bits.
        #[inline(always)]
        #[must_use]
        pub const unsafe fn unchecked_shr(self, rhs: u32) -> $ty {
            intrinsics::unchecked_shr(self, rhs)
        }
    };
}
pub(super) use int;
