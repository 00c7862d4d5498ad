//! `rchunks` and its kin.

use super::{part, part_mut};
use crate::iter::FusedIterator;

impl<T> [T] {
    /// Parts of `chunk_size` elements from the end; the last one may be shorter.
    #[inline]
    #[track_caller]
    pub fn rchunks(&self, chunk_size: usize) -> RChunks<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        RChunks {
            v: self,
            chunk_size,
        }
    }

    /// Parts of `chunk_size` elements from the end; the last one may be shorter.
    #[inline]
    #[track_caller]
    pub fn rchunks_mut(&mut self, chunk_size: usize) -> RChunksMut<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        RChunksMut {
            v: self,
            chunk_size,
        }
    }

    /// Parts of exactly `chunk_size` elements from the end; the rest is left out.
    #[inline]
    #[track_caller]
    pub fn rchunks_exact(&self, chunk_size: usize) -> RChunksExact<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        let rest = self.len() % chunk_size;
        let whole = self.len() - rest;
        RChunksExact {
            v: part(self, rest, whole),
            rem: part(self, 0, rest),
            chunk_size,
        }
    }

    /// Parts of exactly `chunk_size` elements from the end; the rest is left out.
    #[inline]
    #[track_caller]
    pub fn rchunks_exact_mut(&mut self, chunk_size: usize) -> RChunksExactMut<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        let rest = self.len() % chunk_size;
        let whole = self.len() - rest;
        RChunksExactMut {
            v: part_mut(self, rest, whole),
            rem: part_mut(self, 0, rest),
            chunk_size,
        }
    }
}

/// What a shared and a mutable iterator over parts have in common. A part is cut off the end.
macro_rules! chunks {
    ($(#[$doc:meta])* $Name:ident [$($mutability:ident)?] $part:ident) => {
        $(#[$doc])*
        #[derive(Debug)]
        #[must_use = "iterators are lazy and do nothing unless consumed"]
        pub struct $Name<'a, T: 'a> {
            v: &'a $($mutability)? [T],
            chunk_size: usize,
        }

        impl<'a, T> Iterator for $Name<'a, T> {
            type Item = &'a $($mutability)? [T];

            #[inline]
            fn next(&mut self) -> Option<Self::Item> {
                let len = self.v.len();
                if len == 0 {
                    return None;
                }
                let size = if len < self.chunk_size { len } else { self.chunk_size };
                let rest = len - size;
                let chunk = $part(self.v, rest, size);
                self.v = $part(self.v, 0, rest);
                Some(chunk)
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = self.v.len().div_ceil(self.chunk_size);
                (n, Some(n))
            }

            #[inline]
            fn count(self) -> usize {
                self.len()
            }

            #[inline]
            fn nth(&mut self, n: usize) -> Option<Self::Item> {
                let len = self.v.len();
                let (skipped, overflow) = n.overflowing_mul(self.chunk_size);
                if overflow || skipped >= len {
                    self.v = $part(self.v, 0, 0);
                    return None;
                }
                self.v = $part(self.v, 0, len - skipped);
                self.next()
            }

            #[inline]
            fn last(mut self) -> Option<Self::Item> {
                self.next_back()
            }
        }

        impl<T> DoubleEndedIterator for $Name<'_, T> {
            #[inline]
            fn next_back(&mut self) -> Option<Self::Item> {
                let len = self.v.len();
                if len == 0 {
                    return None;
                }
                let rem = len % self.chunk_size;
                let size = if rem == 0 { self.chunk_size } else { rem };
                let rest = len - size;
                let chunk = $part(self.v, 0, size);
                self.v = $part(self.v, size, rest);
                Some(chunk)
            }
        }

        impl<T> ExactSizeIterator for $Name<'_, T> {}
        impl<T> FusedIterator for $Name<'_, T> {}
    };
}

chunks! {
    /// Iterator of `rchunks`.
    RChunks [] part
}

chunks! {
    /// Iterator of `rchunks_mut`.
    RChunksMut [mut] part_mut
}

impl<T> Clone for RChunks<'_, T> {
    fn clone(&self) -> Self {
        RChunks {
            v: self.v,
            chunk_size: self.chunk_size,
        }
    }
}

/// As `chunks!`, where every part is whole.
macro_rules! exact {
    ($(#[$doc:meta])* $Name:ident [$($mutability:ident)?] $part:ident) => {
        $(#[$doc])*
        #[derive(Debug)]
        #[must_use = "iterators are lazy and do nothing unless consumed"]
        pub struct $Name<'a, T: 'a> {
            v: &'a $($mutability)? [T],
            rem: &'a $($mutability)? [T],
            chunk_size: usize,
        }

        impl<'a, T> Iterator for $Name<'a, T> {
            type Item = &'a $($mutability)? [T];

            #[inline]
            fn next(&mut self) -> Option<Self::Item> {
                let len = self.v.len();
                if len == 0 {
                    return None;
                }
                let size = self.chunk_size;
                let rest = len - size;
                let chunk = $part(self.v, rest, size);
                self.v = $part(self.v, 0, rest);
                Some(chunk)
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = self.v.len() / self.chunk_size;
                (n, Some(n))
            }

            #[inline]
            fn count(self) -> usize {
                self.len()
            }

            #[inline]
            fn nth(&mut self, n: usize) -> Option<Self::Item> {
                let len = self.v.len();
                let (skipped, overflow) = n.overflowing_mul(self.chunk_size);
                if overflow || skipped >= len {
                    self.v = $part(self.v, 0, 0);
                    return None;
                }
                self.v = $part(self.v, 0, len - skipped);
                self.next()
            }

            #[inline]
            fn last(mut self) -> Option<Self::Item> {
                self.next_back()
            }
        }

        impl<T> DoubleEndedIterator for $Name<'_, T> {
            #[inline]
            fn next_back(&mut self) -> Option<Self::Item> {
                let len = self.v.len();
                if len == 0 {
                    return None;
                }
                let size = self.chunk_size;
                let rest = len - size;
                let chunk = $part(self.v, 0, size);
                self.v = $part(self.v, size, rest);
                Some(chunk)
            }
        }

        impl<T> ExactSizeIterator for $Name<'_, T> {}
        impl<T> FusedIterator for $Name<'_, T> {}
    };
}

exact! {
    /// Iterator of `rchunks_exact`.
    RChunksExact [] part
}

exact! {
    /// Iterator of `rchunks_exact_mut`.
    RChunksExactMut [mut] part_mut
}

impl<'a, T> RChunksExact<'a, T> {
    /// The elements that fill no part.
    #[must_use]
    pub fn remainder(&self) -> &'a [T] {
        self.rem
    }
}

impl<'a, T> RChunksExactMut<'a, T> {
    /// The elements that fill no part.
    #[must_use = "`self` will be dropped if the result is not used"]
    pub fn into_remainder(self) -> &'a mut [T] {
        self.rem
    }
}

impl<T> Clone for RChunksExact<'_, T> {
    fn clone(&self) -> Self {
        RChunksExact {
            v: self.v,
            rem: self.rem,
            chunk_size: self.chunk_size,
        }
    }
}
