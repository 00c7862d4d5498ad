//! Modular arithmetic that tells whether it overflowed.

/// Only the smallest number divided by -1 does not fit.
macro_rules! is_quotient_too_large {
    (signed $lhs:tt $rhs:tt $ty:ident) => {
        $rhs == -1 && $lhs == $ty::MIN
    };
    (unsigned $lhs:tt $rhs:tt $ty:ident) => {
        false
    };
}
pub(super) use is_quotient_too_large;

macro_rules! overflowing {
    ($sign:ident $ty:ident) => {
        /// The sum, modular, and whether it overflowed.
        #[inline(always)]
        #[must_use]
        pub const fn overflowing_add(self, rhs: $ty) -> ($ty, bool) {
            intrinsics::add_with_overflow(self, rhs)
        }

        /// The difference, modular, and whether it overflowed.
        #[inline(always)]
        #[must_use]
        pub const fn overflowing_sub(self, rhs: $ty) -> ($ty, bool) {
            intrinsics::sub_with_overflow(self, rhs)
        }

        /// The product, modular, and whether it overflowed.
        #[inline(always)]
        #[must_use]
        pub const fn overflowing_mul(self, rhs: $ty) -> ($ty, bool) {
            intrinsics::mul_with_overflow(self, rhs)
        }

        /// The negative, modular, and whether it overflowed.
        #[inline(always)]
        #[must_use]
        pub const fn overflowing_neg(self) -> ($ty, bool) {
            intrinsics::sub_with_overflow(0, self)
        }

        /// Shifted modulo the number of bits, and whether the count was too large.
        #[inline(always)]
        #[must_use]
        pub const fn overflowing_shl(self, rhs: u32) -> ($ty, bool) {
            (self.wrapping_shl(rhs), rhs >= $ty::BITS)
        }

        /// Shifted modulo the number of bits, and whether the count was too large.
        #[inline(always)]
        #[must_use]
        pub const fn overflowing_shr(self, rhs: u32) -> ($ty, bool) {
            (self.wrapping_shr(rhs), rhs >= $ty::BITS)
        }

        /// The quotient, modular, and whether it overflowed.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn overflowing_div(self, rhs: $ty) -> ($ty, bool) {
            if is_quotient_too_large!($sign self rhs $ty) {
                (self, true)
            } else {
                (self / rhs, false)
            }
        }

        /// The remainder, modular, and whether it overflowed.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn overflowing_rem(self, rhs: $ty) -> ($ty, bool) {
            if is_quotient_too_large!($sign self rhs $ty) {
                (0, true)
            } else {
                (self % rhs, false)
            }
        }

        /// The Euclidean quotient, modular, and whether it overflowed.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn overflowing_div_euclid(self, rhs: $ty) -> ($ty, bool) {
            if is_quotient_too_large!($sign self rhs $ty) {
                (self, true)
            } else {
                (self.div_euclid(rhs), false)
            }
        }

        /// The Euclidean remainder, modular, and whether it overflowed.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn overflowing_rem_euclid(self, rhs: $ty) -> ($ty, bool) {
            if is_quotient_too_large!($sign self rhs $ty) {
                (0, true)
            } else {
                (self.rem_euclid(rhs), false)
            }
        }

        /// The power, modular, and whether it overflowed.
        #[inline]
        #[must_use]
        pub const fn overflowing_pow(self, exp: u32) -> ($ty, bool) {
            let mut base = self;
            let mut left = exp;
            let mut product: $ty = 1;
            let mut overflow = false;
            while left > 0 {
                if left & 1 == 1 {
                    let (value, has_wrapped) = product.overflowing_mul(base);
                    product = value;
                    overflow |= has_wrapped;
                }
                left >>= 1;
                if left > 0 {
                    let (value, has_wrapped) = base.overflowing_mul(base);
                    base = value;
                    overflow |= has_wrapped;
                }
            }
            (product, overflow)
        }
    };
}
pub(super) use overflowing;
