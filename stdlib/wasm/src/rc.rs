//! `GcRc<T>`: one shared immutable value.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

/// A handle to a value that does not change, apart from cells in it.
///
/// Copying the handle copies no value and counts nothing. Fields that are
/// `Cell`s make it the cheapest kind of shared mutable object.
///
/// ```
/// use std::cell::Cell;
/// use wasm::GcRc;
///
/// struct Node {
///     value: Cell<i32>,
///     parent: Option<GcRc<Node>>,
/// }
///
/// let root = GcRc::new(Node { value: Cell::new(1), parent: None });
/// let leaf = GcRc::new(Node { value: Cell::new(2), parent: Some(root) });
/// leaf.parent.unwrap().value.set(7);
/// assert_eq!(root.value.get() + leaf.value.get(), 9);
/// ```
///
/// A value without a size comes from a box, which is not copied:
///
/// ```
/// use std::fmt::Display;
/// use wasm::GcRc;
///
/// let shown: GcRc<dyn Display> = GcRc::from(Box::new(1.5) as Box<dyn Display>);
/// assert_eq!(shown.to_string(), "1.5");
/// ```
pub struct GcRc<T: ?Sized + 'static> {
    value: &'static T,
}

impl<T: ?Sized> Copy for GcRc<T> {}

impl<T: ?Sized> Clone for GcRc<T> {
    fn clone(&self) -> GcRc<T> {
        *self
    }
}

impl<T> GcRc<T> {
    /// A new shared value.
    pub fn new(value: T) -> GcRc<T> {
        GcRc::from(Box::new(value))
    }
}

impl<T: ?Sized> GcRc<T> {
    /// The value, for as long as one likes.
    pub fn get(self) -> &'static T {
        self.value
    }

    /// Whether both handles name the same value.
    ///
    /// ```
    /// use wasm::GcRc;
    ///
    /// let a = GcRc::new(String::from("a"));
    /// let b = a;
    /// assert!(a.ptr_eq(b));
    /// assert!(a == GcRc::new(String::from("a")));
    /// assert!(!a.ptr_eq(GcRc::new(String::from("a"))));
    /// ```
    pub fn ptr_eq(self, other: GcRc<T>) -> bool {
        std::ptr::eq(self.value, other.value)
    }
}

impl<T: ?Sized> Deref for GcRc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value
    }
}

impl<T: ?Sized> AsRef<T> for GcRc<T> {
    fn as_ref(&self) -> &T {
        self.value
    }
}

impl<T: ?Sized> Borrow<T> for GcRc<T> {
    fn borrow(&self) -> &T {
        self.value
    }
}

/// Copies nothing.
impl<T: ?Sized> From<Box<T>> for GcRc<T> {
    fn from(value: Box<T>) -> GcRc<T> {
        GcRc {
            value: Box::leak(value),
        }
    }
}

impl<T: Default> Default for GcRc<T> {
    fn default() -> GcRc<T> {
        GcRc::new(T::default())
    }
}

impl<T: ?Sized + PartialEq> PartialEq for GcRc<T> {
    fn eq(&self, other: &GcRc<T>) -> bool {
        *self.value == *other.value
    }
}

impl<T: ?Sized + Eq> Eq for GcRc<T> {}

impl<T: ?Sized + PartialOrd> PartialOrd for GcRc<T> {
    fn partial_cmp(&self, other: &GcRc<T>) -> Option<Ordering> {
        self.value.partial_cmp(other.value)
    }
}

impl<T: ?Sized + Ord> Ord for GcRc<T> {
    fn cmp(&self, other: &GcRc<T>) -> Ordering {
        self.value.cmp(other.value)
    }
}

impl<T: ?Sized + Hash> Hash for GcRc<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for GcRc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for GcRc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}
