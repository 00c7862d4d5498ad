//! A hash map, `HashMap<K, V>`.
//!
//! Iteration goes over the entries in the order in which they were inserted, as long as none is
//! removed; programs cannot rely on any order.

mod entry;
mod impls;
mod iter;

pub use self::entry::{Entry, OccupiedEntry, OccupiedError, VacantEntry};
pub use self::iter::{
    Drain, ExtractIf, IntoIter, IntoKeys, IntoValues, Iter, IterMut, Keys, Values, ValuesMut,
};
pub use crate::hash::{DefaultHasher, RandomState};

use core::borrow::Borrow;
use core::intrinsics::{array_mut, array_ref};

use super::hash_table::{fold, Table};
use super::TryReserveError;
use crate::hash::{BuildHasher, Hash};

/// A hash map.
pub struct HashMap<K, V, S = RandomState> {
    pub(super) table: Table<K, V>,
    hash_builder: S,
}

impl<K, V> HashMap<K, V, RandomState> {
    /// An empty map; allocates nothing.
    #[inline]
    pub fn new() -> HashMap<K, V, RandomState> {
        HashMap::with_hasher(RandomState::new())
    }

    /// An empty map with room for `capacity` entries.
    #[inline]
    pub fn with_capacity(capacity: usize) -> HashMap<K, V, RandomState> {
        HashMap::with_capacity_and_hasher(capacity, RandomState::new())
    }
}

impl<K, V, S> HashMap<K, V, S> {
    /// An empty map that hashes with the given hashers.
    #[inline]
    pub const fn with_hasher(hash_builder: S) -> HashMap<K, V, S> {
        HashMap {
            table: Table::new(),
            hash_builder,
        }
    }

    /// An empty map with room for `capacity` entries that hashes with the given hashers.
    pub fn with_capacity_and_hasher(capacity: usize, hash_builder: S) -> HashMap<K, V, S> {
        HashMap {
            table: Table::with_capacity(capacity),
            hash_builder,
        }
    }

    /// How many entries fit before the next allocation.
    #[inline]
    pub fn capacity(&self) -> usize {
        self.table.capacity()
    }

    /// The number of entries.
    #[inline]
    pub fn len(&self) -> usize {
        self.table.len
    }

    /// Whether there are no entries.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.table.len == 0
    }

    /// What makes the hashers.
    #[inline]
    pub fn hasher(&self) -> &S {
        &self.hash_builder
    }

    /// Iterates over the keys.
    #[inline]
    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys::new(&self.table)
    }

    /// Iterates over the values.
    #[inline]
    pub fn values(&self) -> Values<'_, K, V> {
        Values::new(&self.table)
    }

    /// Iterates over the values, to change them.
    #[inline]
    pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {
        ValuesMut::new(&self.table)
    }

    /// Iterates over the entries.
    #[inline]
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter::new(&self.table)
    }

    /// Iterates over the entries, to change the values.
    #[inline]
    pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
        IterMut::new(&self.table)
    }

    /// Moves the keys out.
    #[inline]
    pub fn into_keys(self) -> IntoKeys<K, V> {
        IntoKeys::new(self.table)
    }

    /// Moves the values out.
    #[inline]
    pub fn into_values(self) -> IntoValues<K, V> {
        IntoValues::new(self.table)
    }

    /// Removes all entries and iterates over them.
    #[inline]
    pub fn drain(&mut self) -> Drain<'_, K, V> {
        Drain::new(&mut self.table)
    }

    /// Iterates over the entries that `pred` accepts, removing them.
    pub fn extract_if<F>(&mut self, pred: F) -> ExtractIf<'_, K, V, F>
    where
        F: FnMut(&K, &mut V) -> bool,
    {
        ExtractIf::new(&mut self.table, pred)
    }

    /// Keeps the entries for which `f` answers true.
    pub fn retain<F>(&mut self, mut f: F)
    where
        F: FnMut(&K, &mut V) -> bool,
    {
        let keys = self.table.keys;
        let values = self.table.values;
        self.table
            .retain(|at| f(array_ref(keys, at), array_mut(values, at)));
    }

    /// Drops all entries.
    #[inline]
    pub fn clear(&mut self) {
        self.table.clear();
    }
}

impl<K: Eq + Hash, V, S: BuildHasher> HashMap<K, V, S> {
    #[inline(always)]
    fn hash_of<Q: ?Sized + Hash>(&self, key: &Q) -> u32 {
        fold(self.hash_builder.hash_one(key))
    }

    /// The position of a key.
    #[inline]
    fn find<Q: ?Sized>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        if self.table.len == 0 {
            None
        } else {
            self.table.find(self.hash_of(key), key)
        }
    }

    /// Makes room for `additional` more entries.
    pub fn reserve(&mut self, additional: usize) {
        self.table.reserve(additional);
    }

    /// As `reserve`, but reports a capacity that cannot be had.
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {
        if self.table.can_reserve(additional) {
            self.table.reserve(additional);
            Ok(())
        } else {
            Err(TryReserveError::from(
                super::TryReserveErrorKind::CapacityOverflow,
            ))
        }
    }

    /// Gives spare room back.
    pub fn shrink_to_fit(&mut self) {
        self.table.shrink_to(0);
    }

    /// Gives spare room above `min_capacity` back.
    pub fn shrink_to(&mut self, min_capacity: usize) {
        self.table.shrink_to(min_capacity);
    }

    /// The place of a key, to look at it and to change it.
    #[inline]
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        let hash = self.hash_of(&key);
        match self.table.find(hash, &key) {
            Some(at) => Entry::Occupied(OccupiedEntry::new(&mut self.table, at)),
            None => Entry::Vacant(VacantEntry::new(&mut self.table, hash, key)),
        }
    }

    /// The value of a key.
    #[inline]
    pub fn get<Q: ?Sized>(&self, k: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        match self.find(k) {
            Some(at) => Some(array_ref(self.table.values, at)),
            None => None,
        }
    }

    /// The entry of a key.
    #[inline]
    pub fn get_key_value<Q: ?Sized>(&self, k: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        match self.find(k) {
            Some(at) => Some((
                array_ref(self.table.keys, at),
                array_ref(self.table.values, at),
            )),
            None => None,
        }
    }

    /// The value of a key.
    #[inline]
    pub fn get_mut<Q: ?Sized>(&mut self, k: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        match self.find(k) {
            Some(at) => Some(array_mut(self.table.values, at)),
            None => None,
        }
    }

    /// The values of several keys, which must differ.
    #[track_caller]
    pub fn get_disjoint_mut<Q: ?Sized, const N: usize>(
        &mut self,
        ks: [&Q; N],
    ) -> [Option<&'_ mut V>; N]
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        let places = ks.map(|key| self.find(key));
        let mut index = 0;
        while index < N {
            if places[index].is_some() && places[..index].contains(&places[index]) {
                panic!("duplicate keys found");
            }
            index += 1;
        }
        let values = self.table.values;
        places.map(|place| match place {
            Some(at) => Some(array_mut(values, at)),
            None => None,
        })
    }

    /// Whether the key is there.
    #[inline]
    pub fn contains_key<Q: ?Sized>(&self, k: &Q) -> bool
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        self.find(k).is_some()
    }

    /// Inserts a value; the old one comes back and its key stays.
    #[inline]
    pub fn insert(&mut self, k: K, v: V) -> Option<V> {
        let hash = self.hash_of(&k);
        match self.table.find(hash, &k) {
            Some(at) => Some(core::mem::replace(array_mut(self.table.values, at), v)),
            None => {
                self.table.push(hash, k, v);
                None
            }
        }
    }

    /// Inserts a value unless the key is there.
    pub fn try_insert(&mut self, key: K, value: V) -> Result<&mut V, OccupiedError<'_, K, V>> {
        match self.entry(key) {
            Entry::Occupied(entry) => Err(OccupiedError { entry, value }),
            Entry::Vacant(entry) => Ok(entry.insert(value)),
        }
    }

    /// Removes a key; its value comes back.
    #[inline]
    pub fn remove<Q: ?Sized>(&mut self, k: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        match self.find(k) {
            Some(at) => Some(self.table.remove_at(at).1),
            None => None,
        }
    }

    /// Removes a key; its entry comes back.
    pub fn remove_entry<Q: ?Sized>(&mut self, k: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        match self.find(k) {
            Some(at) => Some(self.table.remove_at(at)),
            None => None,
        }
    }

    /// Inserts a key, in place of an equal one, which comes back. The value of both is `value`.
    pub(super) fn replace_key(&mut self, key: K, value: V) -> Option<K> {
        let hash = self.hash_of(&key);
        match self.table.find(hash, &key) {
            Some(at) => Some(core::mem::replace(array_mut(self.table.keys, at), key)),
            None => {
                self.table.push(hash, key, value);
                None
            }
        }
    }
}
