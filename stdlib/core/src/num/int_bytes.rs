//! Integers as bytes. The target is little-endian.

use crate::intrinsics::transmute;

macro_rules! bytes {
    ($($ty:ident $size:literal;)*) => {
        $(
            impl $ty {
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
                    transmute(self.swap_bytes())
                }

                /// The bytes, lowest first.
                #[inline(always)]
                #[must_use]
                pub const fn to_le_bytes(self) -> [u8; $size] {
                    transmute(self)
                }

                /// The bytes in the target's order.
                #[inline(always)]
                #[must_use]
                pub const fn to_ne_bytes(self) -> [u8; $size] {
                    transmute(self)
                }

                /// From bytes, highest first.
                #[inline(always)]
                #[must_use]
                pub const fn from_be_bytes(bytes: [u8; $size]) -> $ty {
                    transmute::<[u8; $size], $ty>(bytes).swap_bytes()
                }

                /// From bytes, lowest first.
                #[inline(always)]
                #[must_use]
                pub const fn from_le_bytes(bytes: [u8; $size]) -> $ty {
                    transmute(bytes)
                }

                /// From bytes in the target's order.
                #[inline(always)]
                #[must_use]
                pub const fn from_ne_bytes(bytes: [u8; $size]) -> $ty {
                    transmute(bytes)
                }
            }
        )*
    };
}

bytes! {
    i8 1;
    i16 2;
    i32 4;
    i64 8;
    i128 16;
    isize 4;
    u8 1;
    u16 2;
    u32 4;
    u64 8;
    u128 16;
    usize 4;
}
