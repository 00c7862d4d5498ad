//! Types that stand for others.

/// Types that can be looked at as a `Borrowed` that compares and hashes alike.
pub trait Borrow<Borrowed: ?Sized> {
    /// The value as a `Borrowed`.
    fn borrow(&self) -> &Borrowed;
}

/// Types that can be changed as a `Borrowed`.
pub trait BorrowMut<Borrowed: ?Sized>: Borrow<Borrowed> {
    /// The value as a `Borrowed`.
    fn borrow_mut(&mut self) -> &mut Borrowed;
}

impl<T: ?Sized> Borrow<T> for T {
    #[inline(always)]
    fn borrow(&self) -> &T {
        self
    }
}

impl<T: ?Sized> BorrowMut<T> for T {
    #[inline(always)]
    fn borrow_mut(&mut self) -> &mut T {
        self
    }
}

impl<T: ?Sized> Borrow<T> for &T {
    #[inline(always)]
    fn borrow(&self) -> &T {
        &**self
    }
}

impl<T: ?Sized> Borrow<T> for &mut T {
    #[inline(always)]
    fn borrow(&self) -> &T {
        &**self
    }
}

impl<T: ?Sized> BorrowMut<T> for &mut T {
    #[inline(always)]
    fn borrow_mut(&mut self) -> &mut T {
        &mut **self
    }
}
