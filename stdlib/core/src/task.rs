//! What a future and its executor tell each other.

mod poll;
mod wake;

pub use self::poll::Poll;
pub use self::wake::{Context, RawWaker, RawWakerVTable, Waker};

/// The value, or an early return of `Pending`.
pub macro ready($e:expr $(,)?) {
    match $e {
        $crate::task::Poll::Ready(t) => t,
        $crate::task::Poll::Pending => {
            return $crate::task::Poll::Pending;
        }
    }
}
