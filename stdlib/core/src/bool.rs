//! Methods of `bool`.

impl bool {
    /// The value, if `self` holds.
    #[inline]
    pub fn then_some<T>(self, t: T) -> Option<T> {
        if self {
            Some(t)
        } else {
            None
        }
    }

    /// What `f` gives, if `self` holds.
    #[inline]
    pub fn then<T, F: FnOnce() -> T>(self, f: F) -> Option<T> {
        if self {
            Some(f())
        } else {
            None
        }
    }

    /// `Ok`, if `self` holds.
    #[inline]
    pub fn ok_or<E>(self, err: E) -> Result<(), E> {
        if self {
            Ok(())
        } else {
            Err(err)
        }
    }

    /// `Ok`, if `self` holds.
    #[inline]
    pub fn ok_or_else<E, F: FnOnce() -> E>(self, f: F) -> Result<(), E> {
        if self {
            Ok(())
        } else {
            Err(f())
        }
    }

    /// One of two values, chosen without a branch.
    #[inline]
    pub fn select_unpredictable<T>(self, true_val: T, false_val: T) -> T {
        if self {
            true_val
        } else {
            false_val
        }
    }
}
