//! Integers as bytes. The target is little-endian.

macro_rules! bytes {
    ($ty:ident $size:literal) => {
        /// From big-endian to the target's order.
        #[inline(always)]
        #[must_use]
        pub const fn from_be(x: $ty) -> $ty {
            x.swap_bytes()
        }

        /// From little-endian to the target's order.
        #[inline(always)]
        #[must_use]
        pub const fn from_le(x: $ty) -> $ty {
            x
        }

        /// From the target's order to big-endian.
        #[inline(always)]
        #[must_use]
        pub const fn to_be(self) -> $ty {
            self.swap_bytes()
        }

        /// From the target's order to little-endian.
        #[inline(always)]
        #[must_use]
        pub const fn to_le(self) -> $ty {
            self
        }

        /// The bytes, highest first.
        #[inline(always)]
        #[must_use]
        pub const fn to_be_bytes(self) -> [u8; $size] {
            intrinsics::transmute(self.swap_bytes())
        }

        /// The bytes, lowest first.
        #[inline(always)]
        #[must_use]
        pub const fn to_le_bytes(self) -> [u8; $size] {
            intrinsics::transmute(self)
        }

        /// The bytes in the target's order.
        #[inline(always)]
        #[must_use]
        pub const fn to_ne_bytes(self) -> [u8; $size] {
            intrinsics::transmute(self)
        }

        /// From bytes, highest first.
        #[inline(always)]
        #[must_use]
        pub const fn from_be_bytes(bytes: [u8; $size]) -> $ty {
            intrinsics::transmute::<[u8; $size], $ty>(bytes).swap_bytes()
        }

        /// From bytes, lowest first.
        #[inline(always)]
        #[must_use]
        pub const fn from_le_bytes(bytes: [u8; $size]) -> $ty {
            intrinsics::transmute(bytes)
        }

        /// From bytes in the target's order.
        #[inline(always)]
        #[must_use]
        pub const fn from_ne_bytes(bytes: [u8; $size]) -> $ty {
            intrinsics::transmute(bytes)
        }
    };
}
pub(super) use bytes;
