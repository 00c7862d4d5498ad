//! Iterators of a `HashSet`.

use core::fmt;
use core::intrinsics::array_ref;
use core::iter::FusedIterator;

use super::super::hash_map;
use super::super::hash_table::Table;
use super::HashSet;

/// Iterator over the elements.
#[wrc::flat]
pub struct Iter<'a, T: 'a> {
    keys: hash_map::Keys<'a, T, ()>,
}

impl<'a, T> Iter<'a, T> {
    #[inline]
    pub(super) fn new(table: &'a Table<T, ()>) -> Iter<'a, T> {
        Iter {
            keys: hash_map::Keys::new(table),
        }
    }
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;

    #[inline]
    fn next(&mut self) -> Option<&'a T> {
        self.keys.next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.keys.size_hint()
    }

    #[inline]
    fn count(self) -> usize {
        self.keys.count()
    }
}

impl<T> ExactSizeIterator for Iter<'_, T> {}
impl<T> FusedIterator for Iter<'_, T> {}

impl<T> Clone for Iter<'_, T> {
    #[inline]
    fn clone(&self) -> Self {
        Iter {
            keys: self.keys.clone(),
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

impl<'a, T, S> IntoIterator for &'a HashSet<T, S> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    #[inline]
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

/// Iterator that moves out of the set.
pub struct IntoIter<T> {
    keys: hash_map::IntoKeys<T, ()>,
}

impl<T, S> IntoIterator for HashSet<T, S> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    #[inline]
    fn into_iter(self) -> IntoIter<T> {
        IntoIter {
            keys: self.map.into_keys(),
        }
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        self.keys.next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.keys.size_hint()
    }
}

impl<T> ExactSizeIterator for IntoIter<T> {}
impl<T> FusedIterator for IntoIter<T> {}

impl<T: fmt::Debug> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.keys, f)
    }
}

/// Iterator over the removed elements.
pub struct Drain<'a, T: 'a> {
    entries: hash_map::Drain<'a, T, ()>,
}

impl<'a, T> Drain<'a, T> {
    pub(super) fn new(entries: hash_map::Drain<'a, T, ()>) -> Drain<'a, T> {
        Drain { entries }
    }
}

impl<T> Iterator for Drain<'_, T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        match self.entries.next() {
            Some((value, ())) => Some(value),
            None => None,
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.entries.size_hint()
    }
}

impl<T> ExactSizeIterator for Drain<'_, T> {}
impl<T> FusedIterator for Drain<'_, T> {}

/// Iterator that removes the elements its filter accepts.
pub struct ExtractIf<'a, T, F> {
    table: &'a mut Table<T, ()>,
    at: usize,
    pred: F,
}

impl<'a, T, F> ExtractIf<'a, T, F> {
    pub(super) fn new(table: &'a mut Table<T, ()>, pred: F) -> ExtractIf<'a, T, F> {
        ExtractIf { table, at: 0, pred }
    }
}

impl<T, F: FnMut(&T) -> bool> Iterator for ExtractIf<'_, T, F> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        while self.at < self.table.len {
            let at = self.at;
            if (self.pred)(array_ref(self.table.keys, at)) {
                return Some(self.table.remove_at(at).0);
            }
            self.at = at + 1;
        }
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.table.len - self.at))
    }
}
