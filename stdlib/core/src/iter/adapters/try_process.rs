//! Collecting values that may be missing.

use crate::ops::{ChangeOutputType, ControlFlow, FromResidual, Residual, Try};

/// Passes the outputs of `iter`'s elements to `f` until one has none; then the early return of
/// that element is the result.
#[inline]
pub(crate) fn try_process<I, T, R, F, U>(iter: I, f: F) -> ChangeOutputType<I::Item, U>
where
    I: Iterator<Item: Try<Output = T, Residual = R>>,
    F: FnOnce(&mut Shunt<I, R>) -> U,
    R: Residual<U>,
{
    let mut shunt = Shunt {
        iter,
        residual: None,
    };
    let value = f(&mut shunt);
    let Shunt { iter, residual } = shunt;
    // What is left ends before what was gathered.
    drop(iter);
    match residual {
        None => Try::from_output(value),
        Some(residual) => FromResidual::from_residual(residual),
    }
}

/// Iterator over the outputs; it keeps the early return.
pub(crate) struct Shunt<I, R> {
    iter: I,
    residual: Option<R>,
}

impl<I, R> Iterator for Shunt<I, R>
where
    I: Iterator<Item: Try<Residual = R>>,
{
    type Item = <I::Item as Try>::Output;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        match self.iter.next()?.branch() {
            ControlFlow::Continue(value) => Some(value),
            ControlFlow::Break(residual) => {
                self.residual = Some(residual);
                None
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.residual.is_some() {
            (0, Some(0))
        } else {
            (0, self.iter.size_hint().1)
        }
    }
}
