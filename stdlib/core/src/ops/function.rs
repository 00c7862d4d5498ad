//! What can be called.

use crate::marker::Tuple;

/// Callables by `&self`.
#[lang = "fn"]
#[fundamental]
#[rustc_paren_sugar]
#[must_use = "closures are lazy and do nothing unless called"]
pub trait Fn<Args: Tuple>: FnMut<Args> {
    /// Calls it.
    extern "rust-call" fn call(&self, args: Args) -> Self::Output;
}

/// Callables by `&mut self`.
#[lang = "fn_mut"]
#[fundamental]
#[rustc_paren_sugar]
#[must_use = "closures are lazy and do nothing unless called"]
pub trait FnMut<Args: Tuple>: FnOnce<Args> {
    /// Calls it.
    extern "rust-call" fn call_mut(&mut self, args: Args) -> Self::Output;
}

/// Callables by `self`.
#[lang = "fn_once"]
#[fundamental]
#[rustc_paren_sugar]
#[must_use = "closures are lazy and do nothing unless called"]
pub trait FnOnce<Args: Tuple> {
    /// What a call gives.
    #[lang = "fn_once_output"]
    type Output;

    /// Calls it.
    extern "rust-call" fn call_once(self, args: Args) -> Self::Output;
}

mod impls {
    use crate::marker::Tuple;

    impl<A: Tuple, F: ?Sized + Fn<A>> Fn<A> for &F {
        #[inline]
        extern "rust-call" fn call(&self, args: A) -> F::Output {
            (**self).call(args)
        }
    }

    impl<A: Tuple, F: ?Sized + Fn<A>> FnMut<A> for &F {
        #[inline]
        extern "rust-call" fn call_mut(&mut self, args: A) -> F::Output {
            (**self).call(args)
        }
    }

    impl<A: Tuple, F: ?Sized + Fn<A>> FnOnce<A> for &F {
        type Output = F::Output;

        #[inline]
        extern "rust-call" fn call_once(self, args: A) -> F::Output {
            (*self).call(args)
        }
    }

    impl<A: Tuple, F: ?Sized + FnMut<A>> FnMut<A> for &mut F {
        #[inline]
        extern "rust-call" fn call_mut(&mut self, args: A) -> F::Output {
            (**self).call_mut(args)
        }
    }

    impl<A: Tuple, F: ?Sized + FnMut<A>> FnOnce<A> for &mut F {
        type Output = F::Output;

        #[inline]
        extern "rust-call" fn call_once(self, args: A) -> F::Output {
            (*self).call_mut(args)
        }
    }
}
