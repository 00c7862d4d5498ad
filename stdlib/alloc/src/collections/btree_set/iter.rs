//! Iterators of a `BTreeSet`.

use core::fmt;
use core::iter::FusedIterator;

use super::BTreeSet;
use crate::collections::btree_map::{self, BTreeMap, Place};

macro_rules! key_iter {
    ($(#[$doc:meta])* $Iter:ident, $Inner:ident, ($($arg:ident: $ty:ty),*)) => {
        $(#[$doc])*
        pub struct $Iter<'a, T: 'a> {
            iter: btree_map::$Inner<'a, T, ()>,
        }

        impl<'a, T> $Iter<'a, T> {
            #[inline]
            pub(super) fn new(map: &'a BTreeMap<T, ()>, $($arg: $ty),*) -> $Iter<'a, T> {
                $Iter { iter: btree_map::$Inner::new(map, $($arg),*) }
            }
        }

        impl<'a, T> Iterator for $Iter<'a, T> {
            type Item = &'a T;

            #[inline]
            fn next(&mut self) -> Option<&'a T> {
                match self.iter.next() {
                    Some((value, ())) => Some(value),
                    None => None,
                }
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.iter.size_hint()
            }

            #[inline]
            fn last(mut self) -> Option<&'a T> {
                self.next_back()
            }

            #[inline]
            fn min(mut self) -> Option<&'a T>
            where
                &'a T: Ord,
            {
                self.next()
            }

            #[inline]
            fn max(mut self) -> Option<&'a T>
            where
                &'a T: Ord,
            {
                self.next_back()
            }
        }

        impl<'a, T> DoubleEndedIterator for $Iter<'a, T> {
            #[inline]
            fn next_back(&mut self) -> Option<&'a T> {
                match self.iter.next_back() {
                    Some((value, ())) => Some(value),
                    None => None,
                }
            }
        }

        impl<T> FusedIterator for $Iter<'_, T> {}

        impl<T> Default for $Iter<'_, T> {
            fn default() -> Self {
                $Iter { iter: btree_map::$Inner::default() }
            }
        }

        impl<T> Clone for $Iter<'_, T> {
            fn clone(&self) -> Self {
                $Iter { iter: self.iter.clone() }
            }
        }
    };
}

key_iter! {
    /// Iterator over the elements.
    Iter, Iter, ()
}
key_iter! {
    /// Iterator over the elements of a range.
    Range, Range, (start: Place, end: Place)
}

impl<T> ExactSizeIterator for Iter<'_, T> {}

impl<T: fmt::Debug> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        struct Elements<'a, 'b, T>(&'a Iter<'b, T>);

        impl<T: fmt::Debug> fmt::Debug for Elements<'_, '_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_list().entries(self.0.clone()).finish()
            }
        }

        f.debug_tuple("Iter").field(&Elements(self)).finish()
    }
}

/// An element in an iterator's `{:?}`, which shows that the set is a map.
struct Entry<T>(T);

impl<T: fmt::Debug> fmt::Debug for Entry<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("")
            .field(&self.0)
            .field(&format_args!("SetValZST"))
            .finish()
    }
}

impl<T: fmt::Debug> fmt::Debug for Range<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let iter = fmt::from_fn(|f| f.debug_list().entries(self.clone().map(Entry)).finish());
        f.debug_struct("Range").field("iter", &iter).finish()
    }
}

/// Iterator that moves out of the set.
pub struct IntoIter<T> {
    iter: btree_map::IntoKeys<T, ()>,
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        self.iter.next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}

impl<T> DoubleEndedIterator for IntoIter<T> {
    #[inline]
    fn next_back(&mut self) -> Option<T> {
        self.iter.next_back()
    }
}

impl<T> ExactSizeIterator for IntoIter<T> {}
impl<T> FusedIterator for IntoIter<T> {}

impl<T: fmt::Debug> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let iter = fmt::from_fn(|f| f.debug_list().entries(self.iter.keys().map(Entry)).finish());
        f.debug_struct("IntoIter").field("iter", &iter).finish()
    }
}

impl<T> Default for IntoIter<T> {
    fn default() -> Self {
        IntoIter {
            iter: btree_map::IntoKeys::default(),
        }
    }
}

impl<T> IntoIterator for BTreeSet<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    #[inline]
    fn into_iter(self) -> IntoIter<T> {
        IntoIter {
            iter: self.map.into_keys(),
        }
    }
}

impl<'a, T> IntoIterator for &'a BTreeSet<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    #[inline]
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

/// Iterator that removes the elements its filter accepts.
pub struct ExtractIf<'a, T, F> {
    removal: btree_map::Removal<'a, T, ()>,
    pred: F,
}

impl<'a, T, F> ExtractIf<'a, T, F> {
    pub(super) fn new(map: &'a mut BTreeMap<T, ()>, span: (Place, Place), pred: F) -> Self {
        ExtractIf {
            removal: btree_map::Removal::new(map, span),
            pred,
        }
    }
}

impl<T, F: FnMut(&T) -> bool> Iterator for ExtractIf<'_, T, F> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        let pred = &mut self.pred;
        match self.removal.next(&mut |value: &T, _: &mut ()| pred(value)) {
            Some((value, ())) => Some(value),
            None => None,
        }
    }
}

impl<T: fmt::Debug, F> fmt::Debug for ExtractIf<'_, T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExtractIf").finish_non_exhaustive()
    }
}
