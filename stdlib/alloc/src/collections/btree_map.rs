//! An ordered map, `BTreeMap<K, V>`.
//!
//! The entries lie in *leaves*, sorted arrays of at most [`LEAF`] keys and values, and the map
//! holds its leaves in order in one array. Searching is a binary search for the leaf and another
//! one inside it; inserting moves at most one leaf's entries, and the array of leaves once per
//! half-filled leaf. A place is a leaf's index and a slot inside it.

mod change;
mod entry;
mod impls;
mod into_iter;
mod iter;
mod leaf;
mod range;

pub use self::change::ExtractIf;
pub(super) use self::change::Removal;
pub use self::entry::{Entry, OccupiedEntry, OccupiedError, VacantEntry};
pub use self::into_iter::{IntoIter, IntoKeys, IntoValues};
pub use self::iter::{Iter, IterMut, Keys, Range, RangeMut, Values, ValuesMut};
pub(super) use self::leaf::Place;
pub(super) use self::range::resolve;

use core::borrow::Borrow;
use core::ops::RangeBounds;

use self::leaf::Leaf;
use crate::prim::{array_mut, array_new, array_read, array_ref, RawArray};

/// An ordered map.
#[wrc::drop_elements]
pub struct BTreeMap<K, V> {
    leaves: RawArray<Leaf<K, V>>,
    count: usize,
    len: usize,
}

impl<K, V> BTreeMap<K, V> {
    /// An empty map; allocates nothing.
    #[inline]
    pub const fn new() -> BTreeMap<K, V> {
        BTreeMap {
            leaves: array_new(0),
            count: 0,
            len: 0,
        }
    }

    /// The number of entries.
    #[inline]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no entries.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Drops all entries.
    pub fn clear(&mut self) {
        *self = BTreeMap::new();
    }

    /// The value of a key.
    #[inline]
    pub fn get<Q: ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        let place = self.find(key)?;
        Some(self.value_at(place))
    }

    /// The entry of a key.
    pub fn get_key_value<Q: ?Sized>(&self, k: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        let place = self.find(k)?;
        Some((self.key_at(place), self.value_at(place)))
    }

    /// The value of a key.
    #[inline]
    pub fn get_mut<Q: ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        let place = self.find(key)?;
        Some(self.value_at_mut(place))
    }

    /// Whether the key is there.
    #[inline]
    pub fn contains_key<Q: ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        self.find(key).is_some()
    }

    /// Inserts a value; the old one comes back and its key stays.
    #[inline]
    pub fn insert(&mut self, key: K, value: V) -> Option<V>
    where
        K: Ord,
    {
        match self.search(&key) {
            (true, place) => Some(core::mem::replace(self.value_at_mut(place), value)),
            (false, place) => {
                self.insert_at(place, key, value);
                None
            }
        }
    }

    /// Inserts a value unless the key is there.
    pub fn try_insert(&mut self, key: K, value: V) -> Result<&mut V, OccupiedError<'_, K, V>>
    where
        K: Ord,
    {
        match self.entry(key) {
            Entry::Occupied(entry) => Err(OccupiedError { entry, value }),
            Entry::Vacant(entry) => Ok(entry.insert(value)),
        }
    }

    /// Removes a key; its value comes back.
    #[inline]
    pub fn remove<Q: ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        let place = self.find(key)?;
        Some(self.remove_at(place).1)
    }

    /// Removes a key; its entry comes back.
    pub fn remove_entry<Q: ?Sized>(&mut self, key: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        let place = self.find(key)?;
        Some(self.remove_at(place))
    }

    /// The place of a key, to look at it and to change it.
    #[inline]
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V>
    where
        K: Ord,
    {
        match self.search(&key) {
            (true, place) => Entry::Occupied(OccupiedEntry::new(self, place)),
            (false, place) => Entry::Vacant(VacantEntry::new(self, place, key)),
        }
    }

    /// The entry with the least key.
    #[inline]
    pub fn first_key_value(&self) -> Option<(&K, &V)>
    where
        K: Ord,
    {
        let place = self.first_place()?;
        Some((self.key_at(place), self.value_at(place)))
    }

    /// The entry with the greatest key.
    #[inline]
    pub fn last_key_value(&self) -> Option<(&K, &V)>
    where
        K: Ord,
    {
        let place = self.last_place()?;
        Some((self.key_at(place), self.value_at(place)))
    }

    /// The entry with the least key, to change it.
    pub fn first_entry(&mut self) -> Option<OccupiedEntry<'_, K, V>>
    where
        K: Ord,
    {
        let place = self.first_place()?;
        Some(OccupiedEntry::new(self, place))
    }

    /// The entry with the greatest key, to change it.
    pub fn last_entry(&mut self) -> Option<OccupiedEntry<'_, K, V>>
    where
        K: Ord,
    {
        let place = self.last_place()?;
        Some(OccupiedEntry::new(self, place))
    }

    /// Removes the entry with the least key.
    #[inline]
    pub fn pop_first(&mut self) -> Option<(K, V)>
    where
        K: Ord,
    {
        let place = self.first_place()?;
        Some(self.remove_at(place))
    }

    /// Removes the entry with the greatest key.
    #[inline]
    pub fn pop_last(&mut self) -> Option<(K, V)>
    where
        K: Ord,
    {
        let place = self.last_place()?;
        Some(self.remove_at(place))
    }

    /// Iterates over the entries in ascending order.
    #[inline]
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter::new(self)
    }

    /// Iterates over the entries in ascending order, to change the values.
    #[inline]
    pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
        IterMut::new(self)
    }

    /// Iterates over the keys in ascending order.
    #[inline]
    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys::new(self)
    }

    /// Iterates over the values in the order of their keys.
    #[inline]
    pub fn values(&self) -> Values<'_, K, V> {
        Values::new(self)
    }

    /// Iterates over the values in the order of their keys, to change them.
    #[inline]
    pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {
        ValuesMut::new(self)
    }

    /// Moves the keys out, in ascending order.
    #[inline]
    pub fn into_keys(self) -> IntoKeys<K, V> {
        IntoKeys::new(self)
    }

    /// Moves the values out, in the order of their keys.
    #[inline]
    pub fn into_values(self) -> IntoValues<K, V> {
        IntoValues::new(self)
    }

    /// Iterates over the entries whose keys are in a range.
    #[inline]
    #[track_caller]
    pub fn range<T: ?Sized, R>(&self, range: R) -> Range<'_, K, V>
    where
        T: Ord,
        K: Borrow<T> + Ord,
        R: RangeBounds<T>,
    {
        let (start, end) = resolve(self, &range, "BTreeMap");
        Range::new(self, start, end)
    }

    /// Iterates over the entries whose keys are in a range, to change the values.
    #[inline]
    #[track_caller]
    pub fn range_mut<T: ?Sized, R>(&mut self, range: R) -> RangeMut<'_, K, V>
    where
        T: Ord,
        K: Borrow<T> + Ord,
        R: RangeBounds<T>,
    {
        let (start, end) = resolve(self, &range, "BTreeMap");
        RangeMut::new(self, start, end)
    }

    /// Keeps the entries for which `f` answers true.
    pub fn retain<F>(&mut self, mut f: F)
    where
        K: Ord,
        F: FnMut(&K, &mut V) -> bool,
    {
        let whole = (self.start(), self.end());
        let mut removal = Removal::new(self, whole);
        while let Some(entry) = removal.next(&mut |key: &K, value: &mut V| !f(key, value)) {
            drop(entry);
        }
    }

    /// Iterates over the entries of a range that `pred` accepts, removing them.
    #[track_caller]
    pub fn extract_if<F, R>(&mut self, range: R, pred: F) -> ExtractIf<'_, K, V, F>
    where
        K: Ord,
        R: RangeBounds<K>,
        F: FnMut(&K, &mut V) -> bool,
    {
        let span = resolve::<K, K, V, R>(self, &range, "BTreeMap");
        ExtractIf::new(self, span, pred)
    }

    /// Moves all entries of `other` into this map.
    pub fn append(&mut self, other: &mut BTreeMap<K, V>)
    where
        K: Ord,
    {
        if self.len == 0 {
            core::mem::swap(self, other);
            return;
        }
        for (key, value) in core::mem::take(other) {
            self.insert(key, value);
        }
    }

    /// Moves the entries from a key on into a new map.
    pub fn split_off<Q: ?Sized + Ord>(&mut self, key: &Q) -> BTreeMap<K, V>
    where
        K: Borrow<Q> + Ord,
    {
        let (_, place) = self.search(key);
        self.split_at(place)
    }

    /// The key in an occupied place.
    #[inline(always)]
    pub(in crate::collections) fn key_at<'a>(&self, place: Place) -> &'a K {
        array_ref(array_ref(self.leaves, place.leaf).keys, place.slot)
    }

    #[inline(always)]
    pub(super) fn value_at<'a>(&self, place: Place) -> &'a V {
        array_ref(array_ref(self.leaves, place.leaf).values, place.slot)
    }

    #[inline(always)]
    pub(super) fn value_at_mut<'a>(&self, place: Place) -> &'a mut V {
        array_mut(array_ref(self.leaves, place.leaf).values, place.slot)
    }
}

unsafe impl<#[may_dangle] K, #[may_dangle] V> Drop for BTreeMap<K, V> {
    fn drop(&mut self) {
        let mut index = 0;
        while index < self.count {
            array_read(self.leaves, index).drop_entries(0);
            index += 1;
        }
    }
}
