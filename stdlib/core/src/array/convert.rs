//! Copies and conversions of arrays.

use crate::borrow::{Borrow, BorrowMut};
use crate::convert::Infallible;
use crate::error::Error;
use crate::fmt;
use crate::intrinsics::{
    array_copy_val, array_new, fixed_array, fixed_from, is_copy, slice_array, slice_offset,
};
use crate::ops::{Index, IndexMut};
use crate::slice::{fixed_mut, fixed_ref};

impl<T: Copy, const N: usize> Copy for [T; N] {}

impl<T: Clone, const N: usize> Clone for [T; N] {
    #[inline]
    fn clone(&self) -> Self {
        if is_copy::<T>() {
            let array = array_new(N);
            array_copy_val(array, 0, fixed_array(self as *const [T; N]), 0, N);
            return fixed_from(array);
        }
        super::from_fn(|index| self[index].clone())
    }
}

/// The slice has another length.
#[derive(Debug, Copy, Clone)]
pub struct TryFromSliceError(());

impl fmt::Display for TryFromSliceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt("could not convert slice to array", f)
    }
}

impl Error for TryFromSliceError {}

impl From<Infallible> for TryFromSliceError {
    fn from(x: Infallible) -> TryFromSliceError {
        match x {}
    }
}

impl<T, const N: usize> AsRef<[T]> for [T; N] {
    #[inline(always)]
    fn as_ref(&self) -> &[T] {
        self
    }
}

impl<T, const N: usize> AsMut<[T]> for [T; N] {
    #[inline(always)]
    fn as_mut(&mut self) -> &mut [T] {
        self
    }
}

impl<T, const N: usize> Borrow<[T]> for [T; N] {
    #[inline(always)]
    fn borrow(&self) -> &[T] {
        self
    }
}

impl<T, const N: usize> BorrowMut<[T]> for [T; N] {
    #[inline(always)]
    fn borrow_mut(&mut self) -> &mut [T] {
        self
    }
}

impl<T: Copy, const N: usize> TryFrom<&[T]> for [T; N] {
    type Error = TryFromSliceError;

    #[inline]
    fn try_from(slice: &[T]) -> Result<[T; N], TryFromSliceError> {
        if slice.len() != N {
            return Err(TryFromSliceError(()));
        }
        let array = array_new(N);
        array_copy_val(array, 0, slice_array(slice), slice_offset(slice), N);
        Ok(fixed_from(array))
    }
}

impl<T: Copy, const N: usize> TryFrom<&mut [T]> for [T; N] {
    type Error = TryFromSliceError;

    #[inline]
    fn try_from(slice: &mut [T]) -> Result<[T; N], TryFromSliceError> {
        <Self>::try_from(&*slice)
    }
}

impl<'a, T, const N: usize> TryFrom<&'a [T]> for &'a [T; N] {
    type Error = TryFromSliceError;

    #[inline]
    fn try_from(slice: &'a [T]) -> Result<&'a [T; N], TryFromSliceError> {
        if slice.len() == N {
            Ok(fixed_ref(slice))
        } else {
            Err(TryFromSliceError(()))
        }
    }
}

impl<'a, T, const N: usize> TryFrom<&'a mut [T]> for &'a mut [T; N] {
    type Error = TryFromSliceError;

    #[inline]
    fn try_from(slice: &'a mut [T]) -> Result<&'a mut [T; N], TryFromSliceError> {
        if slice.len() == N {
            Ok(fixed_mut(slice))
        } else {
            Err(TryFromSliceError(()))
        }
    }
}

impl<T, I, const N: usize> Index<I> for [T; N]
where
    [T]: Index<I>,
{
    type Output = <[T] as Index<I>>::Output;

    #[inline(always)]
    #[track_caller]
    fn index(&self, index: I) -> &Self::Output {
        Index::index(self as &[T], index)
    }
}

impl<T, I, const N: usize> IndexMut<I> for [T; N]
where
    [T]: IndexMut<I>,
{
    #[inline(always)]
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut Self::Output {
        IndexMut::index_mut(self as &mut [T], index)
    }
}

/// `Default` for each length: the empty array needs no default of the elements.
macro_rules! default {
    ($($N:literal)*) => {
        $(
            impl<T: Default> Default for [T; $N] {
                #[inline]
                fn default() -> [T; $N] {
                    super::from_fn(|_| T::default())
                }
            }
        )*
    };
}

default! { 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 }

impl<T> Default for [T; 0] {
    #[inline]
    fn default() -> [T; 0] {
        []
    }
}

impl<T> Default for &[T] {
    #[inline]
    fn default() -> Self {
        &[]
    }
}

impl<T> Default for &mut [T] {
    #[inline]
    fn default() -> Self {
        &mut []
    }
}
