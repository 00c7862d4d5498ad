//! Traits of `BTreeSet`.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::{BitAnd, BitOr, BitXor, Sub};

use super::BTreeSet;

impl<T: Clone> Clone for BTreeSet<T> {
    fn clone(&self) -> BTreeSet<T> {
        BTreeSet {
            map: self.map.clone(),
        }
    }
}

impl<T> Default for BTreeSet<T> {
    #[inline]
    fn default() -> BTreeSet<T> {
        BTreeSet::new()
    }
}

impl<T: PartialEq> PartialEq for BTreeSet<T> {
    fn eq(&self, other: &BTreeSet<T>) -> bool {
        self.map == other.map
    }
}

impl<T: Eq> Eq for BTreeSet<T> {}

impl<T: PartialOrd> PartialOrd for BTreeSet<T> {
    fn partial_cmp(&self, other: &BTreeSet<T>) -> Option<Ordering> {
        self.map.partial_cmp(&other.map)
    }
}

impl<T: Ord> Ord for BTreeSet<T> {
    fn cmp(&self, other: &BTreeSet<T>) -> Ordering {
        self.map.cmp(&other.map)
    }
}

impl<T: Hash> Hash for BTreeSet<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.map.hash(state);
    }
}

impl<T: fmt::Debug> fmt::Debug for BTreeSet<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl<T: Ord> FromIterator<T> for BTreeSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> BTreeSet<T> {
        let mut set = BTreeSet::new();
        set.extend(iter);
        set
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for BTreeSet<T> {
    fn from(array: [T; N]) -> BTreeSet<T> {
        BTreeSet::from_iter(array)
    }
}

impl<T: Ord> Extend<T> for BTreeSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        let mut iter = iter.into_iter();
        while let Some(value) = iter.next() {
            self.map.extend_one((value, ()));
        }
    }

    fn extend_one(&mut self, value: T) {
        self.insert(value);
    }
}

impl<'a, T: Ord + Copy + 'a> Extend<&'a T> for BTreeSet<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        self.extend(iter.into_iter().cloned());
    }

    fn extend_one(&mut self, value: &'a T) {
        self.insert(*value);
    }
}

macro_rules! operators {
    ($($Trait:ident, $method:ident, $iter:ident;)*) => {
        $(
            impl<T: Ord + Clone> $Trait<&BTreeSet<T>> for &BTreeSet<T> {
                type Output = BTreeSet<T>;

                fn $method(self, rhs: &BTreeSet<T>) -> BTreeSet<T> {
                    self.$iter(rhs).cloned().collect()
                }
            }
        )*
    };
}

operators! {
    Sub, sub, difference;
    BitXor, bitxor, symmetric_difference;
    BitAnd, bitand, intersection;
    BitOr, bitor, union;
}
