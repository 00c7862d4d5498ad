//! `! & | ^ << >>`.

use crate::ops::arith::forward_binary;

/// `!a`.
#[lang = "not"]
pub trait Not {
    /// The type of the result.
    type Output;

    /// Performs the operation.
    #[must_use]
    fn not(self) -> Self::Output;
}

macro_rules! not {
    ($($ty:ty)*) => {
        $(
            impl Not for $ty {
                type Output = $ty;

                #[inline(always)]
                fn not(self) -> $ty {
                    !self
                }
            }

            impl Not for &$ty {
                type Output = $ty;

                #[inline(always)]
                fn not(self) -> $ty {
                    !*self
                }
            }
        )*
    };
}

not! { bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

impl Not for ! {
    type Output = !;

    fn not(self) -> ! {
        self
    }
}

macro_rules! binary_traits {
    ($($(#[$doc:meta])* $lang:literal $Trait:ident $method:ident: $op:tt;)*) => {
        $(
            $(#[$doc])*
            #[lang = $lang]
            pub trait $Trait<Rhs = Self> {
                /// The type of the result.
                type Output;

                /// Performs the operation.
                #[must_use]
                fn $method(self, rhs: Rhs) -> Self::Output;
            }

            binary_impls! { $Trait $method $op: bool }
            binary_impls! { $Trait $method $op: i8 i16 i32 i64 i128 isize }
            binary_impls! { $Trait $method $op: u8 u16 u32 u64 u128 usize }
        )*
    };
}

macro_rules! binary_impls {
    ($Trait:ident $method:ident $op:tt: $($ty:ty)*) => {
        $(
            impl $Trait for $ty {
                type Output = $ty;

                #[inline(always)]
                fn $method(self, rhs: $ty) -> $ty {
                    self $op rhs
                }
            }

            forward_binary! { $Trait $method $op: $ty, $ty }
        )*
    };
}

binary_traits! {
    /// `a & b`.
    "bitand" BitAnd bitand: &;
    /// `a | b`.
    "bitor" BitOr bitor: |;
    /// `a ^ b`.
    "bitxor" BitXor bitxor: ^;
}

macro_rules! shift_traits {
    ($($(#[$doc:meta])* $lang:literal $Trait:ident $method:ident: $op:tt;)*) => {
        $(
            $(#[$doc])*
            #[lang = $lang]
            pub trait $Trait<Rhs = Self> {
                /// The type of the result.
                type Output;

                /// Performs the operation.
                #[must_use]
                fn $method(self, rhs: Rhs) -> Self::Output;
            }

            shift_impls! { $Trait $method $op: i8 i16 i32 i64 i128 isize }
            shift_impls! { $Trait $method $op: u8 u16 u32 u64 u128 usize }
        )*
    };
}

macro_rules! shift_impls {
    ($Trait:ident $method:ident $op:tt: $($ty:ty)*) => {
        $(
            shift_by! { $Trait $method $op: $ty: i8 i16 i32 i64 i128 isize }
            shift_by! { $Trait $method $op: $ty: u8 u16 u32 u64 u128 usize }
        )*
    };
}

macro_rules! shift_by {
    ($Trait:ident $method:ident $op:tt: $ty:ty: $($Count:ty)*) => {
        $(
            impl $Trait<$Count> for $ty {
                type Output = $ty;

                #[inline(always)]
                #[track_caller]
                fn $method(self, rhs: $Count) -> $ty {
                    self $op rhs
                }
            }

            forward_binary! { $Trait $method $op: $ty, $Count }
        )*
    };
}

shift_traits! {
    /// `a << b`.
    "shl" Shl shl: <<;
    /// `a >> b`.
    "shr" Shr shr: >>;
}
