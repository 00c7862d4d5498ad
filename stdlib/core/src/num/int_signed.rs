//! What only signed integers have.

macro_rules! signed {
    ($ty:ident $unsigned:ident) => {
        /// The magnitude.
        #[inline(always)]
        #[must_use]
        #[track_caller]
        pub const fn abs(self) -> $ty {
            if self < 0 { -self } else { self }
        }

        /// The magnitude, which always fits.
        #[inline]
        #[must_use]
        pub const fn unsigned_abs(self) -> $unsigned {
            self.wrapping_abs() as $unsigned
        }

        /// -1, 0 or 1.
        #[inline]
        #[must_use]
        pub const fn signum(self) -> $ty {
            (self > 0) as $ty - (self < 0) as $ty
        }

        /// Whether the number is above 0.
        #[inline(always)]
        #[must_use]
        pub const fn is_positive(self) -> bool {
            self > 0
        }

        /// Whether the number is below 0.
        #[inline(always)]
        #[must_use]
        pub const fn is_negative(self) -> bool {
            self < 0
        }

        /// The same bits, unsigned.
        #[inline(always)]
        #[must_use]
        pub const fn cast_unsigned(self) -> $unsigned {
            self as $unsigned
        }

        /// The magnitude, modular.
        #[inline]
        #[must_use]
        pub const fn wrapping_abs(self) -> $ty {
            if self < 0 { intrinsics::wrapping_sub(0, self) } else { self }
        }

        /// The magnitude, if it fits.
        #[inline]
        #[must_use]
        pub const fn checked_abs(self) -> Option<$ty> {
            if self == $ty::MIN { None } else { Some(self.wrapping_abs()) }
        }

        /// The magnitude, modular, and whether it overflowed.
        #[inline]
        #[must_use]
        pub const fn overflowing_abs(self) -> ($ty, bool) {
            (self.wrapping_abs(), self == $ty::MIN)
        }

        /// The magnitude, or the bound it exceeds.
        #[inline]
        #[must_use]
        pub const fn saturating_abs(self) -> $ty {
            if self == $ty::MIN { $ty::MAX } else { self.wrapping_abs() }
        }

        /// The negative, or the bound it exceeds.
        #[inline]
        #[must_use]
        pub const fn saturating_neg(self) -> $ty {
            intrinsics::saturating_sub(0, self)
        }

        /// The magnitude; panics if it does not fit.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn strict_abs(self) -> $ty {
            if self < 0 { self.strict_neg() } else { self }
        }

        /// The quotient whose remainder is not negative.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn div_euclid(self, rhs: $ty) -> $ty {
            let quotient = self / rhs;
            if self % rhs < 0 {
                return if rhs > 0 { quotient - 1 } else { quotient + 1 };
            }
            quotient
        }

        /// The remainder that is not negative.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn rem_euclid(self, rhs: $ty) -> $ty {
            let rem = self % rhs;
            if rem < 0 {
                intrinsics::wrapping_add(rem, rhs.wrapping_abs())
            } else {
                rem
            }
        }

        /// The quotient, rounded down.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn div_floor(self, rhs: $ty) -> $ty {
            let quotient = self / rhs;
            let rem = self % rhs;
            if rem != 0 && (rem < 0) != (rhs < 0) { quotient - 1 } else { quotient }
        }

        /// The quotient, rounded up.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn div_ceil(self, rhs: $ty) -> $ty {
            let quotient = self / rhs;
            let rem = self % rhs;
            if rem != 0 && (rem < 0) == (rhs < 0) { quotient + 1 } else { quotient }
        }

        /// The mean, rounded towards 0.
        #[inline]
        #[must_use]
        pub const fn midpoint(self, rhs: $ty) -> $ty {
            let floor = (self & rhs) + ((self ^ rhs) >> 1);
            floor + (floor < 0 && (self ^ rhs) & 1 == 1) as $ty
        }

        /// The sum with an unsigned number, if it fits.
        #[inline]
        #[must_use]
        pub const fn checked_add_unsigned(self, rhs: $unsigned) -> Option<$ty> {
            let (value, overflow) = self.overflowing_add_unsigned(rhs);
            if overflow { None } else { Some(value) }
        }

        /// The difference with an unsigned number, if it fits.
        #[inline]
        #[must_use]
        pub const fn checked_sub_unsigned(self, rhs: $unsigned) -> Option<$ty> {
            let (value, overflow) = self.overflowing_sub_unsigned(rhs);
            if overflow { None } else { Some(value) }
        }

        /// The sum with an unsigned number, modular, and whether it overflowed.
        #[inline]
        #[must_use]
        pub const fn overflowing_add_unsigned(self, rhs: $unsigned) -> ($ty, bool) {
            let value = intrinsics::wrapping_add(self, rhs as $ty);
            (value, value < self)
        }

        /// The difference with an unsigned number, modular, and whether it overflowed.
        #[inline]
        #[must_use]
        pub const fn overflowing_sub_unsigned(self, rhs: $unsigned) -> ($ty, bool) {
            let value = intrinsics::wrapping_sub(self, rhs as $ty);
            (value, value > self)
        }

        /// The sum with an unsigned number, modular.
        #[inline]
        #[must_use]
        pub const fn wrapping_add_unsigned(self, rhs: $unsigned) -> $ty {
            intrinsics::wrapping_add(self, rhs as $ty)
        }

        /// The difference with an unsigned number, modular.
        #[inline]
        #[must_use]
        pub const fn wrapping_sub_unsigned(self, rhs: $unsigned) -> $ty {
            intrinsics::wrapping_sub(self, rhs as $ty)
        }

        /// The sum with an unsigned number, or the bound it exceeds.
        #[inline]
        #[must_use]
        pub const fn saturating_add_unsigned(self, rhs: $unsigned) -> $ty {
            let (value, overflow) = self.overflowing_add_unsigned(rhs);
            if overflow { $ty::MAX } else { value }
        }

        /// The difference with an unsigned number, or the bound it exceeds.
        #[inline]
        #[must_use]
        pub const fn saturating_sub_unsigned(self, rhs: $unsigned) -> $ty {
            let (value, overflow) = self.overflowing_sub_unsigned(rhs);
            if overflow { $ty::MIN } else { value }
        }
    };
}
pub(super) use signed;
