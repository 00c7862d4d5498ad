//! `+= -= *= /= %=`.

use super::items::assign;

macro_rules! assign_traits {
    ($($(#[$doc:meta])* $lang:literal $Trait:ident $method:ident;)*) => {
        $(
            $(#[$doc])*
            #[lang = $lang]
            pub trait $Trait<Rhs = Self> {
                /// Performs the operation.
                fn $method(&mut self, rhs: Rhs);
            }
        )*
    };
}

assign_traits! {
    /// `a += b`.
    "add_assign" AddAssign add_assign;
    /// `a -= b`.
    "sub_assign" SubAssign sub_assign;
    /// `a *= b`.
    "mul_assign" MulAssign mul_assign;
    /// `a /= b`.
    "div_assign" DivAssign div_assign;
    /// `a %= b`.
    "rem_assign" RemAssign rem_assign;
}

macro_rules! assign_impls {
    ($($Trait:ident $method:ident $op:tt: $($ty:ident)*;)*) => {
        $($(
            impl $Trait for $ty { assign! { $method $op $ty, [] } }
            impl $Trait<&$ty> for $ty { assign! { $method $op &$ty, [*] } }
        )*)*
    };
}

assign_impls! {
    AddAssign add_assign +=: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
    SubAssign sub_assign -=: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
    MulAssign mul_assign *=: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
    DivAssign div_assign /=: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
    RemAssign rem_assign %=: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
}
