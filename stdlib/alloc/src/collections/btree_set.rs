//! An ordered set, `BTreeSet<T>`: a map without values.

mod impls;
mod iter;
mod merge;

pub use self::iter::{ExtractIf, IntoIter, Iter, Range};
pub use self::merge::{Difference, Intersection, SymmetricDifference, Union};

use core::borrow::Borrow;
use core::ops::RangeBounds;

use super::btree_map::{self, BTreeMap, Place};

/// An ordered set.
pub struct BTreeSet<T> {
    map: BTreeMap<T, ()>,
}

impl<T> BTreeSet<T> {
    /// An empty set; allocates nothing.
    #[inline]
    pub const fn new() -> BTreeSet<T> {
        BTreeSet {
            map: BTreeMap::new(),
        }
    }

    /// Iterates over the elements of a range.
    #[track_caller]
    pub fn range<K: ?Sized, R>(&self, range: R) -> Range<'_, T>
    where
        K: Ord,
        T: Borrow<K> + Ord,
        R: RangeBounds<K>,
    {
        let (start, end) = btree_map::resolve(&self.map, &range, "BTreeSet");
        Range::new(&self.map, start, end)
    }

    /// The elements that are not in `other`.
    pub fn difference<'a>(&'a self, other: &'a BTreeSet<T>) -> Difference<'a, T>
    where
        T: Ord,
    {
        Difference::new(self, other)
    }

    /// The elements that are in exactly one of the sets.
    pub fn symmetric_difference<'a>(&'a self, other: &'a BTreeSet<T>) -> SymmetricDifference<'a, T>
    where
        T: Ord,
    {
        SymmetricDifference::new(self, other)
    }

    /// The elements that are in both sets.
    pub fn intersection<'a>(&'a self, other: &'a BTreeSet<T>) -> Intersection<'a, T>
    where
        T: Ord,
    {
        Intersection::new(self, other)
    }

    /// The elements that are in either set.
    pub fn union<'a>(&'a self, other: &'a BTreeSet<T>) -> Union<'a, T>
    where
        T: Ord,
    {
        Union::new(self, other)
    }

    /// Drops all elements.
    pub fn clear(&mut self) {
        self.map.clear();
    }

    /// Whether the set contains a value.
    #[inline]
    pub fn contains<Q: ?Sized>(&self, value: &Q) -> bool
    where
        T: Borrow<Q> + Ord,
        Q: Ord,
    {
        self.map.contains_key(value)
    }

    /// The element that equals a value.
    pub fn get<Q: ?Sized>(&self, value: &Q) -> Option<&T>
    where
        T: Borrow<Q> + Ord,
        Q: Ord,
    {
        let place = self.map.find(value)?;
        Some(self.map.key_at(place))
    }

    /// Whether the sets have no element in common.
    pub fn is_disjoint(&self, other: &BTreeSet<T>) -> bool
    where
        T: Ord,
    {
        self.intersection(other).next().is_none()
    }

    /// Whether all elements are in `other`.
    pub fn is_subset(&self, other: &BTreeSet<T>) -> bool
    where
        T: Ord,
    {
        self.len() <= other.len() && self.difference(other).next().is_none()
    }

    /// Whether all elements of `other` are in this set.
    pub fn is_superset(&self, other: &BTreeSet<T>) -> bool
    where
        T: Ord,
    {
        other.is_subset(self)
    }

    /// The least element.
    #[inline]
    pub fn first(&self) -> Option<&T>
    where
        T: Ord,
    {
        let place = self.map.first_place()?;
        Some(self.map.key_at(place))
    }

    /// The greatest element.
    #[inline]
    pub fn last(&self) -> Option<&T>
    where
        T: Ord,
    {
        let place = self.map.last_place()?;
        Some(self.map.key_at(place))
    }

    /// Removes the least element.
    #[inline]
    pub fn pop_first(&mut self) -> Option<T>
    where
        T: Ord,
    {
        let (value, ()) = self.map.pop_first()?;
        Some(value)
    }

    /// Removes the greatest element.
    #[inline]
    pub fn pop_last(&mut self) -> Option<T>
    where
        T: Ord,
    {
        let (value, ()) = self.map.pop_last()?;
        Some(value)
    }

    /// Inserts a value and answers whether it is new.
    #[inline]
    pub fn insert(&mut self, value: T) -> bool
    where
        T: Ord,
    {
        self.map.insert(value, ()).is_none()
    }

    /// Inserts a value; the element it replaces comes back.
    pub fn replace(&mut self, value: T) -> Option<T>
    where
        T: Ord,
    {
        let (is_there, place) = self.map.search(&value);
        let old = if is_there {
            Some(self.map.remove_at(place).0)
        } else {
            None
        };
        self.map.insert(value, ());
        old
    }

    /// Removes a value and answers whether it was there.
    #[inline]
    pub fn remove<Q: ?Sized>(&mut self, value: &Q) -> bool
    where
        T: Borrow<Q> + Ord,
        Q: Ord,
    {
        self.map.remove(value).is_some()
    }

    /// Removes the element that equals a value.
    pub fn take<Q: ?Sized>(&mut self, value: &Q) -> Option<T>
    where
        T: Borrow<Q> + Ord,
        Q: Ord,
    {
        let (value, ()) = self.map.remove_entry(value)?;
        Some(value)
    }

    /// Keeps the elements for which `f` answers true.
    pub fn retain<F>(&mut self, mut f: F)
    where
        T: Ord,
        F: FnMut(&T) -> bool,
    {
        self.map.retain(|value, _| f(value));
    }

    /// Moves all elements of `other` into this set.
    pub fn append(&mut self, other: &mut BTreeSet<T>)
    where
        T: Ord,
    {
        self.map.append(&mut other.map);
    }

    /// Moves the elements from a value on into a new set.
    pub fn split_off<Q: ?Sized + Ord>(&mut self, value: &Q) -> BTreeSet<T>
    where
        T: Borrow<Q> + Ord,
    {
        BTreeSet {
            map: self.map.split_off(value),
        }
    }

    /// Iterates over the elements of a range that `pred` accepts, removing them.
    #[track_caller]
    pub fn extract_if<F, R>(&mut self, range: R, pred: F) -> ExtractIf<'_, T, F>
    where
        T: Ord,
        R: RangeBounds<T>,
        F: FnMut(&T) -> bool,
    {
        let span: (Place, Place) = btree_map::resolve::<T, T, (), R>(&self.map, &range, "BTreeSet");
        ExtractIf::new(&mut self.map, span, pred)
    }

    /// Iterates over the elements in ascending order.
    #[inline]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter::new(&self.map)
    }

    /// The number of elements.
    #[inline]
    pub const fn len(&self) -> usize {
        self.map.len()
    }

    /// Whether there are no elements.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.map.is_empty()
    }
}
