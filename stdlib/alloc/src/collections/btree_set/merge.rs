//! Union, intersection and difference: two ascending iterators side by side.

use core::cmp::Ordering;
use core::fmt;
use core::iter::{FusedIterator, Peekable};

use super::{BTreeSet, Iter};

/// The next elements of two sets, and which of them is less.
struct Pair<'a, T> {
    left: Peekable<Iter<'a, T>>,
    right: Peekable<Iter<'a, T>>,
}

impl<'a, T: Ord> Pair<'a, T> {
    fn new(left: &'a BTreeSet<T>, right: &'a BTreeSet<T>) -> Pair<'a, T> {
        Pair {
            left: left.iter().peekable(),
            right: right.iter().peekable(),
        }
    }

    /// The lesser of the next elements: from the left, from the right, or from both.
    fn next(&mut self) -> (Option<&'a T>, Option<&'a T>) {
        let order = match (self.left.peek(), self.right.peek()) {
            (Some(left), Some(right)) => left.cmp(right),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return (None, None),
        };
        match order {
            Ordering::Less => (self.left.next(), None),
            Ordering::Greater => (None, self.right.next()),
            Ordering::Equal => (self.left.next(), self.right.next()),
        }
    }
}

impl<T> Clone for Pair<'_, T> {
    fn clone(&self) -> Self {
        Pair {
            left: self.left.clone(),
            right: self.right.clone(),
        }
    }
}

macro_rules! set_iter {
    ($(#[$doc:meta])* $Iter:ident, |$pair:ident| $next:expr) => {
        $(#[$doc])*
        pub struct $Iter<'a, T: 'a> {
            pair: Pair<'a, T>,
        }

        impl<'a, T: Ord> $Iter<'a, T> {
            pub(super) fn new(left: &'a BTreeSet<T>, right: &'a BTreeSet<T>) -> $Iter<'a, T> {
                $Iter { pair: Pair::new(left, right) }
            }
        }

        impl<'a, T: Ord> Iterator for $Iter<'a, T> {
            type Item = &'a T;

            fn next(&mut self) -> Option<&'a T> {
                let $pair = &mut self.pair;
                $next
            }
        }

        impl<T: Ord> FusedIterator for $Iter<'_, T> {}

        impl<T> Clone for $Iter<'_, T> {
            fn clone(&self) -> Self {
                $Iter { pair: self.pair.clone() }
            }
        }

        impl<T: fmt::Debug + Ord> fmt::Debug for $Iter<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let _ = f;
                core::intrinsics::refuse("`{:?}` of this iterator is not supported: it would show fields that are not those of std")
            }
        }
    };
}

set_iter! {
    /// Iterator over the elements of either set.
    Union, |pair| match pair.next() {
        (Some(value), _) | (None, Some(value)) => Some(value),
        (None, None) => None,
    }
}
set_iter! {
    /// Iterator over the elements of both sets.
    Intersection, |pair| loop {
        if pair.left.peek().is_none() || pair.right.peek().is_none() {
            return None;
        }
        if let (Some(value), Some(_)) = pair.next() {
            return Some(value);
        }
    }
}
set_iter! {
    /// Iterator over the elements of the left set that the right one does not have.
    Difference, |pair| loop {
        if pair.left.peek().is_none() {
            return None;
        }
        if let (Some(value), None) = pair.next() {
            return Some(value);
        }
    }
}
set_iter! {
    /// Iterator over the elements of exactly one set.
    SymmetricDifference, |pair| loop {
        match pair.next() {
            (Some(_), Some(_)) => {}
            (Some(value), None) | (None, Some(value)) => return Some(value),
            (None, None) => return None,
        }
    }
}
