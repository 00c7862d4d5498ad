//! What boxes are made from.

use core::pin::Pin;

use super::Box;
use crate::borrow::Cow;
use crate::prim::{
    box_slice_array, box_slice_from, box_str_from, box_str_into, fixed_array, fixed_from,
};
use crate::vec::Vec;

impl<T> From<T> for Box<T> {
    #[inline]
    fn from(value: T) -> Box<T> {
        Box::new(value)
    }
}

impl<T: ?Sized> From<Box<T>> for Pin<Box<T>> {
    #[inline]
    fn from(boxed: Box<T>) -> Pin<Box<T>> {
        Box::into_pin(boxed)
    }
}

impl<T: Clone> From<&[T]> for Box<[T]> {
    #[inline]
    fn from(slice: &[T]) -> Box<[T]> {
        slice.to_vec().into_boxed_slice()
    }
}

impl<T: Clone> From<&mut [T]> for Box<[T]> {
    #[inline]
    fn from(slice: &mut [T]) -> Box<[T]> {
        slice.to_vec().into_boxed_slice()
    }
}

impl<T: Clone> From<Cow<'_, [T]>> for Box<[T]> {
    fn from(cow: Cow<'_, [T]>) -> Box<[T]> {
        match cow {
            Cow::Borrowed(slice) => Box::from(slice),
            Cow::Owned(vec) => Box::from(vec),
        }
    }
}

impl<T, const N: usize> From<[T; N]> for Box<[T]> {
    fn from(array: [T; N]) -> Box<[T]> {
        let elements = fixed_array(&array);
        core::mem::forget(array);
        box_slice_from(elements)
    }
}

impl From<&str> for Box<str> {
    #[inline]
    fn from(s: &str) -> Box<str> {
        box_str_from(Box::from(s.as_bytes()))
    }
}

impl From<&mut str> for Box<str> {
    #[inline]
    fn from(s: &mut str) -> Box<str> {
        Box::from(&*s)
    }
}

impl From<Cow<'_, str>> for Box<str> {
    fn from(cow: Cow<'_, str>) -> Box<str> {
        match cow {
            Cow::Borrowed(s) => Box::from(s),
            Cow::Owned(s) => Box::from(s),
        }
    }
}

impl From<Box<str>> for Box<[u8]> {
    #[inline]
    fn from(s: Box<str>) -> Box<[u8]> {
        box_str_into(s)
    }
}

impl<T, const N: usize> TryFrom<Box<[T]>> for Box<[T; N]> {
    type Error = Box<[T]>;

    fn try_from(slice: Box<[T]>) -> Result<Box<[T; N]>, Box<[T]>> {
        if slice.len() == N {
            Ok(Box::new(fixed_from(box_slice_array(slice))))
        } else {
            Err(slice)
        }
    }
}

impl<T, const N: usize> TryFrom<Vec<T>> for Box<[T; N]> {
    type Error = Vec<T>;

    fn try_from(vec: Vec<T>) -> Result<Box<[T; N]>, Vec<T>> {
        if vec.len() == N {
            let array = vec.into_exact_array();
            Ok(Box::new(fixed_from(array)))
        } else {
            Err(vec)
        }
    }
}
