//! Changes of many entries at once.

use core::fmt;

use super::{BTreeMap, Place};
use crate::prim::{array_copy, array_mut, array_new, array_ref};

/// Goes over the entries of a range and removes some.
pub(in crate::collections) struct Removal<'a, K, V> {
    map: &'a mut BTreeMap<K, V>,
    next: Place,
    left: usize,
}

impl<'a, K, V> Removal<'a, K, V> {
    pub(in crate::collections) fn new(
        map: &'a mut BTreeMap<K, V>,
        (start, end): (Place, Place),
    ) -> Removal<'a, K, V> {
        let mut left = end.slot;
        let mut leaf = start.leaf;
        while leaf < end.leaf {
            left += array_ref(map.leaves, leaf).len;
            leaf += 1;
        }
        Removal {
            map,
            next: start,
            left: left - start.slot,
        }
    }

    /// Removes the next entry that `filter` accepts.
    pub(in crate::collections) fn next<F: FnMut(&K, &mut V) -> bool>(
        &mut self,
        filter: &mut F,
    ) -> Option<(K, V)> {
        while self.left > 0 {
            self.left -= 1;
            let place = self.map.normal(self.next);
            if filter(self.map.key_at(place), self.map.value_at_mut(place)) {
                self.next = place;
                return Some(self.map.remove_in_leaf(place));
            }
            self.next = Place {
                leaf: place.leaf,
                slot: place.slot + 1,
            };
        }
        None
    }
}

/// Iterator that removes the entries its filter accepts.
pub struct ExtractIf<'a, K, V, F> {
    removal: Removal<'a, K, V>,
    filter: F,
}

impl<'a, K, V, F> ExtractIf<'a, K, V, F> {
    /// Goes over the entries between two places.
    pub(super) fn new(map: &'a mut BTreeMap<K, V>, span: (Place, Place), filter: F) -> Self {
        ExtractIf {
            removal: Removal::new(map, span),
            filter,
        }
    }
}

impl<K, V, F: FnMut(&K, &mut V) -> bool> Iterator for ExtractIf<'_, K, V, F> {
    type Item = (K, V);

    fn next(&mut self) -> Option<(K, V)> {
        self.removal.next(&mut self.filter)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.removal.left))
    }
}

impl<K: fmt::Debug, V: fmt::Debug, F> fmt::Debug for ExtractIf<'_, K, V, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExtractIf").finish_non_exhaustive()
    }
}

impl<K, V> BTreeMap<K, V> {
    /// Moves the entries from a place on into a new map.
    pub(in crate::collections) fn split_at(&mut self, place: Place) -> BTreeMap<K, V> {
        let place = self.normal(place);
        if place.leaf == self.count {
            return BTreeMap::new();
        }
        let mut upper = BTreeMap::new();
        let mut first = place.leaf;
        if place.slot > 0 {
            let leaf = array_mut(self.leaves, place.leaf).split(place.slot);
            upper.insert_leaf(0, leaf);
            first += 1;
        }
        let moved = self.count - first;
        let leaves = array_new(upper.count + moved);
        array_copy(leaves, 0, upper.leaves, 0, upper.count);
        array_copy(leaves, upper.count, self.leaves, first, moved);
        upper.leaves = leaves;
        upper.count += moved;
        self.count = first;
        let mut index = 0;
        while index < upper.count {
            upper.len += array_ref(upper.leaves, index).len;
            index += 1;
        }
        self.len -= upper.len;
        upper
    }
}
