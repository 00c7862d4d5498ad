//! The bits of `Wrapping` and `Saturating`.

/// The methods that do the same to the number inside.
macro_rules! wrapped_bits {
    ($Number:ident $ty:ty) => {
        /// The number of ones.
        #[inline]
        #[must_use]
        pub const fn count_ones(self) -> u32 {
            self.0.count_ones()
        }

        /// The number of zeros.
        #[inline]
        #[must_use]
        pub const fn count_zeros(self) -> u32 {
            self.0.count_zeros()
        }

        /// The number of zeros before the first one.
        #[inline]
        #[must_use]
        pub const fn leading_zeros(self) -> u32 {
            self.0.leading_zeros()
        }

        /// The number of zeros after the last one.
        #[inline]
        #[must_use]
        pub const fn trailing_zeros(self) -> u32 {
            self.0.trailing_zeros()
        }

        /// Rotated towards the high end.
        #[inline]
        #[must_use]
        pub const fn rotate_left(self, n: u32) -> Self {
            $Number(self.0.rotate_left(n))
        }

        /// Rotated towards the low end.
        #[inline]
        #[must_use]
        pub const fn rotate_right(self, n: u32) -> Self {
            $Number(self.0.rotate_right(n))
        }

        /// The bytes in reverse order.
        #[inline]
        #[must_use]
        pub const fn swap_bytes(self) -> Self {
            $Number(self.0.swap_bytes())
        }

        /// The bits in reverse order.
        #[inline]
        #[must_use]
        pub const fn reverse_bits(self) -> Self {
            $Number(self.0.reverse_bits())
        }

        /// From the order of bytes of big-endian machines.
        #[inline]
        #[must_use]
        pub const fn from_be(x: Self) -> Self {
            $Number(<$ty>::from_be(x.0))
        }

        /// From the order of bytes of little-endian machines.
        #[inline]
        #[must_use]
        pub const fn from_le(x: Self) -> Self {
            $Number(<$ty>::from_le(x.0))
        }

        /// To the order of bytes of big-endian machines.
        #[inline]
        #[must_use]
        pub const fn to_be(self) -> Self {
            $Number(self.0.to_be())
        }

        /// To the order of bytes of little-endian machines.
        #[inline]
        #[must_use]
        pub const fn to_le(self) -> Self {
            $Number(self.0.to_le())
        }
    };
}

pub(super) use wrapped_bits;

/// The methods of signed numbers.
macro_rules! wrapped_signed {
    ($Number:ident $abs:ident) => {
        /// The distance from zero.
        #[inline]
        #[must_use]
        pub fn abs(self) -> Self {
            $Number(self.0.$abs())
        }

        /// -1, 0 or 1, as the number is negative, zero or positive.
        #[inline]
        #[must_use]
        pub fn signum(self) -> Self {
            $Number(self.0.signum())
        }

        /// Whether the number is above zero.
        #[inline]
        #[must_use]
        pub const fn is_positive(self) -> bool {
            self.0.is_positive()
        }

        /// Whether the number is below zero.
        #[inline]
        #[must_use]
        pub const fn is_negative(self) -> bool {
            self.0.is_negative()
        }
    };
}

pub(super) use wrapped_signed;

/// The methods of unsigned numbers.
macro_rules! wrapped_unsigned {
    () => {
        /// Whether the number is a power of two.
        #[inline]
        #[must_use]
        pub fn is_power_of_two(self) -> bool {
            self.0.is_power_of_two()
        }
    };
}

pub(super) use wrapped_unsigned;
