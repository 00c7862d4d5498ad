//! Elements and parts of slices.

use super::{fixed_mut, fixed_ref, part, part_mut, Iter, IterMut, SliceIndex};
use crate::intrinsics::{self, ptr_into, slice_array, slice_len, slice_offset};
use crate::ops::Range;

impl<T> [T] {
    /// The number of elements.
    #[lang = "slice_len_fn"]
    #[inline(always)]
    #[must_use]
    pub const fn len(&self) -> usize {
        slice_len(self)
    }

    /// Whether there are no elements.
    #[inline(always)]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        slice_len(self) == 0
    }

    /// The first element.
    #[inline]
    #[must_use]
    pub const fn first(&self) -> Option<&T> {
        if let [first, ..] = self {
            Some(first)
        } else {
            None
        }
    }

    /// The first element.
    #[inline]
    #[must_use]
    pub const fn first_mut(&mut self) -> Option<&mut T> {
        if let [first, ..] = self {
            Some(first)
        } else {
            None
        }
    }

    /// The first element and the others.
    #[inline]
    #[must_use]
    pub const fn split_first(&self) -> Option<(&T, &[T])> {
        if let [first, tail @ ..] = self {
            Some((first, tail))
        } else {
            None
        }
    }

    /// The first element and the others.
    #[inline]
    #[must_use]
    pub const fn split_first_mut(&mut self) -> Option<(&mut T, &mut [T])> {
        if let [first, tail @ ..] = self {
            Some((first, tail))
        } else {
            None
        }
    }

    /// The last element and the others.
    #[inline]
    #[must_use]
    pub const fn split_last(&self) -> Option<(&T, &[T])> {
        if let [init @ .., last] = self {
            Some((last, init))
        } else {
            None
        }
    }

    /// The last element and the others.
    #[inline]
    #[must_use]
    pub const fn split_last_mut(&mut self) -> Option<(&mut T, &mut [T])> {
        if let [init @ .., last] = self {
            Some((last, init))
        } else {
            None
        }
    }

    /// The last element.
    #[inline]
    #[must_use]
    pub const fn last(&self) -> Option<&T> {
        if let [.., last] = self {
            Some(last)
        } else {
            None
        }
    }

    /// The last element.
    #[inline]
    #[must_use]
    pub const fn last_mut(&mut self) -> Option<&mut T> {
        if let [.., last] = self {
            Some(last)
        } else {
            None
        }
    }

    /// The first `N` elements.
    #[inline]
    pub const fn first_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        if self.len() < N {
            None
        } else {
            Some(fixed_ref(part(self, 0, N)))
        }
    }

    /// The first `N` elements.
    #[inline]
    pub const fn first_chunk_mut<const N: usize>(&mut self) -> Option<&mut [T; N]> {
        if self.len() < N {
            None
        } else {
            Some(fixed_mut(part_mut(self, 0, N)))
        }
    }

    /// The first `N` elements and the others.
    #[inline]
    pub const fn split_first_chunk<const N: usize>(&self) -> Option<(&[T; N], &[T])> {
        let len = self.len();
        if len < N {
            None
        } else {
            Some((fixed_ref(part(self, 0, N)), part(self, N, len - N)))
        }
    }

    /// The first `N` elements and the others.
    #[inline]
    pub const fn split_first_chunk_mut<const N: usize>(
        &mut self,
    ) -> Option<(&mut [T; N], &mut [T])> {
        let len = self.len();
        if len < N {
            None
        } else {
            Some((fixed_mut(part_mut(self, 0, N)), part_mut(self, N, len - N)))
        }
    }

    /// The last `N` elements and the others.
    #[inline]
    pub const fn split_last_chunk_mut<const N: usize>(
        &mut self,
    ) -> Option<(&mut [T], &mut [T; N])> {
        let len = self.len();
        if len < N {
            None
        } else {
            let last = fixed_mut(part_mut(self, len - N, N));
            Some((part_mut(self, 0, len - N), last))
        }
    }

    /// The last `N` elements.
    #[inline]
    pub const fn last_chunk_mut<const N: usize>(&mut self) -> Option<&mut [T; N]> {
        let len = self.len();
        if len < N {
            None
        } else {
            Some(fixed_mut(part_mut(self, len - N, N)))
        }
    }

    /// The slice as a fixed array, if it has that length.
    #[inline]
    #[must_use]
    pub const fn as_mut_array<const N: usize>(&mut self) -> Option<&mut [T; N]> {
        if self.len() == N {
            Some(fixed_mut(self))
        } else {
            None
        }
    }

    /// The last `N` elements and the others.
    #[inline]
    pub const fn split_last_chunk<const N: usize>(&self) -> Option<(&[T], &[T; N])> {
        let len = self.len();
        if len < N {
            None
        } else {
            Some((part(self, 0, len - N), fixed_ref(part(self, len - N, N))))
        }
    }

    /// The last `N` elements.
    #[inline]
    pub const fn last_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        let len = self.len();
        if len < N {
            None
        } else {
            Some(fixed_ref(part(self, len - N, N)))
        }
    }

    /// The slice as a fixed array, if it has that length.
    #[inline]
    #[must_use]
    pub const fn as_array<const N: usize>(&self) -> Option<&[T; N]> {
        if self.len() == N {
            Some(fixed_ref(self))
        } else {
            None
        }
    }

    /// The element or part, if it is there.
    #[inline(always)]
    #[must_use]
    pub fn get<I: SliceIndex<[T]>>(&self, index: I) -> Option<&I::Output> {
        index.get(self)
    }

    /// The element or part, if it is there.
    #[inline(always)]
    #[must_use]
    pub fn get_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> Option<&mut I::Output> {
        index.get_mut(self)
    }

    /// The element or part, which is there.
    #[inline(always)]
    #[must_use]
    #[track_caller]
    pub unsafe fn get_unchecked<I: SliceIndex<[T]>>(&self, index: I) -> &I::Output {
        unsafe { index.ref_unchecked(self) }
    }

    /// The element or part, which is there.
    #[inline(always)]
    #[must_use]
    #[track_caller]
    pub unsafe fn get_unchecked_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> &mut I::Output {
        unsafe { index.mut_unchecked(self) }
    }

    /// A pointer to the first element.
    #[inline(always)]
    #[must_use]
    pub const fn as_ptr(&self) -> *const T {
        ptr_into(slice_array(self), slice_offset(self))
    }

    /// A pointer to the first element.
    #[inline(always)]
    #[must_use]
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        ptr_into(slice_array(self), slice_offset(self)) as *mut T
    }

    /// Pointers to the first element and behind the last.
    #[inline]
    #[must_use]
    pub const fn as_ptr_range(&self) -> Range<*const T> {
        let start = self.as_ptr();
        start..start.wrapping_add(self.len())
    }

    /// Pointers to the first element and behind the last.
    #[inline]
    #[must_use]
    pub const fn as_mut_ptr_range(&mut self) -> Range<*mut T> {
        let start = self.as_mut_ptr();
        start..start.wrapping_add(self.len())
    }

    /// Iterator over references to the elements.
    #[inline(always)]
    pub const fn iter(&self) -> Iter<'_, T> {
        Iter::new(self)
    }

    /// Iterator over mutable references to the elements.
    #[inline(always)]
    pub const fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut::new(self)
    }

    /// The first `mid` elements and the others.
    #[inline]
    #[track_caller]
    #[must_use]
    pub const fn split_at(&self, mid: usize) -> (&[T], &[T]) {
        match self.split_at_checked(mid) {
            Some(pair) => pair,
            None => panic!("mid > len"),
        }
    }

    /// The first `mid` elements and the others.
    #[inline]
    #[track_caller]
    #[must_use]
    pub const fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]) {
        match self.split_at_mut_checked(mid) {
            Some(pair) => pair,
            None => panic!("mid > len"),
        }
    }

    /// The first `mid` elements, which are there, and the others.
    #[inline]
    #[must_use]
    pub const unsafe fn split_at_unchecked(&self, mid: usize) -> (&[T], &[T]) {
        (part(self, 0, mid), part(self, mid, self.len() - mid))
    }

    /// The first `mid` elements, which are there, and the others.
    #[inline]
    #[must_use]
    pub const unsafe fn split_at_mut_unchecked(&mut self, mid: usize) -> (&mut [T], &mut [T]) {
        let rest = self.len() - mid;
        (part_mut(self, 0, mid), part_mut(self, mid, rest))
    }

    /// The first `mid` elements, if they are there, and the others.
    #[inline]
    #[must_use]
    pub const fn split_at_checked(&self, mid: usize) -> Option<(&[T], &[T])> {
        if mid <= self.len() {
            Some((part(self, 0, mid), part(self, mid, self.len() - mid)))
        } else {
            None
        }
    }

    /// The first `mid` elements, if they are there, and the others.
    #[inline]
    #[must_use]
    pub const fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut [T], &mut [T])> {
        let len = self.len();
        if mid <= len {
            Some((part_mut(self, 0, mid), part_mut(self, mid, len - mid)))
        } else {
            None
        }
    }

    /// The elements in groups of `N`, and the rest.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn as_chunks<const N: usize>(&self) -> (&[[T; N]], &[T]) {
        assert!(N != 0, "chunk size must be non-zero");
        let whole = self.len() / N;
        let groups = intrinsics::array_new(whole);
        let mut index = 0;
        while index < whole {
            let group = fixed_ref::<T, N>(part(self, index * N, N));
            intrinsics::array_write(groups, index, intrinsics::ptr_read(group as *const [T; N]));
            index += 1;
        }
        let rest = self.len() - whole * N;
        (
            intrinsics::slice_from(groups, 0, whole),
            part(self, whole * N, rest),
        )
    }

    /// Elements lie in one array, groups in an array of arrays.
    #[wrc::refused = "`as_chunks_mut` is not supported: elements are not stored in groups; use `chunks_exact_mut`"]
    #[must_use]
    pub fn as_chunks_mut<const N: usize>(&mut self) -> (&mut [[T; N]], &mut [T]) {
        intrinsics::abort()
    }

    /// Elements lie in one array, groups in an array of arrays.
    #[wrc::refused = "`as_rchunks_mut` is not supported: elements are not stored in groups; use `rchunks_exact_mut`"]
    #[must_use]
    pub fn as_rchunks_mut<const N: usize>(&mut self) -> (&mut [T], &mut [[T; N]]) {
        intrinsics::abort()
    }
}

impl<T, const N: usize> [[T; N]] {
    /// The elements of the arrays, one after the other.
    pub fn as_flattened(&self) -> &[T] {
        let len = self.len() * N;
        let array = intrinsics::array_new(len);
        let mut index = 0;
        while index < self.len() {
            let group: &[T] = &self[index];
            intrinsics::array_copy(array, index * N, slice_array(group), slice_offset(group), N);
            index += 1;
        }
        intrinsics::slice_from(array, 0, len)
    }

    /// Elements lie in arrays of their own.
    #[wrc::refused = "`as_flattened_mut` is not supported: the arrays are stored apart; use `iter_mut().flatten()`"]
    pub fn as_flattened_mut(&mut self) -> &mut [T] {
        intrinsics::abort()
    }
}
