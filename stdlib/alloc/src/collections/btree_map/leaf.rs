//! Leaves, places, searching, and inserting and removing at a place.

use core::borrow::Borrow;
use core::cmp::Ordering;

use super::BTreeMap;
use crate::prim::{
    array_copy, array_len, array_mut, array_new, array_read, array_ref, array_write, needs_drop,
    RawArray,
};

/// The most entries of a leaf.
pub(super) const LEAF: usize = 64;

/// A leaf with fewer entries is merged with a neighbour if that leaves room.
const SPARSE: usize = 16;

/// The most entries of a merged leaf.
const MERGED: usize = 48;

/// A sorted run of entries; the arrays are equally long.
#[wrc::object]
pub(super) struct Leaf<K, V> {
    pub(super) keys: RawArray<K>,
    pub(super) values: RawArray<V>,
    pub(super) len: usize,
}

impl<K, V> Leaf<K, V> {
    fn with_capacity(cap: usize) -> Leaf<K, V> {
        Leaf {
            keys: array_new(cap),
            values: array_new(cap),
            len: 0,
        }
    }

    /// Drops the entries from slot `start` on.
    pub(super) fn drop_entries(self, start: usize) {
        if needs_drop::<K>() || needs_drop::<V>() {
            let mut slot = start;
            while slot < self.len {
                drop(array_read(self.keys, slot));
                drop(array_read(self.values, slot));
                slot += 1;
            }
        }
    }

    fn grow(&mut self) {
        let doubled = self.len * 2;
        let cap = if doubled < 4 { 4 } else { doubled };
        let keys = array_new(cap);
        let values = array_new(cap);
        array_copy(keys, 0, self.keys, 0, self.len);
        array_copy(values, 0, self.values, 0, self.len);
        self.keys = keys;
        self.values = values;
    }

    /// Inserts into a leaf that is not full.
    fn insert(&mut self, slot: usize, key: K, value: V) {
        if self.len == array_len(self.keys) {
            self.grow();
        }
        let after = self.len - slot;
        array_copy(self.keys, slot + 1, self.keys, slot, after);
        array_copy(self.values, slot + 1, self.values, slot, after);
        array_write(self.keys, slot, key);
        array_write(self.values, slot, value);
        self.len += 1;
    }

    fn remove(&mut self, slot: usize) -> (K, V) {
        let key = array_read(self.keys, slot);
        let value = array_read(self.values, slot);
        let after = self.len - slot - 1;
        array_copy(self.keys, slot, self.keys, slot + 1, after);
        array_copy(self.values, slot, self.values, slot + 1, after);
        self.len -= 1;
        (key, value)
    }

    /// Moves the entries from slot `at` on into a new leaf.
    pub(super) fn split(&mut self, at: usize) -> Leaf<K, V> {
        let mut upper = Leaf::with_capacity(LEAF);
        upper.len = self.len - at;
        array_copy(upper.keys, 0, self.keys, at, upper.len);
        array_copy(upper.values, 0, self.values, at, upper.len);
        self.len = at;
        upper
    }

    /// Moves the entries of the following leaf to the end of this one.
    fn append(&mut self, next: &Leaf<K, V>) {
        let mut merged = Leaf::with_capacity(LEAF);
        merged.len = self.len + next.len;
        array_copy(merged.keys, 0, self.keys, 0, self.len);
        array_copy(merged.values, 0, self.values, 0, self.len);
        array_copy(merged.keys, self.len, next.keys, 0, next.len);
        array_copy(merged.values, self.len, next.values, 0, next.len);
        self.keys = merged.keys;
        self.values = merged.values;
        self.len = merged.len;
    }
}

/// A leaf and a slot in it. A place in front of an entry has that entry's leaf and slot; the end
/// is slot 0 of the leaf that does not exist.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::collections) struct Place {
    pub(in crate::collections) leaf: usize,
    pub(in crate::collections) slot: usize,
}

impl<K, V> BTreeMap<K, V> {
    /// The place of the first entry, or the end.
    #[inline]
    pub(in crate::collections) fn start(&self) -> Place {
        Place { leaf: 0, slot: 0 }
    }

    /// The place after the last entry.
    #[inline]
    pub(in crate::collections) fn end(&self) -> Place {
        Place {
            leaf: self.count,
            slot: 0,
        }
    }

    #[inline]
    pub(in crate::collections) fn first_place(&self) -> Option<Place> {
        if self.count == 0 {
            None
        } else {
            Some(self.start())
        }
    }

    #[inline]
    pub(in crate::collections) fn last_place(&self) -> Option<Place> {
        if self.count == 0 {
            return None;
        }
        let leaf = self.count - 1;
        Some(Place {
            leaf,
            slot: array_ref(self.leaves, leaf).len - 1,
        })
    }

    /// `place`, or the start of the next leaf if it is behind a leaf's last entry.
    #[inline]
    pub(super) fn normal(&self, place: Place) -> Place {
        if place.leaf < self.count && place.slot == array_ref(self.leaves, place.leaf).len {
            Place {
                leaf: place.leaf + 1,
                slot: 0,
            }
        } else {
            place
        }
    }

    /// The place of a key that is there.
    #[inline]
    pub(in crate::collections) fn find<Q: ?Sized + Ord>(&self, key: &Q) -> Option<Place>
    where
        K: Borrow<Q>,
    {
        match self.search(key) {
            (true, place) => Some(place),
            (false, _) => None,
        }
    }

    /// Whether the key is there, and its place or the one to insert it at. The latter may be
    /// behind the last entry of a leaf.
    pub(in crate::collections) fn search<Q: ?Sized + Ord>(&self, key: &Q) -> (bool, Place)
    where
        K: Borrow<Q>,
    {
        if self.count == 0 {
            return (false, Place { leaf: 0, slot: 0 });
        }
        let mut leaf = 0;
        let mut end = self.count;
        while end - leaf > 1 {
            let middle = leaf + (end - leaf) / 2;
            match key.cmp(array_ref(array_ref(self.leaves, middle).keys, 0).borrow()) {
                Ordering::Less => end = middle,
                Ordering::Greater => leaf = middle,
                Ordering::Equal => {
                    return (
                        true,
                        Place {
                            leaf: middle,
                            slot: 0,
                        },
                    )
                }
            }
        }
        let keys = array_ref(self.leaves, leaf).keys;
        let mut slot = 0;
        let mut end = array_ref(self.leaves, leaf).len;
        while slot < end {
            let middle = slot + (end - slot) / 2;
            match key.cmp(array_ref(keys, middle).borrow()) {
                Ordering::Less => end = middle,
                Ordering::Greater => slot = middle + 1,
                Ordering::Equal => return (true, Place { leaf, slot: middle }),
            }
        }
        (false, Place { leaf, slot })
    }

    /// Inserts an entry at a place that `search` returned; answers where it is.
    pub(in crate::collections) fn insert_at(&mut self, place: Place, key: K, value: V) -> Place {
        self.len += 1;
        if self.count == 0 {
            self.insert_leaf(0, Leaf::with_capacity(4));
        }
        let mut place = place;
        if array_ref(self.leaves, place.leaf).len == LEAF {
            place = self.split_leaf(place);
        }
        array_mut(self.leaves, place.leaf).insert(place.slot, key, value);
        place
    }

    /// Splits a full leaf and answers what becomes of a place in it. A leaf at whose end there
    /// is the place stays full if it is the last, as entries often come in ascending order.
    fn split_leaf(&mut self, place: Place) -> Place {
        let next = place.leaf + 1;
        if place.slot == LEAF && next == self.count {
            self.insert_leaf(next, Leaf::with_capacity(LEAF));
            return Place {
                leaf: next,
                slot: 0,
            };
        }
        let half = LEAF / 2;
        let upper = array_mut(self.leaves, place.leaf).split(half);
        self.insert_leaf(next, upper);
        if place.slot > half {
            Place {
                leaf: next,
                slot: place.slot - half,
            }
        } else {
            place
        }
    }

    pub(super) fn insert_leaf(&mut self, index: usize, leaf: Leaf<K, V>) {
        let count = self.count;
        if count == array_len(self.leaves) {
            let leaves = array_new(if count == 0 { 1 } else { count * 2 });
            array_copy(leaves, 0, self.leaves, 0, count);
            self.leaves = leaves;
        }
        array_copy(self.leaves, index + 1, self.leaves, index, count - index);
        array_write(self.leaves, index, leaf);
        self.count = count + 1;
    }

    fn remove_leaf(&mut self, index: usize) {
        array_copy(
            self.leaves,
            index,
            self.leaves,
            index + 1,
            self.count - index - 1,
        );
        self.count -= 1;
    }

    /// Removes the entry at an occupied place.
    pub(in crate::collections) fn remove_at(&mut self, place: Place) -> (K, V) {
        let leaf = array_mut(self.leaves, place.leaf);
        let entry = leaf.remove(place.slot);
        self.len -= 1;
        let len = leaf.len;
        if len == 0 {
            self.remove_leaf(place.leaf);
        } else if len < SPARSE && self.count > 1 {
            self.merge_sparse(place.leaf, len);
        }
        entry
    }

    /// Merges a leaf with a neighbour if that leaves room.
    fn merge_sparse(&mut self, index: usize, len: usize) {
        if index + 1 < self.count && len + array_ref(self.leaves, index + 1).len <= MERGED {
            self.merge_with_next(index);
        } else if index > 0 && len + array_ref(self.leaves, index - 1).len <= MERGED {
            self.merge_with_next(index - 1);
        }
    }

    fn merge_with_next(&mut self, index: usize) {
        array_mut(self.leaves, index).append(array_ref(self.leaves, index + 1));
        self.remove_leaf(index + 1);
    }

    /// As `remove_at`, but leaves every other entry in its leaf; the entry that follows is in
    /// the same place then, or that is behind a leaf's last one.
    pub(super) fn remove_in_leaf(&mut self, place: Place) -> (K, V) {
        let leaf = array_mut(self.leaves, place.leaf);
        let entry = leaf.remove(place.slot);
        self.len -= 1;
        if leaf.len == 0 {
            self.remove_leaf(place.leaf);
        }
        entry
    }
}
