//! Functions that can stop in the middle.

use crate::pin::Pin;

/// How a coroutine stopped.
#[lang = "coroutine_state"]
#[derive(Clone, Copy, PartialEq, PartialOrd, Eq, Ord, Debug, Hash)]
pub enum CoroutineState<Y, R> {
    /// It gave a value and will go on.
    Yielded(Y),
    /// It ended.
    Complete(R),
}

/// What coroutines implement.
#[lang = "coroutine"]
#[fundamental]
pub trait Coroutine<R = ()> {
    /// What it gives when it stops.
    #[lang = "coroutine_yield"]
    type Yield;

    /// What it gives at its end.
    #[lang = "coroutine_return"]
    type Return;

    /// Goes on until the next stop.
    #[lang = "coroutine_resume"]
    fn resume(self: Pin<&mut Self>, arg: R) -> CoroutineState<Self::Yield, Self::Return>;
}
