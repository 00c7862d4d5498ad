//! Access by index and search.

use core::cmp::Ordering;
use core::ops::{Index, IndexMut};

use super::VecDeque;
use crate::prim::{array_mut, array_ref};

impl<T> Index<usize> for VecDeque<T> {
    type Output = T;

    #[inline]
    #[track_caller]
    fn index(&self, index: usize) -> &T {
        if index >= self.len {
            out_of_bounds();
        }
        array_ref(self.buf, self.slot(index))
    }
}

impl<T> IndexMut<usize> for VecDeque<T> {
    #[inline]
    #[track_caller]
    fn index_mut(&mut self, index: usize) -> &mut T {
        if index >= self.len {
            out_of_bounds();
        }
        array_mut(self.buf, self.slot(index))
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn out_of_bounds() -> ! {
    panic!("Out of bounds access")
}

impl<T> VecDeque<T> {
    /// Whether an element equals `x`.
    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq,
    {
        let (front, back) = self.as_slices();
        front.contains(x) || back.contains(x)
    }

    /// Searches the sorted queue.
    pub fn binary_search(&self, x: &T) -> Result<usize, usize>
    where
        T: Ord,
    {
        self.binary_search_by(|element| element.cmp(x))
    }

    /// Searches the sorted queue by a comparison.
    pub fn binary_search_by<'a, F>(&'a self, mut f: F) -> Result<usize, usize>
    where
        F: FnMut(&'a T) -> Ordering,
    {
        let (front, back) = self.as_slices();
        let in_back = match back.first() {
            Some(first) => match f(first) {
                Ordering::Equal => return Ok(front.len()),
                order => order == Ordering::Less,
            },
            None => false,
        };
        if in_back {
            match back.binary_search_by(f) {
                Ok(index) => Ok(index + front.len()),
                Err(index) => Err(index + front.len()),
            }
        } else {
            front.binary_search_by(f)
        }
    }

    /// Searches the queue, which is sorted by a key.
    pub fn binary_search_by_key<'a, B, F>(&'a self, b: &B, mut f: F) -> Result<usize, usize>
    where
        F: FnMut(&'a T) -> B,
        B: Ord,
    {
        self.binary_search_by(|element| f(element).cmp(b))
    }

    /// The first index whose element `pred` rejects; those before are accepted.
    pub fn partition_point<P>(&self, mut pred: P) -> usize
    where
        P: FnMut(&T) -> bool,
    {
        let (front, back) = self.as_slices();
        match back.first() {
            Some(first) if pred(first) => back.partition_point(pred) + front.len(),
            _ => front.partition_point(pred),
        }
    }
}
