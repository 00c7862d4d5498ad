//! `intersperse`.

use crate::iter::{Fuse, FusedIterator};

/// Iterator of `intersperse`.
#[must_use = "iterators are lazy and do nothing unless consumed"]
#[derive(Clone, Debug)]
pub struct Intersperse<I: Iterator<Item: Clone>> {
    started: bool,
    separator: I::Item,
    next_item: Option<I::Item>,
    iter: Fuse<I>,
}

impl<I: Iterator<Item: Clone>> Intersperse<I> {
    pub(in crate::iter) fn new(iter: I, separator: I::Item) -> Intersperse<I> {
        Intersperse {
            started: false,
            separator,
            next_item: None,
            iter: iter.fuse(),
        }
    }
}

impl<I: Iterator<Item: Clone>> Iterator for Intersperse<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        if !self.started {
            self.started = true;
            return self.iter.next();
        }
        if let Some(item) = self.next_item.take() {
            return Some(item);
        }
        self.next_item = self.iter.next();
        if self.next_item.is_some() {
            Some(self.separator.clone())
        } else {
            None
        }
    }

    /// Before the start `n` elements make `2n - 1`, later `2n`, and one that waits counts too.
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (lower, upper) = self.iter.size_hint();
        let waiting = self.next_item.is_some() as usize;
        let before_start = !self.started as usize;
        let lower = lower
            .saturating_sub(before_start)
            .saturating_add(lower)
            .saturating_add(waiting);
        let upper = match upper {
            Some(upper) => upper
                .saturating_sub(before_start)
                .checked_add(upper)
                .and_then(|n| n.checked_add(waiting)),
            None => None,
        };
        (lower, upper)
    }
}

impl<I: FusedIterator<Item: Clone>> FusedIterator for Intersperse<I> {}
