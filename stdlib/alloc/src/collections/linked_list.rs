//! A list with two ends, `LinkedList<T>`.
//!
//! Nothing in its interface shows whether there are links, so there are none: the elements lie
//! in a `VecDeque`.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::iter::FusedIterator;

use super::vec_deque::{self, VecDeque};

/// A list with two ends.
pub struct LinkedList<T> {
    items: VecDeque<T>,
}

impl<T> LinkedList<T> {
    /// An empty list.
    #[inline]
    pub const fn new() -> LinkedList<T> {
        LinkedList {
            items: VecDeque::new(),
        }
    }

    /// Moves all elements of `other` to the end of this list.
    pub fn append(&mut self, other: &mut LinkedList<T>) {
        self.items.append(&mut other.items);
    }

    /// Iterates over the elements.
    #[inline]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter {
            iter: self.items.iter(),
        }
    }

    /// Iterates over the elements, to change them.
    #[inline]
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut {
            iter: self.items.iter_mut(),
        }
    }

    /// Whether there are no elements.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The number of elements.
    #[inline]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Drops all elements.
    pub fn clear(&mut self) {
        self.items.clear();
    }

    /// Whether an element equals `x`.
    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq,
    {
        self.items.contains(x)
    }

    /// The first element.
    #[inline]
    pub fn front(&self) -> Option<&T> {
        self.items.front()
    }

    /// The first element.
    #[inline]
    pub fn front_mut(&mut self) -> Option<&mut T> {
        self.items.front_mut()
    }

    /// The last element.
    #[inline]
    pub fn back(&self) -> Option<&T> {
        self.items.back()
    }

    /// The last element.
    #[inline]
    pub fn back_mut(&mut self) -> Option<&mut T> {
        self.items.back_mut()
    }

    /// Puts an element before the first.
    pub fn push_front(&mut self, elt: T) {
        self.items.push_front(elt);
    }

    /// Appends an element.
    pub fn push_back(&mut self, elt: T) {
        self.items.push_back(elt);
    }

    /// Puts an element before the first, to be changed.
    pub fn push_front_mut(&mut self, elt: T) -> &mut T {
        self.items.push_front_mut(elt)
    }

    /// Appends an element, to be changed.
    pub fn push_back_mut(&mut self, elt: T) -> &mut T {
        self.items.push_back_mut(elt)
    }

    /// Removes the first element.
    pub fn pop_front(&mut self) -> Option<T> {
        self.items.pop_front()
    }

    /// Removes the last element.
    pub fn pop_back(&mut self) -> Option<T> {
        self.items.pop_back()
    }

    /// Moves the elements from index `at` on into a new list.
    #[track_caller]
    pub fn split_off(&mut self, at: usize) -> LinkedList<T> {
        assert!(at <= self.len(), "Cannot split off at a nonexistent index");
        LinkedList {
            items: self.items.split_off(at),
        }
    }

    /// Keeps the elements for which `f` answers true.
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {
        self.items.retain(f);
    }

    /// Removes the elements for which `filter` answers true, one after the other.
    pub fn extract_if<F: FnMut(&mut T) -> bool>(&mut self, filter: F) -> ExtractIf<'_, T, F> {
        ExtractIf {
            items: &mut self.items,
            index: 0,
            pred: filter,
        }
    }
}

macro_rules! iterator {
    ($(#[$doc:meta])* $Iter:ident [$($generics:tt)*], $inner:ty, $item:ty) => {
        $(#[$doc])*
        pub struct $Iter<$($generics)*> {
            iter: $inner,
        }

        impl<$($generics)*> Iterator for $Iter<$($generics)*> {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Option<$item> {
                self.iter.next()
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.iter.size_hint()
            }
        }

        impl<$($generics)*> DoubleEndedIterator for $Iter<$($generics)*> {
            #[inline]
            fn next_back(&mut self) -> Option<$item> {
                self.iter.next_back()
            }
        }

        impl<$($generics)*> ExactSizeIterator for $Iter<$($generics)*> {}
        impl<$($generics)*> FusedIterator for $Iter<$($generics)*> {}

        impl<$($generics)*> Default for $Iter<$($generics)*> {
            fn default() -> Self {
                $Iter { iter: Default::default() }
            }
        }
    };
}

iterator! {
    /// Iterator over the elements.
    Iter ['a, T], vec_deque::Iter<'a, T>, &'a T
}
iterator! {
    /// Iterator over the elements, to change them.
    IterMut ['a, T], vec_deque::IterMut<'a, T>, &'a mut T
}
iterator! {
    /// Iterator that moves out of the list.
    IntoIter [T], vec_deque::IntoIter<T>, T
}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter {
            iter: self.iter.clone(),
        }
    }
}

impl<T> IntoIterator for LinkedList<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter {
            iter: self.items.into_iter(),
        }
    }
}

impl<'a, T> IntoIterator for &'a LinkedList<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut LinkedList<T> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;

    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}

impl<T> FromIterator<T> for LinkedList<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> LinkedList<T> {
        LinkedList {
            items: VecDeque::from_iter(iter),
        }
    }
}

impl<T, const N: usize> From<[T; N]> for LinkedList<T> {
    fn from(array: [T; N]) -> LinkedList<T> {
        LinkedList {
            items: VecDeque::from(array),
        }
    }
}

impl<T> Extend<T> for LinkedList<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        self.items.extend(iter);
    }
}

impl<'a, T: Copy + 'a> Extend<&'a T> for LinkedList<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        self.items.extend(iter);
    }
}

impl<T: Clone> Clone for LinkedList<T> {
    fn clone(&self) -> LinkedList<T> {
        LinkedList {
            items: self.items.clone(),
        }
    }
}

impl<T> Default for LinkedList<T> {
    fn default() -> LinkedList<T> {
        LinkedList::new()
    }
}

impl<T: PartialEq> PartialEq for LinkedList<T> {
    fn eq(&self, other: &LinkedList<T>) -> bool {
        self.items == other.items
    }
}

impl<T: Eq> Eq for LinkedList<T> {}

impl<T: PartialOrd> PartialOrd for LinkedList<T> {
    fn partial_cmp(&self, other: &LinkedList<T>) -> Option<Ordering> {
        self.items.partial_cmp(&other.items)
    }
}

impl<T: Ord> Ord for LinkedList<T> {
    fn cmp(&self, other: &LinkedList<T>) -> Ordering {
        self.items.cmp(&other.items)
    }
}

impl<T: Hash> Hash for LinkedList<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.items.hash(state);
    }
}

impl<T: fmt::Debug> fmt::Debug for LinkedList<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.items, f)
    }
}

/// Iterator that removes the elements its filter accepts.
#[must_use = "iterators are lazy and do nothing unless consumed; \
    use `retain_mut` or `extract_if().for_each(drop)` to remove and discard elements"]
pub struct ExtractIf<'a, T: 'a, F: 'a> {
    items: &'a mut VecDeque<T>,
    index: usize,
    pred: F,
}

impl<T, F: FnMut(&mut T) -> bool> Iterator for ExtractIf<'_, T, F> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        while self.index < self.items.len() {
            if (self.pred)(&mut self.items[self.index]) {
                return self.items.remove(self.index);
            }
            self.index += 1;
        }
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.items.len() - self.index))
    }
}

impl<T: fmt::Debug, F> fmt::Debug for ExtractIf<'_, T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExtractIf").finish_non_exhaustive()
    }
}

macro_rules! debug_iter {
    ($($Iter:ident)*) => {
        $(
            impl<T: fmt::Debug> fmt::Debug for $Iter<'_, T> {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    let items = fmt::from_fn(|f| f.debug_list().entries(self.iter.rest()).finish());
                    f.debug_tuple(stringify!($Iter)).field(&items).field(&self.iter.len()).finish()
                }
            }
        )*
    };
}

debug_iter! { Iter IterMut }

impl<T: fmt::Debug> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.iter, f)
    }
}
