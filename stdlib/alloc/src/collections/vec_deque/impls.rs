//! Traits of `VecDeque`.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};

use super::{IntoIter, Iter, IterMut, VecDeque};
use crate::vec::Vec;

impl<T: Clone> Clone for VecDeque<T> {
    fn clone(&self) -> VecDeque<T> {
        let mut deque = VecDeque::with_capacity(self.len);
        deque.extend(self.iter().cloned());
        deque
    }

    fn clone_from(&mut self, source: &VecDeque<T>) {
        self.clear();
        self.extend(source.iter().cloned());
    }
}

impl<T> Default for VecDeque<T> {
    #[inline]
    fn default() -> VecDeque<T> {
        VecDeque::new()
    }
}

impl<T: PartialEq> PartialEq for VecDeque<T> {
    fn eq(&self, other: &VecDeque<T>) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}

impl<T: Eq> Eq for VecDeque<T> {}

macro_rules! eq_with {
    ($([$($generics:tt)*] $right:ty;)*) => {
        $(
            impl<T: PartialEq<U>, U, $($generics)*> PartialEq<$right> for VecDeque<T> {
                fn eq(&self, other: &$right) -> bool {
                    if self.len != other.len() {
                        return false;
                    }
                    let (front, back) = self.as_slices();
                    let (other_front, other_back) = other[..].split_at(front.len());
                    front == other_front && back == other_back
                }
            }
        )*
    };
}

eq_with! {
    [] Vec<U>;
    [] &[U];
    [] &mut [U];
    [const N: usize] [U; N];
    [const N: usize] &[U; N];
    [const N: usize] &mut [U; N];
}

impl<T: PartialOrd> PartialOrd for VecDeque<T> {
    fn partial_cmp(&self, other: &VecDeque<T>) -> Option<Ordering> {
        self.iter().partial_cmp(other.iter())
    }
}

impl<T: Ord> Ord for VecDeque<T> {
    fn cmp(&self, other: &VecDeque<T>) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl<T: Hash> Hash for VecDeque<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_length_prefix(self.len);
        for element in self.iter() {
            element.hash(state);
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for VecDeque<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T> FromIterator<T> for VecDeque<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> VecDeque<T> {
        VecDeque::from(Vec::from_iter(iter))
    }
}

impl<T> Extend<T> for VecDeque<T> {
    #[inline]
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        let mut iter = iter.into_iter();
        self.reserve(iter.size_hint().0);
        while let Some(element) = iter.next() {
            self.push_back(element);
        }
    }

    #[inline]
    fn extend_one(&mut self, item: T) {
        self.push_back(item);
    }
}

impl<'a, T: Copy + 'a> Extend<&'a T> for VecDeque<T> {
    #[inline]
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        let mut iter = iter.into_iter();
        self.reserve(iter.size_hint().0);
        while let Some(element) = iter.next() {
            self.push_back(*element);
        }
    }

    #[inline]
    fn extend_one(&mut self, item: &'a T) {
        self.push_back(*item);
    }
}

impl<T> IntoIterator for VecDeque<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    #[inline]
    fn into_iter(self) -> IntoIter<T> {
        IntoIter::new(self)
    }
}

impl<'a, T> IntoIterator for &'a VecDeque<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    #[inline]
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut VecDeque<T> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;

    #[inline]
    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}

impl<T> From<Vec<T>> for VecDeque<T> {
    #[inline]
    fn from(other: Vec<T>) -> VecDeque<T> {
        let deque = VecDeque {
            buf: other.buf,
            head: 0,
            len: other.len,
        };
        core::mem::forget(other);
        deque
    }
}

impl<T> From<VecDeque<T>> for Vec<T> {
    fn from(other: VecDeque<T>) -> Vec<T> {
        other.into_vec()
    }
}

impl<T, const N: usize> From<[T; N]> for VecDeque<T> {
    fn from(array: [T; N]) -> VecDeque<T> {
        VecDeque::from(Vec::from(array))
    }
}
