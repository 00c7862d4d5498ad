//! Iterators of a `HashMap`: they count through the arrays.

use core::fmt;
use core::intrinsics::{array_mut, array_read, array_ref, RawArray};
use core::iter::FusedIterator;
use core::marker::PhantomData;

use super::super::hash_table::Table;
use super::HashMap;

macro_rules! reference_iter {
    (
        $(#[$doc:meta])* $Iter:ident { $($array:ident: $elem:ident),* }, $item:ty,
        |$at:ident| $get:expr
    ) => {
        $(#[$doc])*
        #[wrc::flat]
        pub struct $Iter<'a, K: 'a, V: 'a> {
            $($array: RawArray<$elem>,)*
            at: usize,
            end: usize,
            entries: PhantomData<(&'a K, &'a V, $item)>,
        }

        impl<'a, K, V> $Iter<'a, K, V> {
            #[inline]
            pub(in super::super) fn new(table: &Table<K, V>) -> $Iter<'a, K, V> {
                $Iter { $($array: table.$array,)* at: 0, end: table.len, entries: PhantomData }
            }
        }

        impl<'a, K, V> Iterator for $Iter<'a, K, V> {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Option<$item> {
                let $at = self.at;
                if $at == self.end {
                    return None;
                }
                self.at = $at + 1;
                $(let $array = self.$array;)*
                Some($get)
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                let left = self.end - self.at;
                (left, Some(left))
            }

            #[inline]
            fn count(self) -> usize {
                self.end - self.at
            }
        }

        impl<K, V> ExactSizeIterator for $Iter<'_, K, V> {}
        impl<K, V> FusedIterator for $Iter<'_, K, V> {}
    };
}

reference_iter! {
    /// Iterator over the entries.
    Iter { keys: K, values: V }, (&'a K, &'a V),
    |at| (array_ref(keys, at), array_ref(values, at))
}
reference_iter! {
    /// Iterator over the entries, to change the values.
    IterMut { keys: K, values: V }, (&'a K, &'a mut V),
    |at| (array_ref(keys, at), array_mut(values, at))
}
reference_iter! {
    /// Iterator over the keys.
    Keys { keys: K }, &'a K,
    |at| array_ref(keys, at)
}
reference_iter! {
    /// Iterator over the values.
    Values { values: V }, &'a V,
    |at| array_ref(values, at)
}
reference_iter! {
    /// Iterator over the values, to change them.
    ValuesMut { values: V }, &'a mut V,
    |at| array_mut(values, at)
}

macro_rules! shared_iter {
    ($($Iter:ident { $($array:ident),* } [$($bound:tt)*];)*) => {
        $(
            impl<K, V> Clone for $Iter<'_, K, V> {
                #[inline]
                fn clone(&self) -> Self {
                    $Iter {
                        $($array: self.$array,)*
                        at: self.at,
                        end: self.end,
                        entries: PhantomData,
                    }
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
    Iter { keys, values } [K: fmt::Debug, V: fmt::Debug];
    Keys { keys } [K: fmt::Debug, V];
    Values { values } [K, V: fmt::Debug];
}

/// Iterator that moves the entries out.
pub struct IntoIter<K, V> {
    table: Table<K, V>,
    at: usize,
    end: usize,
}

impl<K, V> IntoIter<K, V> {
    #[inline]
    pub(super) fn new(mut table: Table<K, V>) -> IntoIter<K, V> {
        let end = table.len;
        table.len = 0;
        IntoIter { table, at: 0, end }
    }
}

impl<K, V> Iterator for IntoIter<K, V> {
    type Item = (K, V);

    #[inline]
    fn next(&mut self) -> Option<(K, V)> {
        let at = self.at;
        if at == self.end {
            return None;
        }
        self.at = at + 1;
        Some((
            array_read(self.table.keys, at),
            array_read(self.table.values, at),
        ))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end - self.at;
        (left, Some(left))
    }
}

impl<K, V> ExactSizeIterator for IntoIter<K, V> {}
impl<K, V> FusedIterator for IntoIter<K, V> {}

impl<K, V> Drop for IntoIter<K, V> {
    #[inline]
    fn drop(&mut self) {
        self.table.drop_range(self.at, self.end);
    }
}

impl<K, V, S> IntoIterator for HashMap<K, V, S> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;

    #[inline]
    fn into_iter(self) -> IntoIter<K, V> {
        IntoIter::new(self.table)
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
            pub(super) fn new(table: Table<K, V>) -> $Iter<K, V> {
                $Iter { iter: IntoIter::new(table) }
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

        impl<K, V> ExactSizeIterator for $Iter<K, V> {}
        impl<K, V> FusedIterator for $Iter<K, V> {}

        impl<K, V> fmt::Debug for $Iter<K, V>
        where
            $item: fmt::Debug,
        {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let entries = self.iter.rest();
                f.debug_list().entries(entries.map(|entry| entry.$half)).finish()
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

/// Iterator over the removed entries.
pub struct Drain<'a, K: 'a, V: 'a> {
    table: &'a mut Table<K, V>,
    at: usize,
    end: usize,
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Drain<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest: Iter<'_, K, V> = Iter::new(&*self.table);
        rest.at = self.at;
        rest.end = self.end;
        fmt::Debug::fmt(&rest, f)
    }
}

impl<'a, K, V> Drain<'a, K, V> {
    pub(super) fn new(table: &'a mut Table<K, V>) -> Drain<'a, K, V> {
        let end = table.len;
        table.forget_all();
        Drain { table, at: 0, end }
    }
}

impl<K, V> Iterator for Drain<'_, K, V> {
    type Item = (K, V);

    #[inline]
    fn next(&mut self) -> Option<(K, V)> {
        let at = self.at;
        if at == self.end {
            return None;
        }
        self.at = at + 1;
        Some((
            array_read(self.table.keys, at),
            array_read(self.table.values, at),
        ))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end - self.at;
        (left, Some(left))
    }
}

impl<K, V> ExactSizeIterator for Drain<'_, K, V> {}
impl<K, V> FusedIterator for Drain<'_, K, V> {}

impl<K, V> Drop for Drain<'_, K, V> {
    fn drop(&mut self) {
        self.table.drop_range(self.at, self.end);
    }
}

/// Iterator that removes the entries its filter accepts.
pub struct ExtractIf<'a, K, V, F> {
    table: &'a mut Table<K, V>,
    at: usize,
    pred: F,
}

impl<'a, K, V, F> ExtractIf<'a, K, V, F> {
    pub(super) fn new(table: &'a mut Table<K, V>, pred: F) -> ExtractIf<'a, K, V, F> {
        ExtractIf { table, at: 0, pred }
    }
}

impl<K, V, F: FnMut(&K, &mut V) -> bool> Iterator for ExtractIf<'_, K, V, F> {
    type Item = (K, V);

    fn next(&mut self) -> Option<(K, V)> {
        while self.at < self.table.len {
            let at = self.at;
            if (self.pred)(
                array_ref(self.table.keys, at),
                array_mut(self.table.values, at),
            ) {
                return Some(self.table.remove_at(at));
            }
            self.at = at + 1;
        }
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.table.len - self.at))
    }
}

impl<K, V> IntoIter<K, V> {
    /// The entries that are left.
    fn rest(&self) -> Iter<'_, K, V> {
        let mut rest: Iter<'_, K, V> = Iter::new(&self.table);
        rest.at = self.at;
        rest.end = self.end;
        rest
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for IntoIter<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.rest(), f)
    }
}
