//! The items of the primitive types' operators.
//!
//! The compiler reads the headers of all impls, but the items of an impl, and the macros among
//! them, only when the impl is used. There are a thousand impls, so the items are in macros.

/// A binary operator. `[*]` is written at an operand that is a reference.
macro_rules! binary {
    ($method:ident $op:tt $ty:ident: [$($lhs:tt)?] $Rhs:ty, [$($rhs:tt)?]) => {
        type Output = $ty;

        #[inline(always)]
        #[track_caller]
        fn $method(self, rhs: $Rhs) -> $ty {
            $($lhs)? self $op $($rhs)? rhs
        }
    };
}
pub(super) use binary;

/// A binary operator that does not panic.
macro_rules! total_binary {
    ($method:ident $op:tt $ty:ident: [$($lhs:tt)?] $Rhs:ty, [$($rhs:tt)?]) => {
        type Output = $ty;

        #[inline(always)]
        fn $method(self, rhs: $Rhs) -> $ty {
            $($lhs)? self $op $($rhs)? rhs
        }
    };
}
pub(super) use total_binary;

/// A prefix operator.
macro_rules! unary {
    ($method:ident $op:tt $ty:ident: [$($operand:tt)?]) => {
        type Output = $ty;

        #[inline(always)]
        #[track_caller]
        fn $method(self) -> $ty {
            $op $($operand)? self
        }
    };
}
pub(super) use unary;

/// A prefix operator that does not panic.
macro_rules! total_unary {
    ($method:ident $op:tt $ty:ident: [$($operand:tt)?]) => {
        type Output = $ty;

        #[inline(always)]
        fn $method(self) -> $ty {
            $op $($operand)? self
        }
    };
}
pub(super) use total_unary;

/// An assigning operator.
macro_rules! assign {
    ($method:ident $op:tt $Rhs:ty, [$($rhs:tt)?]) => {
        #[inline(always)]
        #[track_caller]
        fn $method(&mut self, rhs: $Rhs) {
            *self $op $($rhs)? rhs
        }
    };
}
pub(super) use assign;

/// An assigning operator that does not panic.
macro_rules! total_assign {
    ($method:ident $op:tt $Rhs:ty, [$($rhs:tt)?]) => {
        #[inline(always)]
        fn $method(&mut self, rhs: $Rhs) {
            *self $op $($rhs)? rhs
        }
    };
}
pub(super) use total_assign;
