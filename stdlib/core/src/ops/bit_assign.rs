//! `&= |= ^=`.

use super::items::total_assign;

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
    /// `a &= b`.
    "bitand_assign" BitAndAssign bitand_assign;
    /// `a |= b`.
    "bitor_assign" BitOrAssign bitor_assign;
    /// `a ^= b`.
    "bitxor_assign" BitXorAssign bitxor_assign;
}

macro_rules! assign_impls {
    ($($Trait:ident $method:ident $op:tt: $($ty:ident)*;)*) => {
        $($(
            impl $Trait for $ty { total_assign! { $method $op $ty, [] } }
            impl $Trait<&$ty> for $ty { total_assign! { $method $op &$ty, [*] } }
        )*)*
    };
}

assign_impls! {
    BitAndAssign bitand_assign &=: bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
    BitOrAssign bitor_assign |=: bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
    BitXorAssign bitxor_assign ^=: bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
}
