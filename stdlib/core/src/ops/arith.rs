//! `+ - * / %` and unary `-`.

macro_rules! binary_traits {
    ($($(#[$doc:meta])* $lang:literal $Trait:ident $method:ident: $op:tt;)*) => {
        $(
            $(#[$doc])*
            #[lang = $lang]
            #[diagnostic::on_unimplemented(
                message = "no implementation for this operator between `{Self}` and `{Rhs}`",
                label = "no implementation for this operator"
            )]
            pub trait $Trait<Rhs = Self> {
                /// The type of the result.
                type Output;

                /// Performs the operation.
                #[must_use]
                fn $method(self, rhs: Rhs) -> Self::Output;
            }

            binary_impls! { $Trait $method $op: i8 i16 i32 i64 i128 isize }
            binary_impls! { $Trait $method $op: u8 u16 u32 u64 u128 usize }
            binary_impls! { $Trait $method $op: f32 f64 }
        )*
    };
}

/// The operator on values, and on references to them.
macro_rules! binary_impls {
    ($Trait:ident $method:ident $op:tt: $($ty:ty)*) => {
        $(
            impl $Trait for $ty {
                type Output = $ty;

                #[inline(always)]
                #[track_caller]
                fn $method(self, rhs: $ty) -> $ty {
                    self $op rhs
                }
            }

            $crate::ops::arith::forward_binary! { $Trait $method $op: $ty, $ty }
        )*
    };
}

/// The three forms of a binary operator that have a reference on some side.
macro_rules! forward_binary {
    ($Trait:ident $method:ident $op:tt: $Lhs:ty, $Rhs:ty) => {
        impl<'a> $Trait<$Rhs> for &'a $Lhs {
            type Output = $Lhs;

            #[inline(always)]
            #[track_caller]
            fn $method(self, rhs: $Rhs) -> $Lhs {
                *self $op rhs
            }
        }

        impl $Trait<&$Rhs> for $Lhs {
            type Output = $Lhs;

            #[inline(always)]
            #[track_caller]
            fn $method(self, rhs: &$Rhs) -> $Lhs {
                self $op *rhs
            }
        }

        impl $Trait<&$Rhs> for &$Lhs {
            type Output = $Lhs;

            #[inline(always)]
            #[track_caller]
            fn $method(self, rhs: &$Rhs) -> $Lhs {
                *self $op *rhs
            }
        }
    };
}
pub(crate) use forward_binary;

binary_traits! {
    /// `a + b`.
    "add" Add add: +;
    /// `a - b`.
    "sub" Sub sub: -;
    /// `a * b`.
    "mul" Mul mul: *;
    /// `a / b`.
    "div" Div div: /;
    /// `a % b`.
    "rem" Rem rem: %;
}

/// `-a`.
#[lang = "neg"]
pub trait Neg {
    /// The type of the result.
    type Output;

    /// Performs the operation.
    #[must_use]
    fn neg(self) -> Self::Output;
}

macro_rules! neg {
    ($($ty:ty)*) => {
        $(
            impl Neg for $ty {
                type Output = $ty;

                #[inline(always)]
                #[track_caller]
                fn neg(self) -> $ty {
                    -self
                }
            }

            impl Neg for &$ty {
                type Output = $ty;

                #[inline(always)]
                #[track_caller]
                fn neg(self) -> $ty {
                    -*self
                }
            }
        )*
    };
}

neg! { i8 i16 i32 i64 i128 isize f32 f64 }
