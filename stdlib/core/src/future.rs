//! Values that are waited for.

mod ready;

pub use self::ready::{pending, poll_fn, ready, Pending, PollFn, Ready};
#[doc(hidden)]
pub use self::resume::{get_context, ResumeTy};

use crate::ops::DerefMut;
use crate::pin::Pin;
use crate::task::{Context, Poll};

/// A computation that may have to wait.
#[lang = "future_trait"]
#[must_use = "futures do nothing unless you `.await` or poll them"]
#[diagnostic::on_unimplemented(
    label = "`{Self}` is not a future",
    message = "`{Self}` is not a future"
)]
pub trait Future {
    /// What it computes.
    #[lang = "future_output"]
    type Output;

    /// Goes on until it has to wait.
    #[lang = "poll"]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output>;
}

// Without `F: Unpin`: the compiler does not know that of a `dyn Future + Unpin`.
impl<F: ?Sized + Future> Future for &mut F {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        F::poll(unsafe { Pin::new_unchecked(&mut **self) }, cx)
    }
}

impl<P> Future for Pin<P>
where
    P: DerefMut<Target: Future>,
{
    type Output = <<P as crate::ops::Deref>::Target as Future>::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        <P::Target as Future>::poll(self.as_deref_mut(), cx)
    }
}

/// What `.await` works on.
pub trait IntoFuture {
    /// What is computed.
    type Output;

    /// The future.
    type IntoFuture: Future<Output = Self::Output>;

    /// Makes the future.
    #[lang = "into_future"]
    fn into_future(self) -> Self::IntoFuture;
}

impl<F: Future> IntoFuture for F {
    type Output = F::Output;
    type IntoFuture = F;

    #[inline(always)]
    fn into_future(self) -> F {
        self
    }
}

mod resume {
    use crate::ptr::NonNull;
    use crate::task::Context;

    /// What a coroutine of an `async` block is resumed with.
    #[lang = "ResumeTy"]
    #[derive(Debug, Copy, Clone)]
    pub struct ResumeTy(NonNull<Context<'static>>);

    unsafe impl Send for ResumeTy {}
    unsafe impl Sync for ResumeTy {}

    /// The context a coroutine was resumed with.
    #[lang = "get_context"]
    #[must_use]
    pub unsafe fn get_context<'a, 'b>(cx: ResumeTy) -> &'a mut Context<'b> {
        unsafe { &mut *cx.0.as_ptr().cast() }
    }
}
