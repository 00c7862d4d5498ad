//! `?`.

use crate::ops::ControlFlow;

/// Types that `?` works on.
#[lang = "Try"]
pub trait Try: FromResidual {
    /// What `?` gives.
    type Output;

    /// What `?` returns early.
    type Residual: Residual<Self::Output>;

    /// Wraps a value.
    #[lang = "from_output"]
    fn from_output(output: Self::Output) -> Self;

    /// Tells whether to go on.
    #[lang = "branch"]
    fn branch(self) -> ControlFlow<Self::Residual, Self::Output>;
}

/// Types that an early return of `?` can become.
#[diagnostic::on_unimplemented(
    message = "the `?` operator can only be used in a function that returns a type compatible with `{R}`",
    label = "cannot use the `?` operator in a function that returns `{Self}`"
)]
pub trait FromResidual<R = <Self as Try>::Residual> {
    /// Makes the value to return.
    #[lang = "from_residual"]
    #[track_caller]
    fn from_residual(residual: R) -> Self;
}

/// What is left of a type without its output.
pub trait Residual<O>: Sized {
    /// The type with the output `O`.
    type TryType: Try<Output = O, Residual = Self>;
}

/// The type that `T` becomes when its output is `V`.
pub(crate) type ChangeOutputType<T, V> = <<T as Try>::Residual as Residual<V>>::TryType;
