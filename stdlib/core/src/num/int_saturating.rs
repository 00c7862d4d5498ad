//! Arithmetic that stays at the bounds.

macro_rules! saturating {
    ($ty:ident) => {
        /// The sum, or the bound it exceeds.
        #[inline(always)]
        #[must_use]
        pub const fn saturating_add(self, rhs: $ty) -> $ty {
            intrinsics::saturating_add(self, rhs)
        }

        /// The difference, or the bound it exceeds.
        #[inline(always)]
        #[must_use]
        pub const fn saturating_sub(self, rhs: $ty) -> $ty {
            intrinsics::saturating_sub(self, rhs)
        }

        /// The product, or the bound it exceeds.
        #[inline]
        #[must_use]
        pub const fn saturating_mul(self, rhs: $ty) -> $ty {
            let (value, overflow) = self.overflowing_mul(rhs);
            #[allow(unused_comparisons)]
            if !overflow {
                value
            } else if (self < 0) == (rhs < 0) {
                $ty::MAX
            } else {
                $ty::MIN
            }
        }

        /// The quotient, or the bound it exceeds; panics if `rhs` is 0.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn saturating_div(self, rhs: $ty) -> $ty {
            let (value, overflow) = self.overflowing_div(rhs);
            if overflow {
                $ty::MAX
            } else {
                value
            }
        }

        /// The power, or the bound it exceeds.
        #[inline]
        #[must_use]
        pub const fn saturating_pow(self, exp: u32) -> $ty {
            let (value, overflow) = self.overflowing_pow(exp);
            #[allow(unused_comparisons)]
            if !overflow {
                value
            } else if self < 0 && exp % 2 == 1 {
                $ty::MIN
            } else {
                $ty::MAX
            }
        }
    };
}
pub(super) use saturating;
