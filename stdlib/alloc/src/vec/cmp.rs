//! Equality of vectors with everything slice-like.

use core::cmp::{Ord, Ordering, PartialEq, PartialOrd};

use super::Vec;
use crate::borrow::Cow;

macro_rules! eq_as_slices {
    ([$($generics:tt)*] $left:ty, $right:ty $(, where $($bound:tt)*)?) => {
        impl<T: PartialEq<U>, U, $($generics)*> PartialEq<$right> for $left
        $(where $($bound)*)?
        {
            #[inline]
            fn eq(&self, other: &$right) -> bool {
                PartialEq::eq(&self[..], &other[..])
            }

            #[inline]
            fn ne(&self, other: &$right) -> bool {
                PartialEq::ne(&self[..], &other[..])
            }
        }
    };
}

eq_as_slices! { [] Vec<T>, Vec<U> }
eq_as_slices! { [] Vec<T>, &[U] }
eq_as_slices! { [] Vec<T>, &mut [U] }
eq_as_slices! { [] &[T], Vec<U> }
eq_as_slices! { [] &mut [T], Vec<U> }
eq_as_slices! { [] Vec<T>, [U] }
eq_as_slices! { [] [T], Vec<U> }
eq_as_slices! { [] Cow<'_, [T]>, Vec<U>, where T: Clone }
eq_as_slices! { [] Cow<'_, [T]>, &[U], where T: Clone }
eq_as_slices! { [] Cow<'_, [T]>, &mut [U], where T: Clone }
eq_as_slices! { [const N: usize] Vec<T>, [U; N] }
eq_as_slices! { [const N: usize] Vec<T>, &[U; N] }

impl<T: Eq> Eq for Vec<T> {}

impl<T: PartialOrd> PartialOrd for Vec<T> {
    #[inline]
    fn partial_cmp(&self, other: &Vec<T>) -> Option<Ordering> {
        PartialOrd::partial_cmp(&**self, &**other)
    }
}

impl<T: Ord> Ord for Vec<T> {
    #[inline]
    fn cmp(&self, other: &Vec<T>) -> Ordering {
        Ord::cmp(&**self, &**other)
    }
}
