//! Options as iterators of one or no element.

use crate::iter::FusedIterator;

/// Iterator over the value of an option.
#[derive(Clone, Debug)]
struct Item<A> {
    opt: Option<A>,
}

impl<A> Iterator for Item<A> {
    type Item = A;

    #[inline]
    fn next(&mut self) -> Option<A> {
        self.opt.take()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.opt.is_some() as usize;
        (len, Some(len))
    }
}

impl<A> DoubleEndedIterator for Item<A> {
    #[inline]
    fn next_back(&mut self) -> Option<A> {
        self.opt.take()
    }
}

macro_rules! iterators {
    ($($(#[$doc:meta])* $Name:ident [$($lt:lifetime)?] $Item:ty;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub struct $Name<$($lt,)? A> {
                inner: Item<$Item>,
            }

            impl<$($lt,)? A> Iterator for $Name<$($lt,)? A> {
                type Item = $Item;

                #[inline]
                fn next(&mut self) -> Option<$Item> {
                    self.inner.next()
                }

                #[inline]
                fn size_hint(&self) -> (usize, Option<usize>) {
                    self.inner.size_hint()
                }
            }

            impl<$($lt,)? A> DoubleEndedIterator for $Name<$($lt,)? A> {
                #[inline]
                fn next_back(&mut self) -> Option<$Item> {
                    self.inner.next_back()
                }
            }

            impl<$($lt,)? A> ExactSizeIterator for $Name<$($lt,)? A> {}
            impl<$($lt,)? A> FusedIterator for $Name<$($lt,)? A> {}
        )*
    };
}

iterators! {
    /// Iterator over a reference to the value.
    Iter ['a] &'a A;
    /// Iterator over a mutable reference to the value.
    IterMut ['a] &'a mut A;
    /// Iterator over the value.
    IntoIter [] A;
}

impl<A> Clone for Iter<'_, A> {
    #[inline]
    fn clone(&self) -> Self {
        Iter {
            inner: self.inner.clone(),
        }
    }
}

impl<A: Clone> Clone for IntoIter<A> {
    #[inline]
    fn clone(&self) -> Self {
        IntoIter {
            inner: self.inner.clone(),
        }
    }
}

impl<T> Option<T> {
    /// Iterator over a reference to the value.
    #[inline]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter {
            inner: Item { opt: self.as_ref() },
        }
    }

    /// Iterator over a mutable reference to the value.
    #[inline]
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut {
            inner: Item { opt: self.as_mut() },
        }
    }
}

impl<T> IntoIterator for Option<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    #[inline]
    fn into_iter(self) -> IntoIter<T> {
        IntoIter {
            inner: Item { opt: self },
        }
    }
}

impl<'a, T> IntoIterator for &'a Option<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Option<T> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;

    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}

impl<A, V: FromIterator<A>> FromIterator<Option<A>> for Option<V> {
    #[inline]
    fn from_iter<I: IntoIterator<Item = Option<A>>>(iter: I) -> Option<V> {
        crate::iter::try_process(iter.into_iter(), |i| i.collect())
    }
}
