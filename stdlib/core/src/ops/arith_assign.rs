//! `+= -= *= /= %=`.

macro_rules! assign_traits {
    ($($(#[$doc:meta])* $lang:literal $Trait:ident $method:ident: $op:tt;)*) => {
        $(
            $(#[$doc])*
            #[lang = $lang]
            pub trait $Trait<Rhs = Self> {
                /// Performs the operation.
                fn $method(&mut self, rhs: Rhs);
            }

            assign_impls! { $Trait $method $op: i8 i16 i32 i64 i128 isize }
            assign_impls! { $Trait $method $op: u8 u16 u32 u64 u128 usize }
            assign_impls! { $Trait $method $op: f32 f64 }
        )*
    };
}

macro_rules! assign_impls {
    ($Trait:ident $method:ident $op:tt: $($ty:ty)*) => {
        $(
            impl $Trait for $ty {
                #[inline(always)]
                #[track_caller]
                fn $method(&mut self, rhs: $ty) {
                    *self $op rhs
                }
            }

            impl $Trait<&$ty> for $ty {
                #[inline(always)]
                #[track_caller]
                fn $method(&mut self, rhs: &$ty) {
                    *self $op *rhs
                }
            }
        )*
    };
}

assign_traits! {
    /// `a += b`.
    "add_assign" AddAssign add_assign: +=;
    /// `a -= b`.
    "sub_assign" SubAssign sub_assign: -=;
    /// `a *= b`.
    "mul_assign" MulAssign mul_assign: *=;
    /// `a /= b`.
    "div_assign" DivAssign div_assign: /=;
    /// `a %= b`.
    "rem_assign" RemAssign rem_assign: %=;
}
