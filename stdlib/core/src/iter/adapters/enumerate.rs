//! `enumerate`.

use crate::iter::{FusedIterator, TrustedLen};

/// Iterator of `enumerate`.
#[must_use = "iterators are lazy and do nothing unless consumed"]
#[derive(Clone, Debug)]
pub struct Enumerate<I> {
    iter: I,
    count: usize,
}

impl<I> Enumerate<I> {
    #[inline(always)]
    pub(in crate::iter) fn new(iter: I) -> Enumerate<I> {
        Enumerate { iter, count: 0 }
    }

    /// The number of the next element.
    #[inline]
    pub fn next_index(&self) -> usize {
        self.count
    }
}

impl<I: Iterator> Iterator for Enumerate<I> {
    type Item = (usize, I::Item);

    #[inline(always)]
    #[track_caller]
    fn next(&mut self) -> Option<(usize, I::Item)> {
        match self.iter.next() {
            Some(x) => {
                let index = self.count;
                self.count += 1;
                Some((index, x))
            }
            None => None,
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }

    #[inline]
    #[track_caller]
    fn nth(&mut self, n: usize) -> Option<(usize, I::Item)> {
        let x = self.iter.nth(n)?;
        let index = self.count + n;
        self.count = index + 1;
        Some((index, x))
    }

    #[inline]
    fn count(self) -> usize {
        self.iter.count()
    }

    #[inline]
    #[track_caller]
    fn fold<Acc, G>(self, init: Acc, mut g: G) -> Acc
    where
        G: FnMut(Acc, (usize, I::Item)) -> Acc,
    {
        let mut count = self.count;
        self.iter.fold(init, #[inline(always)] move |acc, x| {
            let index = count;
            count += 1;
            g(acc, (index, x))
        })
    }
}

impl<I: ExactSizeIterator + DoubleEndedIterator> DoubleEndedIterator for Enumerate<I> {
    #[inline]
    fn next_back(&mut self) -> Option<(usize, I::Item)> {
        let x = self.iter.next_back()?;
        Some((self.count + self.iter.len(), x))
    }

    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<(usize, I::Item)> {
        let x = self.iter.nth_back(n)?;
        Some((self.count + self.iter.len(), x))
    }
}

impl<I: ExactSizeIterator> ExactSizeIterator for Enumerate<I> {
    fn len(&self) -> usize {
        self.iter.len()
    }
}

impl<I: FusedIterator> FusedIterator for Enumerate<I> {}
unsafe impl<I: TrustedLen> TrustedLen for Enumerate<I> {}

impl<I: Default> Default for Enumerate<I> {
    fn default() -> Self {
        Enumerate::new(Default::default())
    }
}
