//! `&= |= ^= <<= >>=`.

macro_rules! assign_traits {
    ($($(#[$doc:meta])* $lang:literal $Trait:ident $method:ident: $op:tt;)*) => {
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
    "bitand_assign" BitAndAssign bitand_assign: &=;
    /// `a |= b`.
    "bitor_assign" BitOrAssign bitor_assign: |=;
    /// `a ^= b`.
    "bitxor_assign" BitXorAssign bitxor_assign: ^=;
    /// `a <<= b`.
    "shl_assign" ShlAssign shl_assign: <<=;
    /// `a >>= b`.
    "shr_assign" ShrAssign shr_assign: >>=;
}

macro_rules! assign_impls {
    ($Trait:ident $method:ident $op:tt: $($ty:ty)*) => {
        $(assign_by! { $Trait $method $op: $ty: $ty })*
    };
}

macro_rules! assign_by {
    ($Trait:ident $method:ident $op:tt: $ty:ty: $($Rhs:ty)*) => {
        $(
            impl $Trait<$Rhs> for $ty {
                #[inline(always)]
                #[track_caller]
                fn $method(&mut self, rhs: $Rhs) {
                    *self $op rhs
                }
            }

            impl $Trait<&$Rhs> for $ty {
                #[inline(always)]
                #[track_caller]
                fn $method(&mut self, rhs: &$Rhs) {
                    *self $op *rhs
                }
            }
        )*
    };
}

assign_impls! { BitAndAssign bitand_assign &=: bool i8 i16 i32 i64 i128 isize }
assign_impls! { BitAndAssign bitand_assign &=: u8 u16 u32 u64 u128 usize }
assign_impls! { BitOrAssign bitor_assign |=: bool i8 i16 i32 i64 i128 isize }
assign_impls! { BitOrAssign bitor_assign |=: u8 u16 u32 u64 u128 usize }
assign_impls! { BitXorAssign bitxor_assign ^=: bool i8 i16 i32 i64 i128 isize }
assign_impls! { BitXorAssign bitxor_assign ^=: u8 u16 u32 u64 u128 usize }

macro_rules! shift_impls {
    ($($ty:ty)*) => {
        $(
            assign_by! { ShlAssign shl_assign <<=: $ty: i8 i16 i32 i64 i128 isize }
            assign_by! { ShlAssign shl_assign <<=: $ty: u8 u16 u32 u64 u128 usize }
            assign_by! { ShrAssign shr_assign >>=: $ty: i8 i16 i32 i64 i128 isize }
            assign_by! { ShrAssign shr_assign >>=: $ty: u8 u16 u32 u64 u128 usize }
        )*
    };
}

shift_impls! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
