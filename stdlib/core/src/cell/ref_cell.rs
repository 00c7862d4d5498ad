//! Cells whose borrows are counted at run time.

use super::ref_guard::{BorrowRef, BorrowRefMut, Ref, RefMut};
use super::UnsafeCell;
use crate::cmp::Ordering;
use crate::error::Error;
use crate::fmt::{self, Debug, Display};
use crate::mem;

/// A place that is borrowed at run time. Flag and value lie in one object.
pub struct RefCell<T: ?Sized> {
    inner: UnsafeCell<RefCellInner<T>>,
}

/// The flag counts borrows: above 0 shared ones, below 0 mutable ones.
pub(super) struct RefCellInner<T: ?Sized> {
    pub(super) flag: isize,
    pub(super) value: T,
}

unsafe impl<T: ?Sized> Send for RefCell<T> where T: Send {}
impl<T: ?Sized> !Sync for RefCell<T> {}

/// A cell was mutably borrowed where it was to be borrowed.
pub struct BorrowError(());

impl Debug for BorrowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BorrowError").finish()
    }
}

impl Display for BorrowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt("RefCell already mutably borrowed", f)
    }
}

impl Error for BorrowError {}

/// A cell was borrowed where it was to be mutably borrowed.
pub struct BorrowMutError(());

impl Debug for BorrowMutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BorrowMutError").finish()
    }
}

impl Display for BorrowMutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt("RefCell already borrowed", f)
    }
}

impl Error for BorrowMutError {}

#[cold]
#[inline(never)]
#[track_caller]
fn panic_already_borrowed() -> ! {
    panic!("RefCell already borrowed")
}

#[cold]
#[inline(never)]
#[track_caller]
fn panic_already_mutably_borrowed() -> ! {
    panic!("RefCell already mutably borrowed")
}

impl<T> RefCell<T> {
    /// A cell with a value.
    #[inline(always)]
    pub const fn new(value: T) -> RefCell<T> {
        RefCell {
            inner: UnsafeCell::new(RefCellInner { flag: 0, value }),
        }
    }

    /// The value.
    #[inline]
    pub fn into_inner(self) -> T {
        self.inner.into_inner().value
    }

    /// Stores a value; returns the old one.
    #[inline]
    #[track_caller]
    pub fn replace(&self, t: T) -> T {
        mem::replace(&mut *self.borrow_mut(), t)
    }

    /// Replaces the value by what `f` makes of it; returns the old one.
    #[inline]
    #[track_caller]
    pub fn replace_with<F: FnOnce(&mut T) -> T>(&self, f: F) -> T {
        let mut_borrow = &mut *self.borrow_mut();
        let replacement = f(mut_borrow);
        mem::replace(mut_borrow, replacement)
    }

    /// Exchanges the values of two cells.
    #[inline]
    #[track_caller]
    pub fn swap(&self, other: &Self) {
        mem::swap(&mut *self.borrow_mut(), &mut *other.borrow_mut())
    }
}

impl<T: ?Sized> RefCell<T> {
    /// Borrows the value; panics if it is mutably borrowed.
    #[inline]
    #[track_caller]
    pub fn borrow(&self) -> Ref<'_, T> {
        match self.try_borrow() {
            Ok(guard) => guard,
            Err(_) => panic_already_mutably_borrowed(),
        }
    }

    /// Borrows the value unless it is mutably borrowed.
    #[inline]
    pub fn try_borrow(&self) -> Result<Ref<'_, T>, BorrowError> {
        let inner = self.inner.get();
        unsafe {
            let flag = (*inner).flag;
            if flag < 0 {
                return Err(BorrowError(()));
            }
            (*inner).flag = flag + 1;
            Ok(Ref {
                value: &(*inner).value,
                borrow: BorrowRef::new(&raw mut (*inner).flag),
            })
        }
    }

    /// Borrows the value mutably; panics if it is borrowed.
    #[inline]
    #[track_caller]
    pub fn borrow_mut(&self) -> RefMut<'_, T> {
        match self.try_borrow_mut() {
            Ok(guard) => guard,
            Err(_) => panic_already_borrowed(),
        }
    }

    /// Borrows the value mutably unless it is borrowed.
    #[inline]
    pub fn try_borrow_mut(&self) -> Result<RefMut<'_, T>, BorrowMutError> {
        let inner = self.inner.get();
        unsafe {
            if (*inner).flag != 0 {
                return Err(BorrowMutError(()));
            }
            (*inner).flag = -1;
            Ok(RefMut {
                value: &mut (*inner).value,
                borrow: BorrowRefMut::new(&raw mut (*inner).flag),
            })
        }
    }

    /// A pointer to the value.
    #[inline]
    pub fn as_ptr(&self) -> *mut T {
        unsafe { &raw mut (*self.inner.get()).value }
    }

    /// A reference to the value.
    #[inline]
    pub const fn get_mut(&mut self) -> &mut T {
        &mut self.inner.get_mut().value
    }

    /// The value without counting the borrow.
    #[inline]
    pub unsafe fn try_borrow_unguarded(&self) -> Result<&T, BorrowError> {
        let inner = self.inner.get();
        unsafe {
            if (*inner).flag < 0 {
                return Err(BorrowError(()));
            }
            Ok(&(*inner).value)
        }
    }
}

impl<T: Default> RefCell<T> {
    /// Leaves the default behind; returns the value.
    #[track_caller]
    pub fn take(&self) -> T {
        self.replace(Default::default())
    }
}

impl<T: Clone> Clone for RefCell<T> {
    #[inline]
    #[track_caller]
    fn clone(&self) -> RefCell<T> {
        RefCell::new(self.borrow().clone())
    }
}

impl<T: Default> Default for RefCell<T> {
    #[inline]
    fn default() -> RefCell<T> {
        RefCell::new(Default::default())
    }
}

impl<T: ?Sized + PartialEq> PartialEq for RefCell<T> {
    #[inline]
    fn eq(&self, other: &RefCell<T>) -> bool {
        *self.borrow() == *other.borrow()
    }
}

impl<T: ?Sized + Eq> Eq for RefCell<T> {}

impl<T: ?Sized + PartialOrd> PartialOrd for RefCell<T> {
    #[inline]
    fn partial_cmp(&self, other: &RefCell<T>) -> Option<Ordering> {
        self.borrow().partial_cmp(&*other.borrow())
    }
}

impl<T: ?Sized + Ord> Ord for RefCell<T> {
    #[inline]
    fn cmp(&self, other: &RefCell<T>) -> Ordering {
        self.borrow().cmp(&*other.borrow())
    }
}

impl<T> From<T> for RefCell<T> {
    fn from(t: T) -> RefCell<T> {
        RefCell::new(t)
    }
}
