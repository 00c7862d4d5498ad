//! Union, intersection and difference.

use core::fmt;
use core::iter::{Chain, FusedIterator};
use core::ops::{BitAnd, BitOr, BitXor, Sub};

use super::{HashSet, Iter};
use crate::hash::{BuildHasher, Hash};

macro_rules! filtered {
    ($(#[$doc:meta])* $Iter:ident, $is_in_other:literal) => {
        $(#[$doc])*
        pub struct $Iter<'a, T: 'a, S: 'a> {
            iter: Iter<'a, T>,
            other: &'a HashSet<T, S>,
        }

        impl<'a, T, S> $Iter<'a, T, S> {
            #[inline]
            pub(super) fn new(set: &'a HashSet<T, S>, other: &'a HashSet<T, S>) -> Self {
                $Iter { iter: set.iter(), other }
            }
        }

        impl<'a, T: Eq + Hash, S: BuildHasher> Iterator for $Iter<'a, T, S> {
            type Item = &'a T;

            #[inline]
            fn next(&mut self) -> Option<&'a T> {
                loop {
                    let value = self.iter.next()?;
                    if self.other.contains(value) == $is_in_other {
                        return Some(value);
                    }
                }
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                (0, self.iter.size_hint().1)
            }
        }

        set_iter! { $Iter { iter } [other] }
    };
}

macro_rules! chained {
    ($(#[$doc:meta])* $Iter:ident, $First:ty, |$set:ident, $other:ident| $iter:expr) => {
        $(#[$doc])*
        pub struct $Iter<'a, T: 'a, S: 'a> {
            iter: Chain<$First, Difference<'a, T, S>>,
        }

        impl<'a, T: Eq + Hash, S: BuildHasher> $Iter<'a, T, S> {
            #[inline]
            pub(super) fn new($set: &'a HashSet<T, S>, $other: &'a HashSet<T, S>) -> Self {
                $Iter { iter: $iter }
            }
        }

        impl<'a, T: Eq + Hash, S: BuildHasher> Iterator for $Iter<'a, T, S> {
            type Item = &'a T;

            #[inline]
            fn next(&mut self) -> Option<&'a T> {
                self.iter.next()
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.iter.size_hint()
            }
        }

        set_iter! { $Iter { iter } [] }
    };
}

macro_rules! set_iter {
    ($Iter:ident { $iter:ident } [$($other:ident)?]) => {
        impl<T: Eq + Hash, S: BuildHasher> FusedIterator for $Iter<'_, T, S> {}

        impl<T, S> Clone for $Iter<'_, T, S> {
            #[inline]
            fn clone(&self) -> Self {
                $Iter { $iter: self.$iter.clone(), $($other: self.$other,)? }
            }
        }

        impl<T: fmt::Debug + Eq + Hash, S: BuildHasher> fmt::Debug for $Iter<'_, T, S> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_list().entries(self.clone()).finish()
            }
        }
    };
}

filtered! {
    /// Iterator over the elements of both sets.
    Intersection, true
}
filtered! {
    /// Iterator over the elements of the first set that the second one does not have.
    Difference, false
}
chained! {
    /// Iterator over the elements of either set.
    Union, Iter<'a, T>, |set, other| set.iter().chain(other.difference(set))
}
chained! {
    /// Iterator over the elements of exactly one set.
    SymmetricDifference, Difference<'a, T, S>,
    |set, other| set.difference(other).chain(other.difference(set))
}

macro_rules! operators {
    ($($Trait:ident, $method:ident, $iter:ident;)*) => {
        $(
            impl<T, S> $Trait<&HashSet<T, S>> for &HashSet<T, S>
            where
                T: Eq + Hash + Clone,
                S: BuildHasher + Default,
            {
                type Output = HashSet<T, S>;

                fn $method(self, rhs: &HashSet<T, S>) -> HashSet<T, S> {
                    self.$iter(rhs).cloned().collect()
                }
            }
        )*
    };
}

operators! {
    BitOr, bitor, union;
    BitAnd, bitand, intersection;
    BitXor, bitxor, symmetric_difference;
    Sub, sub, difference;
}
