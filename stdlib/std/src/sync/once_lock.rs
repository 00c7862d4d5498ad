//! `OnceLock`.

use crate::cell::OnceCell;
use crate::fmt;

/// A value that is set once.
pub struct OnceLock<T> {
    cell: OnceCell<T>,
}

unsafe impl<T: Sync + Send> Sync for OnceLock<T> {}
impl<T: crate::panic::RefUnwindSafe + crate::panic::UnwindSafe> crate::panic::RefUnwindSafe
    for OnceLock<T>
{
}

impl<T> OnceLock<T> {
    /// No value yet.
    #[inline]
    pub const fn new() -> OnceLock<T> {
        OnceLock {
            cell: OnceCell::new(),
        }
    }

    /// The value.
    #[inline]
    pub fn get(&self) -> Option<&T> {
        self.cell.get()
    }

    /// The value.
    #[inline]
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.cell.get_mut()
    }

    /// The value, which must come from another thread if it is not there.
    #[track_caller]
    pub fn wait(&self) -> &T {
        match self.cell.get() {
            Some(value) => value,
            None => super::deadlock("a `OnceLock` is waited for"),
        }
    }

    /// Sets the value, unless there is one.
    #[inline]
    pub fn set(&self, value: T) -> Result<(), T> {
        self.cell.set(value)
    }

    /// The value, which is made now if it is not there.
    #[inline]
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {
        self.cell.get_or_init(f)
    }

    /// The value, which is made now if it is not there.
    pub fn get_mut_or_init<F: FnOnce() -> T>(&mut self, f: F) -> &mut T {
        self.cell.get_mut_or_init(f)
    }

    /// The value, which is made now if it is not there and can be made.
    pub fn get_or_try_init<F: FnOnce() -> Result<T, E>, E>(&self, f: F) -> Result<&T, E> {
        self.cell.get_or_try_init(f)
    }

    /// The value.
    #[inline]
    pub fn into_inner(self) -> Option<T> {
        self.cell.into_inner()
    }

    /// The value, which is not set from now on.
    #[inline]
    pub fn take(&mut self) -> Option<T> {
        self.cell.take()
    }
}

impl<T> Default for OnceLock<T> {
    #[inline]
    fn default() -> OnceLock<T> {
        OnceLock::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for OnceLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_tuple("OnceLock");
        match self.get() {
            Some(value) => d.field(value),
            None => d.field(&format_args!("<uninit>")),
        };
        d.finish()
    }
}

impl<T: Clone> Clone for OnceLock<T> {
    fn clone(&self) -> OnceLock<T> {
        OnceLock {
            cell: self.cell.clone(),
        }
    }
}

impl<T> From<T> for OnceLock<T> {
    fn from(value: T) -> OnceLock<T> {
        OnceLock {
            cell: OnceCell::from(value),
        }
    }
}

impl<T: PartialEq> PartialEq for OnceLock<T> {
    fn eq(&self, other: &OnceLock<T>) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq> Eq for OnceLock<T> {}
