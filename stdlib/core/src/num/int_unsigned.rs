//! What only unsigned integers have.

macro_rules! unsigned {
    ($ty:ident $signed:ident) => {
        /// The same bits, signed.
        #[inline(always)]
        #[must_use]
        pub const fn cast_signed(self) -> $signed {
            self as $signed
        }

        /// The quotient.
        #[inline(always)]
        #[must_use]
        #[track_caller]
        pub const fn div_euclid(self, rhs: $ty) -> $ty {
            self / rhs
        }

        /// The remainder.
        #[inline(always)]
        #[must_use]
        #[track_caller]
        pub const fn rem_euclid(self, rhs: $ty) -> $ty {
            self % rhs
        }

        /// The quotient.
        #[inline(always)]
        #[must_use]
        #[track_caller]
        pub const fn div_floor(self, rhs: $ty) -> $ty {
            self / rhs
        }

        /// The quotient, rounded up.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn div_ceil(self, rhs: $ty) -> $ty {
            let quotient = self / rhs;
            if self % rhs > 0 { quotient + 1 } else { quotient }
        }

        /// The smallest multiple of `rhs` that is not less.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn next_multiple_of(self, rhs: $ty) -> $ty {
            match self % rhs {
                0 => self,
                rem => self + (rhs - rem),
            }
        }

        /// The smallest multiple of `rhs` that is not less, if it fits.
        #[inline]
        #[must_use]
        pub const fn checked_next_multiple_of(self, rhs: $ty) -> Option<$ty> {
            match self.checked_rem(rhs) {
                None => None,
                Some(0) => Some(self),
                Some(rem) => self.checked_add(rhs - rem),
            }
        }

        /// Whether the number is a multiple of `rhs`.
        #[inline]
        #[must_use]
        pub const fn is_multiple_of(self, rhs: $ty) -> bool {
            match rhs {
                0 => self == 0,
                _ => self % rhs == 0,
            }
        }

        /// Whether the number has exactly one one.
        #[inline(always)]
        #[must_use]
        pub const fn is_power_of_two(self) -> bool {
            self.count_ones() == 1
        }

        /// The smallest power of two that is not less, minus one.
        #[inline]
        const fn one_less_than_next_power_of_two(self) -> $ty {
            if self <= 1 {
                return 0;
            }
            intrinsics::unchecked_shr($ty::MAX, (self - 1).leading_zeros())
        }

        /// The smallest power of two that is not less.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn next_power_of_two(self) -> $ty {
            self.one_less_than_next_power_of_two() + 1
        }

        /// The smallest power of two that is not less, if it fits.
        #[inline]
        #[must_use]
        pub const fn checked_next_power_of_two(self) -> Option<$ty> {
            self.one_less_than_next_power_of_two().checked_add(1)
        }

        /// The smallest power of two that is not less, modular.
        #[inline]
        #[must_use]
        pub const fn wrapping_next_power_of_two(self) -> $ty {
            intrinsics::wrapping_add(self.one_less_than_next_power_of_two(), 1)
        }

        /// The mean, rounded down.
        #[inline]
        #[must_use]
        pub const fn midpoint(self, rhs: $ty) -> $ty {
            (self & rhs) + ((self ^ rhs) >> 1)
        }

        /// The sum with a signed number, if it fits.
        #[inline]
        #[must_use]
        pub const fn checked_add_signed(self, rhs: $signed) -> Option<$ty> {
            let (value, overflow) = self.overflowing_add_signed(rhs);
            if overflow { None } else { Some(value) }
        }

        /// The sum with a signed number, modular, and whether it overflowed.
        #[inline]
        #[must_use]
        pub const fn overflowing_add_signed(self, rhs: $signed) -> ($ty, bool) {
            let (value, overflow) = self.overflowing_add(rhs as $ty);
            (value, overflow ^ (rhs < 0))
        }

        /// The sum with a signed number, modular.
        #[inline]
        #[must_use]
        pub const fn wrapping_add_signed(self, rhs: $signed) -> $ty {
            intrinsics::wrapping_add(self, rhs as $ty)
        }

        /// The sum with a signed number, or the bound it exceeds.
        #[inline]
        #[must_use]
        pub const fn saturating_add_signed(self, rhs: $signed) -> $ty {
            let (value, overflow) = self.overflowing_add_signed(rhs);
            if !overflow {
                value
            } else if rhs < 0 {
                0
            } else {
                $ty::MAX
            }
        }

        /// The sum with a signed number; panics if it does not fit.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn strict_add_signed(self, rhs: $signed) -> $ty {
            match self.checked_add_signed(rhs) {
                Some(value) => value,
                None => crate::panicking::panic_const_add_overflow(),
            }
        }

        /// The difference with a signed number, if it fits.
        #[inline]
        #[must_use]
        pub const fn checked_sub_signed(self, rhs: $signed) -> Option<$ty> {
            let (value, overflow) = self.overflowing_sub_signed(rhs);
            if overflow { None } else { Some(value) }
        }

        /// The difference with a signed number, modular, and whether it overflowed.
        #[inline]
        #[must_use]
        pub const fn overflowing_sub_signed(self, rhs: $signed) -> ($ty, bool) {
            let (value, overflow) = self.overflowing_sub(rhs as $ty);
            (value, overflow ^ (rhs < 0))
        }

        /// The difference with a signed number, modular.
        #[inline]
        #[must_use]
        pub const fn wrapping_sub_signed(self, rhs: $signed) -> $ty {
            intrinsics::wrapping_sub(self, rhs as $ty)
        }

        /// The difference with a signed number, or the bound it exceeds.
        #[inline]
        #[must_use]
        pub const fn saturating_sub_signed(self, rhs: $signed) -> $ty {
            let (value, overflow) = self.overflowing_sub_signed(rhs);
            if !overflow {
                value
            } else if rhs < 0 {
                $ty::MAX
            } else {
                0
            }
        }

        /// The signed difference, if it fits.
        #[inline]
        #[must_use]
        pub const fn checked_signed_diff(self, rhs: $ty) -> Option<$signed> {
            let value = intrinsics::wrapping_sub(self, rhs) as $signed;
            if (self >= rhs) == (value < 0) { None } else { Some(value) }
        }

        /// The sum of three, and what is carried.
        #[inline]
        #[must_use]
        pub const fn carrying_add(self, rhs: $ty, carry: bool) -> ($ty, bool) {
            let (sum, first) = self.overflowing_add(rhs);
            let (sum, second) = sum.overflowing_add(carry as $ty);
            (sum, first | second)
        }

        /// The difference, and what is borrowed.
        #[inline]
        #[must_use]
        pub const fn borrowing_sub(self, rhs: $ty, borrow: bool) -> ($ty, bool) {
            let (rest, first) = self.overflowing_sub(rhs);
            let (rest, second) = rest.overflowing_sub(borrow as $ty);
            (rest, first | second)
        }
    };
}
pub(super) use unsigned;

/// Products in a type of twice the width.
macro_rules! carrying_mul {
    ($ty:ident $Wide:ident) => {
        /// The product plus `carry`: low and high half.
        #[inline]
        #[must_use]
        pub const fn carrying_mul(self, rhs: $ty, carry: $ty) -> ($ty, $ty) {
            self.carrying_mul_add(rhs, carry, 0)
        }

        /// The product plus two numbers: low and high half.
        #[inline]
        #[must_use]
        pub const fn carrying_mul_add(self, rhs: $ty, carry: $ty, add: $ty) -> ($ty, $ty) {
            let wide = self as $Wide * rhs as $Wide + carry as $Wide + add as $Wide;
            (wide as $ty, (wide >> $ty::BITS) as $ty)
        }

        /// The product: low and high half.
        #[inline]
        #[must_use]
        pub const fn widening_mul(self, rhs: $ty) -> ($ty, $ty) {
            self.carrying_mul_add(rhs, 0, 0)
        }
    };
}
pub(super) use carrying_mul;
