//! `<< >> <<= >>=`.
//!
//! Integers shift by integers of every type. In rustc's library each pair of types has impls of its
//! own; here there are impls for every [`Count`], which serve the same pairs: a `Count` cannot be
//! named or implemented elsewhere, and a type that is not known yet is none, so impls of others
//! and inference meet no difference.

/// `a << b`.
#[lang = "shl"]
pub trait Shl<Rhs = Self> {
    /// The type of the result.
    type Output;

    /// Performs the operation.
    #[must_use]
    fn shl(self, rhs: Rhs) -> Self::Output;
}

/// `a >> b`.
#[lang = "shr"]
pub trait Shr<Rhs = Self> {
    /// The type of the result.
    type Output;

    /// Performs the operation.
    #[must_use]
    fn shr(self, rhs: Rhs) -> Self::Output;
}

/// `a <<= b`.
#[lang = "shl_assign"]
pub trait ShlAssign<Rhs = Self> {
    /// Performs the operation.
    fn shl_assign(&mut self, rhs: Rhs);
}

/// `a >>= b`.
#[lang = "shr_assign"]
pub trait ShrAssign<Rhs = Self> {
    /// Performs the operation.
    fn shr_assign(&mut self, rhs: Rhs);
}

/// An integer as the number of bits to shift by.
#[doc(hidden)]
pub trait Count: Copy {
    /// A count that does the same to numbers of at most 128 bits: it has the same low seven bits,
    /// and is below 128 if and only if this one is in `0..128`.
    fn count(self) -> u32;
}

macro_rules! count_items {
    (small) => {
        #[inline(always)]
        fn count(self) -> u32 {
            // Negative numbers become large ones.
            self as u32
        }
    };
    (large) => {
        #[inline(always)]
        fn count(self) -> u32 {
            let low = self as u32 & 127;
            if self >> 7 == 0 { low } else { low | 128 }
        }
    };
}

macro_rules! count {
    ($($size:ident: $($ty:ident)*;)*) => {
        $($(impl Count for $ty { count_items! { $size } })*)*
    };
}

count! {
    small: i8 i16 i32 isize u8 u16 u32 usize;
    large: i64 i128 u64 u128;
}

/// The items of a shift. `[*]` is written at an operand that is a reference.
macro_rules! shift {
    ($method:ident $op:tt $ty:ident: [$($lhs:tt)?] $Rhs:ty) => {
        type Output = $ty;

        #[inline(always)]
        #[track_caller]
        fn $method(self, rhs: $Rhs) -> $ty {
            $($lhs)? self $op rhs.count()
        }
    };
}

/// The items of an assigning shift.
macro_rules! assign {
    ($method:ident $op:tt $Rhs:ty) => {
        #[inline(always)]
        #[track_caller]
        fn $method(&mut self, rhs: $Rhs) {
            *self $op rhs.count()
        }
    };
}

macro_rules! shift_impls {
    ($($ty:ident)*) => {
        $(
            impl<T: Count> Shl<T> for $ty { shift! { shl << $ty: [] T } }
            impl<T: Count> Shl<&T> for $ty { shift! { shl << $ty: [] &T } }
            impl<T: Count> Shl<T> for &$ty { shift! { shl << $ty: [*] T } }
            impl<T: Count> Shl<&T> for &$ty { shift! { shl << $ty: [*] &T } }
            impl<T: Count> Shr<T> for $ty { shift! { shr >> $ty: [] T } }
            impl<T: Count> Shr<&T> for $ty { shift! { shr >> $ty: [] &T } }
            impl<T: Count> Shr<T> for &$ty { shift! { shr >> $ty: [*] T } }
            impl<T: Count> Shr<&T> for &$ty { shift! { shr >> $ty: [*] &T } }
            impl<T: Count> ShlAssign<T> for $ty { assign! { shl_assign <<= T } }
            impl<T: Count> ShlAssign<&T> for $ty { assign! { shl_assign <<= &T } }
            impl<T: Count> ShrAssign<T> for $ty { assign! { shr_assign >>= T } }
            impl<T: Count> ShrAssign<&T> for $ty { assign! { shr_assign >>= &T } }
        )*
    };
}

shift_impls! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
