//! Several mutable parts at once.

use super::SliceIndex;
use crate::fmt;
use crate::ops::{Range, RangeInclusive};

/// Why the parts cannot be had at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GetDisjointMutError {
    /// One is not there.
    IndexOutOfBounds,
    /// Two overlap.
    OverlappingIndices,
}

impl fmt::Display for GetDisjointMutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            GetDisjointMutError::IndexOutOfBounds => "an index is out of bounds",
            GetDisjointMutError::OverlappingIndices => "there were overlapping indices",
        })
    }
}

impl crate::error::Error for GetDisjointMutError {}

/// Indices that can be told to be disjoint.
pub unsafe trait GetDisjointMutIndex: Clone {
    /// Whether the part is there.
    fn is_in_bounds(&self, len: usize) -> bool;

    /// Whether two parts overlap.
    fn is_overlapping(&self, other: &Self) -> bool;
}

unsafe impl GetDisjointMutIndex for usize {
    #[inline]
    fn is_in_bounds(&self, len: usize) -> bool {
        *self < len
    }

    #[inline]
    fn is_overlapping(&self, other: &Self) -> bool {
        *self == *other
    }
}

unsafe impl GetDisjointMutIndex for Range<usize> {
    #[inline]
    fn is_in_bounds(&self, len: usize) -> bool {
        self.start <= self.end && self.end <= len
    }

    #[inline]
    fn is_overlapping(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

unsafe impl GetDisjointMutIndex for RangeInclusive<usize> {
    #[inline]
    fn is_in_bounds(&self, len: usize) -> bool {
        self.start <= self.end && self.end < len
    }

    #[inline]
    fn is_overlapping(&self, other: &Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

impl<T> [T] {
    /// Several elements or parts at once, if they do not overlap.
    pub fn get_disjoint_mut<I, const N: usize>(
        &mut self,
        indices: [I; N],
    ) -> Result<[&mut I::Output; N], GetDisjointMutError>
    where
        I: GetDisjointMutIndex + SliceIndex<[T]>,
    {
        let mut index = 0;
        while index < N {
            if !indices[index].is_in_bounds(self.len()) {
                return Err(GetDisjointMutError::IndexOutOfBounds);
            }
            let mut other = 0;
            while other < index {
                if indices[index].is_overlapping(&indices[other]) {
                    return Err(GetDisjointMutError::OverlappingIndices);
                }
                other += 1;
            }
            index += 1;
        }
        Ok(unsafe { self.get_disjoint_unchecked_mut(indices) })
    }

    /// Several elements or parts at once, which do not overlap.
    pub unsafe fn get_disjoint_unchecked_mut<I, const N: usize>(
        &mut self,
        indices: [I; N],
    ) -> [&mut I::Output; N]
    where
        I: GetDisjointMutIndex + SliceIndex<[T]>,
    {
        let slice: *mut [T] = self;
        crate::array::from_fn(|index| unsafe {
            indices[index].clone().mut_unchecked(&mut *slice)
        })
    }
}
