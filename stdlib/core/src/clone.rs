//! Values that can be duplicated.

use crate::marker::PointeeSized;

/// Types whose values can be duplicated.
#[lang = "clone"]
pub trait Clone: Sized {
    /// A duplicate of the value.
    #[must_use = "cloning is often expensive and is not expected to have side effects"]
    fn clone(&self) -> Self;

    /// Makes `self` a duplicate of `source`, perhaps reusing what it holds.
    #[inline]
    fn clone_from(&mut self, source: &Self) {
        *self = source.clone()
    }
}

/// `#[derive(Clone)]`.
#[rustc_builtin_macro]
pub macro Clone($item:item) {
    /* compiler built-in */
}

/// Types whose `clone` is a copy of their bits.
#[lang = "trivial_clone"]
pub unsafe trait TrivialClone: Clone {}

/// Values whose duplicate names the same thing.
#[lang = "use_cloned"]
pub trait UseCloned: Clone {}

/// Named by the expansion of `#[derive(Clone)]`.
#[doc(hidden)]
pub struct AssertParamIsClone<T: Clone + PointeeSized> {
    field: crate::marker::PhantomData<T>,
}

/// Named by the expansion of `#[derive(Clone)]`.
#[doc(hidden)]
pub struct AssertParamIsCopy<T: Copy + PointeeSized> {
    field: crate::marker::PhantomData<T>,
}

macro_rules! clone {
    ($($ty:ty)*) => {
        $(
            impl Clone for $ty {
                #[inline(always)]
                fn clone(&self) -> Self {
                    *self
                }
            }
        )*
    };
}

clone! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 bool char }

impl Clone for ! {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: PointeeSized> Clone for *const T {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: PointeeSized> Clone for *mut T {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: PointeeSized> Clone for &T {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: PointeeSized> !Clone for &mut T {}
