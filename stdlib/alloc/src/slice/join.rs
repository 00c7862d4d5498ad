//! `concat` and `join`.

use core::borrow::Borrow;

use crate::str::join_text;
use crate::string::String;
use crate::vec::Vec;

/// What `concat` works on.
pub trait Concat<Item: ?Sized> {
    /// What comes out.
    type Output;

    /// The elements of the elements, one after the other.
    fn concat(slice: &Self) -> Self::Output;
}

/// What `join` works on.
pub trait Join<Separator> {
    /// What comes out.
    type Output;

    /// The elements of the elements, with a separator between them.
    fn join(slice: &Self, sep: Separator) -> Self::Output;
}

impl<T: Clone, V: Borrow<[T]>> Concat<T> for [V] {
    type Output = Vec<T>;

    fn concat(slice: &Self) -> Vec<T> {
        join_slices(slice, &[])
    }
}

impl<T: Clone, V: Borrow<[T]>> Join<&T> for [V] {
    type Output = Vec<T>;

    fn join(slice: &Self, sep: &T) -> Vec<T> {
        join_slices(slice, core::slice::from_ref(sep))
    }
}

impl<T: Clone, V: Borrow<[T]>> Join<&[T]> for [V] {
    type Output = Vec<T>;

    fn join(slice: &Self, sep: &[T]) -> Vec<T> {
        join_slices(slice, sep)
    }
}

impl<S: Borrow<str>> Concat<str> for [S] {
    type Output = String;

    fn concat(slice: &Self) -> String {
        join_text(slice, "")
    }
}

impl<S: Borrow<str>> Join<&str> for [S] {
    type Output = String;

    fn join(slice: &Self, sep: &str) -> String {
        join_text(slice, sep)
    }
}

fn join_slices<T: Clone, V: Borrow<[T]>>(pieces: &[V], sep: &[T]) -> Vec<T> {
    let mut len = sep.len() * pieces.len().saturating_sub(1);
    for piece in pieces {
        len += piece.borrow().len();
    }
    let mut vec = Vec::with_capacity(len);
    let mut is_first = true;
    for piece in pieces {
        if is_first {
            is_first = false;
        } else {
            vec.extend_from_slice(sep);
        }
        vec.extend_from_slice(piece.borrow());
    }
    vec
}
