//! Results as iterators of one or no element.

use crate::iter::FusedIterator;

macro_rules! iterators {
    ($($(#[$doc:meta])* $Name:ident [$($lt:lifetime)?] $Item:ty;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub struct $Name<$($lt,)? T> {
                inner: Option<$Item>,
            }

            impl<$($lt,)? T> Iterator for $Name<$($lt,)? T> {
                type Item = $Item;

                #[inline]
                fn next(&mut self) -> Option<$Item> {
                    self.inner.take()
                }

                #[inline]
                fn size_hint(&self) -> (usize, Option<usize>) {
                    let len = self.inner.is_some() as usize;
                    (len, Some(len))
                }
            }

            impl<$($lt,)? T> DoubleEndedIterator for $Name<$($lt,)? T> {
                #[inline]
                fn next_back(&mut self) -> Option<$Item> {
                    self.inner.take()
                }
            }

            impl<$($lt,)? T> ExactSizeIterator for $Name<$($lt,)? T> {}
            impl<$($lt,)? T> FusedIterator for $Name<$($lt,)? T> {}
        )*
    };
}

iterators! {
    /// Iterator over a reference to the value.
    Iter ['a] &'a T;
    /// Iterator over a mutable reference to the value.
    IterMut ['a] &'a mut T;
    /// Iterator over the value.
    IntoIter [] T;
}

impl<T> Clone for Iter<'_, T> {
    #[inline]
    fn clone(&self) -> Self {
        Iter { inner: self.inner }
    }
}

impl<T: Clone> Clone for IntoIter<T> {
    #[inline]
    fn clone(&self) -> Self {
        IntoIter {
            inner: self.inner.clone(),
        }
    }
}

impl<T, E> Result<T, E> {
    /// Iterator over a reference to the value.
    #[inline]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter {
            inner: self.as_ref().ok(),
        }
    }

    /// Iterator over a mutable reference to the value.
    #[inline]
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut {
            inner: self.as_mut().ok(),
        }
    }
}

impl<T, E> IntoIterator for Result<T, E> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    #[inline]
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { inner: self.ok() }
    }
}

impl<'a, T, E> IntoIterator for &'a Result<T, E> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<'a, T, E> IntoIterator for &'a mut Result<T, E> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;

    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}

impl<A, E, V: FromIterator<A>> FromIterator<Result<A, E>> for Result<V, E> {
    #[inline]
    fn from_iter<I: IntoIterator<Item = Result<A, E>>>(iter: I) -> Result<V, E> {
        crate::iter::try_process(iter.into_iter(), |i| i.collect())
    }
}
