//! The table below `HashMap` and `HashSet`.
//!
//! Keys and values lie densely in two arrays, in the order in which they came, and their hashes
//! in a third. The *index* maps a hash to a position: it is probed linearly from the hash on, and
//! a cell holds a position plus one, or 0. It has more than twice as many cells as entries fit, so
//! that probes stay short. A removed entry is replaced by the last one, and the index is repaired
//! by moving cells back, so nothing in it ever refers to nothing.
//!
//! ```text
//! index   [ 0 | 2 | 0 | 1 | 3 | 0 | 0 | 0 ]
//! hashes  [ 3 | 1 | 3 |   ]
//! keys    [ a | b | c |   ]
//! values  [ x | y | z |   ]
//! ```

use core::borrow::Borrow;
use core::intrinsics::{
    array_copy, array_copy_val, array_fill, array_len, array_new, array_read, array_ref,
    array_write, is_copy, needs_drop, size_hint, RawArray,
};

/// Entries found by their hash.
#[wrc::drop_elements]
pub(super) struct Table<K, V> {
    index: RawArray<u32>,
    hashes: RawArray<u32>,
    pub(super) keys: RawArray<K>,
    pub(super) values: RawArray<V>,
    pub(super) len: usize,
}

/// The bits of a hash that the table uses: all bits of `hash` have a say in all of them.
#[inline(always)]
pub(super) fn fold(hash: u64) -> u32 {
    let mixed = (hash ^ (hash >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 32) as u32
}

/// The number of entries a table has room for that was asked for `wanted`, which is not 0. These
/// are the numbers programs are used to: seven eighths of a power of two.
fn rounded_capacity(wanted: usize) -> usize {
    if wanted < 4 {
        return 3;
    }
    if wanted < 8 {
        return 7;
    }
    if wanted > MAX_CAPACITY {
        capacity_overflow();
    }
    (wanted * 8 / 7).next_power_of_two() / 8 * 7
}

const MAX_CAPACITY: usize = 1 << 28;

#[cold]
#[inline(never)]
fn capacity_overflow() -> ! {
    panic!("Hash table capacity overflow");
}

/// Whether comparing two keys costs no more than comparing their hashes.
#[inline(always)]
fn is_cheap<K>() -> bool {
    is_copy::<K>() && size_hint::<K>() <= 8
}

impl<K, V> Table<K, V> {
    pub(super) const fn new() -> Table<K, V> {
        Table {
            index: array_new(0),
            hashes: array_new(0),
            keys: array_new(0),
            values: array_new(0),
            len: 0,
        }
    }

    pub(super) fn with_capacity(wanted: usize) -> Table<K, V> {
        let mut table = Table::new();
        if wanted > 0 {
            table.resize(rounded_capacity(wanted));
        }
        table
    }

    /// How many entries fit before the next allocation.
    #[inline]
    pub(super) fn capacity(&self) -> usize {
        array_len(self.hashes)
    }

    #[inline(always)]
    fn mask(&self) -> usize {
        array_len(self.index).wrapping_sub(1)
    }

    /// The position of a key.
    #[inline]
    pub(super) fn find<Q: ?Sized + Eq>(&self, hash: u32, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        if self.len == 0 {
            return None;
        }
        let mask = self.mask();
        let mut cell = hash as usize & mask;
        loop {
            let next = array_read(self.index, cell);
            if next == 0 {
                return None;
            }
            let at = next as usize - 1;
            if (is_cheap::<K>() || array_read(self.hashes, at) == hash)
                && *key == *array_ref(self.keys, at).borrow()
            {
                return Some(at);
            }
            cell = (cell + 1) & mask;
        }
    }

    /// Adds an entry whose key is not there; answers its position.
    #[inline]
    pub(super) fn push(&mut self, hash: u32, key: K, value: V) -> usize {
        let at = self.len;
        if at == array_len(self.hashes) {
            self.grow(1);
        }
        array_write(self.hashes, at, hash);
        array_write(self.keys, at, key);
        array_write(self.values, at, value);
        self.link(hash, at);
        self.len = at + 1;
        at
    }

    /// Enters a position into the index.
    #[inline]
    fn link(&self, hash: u32, at: usize) {
        let mask = self.mask();
        let mut cell = hash as usize & mask;
        while array_read(self.index, cell) != 0 {
            cell = (cell + 1) & mask;
        }
        array_write(self.index, cell, at as u32 + 1);
    }

    /// The cell that holds a position.
    fn cell_of(&self, at: usize) -> usize {
        let mask = self.mask();
        let mut cell = array_read(self.hashes, at) as usize & mask;
        while array_read(self.index, cell) as usize != at + 1 {
            cell = (cell + 1) & mask;
        }
        cell
    }

    /// Empties a cell, and moves later cells back that were only put off by it.
    fn unlink(&self, cell: usize) {
        let mask = self.mask();
        let mut hole = cell;
        let mut next = (hole + 1) & mask;
        loop {
            let held = array_read(self.index, next);
            if held == 0 {
                break;
            }
            let home = array_read(self.hashes, held as usize - 1) as usize & mask;
            if (next.wrapping_sub(home) & mask) >= (next.wrapping_sub(hole) & mask) {
                array_write(self.index, hole, held);
                hole = next;
            }
            next = (next + 1) & mask;
        }
        array_write(self.index, hole, 0);
    }

    /// Removes the entry at a position; the last entry takes its place.
    pub(super) fn remove_at(&mut self, at: usize) -> (K, V) {
        self.unlink(self.cell_of(at));
        let entry = (array_read(self.keys, at), array_read(self.values, at));
        let last = self.len - 1;
        if at != last {
            array_write(self.index, self.cell_of(last), at as u32 + 1);
            array_write(self.hashes, at, array_read(self.hashes, last));
            array_write(self.keys, at, array_read(self.keys, last));
            array_write(self.values, at, array_read(self.values, last));
        }
        self.len = last;
        entry
    }

    /// Makes room for `additional` more entries.
    #[inline]
    pub(super) fn reserve(&mut self, additional: usize) {
        if additional > array_len(self.hashes) - self.len {
            self.grow(additional);
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, additional: usize) {
        let Some(needed) = self.len.checked_add(additional) else {
            capacity_overflow();
        };
        let doubled = array_len(self.hashes) + 1;
        self.resize(rounded_capacity(if needed < doubled {
            doubled
        } else {
            needed
        }));
    }

    /// Whether room for `additional` more entries can be had at all.
    pub(super) fn can_reserve(&self, additional: usize) -> bool {
        match self.len.checked_add(additional) {
            Some(needed) => needed <= MAX_CAPACITY,
            None => false,
        }
    }

    /// Gives spare room above `min_capacity` back.
    pub(super) fn shrink_to(&mut self, min_capacity: usize) {
        let wanted = if self.len < min_capacity {
            min_capacity
        } else {
            self.len
        };
        if wanted == 0 {
            *self = Table::new();
        } else {
            let capacity = rounded_capacity(wanted);
            if capacity < self.capacity() {
                self.resize(capacity);
            }
        }
    }

    /// Moves the entries into arrays for `capacity` of them.
    fn resize(&mut self, capacity: usize) {
        let hashes = array_new(capacity);
        let keys = array_new(capacity);
        let values = array_new(capacity);
        array_copy(hashes, 0, self.hashes, 0, self.len);
        array_copy(keys, 0, self.keys, 0, self.len);
        array_copy(values, 0, self.values, 0, self.len);
        self.hashes = hashes;
        self.keys = keys;
        self.values = values;
        self.index = array_new((capacity * 2).next_power_of_two());
        self.link_all();
    }

    /// Enters all positions into an empty index.
    fn link_all(&self) {
        let mut at = 0;
        while at < self.len {
            self.link(array_read(self.hashes, at), at);
            at += 1;
        }
    }

    /// Empties the index.
    fn unlink_all(&self) {
        array_fill(self.index, 0, 0, array_len(self.index));
    }

    /// Forgets all entries without dropping them.
    pub(super) fn forget_all(&mut self) {
        if self.len != 0 {
            self.len = 0;
            self.unlink_all();
        }
    }

    /// Drops all entries.
    pub(super) fn clear(&mut self) {
        self.drop_range(0, self.len);
        self.forget_all();
    }

    /// Drops the entries `start..end`.
    pub(super) fn drop_range(&self, start: usize, end: usize) {
        if needs_drop::<K>() || needs_drop::<V>() {
            let mut at = start;
            while at < end {
                drop(array_read(self.keys, at));
                drop(array_read(self.values, at));
                at += 1;
            }
        }
    }

    /// Keeps the entries at whose positions `keep` answers true.
    pub(super) fn retain<F: FnMut(usize) -> bool>(&mut self, mut keep: F) {
        let len = self.len;
        let mut kept = 0;
        let mut at = 0;
        while at < len {
            if keep(at) {
                if kept != at {
                    array_write(self.hashes, kept, array_read(self.hashes, at));
                    array_write(self.keys, kept, array_read(self.keys, at));
                    array_write(self.values, kept, array_read(self.values, at));
                }
                kept += 1;
            } else {
                self.drop_range(at, at + 1);
            }
            at += 1;
        }
        if kept != len {
            self.len = kept;
            self.unlink_all();
            self.link_all();
        }
    }
}

impl<K: Clone, V: Clone> Clone for Table<K, V> {
    fn clone(&self) -> Table<K, V> {
        if self.len == 0 {
            return Table::new();
        }
        let capacity = array_len(self.hashes);
        let table = Table {
            index: array_new(array_len(self.index)),
            hashes: array_new(capacity),
            keys: array_new(capacity),
            values: array_new(capacity),
            len: self.len,
        };
        array_copy_val(table.index, 0, self.index, 0, array_len(self.index));
        array_copy_val(table.hashes, 0, self.hashes, 0, self.len);
        clone_elements(table.keys, self.keys, self.len);
        clone_elements(table.values, self.values, self.len);
        table
    }
}

fn clone_elements<T: Clone>(to: RawArray<T>, from: RawArray<T>, len: usize) {
    if is_copy::<T>() {
        array_copy_val(to, 0, from, 0, len);
        return;
    }
    let mut at = 0;
    while at < len {
        array_write(to, at, array_ref(from, at).clone());
        at += 1;
    }
}

unsafe impl<#[may_dangle] K, #[may_dangle] V> Drop for Table<K, V> {
    #[inline]
    fn drop(&mut self) {
        self.drop_range(0, self.len);
    }
}
