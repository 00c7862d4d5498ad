//! Arrays of a fixed length.

mod cmp;
mod convert;
mod into_iter;

pub use self::convert::TryFromSliceError;
pub use self::into_iter::IntoIter;

use crate::intrinsics::{
    array_mut, array_new, array_read, array_write, fixed_array, fixed_from, forget, needs_drop,
    slice_array, slice_offset, RawArray,
};
use crate::ops::{ControlFlow, FromResidual, Residual, Try};

/// An array of the results of `f(0)`, `f(1)`, ….
#[inline]
pub fn from_fn<T, const N: usize, F: FnMut(usize) -> T>(mut f: F) -> [T; N] {
    let array = array_new(N);
    let mut done = Part {
        array,
        start: 0,
        end: 0,
    };
    while done.end < N {
        array_write(array, done.end, f(done.end));
        done.end += 1;
    }
    forget(done);
    fixed_from(array)
}

/// Elements that are dropped when a panic leaves the loop that makes or takes them.
#[doc(hidden)]
pub struct Part<T> {
    pub array: RawArray<T>,
    pub start: usize,
    pub end: usize,
}

#[cfg(panic = "unwind")]
impl<T> Drop for Part<T> {
    fn drop(&mut self) {
        while self.start < self.end {
            let element = array_read(self.array, self.start);
            self.start += 1;
            drop(element);
        }
    }
}

/// An array of the outputs of `f(0)`, `f(1)`, …, unless one is missing.
#[inline]
pub fn try_from_fn<R, const N: usize, F>(
    mut f: F,
) -> <R::Residual as Residual<[R::Output; N]>>::TryType
where
    F: FnMut(usize) -> R,
    R: Try<Residual: Residual<[R::Output; N]>>,
{
    let array = array_new(N);
    let mut index = 0;
    while index < N {
        match f(index).branch() {
            ControlFlow::Continue(value) => array_write(array, index, value),
            ControlFlow::Break(residual) => {
                if needs_drop::<R::Output>() {
                    let mut made = 0;
                    while made < index {
                        drop(array_read(array, made));
                        made += 1;
                    }
                }
                return FromResidual::from_residual(residual);
            }
        }
        index += 1;
    }
    Try::from_output(fixed_from(array))
}

/// An array of clones.
#[inline]
#[must_use = "cloning is often expensive and is not expected to have side effects"]
pub fn repeat<T: Clone, const N: usize>(val: T) -> [T; N] {
    from_fn(|_| val.clone())
}

/// The value as an array of one element. It is frozen while it is borrowed, so a copy serves.
#[inline]
pub const fn from_ref<T>(s: &T) -> &[T; 1] {
    crate::slice::fixed_ref(crate::slice::from_ref(s))
}

/// A value by itself lies in no array.
#[wrc::refused = "`array::from_mut` is not supported: the value is not stored in an array; use an array of one element"]
pub const fn from_mut<T>(s: &mut T) -> &mut [T; 1] {
    crate::intrinsics::abort()
}

impl<T, const N: usize> [T; N] {
    /// An array of what `f` makes of each element.
    #[inline]
    pub fn map<F: FnMut(T) -> U, U>(self, mut f: F) -> [U; N] {
        let from = fixed_array(&self as *const [T; N]);
        forget(self);
        let to = array_new(N);
        let mut rest = Part {
            array: from,
            start: 0,
            end: N,
        };
        let mut done = Part {
            array: to,
            start: 0,
            end: 0,
        };
        while done.end < N {
            let element = array_read(from, done.end);
            rest.start += 1;
            array_write(to, done.end, f(element));
            done.end += 1;
        }
        forget(done);
        forget(rest);
        fixed_from(to)
    }

    /// An array of what `f` makes of each element, unless one is missing.
    pub fn try_map<R>(
        self,
        f: impl FnMut(T) -> R,
    ) -> <R::Residual as Residual<[R::Output; N]>>::TryType
    where
        R: Try<Residual: Residual<[R::Output; N]>>,
    {
        let mut f = f;
        let mut elements = self.into_iter();
        try_from_fn(|_| match elements.next() {
            Some(element) => f(element),
            None => crate::intrinsics::unreachable(),
        })
    }

    /// The elements as a slice.
    #[inline(always)]
    pub const fn as_slice(&self) -> &[T] {
        self
    }

    /// The elements as a slice.
    #[inline(always)]
    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        self
    }

    /// An array of references to the elements.
    #[inline]
    pub fn each_ref(&self) -> [&T; N] {
        from_fn(|index| &self[index])
    }

    /// An array of references to the elements.
    #[inline]
    pub fn each_mut(&mut self) -> [&mut T; N] {
        let all: &[T] = self;
        let (array, offset) = (slice_array(all), slice_offset(all));
        from_fn(|index| array_mut(array, offset + index))
    }

    /// The first `M` elements and the others.
    #[inline]
    pub fn split_array_ref<const M: usize>(&self) -> (&[T; M], &[T]) {
        let all: &[T] = self;
        match all.split_first_chunk() {
            Some(parts) => parts,
            None => panic!("mid > len"),
        }
    }
}
