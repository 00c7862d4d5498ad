//! Arithmetic modulo the number of values.

macro_rules! wrapping {
    ($ty:ident) => {
        /// The sum, modular.
        #[inline(always)]
        #[must_use]
        pub const fn wrapping_add(self, rhs: $ty) -> $ty {
            intrinsics::wrapping_add(self, rhs)
        }

        /// The difference, modular.
        #[inline(always)]
        #[must_use]
        pub const fn wrapping_sub(self, rhs: $ty) -> $ty {
            intrinsics::wrapping_sub(self, rhs)
        }

        /// The product, modular.
        #[inline(always)]
        #[must_use]
        pub const fn wrapping_mul(self, rhs: $ty) -> $ty {
            intrinsics::wrapping_mul(self, rhs)
        }

        /// The negative, modular.
        #[inline(always)]
        #[must_use]
        pub const fn wrapping_neg(self) -> $ty {
            intrinsics::wrapping_sub(0, self)
        }

        /// Shifted; the count is taken modulo the number of bits.
        #[inline(always)]
        #[must_use]
        pub const fn wrapping_shl(self, rhs: u32) -> $ty {
            intrinsics::unchecked_shl(self, rhs & ($ty::BITS - 1))
        }

        /// Shifted; the count is taken modulo the number of bits.
        #[inline(always)]
        #[must_use]
        pub const fn wrapping_shr(self, rhs: u32) -> $ty {
            intrinsics::unchecked_shr(self, rhs & ($ty::BITS - 1))
        }

        /// The quotient, modular; panics if `rhs` is 0.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn wrapping_div(self, rhs: $ty) -> $ty {
            self.overflowing_div(rhs).0
        }

        /// The remainder, modular; panics if `rhs` is 0.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn wrapping_rem(self, rhs: $ty) -> $ty {
            self.overflowing_rem(rhs).0
        }

        /// The Euclidean quotient, modular; panics if `rhs` is 0.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn wrapping_div_euclid(self, rhs: $ty) -> $ty {
            self.overflowing_div_euclid(rhs).0
        }

        /// The Euclidean remainder, modular; panics if `rhs` is 0.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn wrapping_rem_euclid(self, rhs: $ty) -> $ty {
            self.overflowing_rem_euclid(rhs).0
        }

        /// The power, modular.
        #[inline]
        #[must_use]
        pub const fn wrapping_pow(self, exp: u32) -> $ty {
            if exp == 0 {
                return 1;
            }
            let mut base = self;
            let mut left = exp;
            let mut product: $ty = 1;
            while left > 1 {
                if left & 1 == 1 {
                    product = intrinsics::wrapping_mul(product, base);
                }
                left >>= 1;
                base = intrinsics::wrapping_mul(base, base);
            }
            intrinsics::wrapping_mul(product, base)
        }
    };
}
pub(super) use wrapping;
