//! `split` and its kin.

use super::{part, part_mut};
use crate::fmt;
use crate::iter::FusedIterator;

impl<T> [T] {
    /// The parts between elements that satisfy the predicate.
    #[inline]
    pub fn split<F: FnMut(&T) -> bool>(&self, pred: F) -> Split<'_, T, F> {
        Split { v: Some(self), pred }
    }

    /// The parts between elements that satisfy the predicate.
    #[inline]
    pub fn split_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> SplitMut<'_, T, F> {
        SplitMut { v: Some(self), pred }
    }

    /// The parts that end with an element that satisfies the predicate.
    #[inline]
    pub fn split_inclusive<F: FnMut(&T) -> bool>(&self, pred: F) -> SplitInclusive<'_, T, F> {
        SplitInclusive {
            v: if self.is_empty() { None } else { Some(self) },
            pred,
        }
    }

    /// The parts that end with an element that satisfies the predicate.
    #[inline]
    pub fn split_inclusive_mut<F: FnMut(&T) -> bool>(
        &mut self,
        pred: F,
    ) -> SplitInclusiveMut<'_, T, F> {
        SplitInclusiveMut {
            v: if self.is_empty() { None } else { Some(self) },
            pred,
        }
    }

    /// As `split`, from the end.
    #[inline]
    pub fn rsplit<F: FnMut(&T) -> bool>(&self, pred: F) -> RSplit<'_, T, F> {
        RSplit {
            inner: self.split(pred),
        }
    }

    /// As `split_mut`, from the end.
    #[inline]
    pub fn rsplit_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> RSplitMut<'_, T, F> {
        RSplitMut {
            inner: self.split_mut(pred),
        }
    }

    /// The parts before and after the first element that satisfies the predicate.
    #[inline]
    pub fn split_once<F: FnMut(&T) -> bool>(&self, pred: F) -> Option<(&[T], &[T])> {
        let mut pred = pred;
        let at = find(self, 0, self.len(), &mut pred)?;
        Some((&self[..at], &self[at + 1..]))
    }

    /// The parts before and after the last element that satisfies the predicate.
    #[inline]
    pub fn rsplit_once<F: FnMut(&T) -> bool>(&self, pred: F) -> Option<(&[T], &[T])> {
        let mut pred = pred;
        let at = find_back(self, self.len(), &mut pred)?;
        Some((&self[..at], &self[at + 1..]))
    }
}

/// The first index in `from..to` whose element satisfies the predicate.
#[inline]
fn find<T, F: FnMut(&T) -> bool>(v: &[T], from: usize, to: usize, pred: &mut F) -> Option<usize> {
    let mut index = from;
    while index < to {
        if pred(&v[index]) {
            return Some(index);
        }
        index += 1;
    }
    None
}

/// The last index below `to` whose element satisfies the predicate.
#[inline]
fn find_back<T, F: FnMut(&T) -> bool>(v: &[T], to: usize, pred: &mut F) -> Option<usize> {
    let mut index = to;
    while index > 0 {
        index -= 1;
        if pred(&v[index]) {
            return Some(index);
        }
    }
    None
}

/// Iterators over the parts between separators; `None` once the last part was given.
macro_rules! split {
    ($(#[$doc:meta])* $Name:ident [$($mutability:ident)?] $part:ident) => {
        $(#[$doc])*
        #[must_use = "iterators are lazy and do nothing unless consumed"]
        pub struct $Name<'a, T: 'a, P> {
            v: Option<&'a $($mutability)? [T]>,
            pred: P,
        }

        impl<T: fmt::Debug, P> fmt::Debug for $Name<'_, T, P> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let _ = f;
                crate::intrinsics::refuse("`{:?}` of this iterator is not supported: it would show fields that are not those of std")
            }
        }

        impl<'a, T, P: FnMut(&T) -> bool> $Name<'a, T, P> {
            /// All that is left, as one part.
            #[inline]
            pub(super) fn finish(&mut self) -> Option<&'a $($mutability)? [T]> {
                self.v.take()
            }
        }

        impl<'a, T, P: FnMut(&T) -> bool> Iterator for $Name<'a, T, P> {
            type Item = &'a $($mutability)? [T];

            #[inline]
            fn next(&mut self) -> Option<Self::Item> {
                let v = self.v.take()?;
                let len = v.len();
                match find(v, 0, len, &mut self.pred) {
                    None => Some(v),
                    Some(at) => {
                        let before = $part(v, 0, at);
                        self.v = Some($part(v, at + 1, len - at - 1));
                        Some(before)
                    }
                }
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                match &self.v {
                    None => (0, Some(0)),
                    Some(v) => (1, Some(v.len() + 1)),
                }
            }
        }

        impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for $Name<'a, T, P> {
            #[inline]
            fn next_back(&mut self) -> Option<Self::Item> {
                let v = self.v.take()?;
                let len = v.len();
                match find_back(v, len, &mut self.pred) {
                    None => Some(v),
                    Some(at) => {
                        let after = $part(v, at + 1, len - at - 1);
                        self.v = Some($part(v, 0, at));
                        Some(after)
                    }
                }
            }
        }

        impl<T, P: FnMut(&T) -> bool> FusedIterator for $Name<'_, T, P> {}
    };
}

split! {
    /// Iterator of `split`.
    Split [] part
}

split! {
    /// Iterator of `split_mut`.
    SplitMut [mut] part_mut
}

impl<T, P: Clone> Clone for Split<'_, T, P> {
    fn clone(&self) -> Self {
        Split {
            v: self.v,
            pred: self.pred.clone(),
        }
    }
}

/// Iterators over the parts that end with a separator.
macro_rules! split_inclusive {
    ($(#[$doc:meta])* $Name:ident [$($mutability:ident)?] $part:ident) => {
        $(#[$doc])*
        #[must_use = "iterators are lazy and do nothing unless consumed"]
        pub struct $Name<'a, T: 'a, P> {
            v: Option<&'a $($mutability)? [T]>,
            pred: P,
        }

        impl<T: fmt::Debug, P> fmt::Debug for $Name<'_, T, P> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let _ = f;
                crate::intrinsics::refuse("`{:?}` of this iterator is not supported: it would show fields that are not those of std")
            }
        }

        impl<'a, T, P: FnMut(&T) -> bool> Iterator for $Name<'a, T, P> {
            type Item = &'a $($mutability)? [T];

            #[inline]
            fn next(&mut self) -> Option<Self::Item> {
                let v = self.v.take()?;
                let len = v.len();
                let size = match find(v, 0, len, &mut self.pred) {
                    None => len,
                    Some(at) => at + 1,
                };
                let first = $part(v, 0, size);
                if size < len {
                    self.v = Some($part(v, size, len - size));
                }
                Some(first)
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                match &self.v {
                    None => (0, Some(0)),
                    Some(v) => (1, Some(if v.is_empty() { 1 } else { v.len() })),
                }
            }
        }

        impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for $Name<'a, T, P> {
            #[inline]
            fn next_back(&mut self) -> Option<Self::Item> {
                let v = self.v.take()?;
                let len = v.len();
                if len == 0 {
                    return None;
                }
                // The last element ends its own part, so it is not asked.
                let start = match find_back(v, len - 1, &mut self.pred) {
                    None => 0,
                    Some(at) => at + 1,
                };
                let last = $part(v, start, len - start);
                if start > 0 {
                    self.v = Some($part(v, 0, start));
                }
                Some(last)
            }
        }

        impl<T, P: FnMut(&T) -> bool> FusedIterator for $Name<'_, T, P> {}
    };
}

split_inclusive! {
    /// Iterator of `split_inclusive`.
    SplitInclusive [] part
}

split_inclusive! {
    /// Iterator of `split_inclusive_mut`.
    SplitInclusiveMut [mut] part_mut
}

impl<T, P: Clone> Clone for SplitInclusive<'_, T, P> {
    fn clone(&self) -> Self {
        SplitInclusive {
            v: self.v,
            pred: self.pred.clone(),
        }
    }
}

/// The same from the end.
macro_rules! rsplit {
    ($($(#[$doc:meta])* $Name:ident $Inner:ident [$($mutability:ident)?];)*) => {
        $(
            $(#[$doc])*
            #[must_use = "iterators are lazy and do nothing unless consumed"]
            pub struct $Name<'a, T: 'a, P> {
                inner: $Inner<'a, T, P>,
            }

            impl<T: fmt::Debug, P> fmt::Debug for $Name<'_, T, P> {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    let _ = f;
                crate::intrinsics::refuse("`{:?}` of this iterator is not supported: it would show fields that are not those of std")
                }
            }

            impl<'a, T, P: FnMut(&T) -> bool> $Name<'a, T, P> {
                /// All that is left, as one part.
                #[inline]
                pub(super) fn finish(&mut self) -> Option<&'a $($mutability)? [T]> {
                    self.inner.finish()
                }
            }

            impl<'a, T, P: FnMut(&T) -> bool> Iterator for $Name<'a, T, P> {
                type Item = &'a $($mutability)? [T];

                #[inline]
                fn next(&mut self) -> Option<Self::Item> {
                    self.inner.next_back()
                }

                #[inline]
                fn size_hint(&self) -> (usize, Option<usize>) {
                    self.inner.size_hint()
                }
            }

            impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for $Name<'a, T, P> {
                #[inline]
                fn next_back(&mut self) -> Option<Self::Item> {
                    self.inner.next()
                }
            }

            impl<T, P: FnMut(&T) -> bool> FusedIterator for $Name<'_, T, P> {}
        )*
    };
}

rsplit! {
    /// Iterator of `rsplit`.
    RSplit Split [];
    /// Iterator of `rsplit_mut`.
    RSplitMut SplitMut [mut];
}
