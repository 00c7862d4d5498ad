//! `splitn` and its kin: the last part holds all that is left.

use super::{RSplit, RSplitMut, Split, SplitMut};
use crate::fmt;
use crate::iter::FusedIterator;

impl<T> [T] {
    /// At most `n` parts between elements that satisfy the predicate.
    #[inline]
    pub fn splitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> SplitN<'_, T, F> {
        SplitN {
            iter: self.split(pred),
            count: n,
        }
    }

    /// At most `n` parts between elements that satisfy the predicate.
    #[inline]
    pub fn splitn_mut<F: FnMut(&T) -> bool>(&mut self, n: usize, pred: F) -> SplitNMut<'_, T, F> {
        SplitNMut {
            iter: self.split_mut(pred),
            count: n,
        }
    }

    /// As `splitn`, from the end.
    #[inline]
    pub fn rsplitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> RSplitN<'_, T, F> {
        RSplitN {
            iter: self.rsplit(pred),
            count: n,
        }
    }

    /// As `splitn_mut`, from the end.
    #[inline]
    pub fn rsplitn_mut<F: FnMut(&T) -> bool>(&mut self, n: usize, pred: F) -> RSplitNMut<'_, T, F> {
        RSplitNMut {
            iter: self.rsplit_mut(pred),
            count: n,
        }
    }
}

macro_rules! splitn {
    ($($(#[$doc:meta])* $Name:ident $Inner:ident [$($mutability:ident)?];)*) => {
        $(
            $(#[$doc])*
            #[must_use = "iterators are lazy and do nothing unless consumed"]
            pub struct $Name<'a, T: 'a, P> {
                iter: $Inner<'a, T, P>,
                count: usize,
            }

            impl<T: fmt::Debug, P> fmt::Debug for $Name<'_, T, P> {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    let _ = f;
                crate::intrinsics::refuse("`{:?}` of this iterator is not supported: it would show fields that are not those of std")
                }
            }

            impl<'a, T, P: FnMut(&T) -> bool> Iterator for $Name<'a, T, P> {
                type Item = &'a $($mutability)? [T];

                #[inline]
                fn next(&mut self) -> Option<Self::Item> {
                    match self.count {
                        0 => None,
                        1 => {
                            self.count = 0;
                            self.iter.finish()
                        }
                        _ => {
                            self.count -= 1;
                            self.iter.next()
                        }
                    }
                }

                #[inline]
                fn size_hint(&self) -> (usize, Option<usize>) {
                    let (lower, upper) = self.iter.size_hint();
                    let most = match upper {
                        Some(upper) if upper < self.count => upper,
                        _ => self.count,
                    };
                    (if lower < self.count { lower } else { self.count }, Some(most))
                }
            }

            impl<T, P: FnMut(&T) -> bool> FusedIterator for $Name<'_, T, P> {}
        )*
    };
}

splitn! {
    /// Iterator of `splitn`.
    SplitN Split [];
    /// Iterator of `splitn_mut`.
    SplitNMut SplitMut [mut];
    /// Iterator of `rsplitn`.
    RSplitN RSplit [];
    /// Iterator of `rsplitn_mut`.
    RSplitNMut RSplitMut [mut];
}
