//! Values that only one thread can reach.

/// A value that can be reached through a mutable reference only.
#[derive(Default)]
#[repr(transparent)]
pub struct Exclusive<T: ?Sized> {
    inner: T,
}

unsafe impl<T: ?Sized> Sync for Exclusive<T> {}

impl<T> Exclusive<T> {
    /// Wraps a value.
    #[must_use]
    #[inline]
    pub const fn new(t: T) -> Self {
        Self { inner: t }
    }

    /// Unwraps the value.
    #[must_use]
    #[inline]
    pub fn into_inner(self) -> T {
        self.inner
    }
}

impl<T: ?Sized> Exclusive<T> {
    /// The value.
    #[must_use]
    #[inline]
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.inner
    }
}
