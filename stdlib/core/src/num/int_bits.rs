//! Integers as bits.

macro_rules! bits {
    ($ty:ident) => {
        /// The number of ones.
        #[inline(always)]
        #[must_use]
        pub const fn count_ones(self) -> u32 {
            intrinsics::ctpop(self)
        }

        /// The number of zeros.
        #[inline(always)]
        #[must_use]
        pub const fn count_zeros(self) -> u32 {
            intrinsics::ctpop(!self)
        }

        /// The number of zeros before the first one.
        #[inline(always)]
        #[must_use]
        pub const fn leading_zeros(self) -> u32 {
            intrinsics::ctlz(self)
        }

        /// The number of zeros after the last one.
        #[inline(always)]
        #[must_use]
        pub const fn trailing_zeros(self) -> u32 {
            intrinsics::cttz(self)
        }

        /// The number of ones before the first zero.
        #[inline(always)]
        #[must_use]
        pub const fn leading_ones(self) -> u32 {
            intrinsics::ctlz(!self)
        }

        /// The number of ones after the last zero.
        #[inline(always)]
        #[must_use]
        pub const fn trailing_ones(self) -> u32 {
            intrinsics::cttz(!self)
        }

        /// The lowest one alone.
        #[inline]
        #[must_use]
        pub const fn isolate_lowest_one(self) -> $ty {
            self & intrinsics::wrapping_sub(0, self)
        }

        /// Rotated towards the high end.
        #[inline(always)]
        #[must_use]
        pub const fn rotate_left(self, n: u32) -> $ty {
            intrinsics::rotate_left(self, n)
        }

        /// Rotated towards the low end.
        #[inline(always)]
        #[must_use]
        pub const fn rotate_right(self, n: u32) -> $ty {
            intrinsics::rotate_right(self, n)
        }

        /// The bytes in reverse order.
        #[inline(always)]
        #[must_use]
        pub const fn swap_bytes(self) -> $ty {
            intrinsics::bswap(self)
        }

        /// The bits in reverse order.
        #[inline(always)]
        #[must_use]
        pub const fn reverse_bits(self) -> $ty {
            intrinsics::bitreverse(self)
        }

        /// Shifted, or 0 if the count is too large.
        #[inline]
        #[must_use]
        pub const fn unbounded_shl(self, rhs: u32) -> $ty {
            if rhs < $ty::BITS {
                intrinsics::unchecked_shl(self, rhs)
            } else {
                0
            }
        }

        /// Shifted; if the count is too large only the sign is left.
        #[inline]
        #[must_use]
        pub const fn unbounded_shr(self, rhs: u32) -> $ty {
            if rhs < $ty::BITS {
                return intrinsics::unchecked_shr(self, rhs);
            }
            #[allow(unused_comparisons)]
            if self < 0 {
                !0
            } else {
                0
            }
        }
    };
}
pub(super) use bits;
