//! The entry interface.

use core::fmt;
use core::intrinsics::{array_mut, array_ref};

use super::super::hash_table::Table;
use Entry::{Occupied, Vacant};

/// The place of a key.
pub enum Entry<'a, K: 'a, V: 'a> {
    /// The key is not there.
    Vacant(VacantEntry<'a, K, V>),
    /// The key is there.
    Occupied(OccupiedEntry<'a, K, V>),
}

/// The place of a key that is not there.
pub struct VacantEntry<'a, K, V> {
    table: &'a mut Table<K, V>,
    hash: u32,
    key: K,
}

/// The place of a key that is there.
pub struct OccupiedEntry<'a, K, V> {
    table: &'a mut Table<K, V>,
    at: usize,
}

/// The error of `try_insert`.
pub struct OccupiedError<'a, K: 'a, V: 'a> {
    /// The entry that is there.
    pub entry: OccupiedEntry<'a, K, V>,
    /// The value that was not inserted.
    pub value: V,
}

impl<'a, K, V> Entry<'a, K, V> {
    /// The value, after inserting `default` if there is none.
    #[inline]
    pub fn or_insert(self, default: V) -> &'a mut V {
        match self {
            Occupied(entry) => entry.into_mut(),
            Vacant(entry) => entry.insert(default),
        }
    }

    /// The value, after inserting one if there is none.
    #[inline]
    pub fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &'a mut V {
        match self {
            Occupied(entry) => entry.into_mut(),
            Vacant(entry) => entry.insert(default()),
        }
    }

    /// The value, after inserting one made from the key if there is none.
    #[inline]
    pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &'a mut V {
        match self {
            Occupied(entry) => entry.into_mut(),
            Vacant(entry) => {
                let value = default(entry.key());
                entry.insert(value)
            }
        }
    }

    /// The key.
    pub fn key(&self) -> &K {
        match self {
            Occupied(entry) => entry.key(),
            Vacant(entry) => entry.key(),
        }
    }

    /// Changes the value if there is one.
    #[inline]
    pub fn and_modify<F: FnOnce(&mut V)>(self, f: F) -> Self {
        match self {
            Occupied(mut entry) => {
                f(entry.get_mut());
                Occupied(entry)
            }
            Vacant(entry) => Vacant(entry),
        }
    }

    /// Sets the value.
    pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V> {
        match self {
            Occupied(mut entry) => {
                entry.insert(value);
                entry
            }
            Vacant(entry) => entry.insert_entry(value),
        }
    }
}

impl<'a, K, V: Default> Entry<'a, K, V> {
    /// The value, after inserting the default one if there is none.
    #[inline]
    pub fn or_default(self) -> &'a mut V {
        match self {
            Occupied(entry) => entry.into_mut(),
            Vacant(entry) => entry.insert(V::default()),
        }
    }
}

impl<'a, K, V> VacantEntry<'a, K, V> {
    #[inline]
    pub(super) fn new(table: &'a mut Table<K, V>, hash: u32, key: K) -> VacantEntry<'a, K, V> {
        VacantEntry { table, hash, key }
    }

    /// The key.
    pub fn key(&self) -> &K {
        &self.key
    }

    /// The key.
    pub fn into_key(self) -> K {
        self.key
    }

    /// Inserts a value.
    #[inline]
    pub fn insert(self, value: V) -> &'a mut V {
        let at = self.table.push(self.hash, self.key, value);
        array_mut(self.table.values, at)
    }

    /// Inserts a value; the place is occupied then.
    pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V> {
        let at = self.table.push(self.hash, self.key, value);
        OccupiedEntry {
            table: self.table,
            at,
        }
    }
}

impl<'a, K, V> OccupiedEntry<'a, K, V> {
    #[inline]
    pub(super) fn new(table: &'a mut Table<K, V>, at: usize) -> OccupiedEntry<'a, K, V> {
        OccupiedEntry { table, at }
    }

    /// The key.
    pub fn key(&self) -> &K {
        array_ref(self.table.keys, self.at)
    }

    /// Removes the entry.
    pub fn remove_entry(self) -> (K, V) {
        self.table.remove_at(self.at)
    }

    /// The value.
    pub fn get(&self) -> &V {
        array_ref(self.table.values, self.at)
    }

    /// The value.
    #[inline]
    pub fn get_mut(&mut self) -> &mut V {
        array_mut(self.table.values, self.at)
    }

    /// The value, for as long as the map is borrowed.
    #[inline]
    pub fn into_mut(self) -> &'a mut V {
        array_mut(self.table.values, self.at)
    }

    /// Sets the value; the old one comes back.
    pub fn insert(&mut self, value: V) -> V {
        core::mem::replace(self.get_mut(), value)
    }

    /// Removes the entry; its value comes back.
    pub fn remove(self) -> V {
        self.remove_entry().1
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Entry<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Vacant(entry) => f.debug_tuple("Entry").field(entry).finish(),
            Occupied(entry) => f.debug_tuple("Entry").field(entry).finish(),
        }
    }
}

impl<K: fmt::Debug, V> fmt::Debug for VacantEntry<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("VacantEntry").field(self.key()).finish()
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for OccupiedEntry<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OccupiedEntry")
            .field("key", self.key())
            .field("value", self.get())
            .finish_non_exhaustive()
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for OccupiedError<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OccupiedError")
            .field("key", self.entry.key())
            .field("old_value", self.entry.get())
            .field("new_value", &self.value)
            .finish_non_exhaustive()
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Display for OccupiedError<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "failed to insert {:?}, key {:?} already exists with value {:?}",
            self.value,
            self.entry.key(),
            self.entry.get(),
        )
    }
}
