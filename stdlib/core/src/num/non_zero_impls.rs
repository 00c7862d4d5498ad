//! Traits of integers that are not zero.

use super::{IntErrorKind, NonZero, ParseIntError, TryFromIntError, ZeroablePrimitive};
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::ops::{BitOr, BitOrAssign, Div, DivAssign, Neg, Rem, RemAssign};
use crate::str::FromStr;

impl<T: ZeroablePrimitive> Clone for NonZero<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ZeroablePrimitive> Copy for NonZero<T> {}

impl<T: ZeroablePrimitive> PartialEq for NonZero<T> {
    #[inline(always)]
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<T: ZeroablePrimitive + Eq> Eq for NonZero<T> {}

impl<T: ZeroablePrimitive + PartialOrd> PartialOrd for NonZero<T> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.get().partial_cmp(&other.get())
    }
}

impl<T: ZeroablePrimitive + Ord> Ord for NonZero<T> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.get().cmp(&other.get())
    }
}

impl<T: ZeroablePrimitive + Hash> Hash for NonZero<T> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.get().hash(state)
    }
}

macro_rules! formats {
    ($($Trait:ident)*) => {
        $(
            impl<T: ZeroablePrimitive + fmt::$Trait> fmt::$Trait for NonZero<T> {
                #[inline]
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    self.get().fmt(f)
                }
            }
        )*
    };
}

formats! { Debug Display Binary Octal LowerHex UpperHex LowerExp UpperExp }

impl<T: ZeroablePrimitive + BitOr<Output = T>> BitOr for NonZero<T> {
    type Output = Self;

    #[inline]
    fn bitor(self, rhs: Self) -> Self {
        unsafe { NonZero::new_unchecked(self.get() | rhs.get()) }
    }
}

impl<T: ZeroablePrimitive + BitOr<Output = T>> BitOr<T> for NonZero<T> {
    type Output = Self;

    #[inline]
    fn bitor(self, rhs: T) -> Self {
        unsafe { NonZero::new_unchecked(self.get() | rhs) }
    }
}

impl<T: ZeroablePrimitive + BitOr<Output = T>> BitOrAssign for NonZero<T> {
    #[inline]
    fn bitor_assign(&mut self, rhs: Self) {
        *self = *self | rhs;
    }
}

macro_rules! number_items {
    ($ty:ident) => {
        #[inline(always)]
        fn from(nonzero: NonZero<$ty>) -> $ty {
            nonzero.get()
        }
    };
}

macro_rules! from_number_items {
    ($ty:ident) => {
        type Error = TryFromIntError;

        #[inline]
        fn try_from(value: $ty) -> Result<Self, TryFromIntError> {
            Self::new(value).ok_or(TryFromIntError(()))
        }
    };
}

macro_rules! from_str_items {
    ($ty:ident) => {
        type Err = ParseIntError;

        fn from_str(src: &str) -> Result<Self, ParseIntError> {
            Self::new($ty::from_str_radix(src, 10)?)
                .ok_or(ParseIntError { kind: IntErrorKind::Zero })
        }
    };
}

macro_rules! each {
    ($($ty:ident)*) => {
        $(
            impl From<NonZero<$ty>> for $ty { number_items! { $ty } }
            impl TryFrom<$ty> for NonZero<$ty> { from_number_items! { $ty } }
            impl FromStr for NonZero<$ty> { from_str_items! { $ty } }
        )*
    };
}

each! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

macro_rules! division {
    ($ty:ident $method:ident $function:ident) => {
        type Output = $ty;

        #[inline]
        fn $method(self, other: NonZero<$ty>) -> $ty {
            crate::intrinsics::$function(self, other.get())
        }
    };
}

macro_rules! division_assign {
    ($ty:ident $method:ident $op:tt) => {
        #[inline]
        fn $method(&mut self, other: NonZero<$ty>) {
            *self = *self $op other;
        }
    };
}

macro_rules! unsigned {
    ($($ty:ident)*) => {
        $(
            impl Div<NonZero<$ty>> for $ty { division! { $ty div unchecked_div } }
            impl DivAssign<NonZero<$ty>> for $ty { division_assign! { $ty div_assign / } }
            impl Rem<NonZero<$ty>> for $ty { division! { $ty rem unchecked_rem } }
            impl RemAssign<NonZero<$ty>> for $ty { division_assign! { $ty rem_assign % } }
        )*
    };
}

unsigned! { u8 u16 u32 u64 u128 usize }

macro_rules! negation {
    () => {
        type Output = Self;

        #[inline]
        #[track_caller]
        fn neg(self) -> Self {
            unsafe { NonZero::new_unchecked(-self.get()) }
        }
    };
}

macro_rules! signed {
    ($($ty:ident)*) => {
        $(impl Neg for NonZero<$ty> { negation! {} })*
    };
}

signed! { i8 i16 i32 i64 i128 isize }

macro_rules! lossless_items {
    ($Small:ident $Large:ident) => {
        #[inline]
        fn from(small: NonZero<$Small>) -> Self {
            unsafe { NonZero::new_unchecked(small.get() as $Large) }
        }
    };
}

/// Conversions that keep the value.
macro_rules! lossless {
    ($($Small:ident => $($Large:ident)*;)*) => {
        $($(impl From<NonZero<$Small>> for NonZero<$Large> { lossless_items! { $Small $Large } })*)*
    };
}

lossless! {
    u8 => u16 u32 u64 u128 usize i16 i32 i64 i128 isize;
    u16 => u32 u64 u128 usize i32 i64 i128;
    u32 => u64 u128 i64 i128;
    u64 => u128 i128;
    i8 => i16 i32 i64 i128 isize;
    i16 => i32 i64 i128 isize;
    i32 => i64 i128;
    i64 => i128;
}

macro_rules! checked_items {
    ($Source:ident $Target:ident) => {
        type Error = TryFromIntError;

        #[inline]
        fn try_from(value: NonZero<$Source>) -> Result<Self, TryFromIntError> {
            let converted = $Target::try_from(value.get())?;
            Ok(unsafe { NonZero::new_unchecked(converted) })
        }
    };
}

/// Conversions that are an error if the value does not fit.
macro_rules! checked {
    ($($Source:ident => $($Target:ident)*;)*) => {
        $($(
            impl TryFrom<NonZero<$Source>> for NonZero<$Target> {
                checked_items! { $Source $Target }
            }
        )*)*
    };
}

checked! {
    u8 => i8;
    u16 => u8 i8 i16 isize;
    u32 => u8 u16 i8 i16 i32 usize isize;
    u64 => u8 u16 u32 i8 i16 i32 i64 usize isize;
    u128 => u8 u16 u32 u64 i8 i16 i32 i64 i128 usize isize;
    i8 => u8 u16 u32 u64 u128 usize;
    i16 => u8 u16 u32 u64 u128 i8 usize;
    i32 => u8 u16 u32 u64 u128 i8 i16 usize isize;
    i64 => u8 u16 u32 u64 u128 i8 i16 i32 usize isize;
    i128 => u8 u16 u32 u64 u128 i8 i16 i32 i64 usize isize;
    usize => u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 isize;
    isize => u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 usize;
}
