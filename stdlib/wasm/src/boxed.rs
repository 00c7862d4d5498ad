//! `GcBox<T>`: one shared mutable value.

use std::cell::RefCell;
use std::fmt;
use std::mem;

/// A handle to a value that all copies of the handle share and can change.
///
/// Copying the handle copies no value. A value that is looked at or changed
/// through [`with`](GcBox::with) and [`with_mut`](GcBox::with_mut) is borrowed
/// meanwhile, as in a `RefCell`: changing it from inside `with`, or touching it
/// from inside `with_mut`, panics.
///
/// ```
/// use wasm::GcBox;
///
/// let a = GcBox::new(1);
/// let b = a;
/// b.set(2);
/// assert_eq!(a.get(), 2);
/// assert!(a.ptr_eq(b));
/// assert!(!a.ptr_eq(GcBox::new(2)));
/// ```
pub struct GcBox<T: 'static> {
    cell: &'static RefCell<T>,
}

impl<T> Copy for GcBox<T> {}

impl<T> Clone for GcBox<T> {
    fn clone(&self) -> GcBox<T> {
        *self
    }
}

impl<T> GcBox<T> {
    /// A new shared value.
    pub fn new(value: T) -> GcBox<T> {
        GcBox {
            cell: Box::leak(Box::new(RefCell::new(value))),
        }
    }

    /// A copy of the value.
    #[track_caller]
    pub fn get(self) -> T
    where
        T: Copy,
    {
        *self.cell.borrow()
    }

    /// Puts another value in.
    #[track_caller]
    pub fn set(self, value: T) {
        self.replace(value);
    }

    /// Puts another value in and gives the one that was there.
    ///
    /// ```
    /// use wasm::GcBox;
    ///
    /// let name = GcBox::new(String::from("old"));
    /// assert_eq!(name.replace(String::from("new")), "old");
    /// assert_eq!(name.take(), "new");
    /// assert_eq!(name.take(), "");
    /// ```
    #[track_caller]
    pub fn replace(self, value: T) -> T {
        self.cell.replace(value)
    }

    /// Leaves the default value and gives the one that was there.
    #[track_caller]
    pub fn take(self) -> T
    where
        T: Default,
    {
        self.cell.take()
    }

    /// Exchanges the values of two boxes; with itself that is nothing.
    ///
    /// ```
    /// use wasm::GcBox;
    ///
    /// let (a, b) = (GcBox::new('a'), GcBox::new('b'));
    /// a.swap(b);
    /// a.swap(a);
    /// assert_eq!((a.get(), b.get()), ('b', 'a'));
    /// ```
    #[track_caller]
    pub fn swap(self, other: GcBox<T>) {
        if !self.ptr_eq(other) {
            mem::swap(&mut *self.cell.borrow_mut(), &mut *other.cell.borrow_mut());
        }
    }

    /// What `look` makes of the value.
    ///
    /// ```
    /// use wasm::GcBox;
    ///
    /// let list = GcBox::new(vec![1, 2, 3]);
    /// list.with_mut(|list| list.push(4));
    /// assert_eq!(list.with(|list| list.iter().sum::<i32>()), 10);
    /// ```
    #[track_caller]
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.cell.borrow())
    }

    /// What `change` makes of the value, which it may change.
    #[track_caller]
    pub fn with_mut<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut self.cell.borrow_mut())
    }

    /// Whether both handles name the same value.
    pub fn ptr_eq(self, other: GcBox<T>) -> bool {
        std::ptr::eq(self.cell, other.cell)
    }
}

impl<T> From<T> for GcBox<T> {
    fn from(value: T) -> GcBox<T> {
        GcBox::new(value)
    }
}

/// Moves the content.
impl<T> From<Box<T>> for GcBox<T> {
    fn from(value: Box<T>) -> GcBox<T> {
        GcBox::new(*value)
    }
}

impl<T: Default> Default for GcBox<T> {
    fn default() -> GcBox<T> {
        GcBox::new(T::default())
    }
}

/// Compares the values.
impl<T: PartialEq> PartialEq for GcBox<T> {
    fn eq(&self, other: &GcBox<T>) -> bool {
        self.cell == other.cell
    }
}

impl<T: Eq> Eq for GcBox<T> {}

impl<T: fmt::Debug> fmt::Debug for GcBox<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.cell.try_borrow() {
            Ok(value) => f.debug_tuple("GcBox").field(&*value).finish(),
            Err(_) => f.write_str("GcBox(<borrowed>)"),
        }
    }
}
