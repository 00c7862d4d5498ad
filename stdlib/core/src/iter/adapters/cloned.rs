//! `cloned` and `copied`.

use crate::iter::{FusedIterator, TrustedLen};

macro_rules! by_value {
    ($($(#[$doc:meta])* $Name:ident $Bound:ident |$x:ident| $value:expr;)*) => {
        $(
            $(#[$doc])*
            #[must_use = "iterators are lazy and do nothing unless consumed"]
            #[derive(Clone, Debug, Default)]
            pub struct $Name<I> {
                it: I,
            }

            impl<I> $Name<I> {
                #[inline(always)]
                pub(in crate::iter) fn new(iter: I) -> $Name<I> {
                    $Name { it: iter }
                }
            }

            impl<'a, I: Iterator<Item = &'a T>, T: 'a + $Bound> Iterator for $Name<I> {
                type Item = T;

                #[inline(always)]
                fn next(&mut self) -> Option<T> {
                    match self.it.next() {
                        Some($x) => Some($value),
                        None => None,
                    }
                }

                #[inline]
                fn size_hint(&self) -> (usize, Option<usize>) {
                    self.it.size_hint()
                }

                #[inline]
                fn fold<Acc, F>(self, init: Acc, mut f: F) -> Acc
                where
                    F: FnMut(Acc, T) -> Acc,
                {
                    self.it.fold(init, #[inline(always)] move |acc, $x| f(acc, $value))
                }
            }

            impl<'a, I: DoubleEndedIterator<Item = &'a T>, T: 'a + $Bound> DoubleEndedIterator
                for $Name<I>
            {
                #[inline(always)]
                fn next_back(&mut self) -> Option<T> {
                    match self.it.next_back() {
                        Some($x) => Some($value),
                        None => None,
                    }
                }
            }

            impl<'a, I: ExactSizeIterator<Item = &'a T>, T: 'a + $Bound> ExactSizeIterator
                for $Name<I>
            {
                fn len(&self) -> usize {
                    self.it.len()
                }
            }

            impl<'a, I: FusedIterator<Item = &'a T>, T: 'a + $Bound> FusedIterator for $Name<I> {}
            unsafe impl<'a, I: TrustedLen<Item = &'a T>, T: 'a + $Bound> TrustedLen for $Name<I> {}
        )*
    };
}

by_value! {
    /// Iterator of `cloned`.
    Cloned Clone |x| x.clone();
    /// Iterator of `copied`.
    Copied Copy |x| *x;
}
