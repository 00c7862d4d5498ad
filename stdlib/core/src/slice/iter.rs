//! `iter` and `iter_mut`: an array and two indices.

use crate::fmt;
use crate::intrinsics::{
    array_mut, array_ref, slice_array, slice_from, slice_from_mut, slice_len, slice_offset,
    unchecked_add, unchecked_sub, RawArray,
};
use crate::iter::{FusedIterator, TrustedLen};
use crate::marker::PhantomData;

macro_rules! iterators {
    ($($(#[$doc:meta])* $Name:ident $($mutability:ident)?: $element:ident $slice:ident;)*) => {
        $(
            $(#[$doc])*
            #[wrc::flat]
            #[must_use = "iterators are lazy and do nothing unless consumed"]
            pub struct $Name<'a, T: 'a> {
                array: RawArray<T>,
                pos: usize,
                end: usize,
                marker: PhantomData<&'a $($mutability)? T>,
            }

            unsafe impl<T: Sync> Sync for $Name<'_, T> {}

            impl<'a, T> $Name<'a, T> {
                #[inline(always)]
                pub(super) const fn new(slice: &'a $($mutability)? [T]) -> Self {
                    let pos = slice_offset(slice);
                    $Name {
                        array: slice_array(slice),
                        pos,
                        end: unchecked_add(pos, slice_len(slice)),
                        marker: PhantomData,
                    }
                }

                /// The number of elements left.
                #[inline(always)]
                const fn remaining(&self) -> usize {
                    unchecked_sub(self.end, self.pos)
                }
            }

            impl<'a, T> Iterator for $Name<'a, T> {
                type Item = &'a $($mutability)? T;

                #[inline(always)]
                fn next(&mut self) -> Option<Self::Item> {
                    let at = self.pos;
                    if at == self.end {
                        None
                    } else {
                        self.pos = unchecked_add(at, 1);
                        Some($element(self.array, at))
                    }
                }

                #[inline]
                fn size_hint(&self) -> (usize, Option<usize>) {
                    let len = self.remaining();
                    (len, Some(len))
                }

                #[inline]
                fn count(self) -> usize {
                    self.remaining()
                }

                #[inline]
                fn nth(&mut self, n: usize) -> Option<Self::Item> {
                    if n >= self.remaining() {
                        self.pos = self.end;
                        return None;
                    }
                    let at = unchecked_add(self.pos, n);
                    self.pos = unchecked_add(at, 1);
                    Some($element(self.array, at))
                }

                #[inline]
                fn last(mut self) -> Option<Self::Item> {
                    self.next_back()
                }

                #[inline]
                fn fold<Acc, F>(self, init: Acc, mut f: F) -> Acc
                where
                    F: FnMut(Acc, Self::Item) -> Acc,
                {
                    let array = self.array;
                    let end = self.end;
                    let mut at = self.pos;
                    let mut acc = init;
                    while at < end {
                        acc = f(acc, $element(array, at));
                        at = unchecked_add(at, 1);
                    }
                    acc
                }
            }

            impl<T> DoubleEndedIterator for $Name<'_, T> {
                #[inline(always)]
                fn next_back(&mut self) -> Option<Self::Item> {
                    if self.pos == self.end {
                        None
                    } else {
                        let at = unchecked_sub(self.end, 1);
                        self.end = at;
                        Some($element(self.array, at))
                    }
                }

                #[inline]
                fn nth_back(&mut self, n: usize) -> Option<Self::Item> {
                    if n >= self.remaining() {
                        self.end = self.pos;
                        return None;
                    }
                    let at = unchecked_sub(unchecked_sub(self.end, n), 1);
                    self.end = at;
                    Some($element(self.array, at))
                }
            }

            impl<T> ExactSizeIterator for $Name<'_, T> {
                #[inline(always)]
                fn len(&self) -> usize {
                    self.remaining()
                }
            }

            impl<T> FusedIterator for $Name<'_, T> {}
            unsafe impl<T> TrustedLen for $Name<'_, T> {}

            impl<'a, T> IntoIterator for &'a $($mutability)? [T] {
                type Item = &'a $($mutability)? T;
                type IntoIter = $Name<'a, T>;

                #[inline(always)]
                fn into_iter(self) -> $Name<'a, T> {
                    $Name::new(self)
                }
            }
        )*
    };
}

iterators! {
    /// Iterator over references to the elements.
    Iter: array_ref slice_from;
    /// Iterator over mutable references to the elements.
    IterMut mut: array_mut slice_from_mut;
}

impl<'a, T> Iter<'a, T> {
    /// What is left.
    #[inline]
    #[must_use]
    pub fn as_slice(&self) -> &'a [T] {
        slice_from(self.array, self.pos, self.remaining())
    }
}

impl<'a, T> IterMut<'a, T> {
    /// What is left.
    #[inline]
    #[must_use]
    pub fn into_slice(self) -> &'a mut [T] {
        slice_from_mut(self.array, self.pos, self.remaining())
    }

    /// What is left.
    #[inline]
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        slice_from(self.array, self.pos, self.remaining())
    }

    /// What is left.
    #[inline]
    #[must_use]
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        slice_from_mut(self.array, self.pos, self.remaining())
    }
}

impl<T> Clone for Iter<'_, T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        Iter {
            array: self.array,
            pos: self.pos,
            end: self.end,
            marker: PhantomData,
        }
    }
}

impl<T> AsRef<[T]> for Iter<'_, T> {
    #[inline]
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T> AsRef<[T]> for IterMut<'_, T> {
    #[inline]
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T> Default for Iter<'_, T> {
    fn default() -> Self {
        (&[]).into_iter()
    }
}

impl<T> Default for IterMut<'_, T> {
    fn default() -> Self {
        (&mut []).into_iter()
    }
}

impl<T: fmt::Debug> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Iter").field(&self.as_slice()).finish()
    }
}

impl<T: fmt::Debug> fmt::Debug for IterMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IterMut").field(&self.as_slice()).finish()
    }
}
