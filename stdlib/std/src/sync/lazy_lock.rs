//! `LazyLock`.

use crate::cell::LazyCell;
use crate::fmt;
use crate::ops::{Deref, DerefMut};

/// A value that is made when it is first looked at.
pub struct LazyLock<T, F = fn() -> T> {
    cell: LazyCell<T, F>,
}

unsafe impl<T: Sync + Send, F: Send> Sync for LazyLock<T, F> {}

impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    /// A value that `f` makes.
    #[inline]
    pub const fn new(f: F) -> LazyLock<T, F> {
        LazyLock {
            cell: LazyCell::new(f),
        }
    }

    /// The value, made now if need be.
    #[inline]
    pub fn force(this: &LazyLock<T, F>) -> &T {
        LazyCell::force(&this.cell)
    }

    /// The value, made now if need be.
    #[inline]
    pub fn force_mut(this: &mut LazyLock<T, F>) -> &mut T {
        LazyCell::force_mut(&mut this.cell)
    }

    /// The value, or what would make it.
    pub fn into_inner(this: LazyLock<T, F>) -> Result<T, F> {
        LazyCell::into_inner(this.cell)
    }
}

impl<T, F> LazyLock<T, F> {
    /// The value, if it has been made.
    pub fn get(this: &LazyLock<T, F>) -> Option<&T> {
        LazyCell::get(&this.cell)
    }

    /// The value, if it has been made.
    pub fn get_mut(this: &mut LazyLock<T, F>) -> Option<&mut T> {
        LazyCell::get_mut(&mut this.cell)
    }
}

impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        LazyLock::force(self)
    }
}

impl<T, F: FnOnce() -> T> DerefMut for LazyLock<T, F> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        LazyLock::force_mut(self)
    }
}

impl<T: Default> Default for LazyLock<T> {
    fn default() -> LazyLock<T> {
        LazyLock::new(T::default)
    }
}

impl<T: fmt::Debug, F> fmt::Debug for LazyLock<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_tuple("LazyLock");
        match LazyLock::get(self) {
            Some(value) => d.field(value),
            None => d.field(&format_args!("<uninit>")),
        };
        d.finish()
    }
}
