//! The guards of `RefCell`: they keep the flag up to date.

use crate::intrinsics::forget;
use crate::marker::{PhantomData, Unsize};
use crate::ops::{CoerceUnsized, Deref, DerefMut, DerefPure};

/// One counted shared borrow.
#[wrc::flat]
pub(super) struct BorrowRef<'b> {
    flag: *mut isize,
    lifetime: PhantomData<&'b isize>,
}

impl<'b> BorrowRef<'b> {
    /// The borrow must be counted already.
    #[inline(always)]
    pub(super) fn new(flag: *mut isize) -> BorrowRef<'b> {
        BorrowRef {
            flag,
            lifetime: PhantomData,
        }
    }
}

impl Drop for BorrowRef<'_> {
    #[inline]
    fn drop(&mut self) {
        unsafe { *self.flag -= 1 }
    }
}

impl Clone for BorrowRef<'_> {
    #[inline]
    fn clone(&self) -> Self {
        unsafe { *self.flag += 1 }
        BorrowRef::new(self.flag)
    }
}

/// One counted mutable borrow.
#[wrc::flat]
pub(super) struct BorrowRefMut<'b> {
    flag: *mut isize,
    lifetime: PhantomData<&'b mut isize>,
}

impl<'b> BorrowRefMut<'b> {
    /// The borrow must be counted already.
    #[inline(always)]
    pub(super) fn new(flag: *mut isize) -> BorrowRefMut<'b> {
        BorrowRefMut {
            flag,
            lifetime: PhantomData,
        }
    }

    /// A second borrow of a part beside another.
    #[inline]
    fn split(&self) -> BorrowRefMut<'b> {
        unsafe { *self.flag -= 1 }
        BorrowRefMut::new(self.flag)
    }
}

impl Drop for BorrowRefMut<'_> {
    #[inline]
    fn drop(&mut self) {
        unsafe { *self.flag += 1 }
    }
}

/// A shared borrow of a `RefCell`'s value.
#[wrc::flat]
#[must_not_suspend = "holding a Ref across suspend points can cause BorrowErrors"]
pub struct Ref<'b, T: ?Sized + 'b> {
    pub(super) value: &'b T,
    pub(super) borrow: BorrowRef<'b>,
}

impl<T: ?Sized> Deref for Ref<'_, T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        self.value
    }
}

unsafe impl<T: ?Sized> DerefPure for Ref<'_, T> {}

impl<'b, T: ?Sized> Ref<'b, T> {
    /// Another borrow of the same value.
    #[inline]
    #[must_use]
    pub fn clone(orig: &Ref<'b, T>) -> Ref<'b, T> {
        Ref {
            value: orig.value,
            borrow: orig.borrow.clone(),
        }
    }

    /// The borrow of a part of the value.
    #[inline]
    pub fn map<U: ?Sized, F: FnOnce(&T) -> &U>(orig: Ref<'b, T>, f: F) -> Ref<'b, U> {
        Ref {
            value: f(orig.value),
            borrow: orig.borrow,
        }
    }

    /// The borrow of a part of the value, if there is that part.
    #[inline]
    pub fn filter_map<U: ?Sized, F>(orig: Ref<'b, T>, f: F) -> Result<Ref<'b, U>, Self>
    where
        F: FnOnce(&T) -> Option<&U>,
    {
        match f(orig.value) {
            Some(value) => Ok(Ref {
                value,
                borrow: orig.borrow,
            }),
            None => Err(orig),
        }
    }

    /// The borrows of two parts of the value.
    #[inline]
    pub fn map_split<U: ?Sized, V: ?Sized, F>(orig: Ref<'b, T>, f: F) -> (Ref<'b, U>, Ref<'b, V>)
    where
        F: FnOnce(&T) -> (&U, &V),
    {
        let (a, b) = f(orig.value);
        let borrow = orig.borrow.clone();
        (
            Ref { value: a, borrow },
            Ref {
                value: b,
                borrow: orig.borrow,
            },
        )
    }

    /// The value, borrowed forever.
    pub fn leak(orig: Ref<'b, T>) -> &'b T {
        let value = orig.value;
        forget(orig.borrow);
        value
    }
}

impl<'b, T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Ref<'b, U>> for Ref<'b, T> {}

/// A mutable borrow of a `RefCell`'s value.
#[wrc::flat]
#[must_not_suspend = "holding a RefMut across suspend points can cause BorrowErrors"]
pub struct RefMut<'b, T: ?Sized + 'b> {
    pub(super) value: &'b mut T,
    pub(super) borrow: BorrowRefMut<'b>,
}

impl<T: ?Sized> Deref for RefMut<'_, T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        self.value
    }
}

impl<T: ?Sized> DerefMut for RefMut<'_, T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        self.value
    }
}

unsafe impl<T: ?Sized> DerefPure for RefMut<'_, T> {}

impl<'b, T: ?Sized> RefMut<'b, T> {
    /// The borrow of a part of the value.
    #[inline]
    pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(orig: RefMut<'b, T>, f: F) -> RefMut<'b, U> {
        RefMut {
            value: f(orig.value),
            borrow: orig.borrow,
        }
    }

    /// The borrow of a part of the value, if there is that part.
    #[inline]
    pub fn filter_map<U: ?Sized, F>(orig: RefMut<'b, T>, f: F) -> Result<RefMut<'b, U>, Self>
    where
        F: FnOnce(&mut T) -> Option<&mut U>,
    {
        let RefMut { value, borrow } = orig;
        // The part's borrow ends where there is none; only then is the whole given back.
        let whole: *mut T = value;
        match f(unsafe { &mut *whole }) {
            Some(value) => Ok(RefMut { value, borrow }),
            None => Err(RefMut {
                value: unsafe { &mut *whole },
                borrow,
            }),
        }
    }

    /// The borrows of two parts of the value.
    #[inline]
    pub fn map_split<U: ?Sized, V: ?Sized, F>(
        orig: RefMut<'b, T>,
        f: F,
    ) -> (RefMut<'b, U>, RefMut<'b, V>)
    where
        F: FnOnce(&mut T) -> (&mut U, &mut V),
    {
        let borrow = orig.borrow.split();
        let (a, b) = f(orig.value);
        (
            RefMut { value: a, borrow },
            RefMut {
                value: b,
                borrow: orig.borrow,
            },
        )
    }

    /// The value, borrowed forever.
    pub fn leak(orig: RefMut<'b, T>) -> &'b mut T {
        let RefMut { value, borrow } = orig;
        forget(borrow);
        value
    }
}

impl<'b, T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<RefMut<'b, U>> for RefMut<'b, T> {}
