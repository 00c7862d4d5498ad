//! Iterators that borrow the map.

use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;

use super::leaf::Leaf;
use super::{BTreeMap, Place};
use crate::prim::{array_mut, array_ref, RawArray};

/// The entries between two places. An entry is a slot of the two arrays it lies in.
pub(super) struct Span<K, V> {
    pub(super) leaves: RawArray<Leaf<K, V>>,
    pub(super) front: Place,
    pub(super) back: Place,
}

impl<K, V> Span<K, V> {
    #[inline]
    pub(super) fn new(map: &BTreeMap<K, V>, front: Place, back: Place) -> Span<K, V> {
        Span {
            leaves: map.leaves,
            front,
            back,
        }
    }

    #[inline]
    pub(super) fn whole(map: &BTreeMap<K, V>) -> Span<K, V> {
        Span::new(map, map.start(), map.end())
    }

    /// The first entry, which is not in the span from now on.
    #[inline]
    pub(super) fn next(&mut self) -> Option<(RawArray<K>, RawArray<V>, usize)> {
        if self.front.leaf == self.back.leaf && self.front.slot == self.back.slot {
            return None;
        }
        let leaf: &Leaf<K, V> = array_ref(self.leaves, self.front.leaf);
        let slot = self.front.slot;
        if slot + 1 == leaf.len {
            self.front.leaf += 1;
            self.front.slot = 0;
        } else {
            self.front.slot = slot + 1;
        }
        Some((leaf.keys, leaf.values, slot))
    }

    /// The last entry, which is not in the span from now on.
    #[inline]
    pub(super) fn next_back(&mut self) -> Option<(RawArray<K>, RawArray<V>, usize)> {
        if self.front.leaf == self.back.leaf && self.front.slot == self.back.slot {
            return None;
        }
        if self.back.slot == 0 {
            self.back.leaf -= 1;
            self.back.slot = array_ref(self.leaves, self.back.leaf).len;
        }
        self.back.slot -= 1;
        let leaf: &Leaf<K, V> = array_ref(self.leaves, self.back.leaf);
        Some((leaf.keys, leaf.values, self.back.slot))
    }
}

impl<K, V> Clone for Span<K, V> {
    fn clone(&self) -> Span<K, V> {
        Span {
            leaves: self.leaves,
            front: self.front,
            back: self.back,
        }
    }
}

macro_rules! counted_iter {
    (
        $(#[$doc:meta])* $Iter:ident, $item:ty,
        |$keys:ident, $values:ident, $slot:ident| $get:expr
    ) => {
        $(#[$doc])*
        pub struct $Iter<'a, K: 'a, V: 'a> {
            span: Span<K, V>,
            left: usize,
            entries: PhantomData<$item>,
        }

        impl<'a, K, V> $Iter<'a, K, V> {
            #[inline]
            pub(in crate::collections) fn new(map: &BTreeMap<K, V>) -> $Iter<'a, K, V> {
                $Iter { span: Span::whole(map), left: map.len, entries: PhantomData }
            }
        }

        span_iter! { $Iter, $item, |$keys, $values, $slot| $get, left }

        impl<K, V> ExactSizeIterator for $Iter<'_, K, V> {}

        impl<K, V> Default for $Iter<'_, K, V> {
            fn default() -> Self {
                $Iter::new(&BTreeMap::new())
            }
        }
    };
}

macro_rules! range_iter {
    (
        $(#[$doc:meta])* $Iter:ident, $item:ty,
        |$keys:ident, $values:ident, $slot:ident| $get:expr
    ) => {
        $(#[$doc])*
        pub struct $Iter<'a, K: 'a, V: 'a> {
            span: Span<K, V>,
            entries: PhantomData<$item>,
        }

        impl<'a, K, V> $Iter<'a, K, V> {
            #[inline]
            pub(in crate::collections) fn new(map: &BTreeMap<K, V>, front: Place, back: Place) -> $Iter<'a, K, V> {
                $Iter { span: Span::new(map, front, back), entries: PhantomData }
            }
        }

        span_iter! { $Iter, $item, |$keys, $values, $slot| $get }

        impl<K, V> Default for $Iter<'_, K, V> {
            fn default() -> Self {
                $Iter { span: Span::whole(&BTreeMap::new()), entries: PhantomData }
            }
        }
    };
}

macro_rules! span_iter {
    (
        $Iter:ident, $item:ty,
        |$keys:ident, $values:ident, $slot:ident| $get:expr
        $(, $left:ident)?
    ) => {
        impl<'a, K, V> Iterator for $Iter<'a, K, V> {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Option<$item> {
                let ($keys, $values, $slot) = self.span.next()?;
                $(self.$left -= 1;)?
                Some($get)
            }

            $(
                #[inline]
                fn size_hint(&self) -> (usize, Option<usize>) {
                    (self.$left, Some(self.$left))
                }

                #[inline]
                fn count(self) -> usize {
                    self.$left
                }
            )?

            #[inline]
            fn last(mut self) -> Option<$item> {
                self.next_back()
            }

        }

        impl<'a, K, V> DoubleEndedIterator for $Iter<'a, K, V> {
            #[inline]
            fn next_back(&mut self) -> Option<$item> {
                let ($keys, $values, $slot) = self.span.next_back()?;
                $(self.$left -= 1;)?
                Some($get)
            }
        }

        impl<K, V> FusedIterator for $Iter<'_, K, V> {}
    };
}

counted_iter! {
    /// Iterator over the entries.
    Iter, (&'a K, &'a V),
    |keys, values, slot| (array_ref(keys, slot), array_ref(values, slot))
}
counted_iter! {
    /// Iterator over the entries, to change the values.
    IterMut, (&'a K, &'a mut V),
    |keys, values, slot| (array_ref(keys, slot), array_mut(values, slot))
}
counted_iter! {
    /// Iterator over the keys.
    Keys, &'a K,
    |keys, _values, slot| array_ref(keys, slot)
}
counted_iter! {
    /// Iterator over the values.
    Values, &'a V,
    |_keys, values, slot| array_ref(values, slot)
}
counted_iter! {
    /// Iterator over the values, to change them.
    ValuesMut, &'a mut V,
    |_keys, values, slot| array_mut(values, slot)
}
range_iter! {
    /// Iterator over the entries of a range.
    Range, (&'a K, &'a V),
    |keys, values, slot| (array_ref(keys, slot), array_ref(values, slot))
}
range_iter! {
    /// Iterator over the entries of a range, to change the values.
    RangeMut, (&'a K, &'a mut V),
    |keys, values, slot| (array_ref(keys, slot), array_mut(values, slot))
}

macro_rules! shared_iter {
    ($($Iter:ident [$($field:ident)*] [$($bound:tt)*];)*) => {
        $(
            impl<K, V> Clone for $Iter<'_, K, V> {
                fn clone(&self) -> Self {
                    $Iter { span: self.span.clone(), $($field: self.$field,)* entries: PhantomData }
                }
            }

            impl<$($bound)*> fmt::Debug for $Iter<'_, K, V> {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.debug_list().entries(self.clone()).finish()
                }
            }
        )*
    };
}

shared_iter! {
    Iter [left] [K: fmt::Debug, V: fmt::Debug];
    Keys [left] [K: fmt::Debug, V];
    Values [left] [K, V: fmt::Debug];
    Range [] [K: fmt::Debug, V: fmt::Debug];
}
