//! Iterators that move out of the map.

use core::fmt;
use core::iter::FusedIterator;

use super::iter::Span;
use super::BTreeMap;
use crate::prim::{array_read, array_ref, needs_drop};

/// Iterator that moves the entries out.
#[wrc::drop_elements]
pub struct IntoIter<K, V> {
    span: Span<K, V>,
    left: usize,
}

impl<K, V> IntoIter<K, V> {
    #[inline]
    pub(super) fn new(map: BTreeMap<K, V>) -> IntoIter<K, V> {
        let iter = IntoIter {
            span: Span::whole(&map),
            left: map.len,
        };
        core::mem::forget(map);
        iter
    }
}

impl<K, V> Iterator for IntoIter<K, V> {
    type Item = (K, V);

    #[inline]
    fn next(&mut self) -> Option<(K, V)> {
        let (keys, values, slot) = self.span.next()?;
        self.left -= 1;
        Some((array_read(keys, slot), array_read(values, slot)))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<K, V> DoubleEndedIterator for IntoIter<K, V> {
    #[inline]
    fn next_back(&mut self) -> Option<(K, V)> {
        let (keys, values, slot) = self.span.next_back()?;
        self.left -= 1;
        Some((array_read(keys, slot), array_read(values, slot)))
    }
}

impl<K, V> ExactSizeIterator for IntoIter<K, V> {}
impl<K, V> FusedIterator for IntoIter<K, V> {}

impl<K, V> Drop for IntoIter<K, V> {
    fn drop(&mut self) {
        if needs_drop::<K>() || needs_drop::<V>() {
            while let Some(entry) = self.next() {
                drop(entry);
            }
        }
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for IntoIter<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut span = self.span.clone();
        let mut list = f.debug_list();
        while let Some((keys, values, slot)) = span.next() {
            let entry: (&K, &V) = (array_ref(keys, slot), array_ref(values, slot));
            list.entry(&entry);
        }
        list.finish()
    }
}

impl<K, V> Default for IntoIter<K, V> {
    fn default() -> IntoIter<K, V> {
        IntoIter::new(BTreeMap::new())
    }
}

macro_rules! half_iter {
    ($(#[$doc:meta])* $Iter:ident, $item:ident, $half:tt) => {
        $(#[$doc])*
        pub struct $Iter<K, V> {
            iter: IntoIter<K, V>,
        }

        impl<K, V> $Iter<K, V> {
            #[inline]
            pub(super) fn new(map: BTreeMap<K, V>) -> $Iter<K, V> {
                $Iter { iter: IntoIter::new(map) }
            }
        }

        impl<K, V> Iterator for $Iter<K, V> {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Option<$item> {
                match self.iter.next() {
                    Some(entry) => Some(entry.$half),
                    None => None,
                }
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.iter.size_hint()
            }
        }

        impl<K, V> DoubleEndedIterator for $Iter<K, V> {
            #[inline]
            fn next_back(&mut self) -> Option<$item> {
                match self.iter.next_back() {
                    Some(entry) => Some(entry.$half),
                    None => None,
                }
            }
        }

        impl<K, V> ExactSizeIterator for $Iter<K, V> {}
        impl<K, V> FusedIterator for $Iter<K, V> {}

        impl<K, V> fmt::Debug for $Iter<K, V>
        where
            $item: fmt::Debug,
        {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut span = self.iter.span.clone();
                let mut list = f.debug_list();
                while let Some((keys, values, slot)) = span.next() {
                    let entry: (&K, &V) = (array_ref(keys, slot), array_ref(values, slot));
                    list.entry(entry.$half);
                }
                list.finish()
            }
        }

        impl<K, V> Default for $Iter<K, V> {
            fn default() -> Self {
                $Iter { iter: IntoIter::default() }
            }
        }
    };
}

half_iter! {
    /// Iterator that moves the keys out.
    IntoKeys, K, 0
}
half_iter! {
    /// Iterator that moves the values out.
    IntoValues, V, 1
}

impl<K, V> IntoIterator for BTreeMap<K, V> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;

    #[inline]
    fn into_iter(self) -> IntoIter<K, V> {
        IntoIter::new(self)
    }
}

impl<K, V> IntoKeys<K, V> {
    /// The keys that are left.
    pub(in crate::collections) fn keys(&self) -> impl Iterator<Item = &K> {
        let mut span = self.iter.span.clone();
        core::iter::from_fn(move || {
            let (keys, _, slot) = span.next()?;
            Some(array_ref(keys, slot))
        })
    }
}
