//! `bytes`.

use crate::intrinsics::{
    array_read, slice_array, slice_len, slice_offset, str_bytes, unchecked_add, unchecked_sub,
    RawArray,
};
use crate::iter::{FusedIterator, TrustedLen};
use crate::marker::PhantomData;

/// Iterator over the bytes of text.
#[wrc::flat]
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Bytes<'a> {
    array: RawArray<u8>,
    pos: usize,
    end: usize,
    marker: PhantomData<&'a str>,
}

impl<'a> Bytes<'a> {
    #[inline(always)]
    pub(super) fn new(text: &'a str) -> Bytes<'a> {
        let bytes = str_bytes(text);
        let pos = slice_offset(bytes);
        Bytes {
            array: slice_array(bytes),
            pos,
            end: unchecked_add(pos, slice_len(bytes)),
            marker: PhantomData,
        }
    }
}

impl Iterator for Bytes<'_> {
    type Item = u8;

    #[inline(always)]
    fn next(&mut self) -> Option<u8> {
        let at = self.pos;
        if at == self.end {
            None
        } else {
            self.pos = unchecked_add(at, 1);
            Some(array_read(self.array, at))
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = unchecked_sub(self.end, self.pos);
        (len, Some(len))
    }

    #[inline]
    fn count(self) -> usize {
        unchecked_sub(self.end, self.pos)
    }

    #[inline]
    fn last(mut self) -> Option<u8> {
        self.next_back()
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<u8> {
        if n >= unchecked_sub(self.end, self.pos) {
            self.pos = self.end;
            return None;
        }
        self.pos = unchecked_add(self.pos, n);
        self.next()
    }
}

impl DoubleEndedIterator for Bytes<'_> {
    #[inline(always)]
    fn next_back(&mut self) -> Option<u8> {
        if self.pos == self.end {
            None
        } else {
            self.end = unchecked_sub(self.end, 1);
            Some(array_read(self.array, self.end))
        }
    }

    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<u8> {
        if n >= unchecked_sub(self.end, self.pos) {
            self.end = self.pos;
            return None;
        }
        self.end = unchecked_sub(self.end, n);
        self.next_back()
    }
}

impl ExactSizeIterator for Bytes<'_> {}
impl FusedIterator for Bytes<'_> {}
unsafe impl TrustedLen for Bytes<'_> {}

impl crate::fmt::Debug for Bytes<'_> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        struct Iter<'a>(Bytes<'a>);
        struct List<'a>(Bytes<'a>);
        struct Copied<'a>(Bytes<'a>);

        impl crate::fmt::Debug for Copied<'_> {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
                f.debug_struct("Copied").field("it", &Iter(self.0.clone())).finish()
            }
        }
        impl crate::fmt::Debug for Iter<'_> {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
                f.debug_tuple("Iter").field(&List(self.0.clone())).finish()
            }
        }
        impl crate::fmt::Debug for List<'_> {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
                f.debug_list().entries(self.0.clone()).finish()
            }
        }

        f.debug_tuple("Bytes").field(&Copied(self.clone())).finish()
    }
}
