//! What can be called and awaited.

use crate::future::Future;
use crate::marker::Tuple;

/// Callables by `&self` whose result is awaited.
#[lang = "async_fn"]
#[fundamental]
#[rustc_paren_sugar]
#[must_use = "async closures are lazy and do nothing unless called"]
pub trait AsyncFn<Args: Tuple>: AsyncFnMut<Args> {
    /// Calls it.
    extern "rust-call" fn async_call(&self, args: Args) -> Self::CallRefFuture<'_>;
}

/// Callables by `&mut self` whose result is awaited.
#[lang = "async_fn_mut"]
#[fundamental]
#[rustc_paren_sugar]
#[must_use = "async closures are lazy and do nothing unless called"]
pub trait AsyncFnMut<Args: Tuple>: AsyncFnOnce<Args> {
    /// What a call by reference gives.
    #[lang = "call_ref_future"]
    type CallRefFuture<'a>: Future<Output = Self::Output>
    where
        Self: 'a;

    /// Calls it.
    extern "rust-call" fn async_call_mut(&mut self, args: Args) -> Self::CallRefFuture<'_>;
}

/// Callables by `self` whose result is awaited.
#[lang = "async_fn_once"]
#[fundamental]
#[rustc_paren_sugar]
#[must_use = "async closures are lazy and do nothing unless called"]
pub trait AsyncFnOnce<Args: Tuple> {
    /// What a call gives.
    #[lang = "call_once_future"]
    type CallOnceFuture: Future<Output = Self::Output>;

    /// What awaiting the call gives.
    #[lang = "async_fn_once_output"]
    type Output;

    /// Calls it.
    extern "rust-call" fn async_call_once(self, args: Args) -> Self::CallOnceFuture;
}

mod impls {
    use super::{AsyncFn, AsyncFnMut, AsyncFnOnce};
    use crate::marker::Tuple;

    impl<A: Tuple, F: ?Sized + AsyncFn<A>> AsyncFn<A> for &F {
        extern "rust-call" fn async_call(&self, args: A) -> Self::CallRefFuture<'_> {
            F::async_call(*self, args)
        }
    }

    impl<A: Tuple, F: ?Sized + AsyncFn<A>> AsyncFnMut<A> for &F {
        type CallRefFuture<'a>
            = F::CallRefFuture<'a>
        where
            Self: 'a;

        extern "rust-call" fn async_call_mut(&mut self, args: A) -> Self::CallRefFuture<'_> {
            F::async_call(*self, args)
        }
    }

    impl<'a, A: Tuple, F: ?Sized + AsyncFn<A>> AsyncFnOnce<A> for &'a F {
        type Output = F::Output;
        type CallOnceFuture = F::CallRefFuture<'a>;

        extern "rust-call" fn async_call_once(self, args: A) -> Self::CallOnceFuture {
            F::async_call(self, args)
        }
    }

    impl<A: Tuple, F: ?Sized + AsyncFnMut<A>> AsyncFnMut<A> for &mut F {
        type CallRefFuture<'a>
            = F::CallRefFuture<'a>
        where
            Self: 'a;

        extern "rust-call" fn async_call_mut(&mut self, args: A) -> Self::CallRefFuture<'_> {
            F::async_call_mut(*self, args)
        }
    }

    impl<'a, A: Tuple, F: ?Sized + AsyncFnMut<A>> AsyncFnOnce<A> for &'a mut F {
        type Output = F::Output;
        type CallOnceFuture = F::CallRefFuture<'a>;

        extern "rust-call" fn async_call_once(self, args: A) -> Self::CallOnceFuture {
            F::async_call_mut(self, args)
        }
    }
}

mod internal_implementation_detail {
    /// Whether an async closure of one kind may serve as another.
    #[lang = "async_fn_kind_helper"]
    trait AsyncFnKindHelper<GoalKind> {
        /// What its future captures.
        #[lang = "async_fn_kind_upvars"]
        type Upvars<'closure_env, Inputs, Upvars, BorrowedUpvarsAsFnPtr>;
    }
}
