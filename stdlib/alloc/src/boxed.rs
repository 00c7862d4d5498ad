//! `Box<T>`: one value on the heap.
//!
//! The compiler knows the type: `*b` is its content, which can be moved out, and a box costs
//! nothing beyond its content. Traits that name other types stand in the files below this one.

mod callable;
mod convert;
mod error;
mod iter;

use core::any::Any;
use core::borrow::{Borrow, BorrowMut};
use core::cmp::Ordering;
use core::fmt;
use core::future::Future;
use core::hash::{Hash, Hasher};
use core::marker::{PhantomData, Unpin, Unsize};
use core::mem::{ManuallyDrop, MaybeUninit};
use core::ops::{CoerceUnsized, Deref, DerefMut, DerefPure, DispatchFromDyn, LegacyReceiver};
use core::pin::Pin;
use core::task::{Context, Poll};

use crate::prim::{
    array_new, box_from_raw, box_into_inner, box_new, box_slice_array, box_slice_from, transmute,
};
use crate::vec::Vec;

/// A value on the heap and its only owner.
#[lang = "owned_box"]
#[fundamental]
pub struct Box<T: ?Sized>(*const T, PhantomData<T>);

unsafe impl<T: ?Sized + Send> Send for Box<T> {}
unsafe impl<T: ?Sized + Sync> Sync for Box<T> {}

impl<T> Box<T> {
    /// Puts the value on the heap.
    #[inline(always)]
    pub fn new(x: T) -> Box<T> {
        box_new(x)
    }

    /// Room for a value.
    #[inline]
    pub fn new_uninit() -> Box<MaybeUninit<T>> {
        Box::new(MaybeUninit::uninit())
    }

    /// Puts a value on the heap from where it does not move again.
    #[inline]
    pub fn pin(x: T) -> Pin<Box<T>> {
        Box::into_pin(Box::new(x))
    }

    /// The value.
    #[inline]
    pub fn into_inner(boxed: Box<T>) -> T {
        box_into_inner(boxed)
    }

    /// The value as a slice of one.
    pub fn into_boxed_slice(boxed: Box<T>) -> Box<[T]> {
        let array = array_new(1);
        crate::prim::array_write(array, 0, box_into_inner(boxed));
        box_slice_from(array)
    }
}

impl<T> Box<[T]> {
    /// Room for `len` values.
    pub fn new_uninit_slice(len: usize) -> Box<[MaybeUninit<T>]> {
        box_slice_from(array_new(len))
    }
}

impl<T> Box<MaybeUninit<T>> {
    /// Declares the value initialised.
    #[inline]
    pub unsafe fn assume_init(self) -> Box<T> {
        Box::new(unsafe { box_into_inner(self).assume_init() })
    }

    /// Initialises the value.
    #[inline]
    pub fn write(_boxed: Box<MaybeUninit<T>>, value: T) -> Box<T> {
        Box::new(value)
    }
}

impl<T> Box<[MaybeUninit<T>]> {
    /// Declares all values initialised.
    #[inline]
    pub unsafe fn assume_init(self) -> Box<[T]> {
        box_slice_from(transmute(box_slice_array(self)))
    }
}

impl<T: ?Sized> Box<T> {
    /// The box whose content `raw` names; it came from `into_raw`.
    #[inline]
    pub unsafe fn from_raw(raw: *mut T) -> Box<T> {
        box_from_raw(raw)
    }

    /// A pointer to the content, which is nobody's now.
    #[inline]
    pub fn into_raw(b: Box<T>) -> *mut T {
        Box::leak(b)
    }

    /// A pointer to the content.
    #[inline]
    pub fn as_ptr(b: &Box<T>) -> *const T {
        &**b
    }

    /// A mutable pointer to the content.
    #[inline]
    pub fn as_mut_ptr(b: &mut Box<T>) -> *mut T {
        &mut **b
    }

    /// A reference that lives for ever.
    #[inline]
    pub fn leak<'a>(b: Box<T>) -> &'a mut T
    where
        T: 'a,
    {
        let mut kept = ManuallyDrop::new(b);
        let content: *mut T = &mut **kept;
        unsafe { &mut *content }
    }

    /// Declares that the content does not move again.
    #[inline]
    pub fn into_pin(boxed: Box<T>) -> Pin<Box<T>> {
        unsafe { Pin::new_unchecked(boxed) }
    }
}

macro_rules! downcast {
    ($($bounds:ty),*) => {
        $(
            impl Box<$bounds> {
                /// The content if it is a `T`, else the box back.
                #[inline]
                pub fn downcast<T: Any>(self) -> Result<Box<T>, Self> {
                    if self.is::<T>() {
                        Ok(unsafe { self.downcast_unchecked() })
                    } else {
                        Err(self)
                    }
                }

                /// The content, which is a `T`.
                #[inline]
                pub unsafe fn downcast_unchecked<T: Any>(self) -> Box<T> {
                    unsafe { Box::from_raw(Box::into_raw(self) as *mut T) }
                }
            }
        )*
    };
}

downcast! { dyn Any, dyn Any + Send, dyn Any + Send + Sync }

impl<T: ?Sized> Deref for Box<T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        &**self
    }
}

impl<T: ?Sized> DerefMut for Box<T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        &mut **self
    }
}

impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Box<U>> for Box<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Box<U>> for Box<T> {}
impl<T: ?Sized> LegacyReceiver for Box<T> {}
impl<T: ?Sized> Unpin for Box<T> {}
unsafe impl<T: ?Sized> DerefPure for Box<T> {}

impl<T: Clone> Clone for Box<T> {
    #[inline]
    fn clone(&self) -> Box<T> {
        Box::new((**self).clone())
    }

    #[inline]
    fn clone_from(&mut self, source: &Box<T>) {
        (**self).clone_from(&**source);
    }
}

impl<T: Clone> Clone for Box<[T]> {
    fn clone(&self) -> Box<[T]> {
        self.to_vec().into_boxed_slice()
    }
}

impl Clone for Box<str> {
    fn clone(&self) -> Box<str> {
        Box::from(&**self)
    }
}

impl<T: Default> Default for Box<T> {
    #[inline]
    fn default() -> Box<T> {
        Box::new(T::default())
    }
}

impl<T> Default for Box<[T]> {
    fn default() -> Box<[T]> {
        Vec::new().into_boxed_slice()
    }
}

impl Default for Box<str> {
    fn default() -> Box<str> {
        Box::from("")
    }
}

impl<T: ?Sized + PartialEq> PartialEq for Box<T> {
    #[inline]
    fn eq(&self, other: &Box<T>) -> bool {
        PartialEq::eq(&**self, &**other)
    }

    #[inline]
    fn ne(&self, other: &Box<T>) -> bool {
        PartialEq::ne(&**self, &**other)
    }
}

impl<T: ?Sized + Eq> Eq for Box<T> {}

impl<T: ?Sized + PartialOrd> PartialOrd for Box<T> {
    #[inline]
    fn partial_cmp(&self, other: &Box<T>) -> Option<Ordering> {
        PartialOrd::partial_cmp(&**self, &**other)
    }

    #[inline]
    fn lt(&self, other: &Box<T>) -> bool {
        PartialOrd::lt(&**self, &**other)
    }

    #[inline]
    fn le(&self, other: &Box<T>) -> bool {
        PartialOrd::le(&**self, &**other)
    }

    #[inline]
    fn gt(&self, other: &Box<T>) -> bool {
        PartialOrd::gt(&**self, &**other)
    }

    #[inline]
    fn ge(&self, other: &Box<T>) -> bool {
        PartialOrd::ge(&**self, &**other)
    }
}

impl<T: ?Sized + Ord> Ord for Box<T> {
    #[inline]
    fn cmp(&self, other: &Box<T>) -> Ordering {
        Ord::cmp(&**self, &**other)
    }
}

impl<T: ?Sized + Hash> Hash for Box<T> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl<T: ?Sized + Hasher> Hasher for Box<T> {
    fn finish(&self) -> u64 {
        (**self).finish()
    }

    fn write(&mut self, bytes: &[u8]) {
        (**self).write(bytes);
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for Box<T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Box<T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl<T: ?Sized> fmt::Pointer for Box<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let content: *const T = &**self;
        fmt::Pointer::fmt(&content, f)
    }
}

impl<T: ?Sized> Borrow<T> for Box<T> {
    #[inline]
    fn borrow(&self) -> &T {
        &**self
    }
}

impl<T: ?Sized> BorrowMut<T> for Box<T> {
    #[inline]
    fn borrow_mut(&mut self) -> &mut T {
        &mut **self
    }
}

impl<T: ?Sized> AsRef<T> for Box<T> {
    #[inline]
    fn as_ref(&self) -> &T {
        &**self
    }
}

impl<T: ?Sized> AsMut<T> for Box<T> {
    #[inline]
    fn as_mut(&mut self) -> &mut T {
        &mut **self
    }
}

// Without `F: Unpin`: the compiler does not know that of a `dyn Future + Unpin`.
impl<F: ?Sized + Future> Future for Box<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        F::poll(unsafe { Pin::new_unchecked(&mut **self) }, cx)
    }
}
