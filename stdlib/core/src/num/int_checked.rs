//! Arithmetic that tells when the result does not fit.

macro_rules! checked {
    ($sign:ident $ty:ident) => {
        /// The sum, if it fits.
        #[inline(always)]
        #[must_use]
        pub const fn checked_add(self, rhs: $ty) -> Option<$ty> {
            let (value, overflow) = self.overflowing_add(rhs);
            if overflow { None } else { Some(value) }
        }

        /// The difference, if it fits.
        #[inline(always)]
        #[must_use]
        pub const fn checked_sub(self, rhs: $ty) -> Option<$ty> {
            let (value, overflow) = self.overflowing_sub(rhs);
            if overflow { None } else { Some(value) }
        }

        /// The product, if it fits.
        #[inline(always)]
        #[must_use]
        pub const fn checked_mul(self, rhs: $ty) -> Option<$ty> {
            let (value, overflow) = self.overflowing_mul(rhs);
            if overflow { None } else { Some(value) }
        }

        /// The negative, if it fits.
        #[inline(always)]
        #[must_use]
        pub const fn checked_neg(self) -> Option<$ty> {
            let (value, overflow) = self.overflowing_neg();
            if overflow { None } else { Some(value) }
        }

        /// The quotient, if there is one and it fits.
        #[inline]
        #[must_use]
        pub const fn checked_div(self, rhs: $ty) -> Option<$ty> {
            if rhs == 0 || is_quotient_too_large!($sign self rhs $ty) {
                None
            } else {
                Some(self / rhs)
            }
        }

        /// The remainder, if there is one and the quotient fits.
        #[inline]
        #[must_use]
        pub const fn checked_rem(self, rhs: $ty) -> Option<$ty> {
            if rhs == 0 || is_quotient_too_large!($sign self rhs $ty) {
                None
            } else {
                Some(self % rhs)
            }
        }

        /// The Euclidean quotient, if there is one and it fits.
        #[inline]
        #[must_use]
        pub const fn checked_div_euclid(self, rhs: $ty) -> Option<$ty> {
            if rhs == 0 || is_quotient_too_large!($sign self rhs $ty) {
                None
            } else {
                Some(self.div_euclid(rhs))
            }
        }

        /// The Euclidean remainder, if there is one and the quotient fits.
        #[inline]
        #[must_use]
        pub const fn checked_rem_euclid(self, rhs: $ty) -> Option<$ty> {
            if rhs == 0 || is_quotient_too_large!($sign self rhs $ty) {
                None
            } else {
                Some(self.rem_euclid(rhs))
            }
        }

        /// The quotient, if the division leaves no remainder.
        #[inline]
        #[must_use]
        pub const fn checked_div_exact(self, rhs: $ty) -> Option<$ty> {
            match self.checked_rem(rhs) {
                Some(0) => Some(self / rhs),
                _ => None,
            }
        }

        /// Shifted, if the count is below the number of bits.
        #[inline]
        #[must_use]
        pub const fn checked_shl(self, rhs: u32) -> Option<$ty> {
            if rhs < $ty::BITS { Some(self.wrapping_shl(rhs)) } else { None }
        }

        /// Shifted, if the count is below the number of bits.
        #[inline]
        #[must_use]
        pub const fn checked_shr(self, rhs: u32) -> Option<$ty> {
            if rhs < $ty::BITS { Some(self.wrapping_shr(rhs)) } else { None }
        }

        /// The power, if it fits.
        #[inline]
        #[must_use]
        pub const fn checked_pow(self, exp: u32) -> Option<$ty> {
            let (value, overflow) = self.overflowing_pow(exp);
            if overflow { None } else { Some(value) }
        }
    };
}
pub(super) use checked;
