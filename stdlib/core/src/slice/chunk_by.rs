//! `chunk_by`.

use super::{part, part_mut};
use crate::fmt;
use crate::iter::FusedIterator;

impl<T> [T] {
    /// The parts within which the predicate holds for each element and the next.
    #[inline]
    pub fn chunk_by<F: FnMut(&T, &T) -> bool>(&self, pred: F) -> ChunkBy<'_, T, F> {
        ChunkBy {
            slice: self,
            predicate: pred,
        }
    }

    /// The parts within which the predicate holds for each element and the next.
    #[inline]
    pub fn chunk_by_mut<F: FnMut(&T, &T) -> bool>(&mut self, pred: F) -> ChunkByMut<'_, T, F> {
        ChunkByMut {
            slice: self,
            predicate: pred,
        }
    }
}

macro_rules! chunk_by {
    ($($(#[$doc:meta])* $Name:ident [$($mutability:ident)?] $part:ident;)*) => {
        $(
            $(#[$doc])*
            #[must_use = "iterators are lazy and do nothing unless consumed"]
            pub struct $Name<'a, T: 'a, P> {
                slice: &'a $($mutability)? [T],
                predicate: P,
            }

            impl<'a, T, P: FnMut(&T, &T) -> bool> Iterator for $Name<'a, T, P> {
                type Item = &'a $($mutability)? [T];

                #[inline]
                fn next(&mut self) -> Option<Self::Item> {
                    let total = self.slice.len();
                    if total == 0 {
                        return None;
                    }
                    let mut len = 1;
                    while len < total
                        && (self.predicate)(&self.slice[len - 1], &self.slice[len])
                    {
                        len += 1;
                    }
                    let head = $part(self.slice, 0, len);
                    self.slice = $part(self.slice, len, total - len);
                    Some(head)
                }

                #[inline]
                fn size_hint(&self) -> (usize, Option<usize>) {
                    let len = self.slice.len();
                    ((len != 0) as usize, Some(len))
                }

                #[inline]
                fn last(mut self) -> Option<Self::Item> {
                    self.next_back()
                }
            }

            impl<'a, T, P: FnMut(&T, &T) -> bool> DoubleEndedIterator for $Name<'a, T, P> {
                #[inline]
                fn next_back(&mut self) -> Option<Self::Item> {
                    let total = self.slice.len();
                    if total == 0 {
                        return None;
                    }
                    let mut start = total - 1;
                    while start > 0
                        && (self.predicate)(&self.slice[start - 1], &self.slice[start])
                    {
                        start -= 1;
                    }
                    let tail = $part(self.slice, start, total - start);
                    self.slice = $part(self.slice, 0, start);
                    Some(tail)
                }
            }

            impl<T, P: FnMut(&T, &T) -> bool> FusedIterator for $Name<'_, T, P> {}

            impl<T: fmt::Debug, P> fmt::Debug for $Name<'_, T, P> {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.debug_struct(stringify!($Name)).field("slice", &self.slice).finish()
                }
            }
        )*
    };
}

chunk_by! {
    /// Iterator of `chunk_by`.
    ChunkBy [] part;
    /// Iterator of `chunk_by_mut`.
    ChunkByMut [mut] part_mut;
}

impl<T, P: Clone> Clone for ChunkBy<'_, T, P> {
    fn clone(&self) -> Self {
        ChunkBy {
            slice: self.slice,
            predicate: self.predicate.clone(),
        }
    }
}
