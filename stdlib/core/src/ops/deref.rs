//! `*a`.

/// Types that `*` works on, and whose methods are those of the target too.
#[lang = "deref"]
pub trait Deref {
    /// What `*` gives.
    #[lang = "deref_target"]
    type Target: ?Sized;

    /// A reference to the target.
    #[must_use]
    fn deref(&self) -> &Self::Target;
}

impl<T: ?Sized> Deref for &T {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        *self
    }
}

impl<T: ?Sized> !DerefMut for &T {}

impl<T: ?Sized> Deref for &mut T {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        *self
    }
}

/// Types whose target can be changed.
#[lang = "deref_mut"]
pub trait DerefMut: Deref {
    /// A mutable reference to the target.
    fn deref_mut(&mut self) -> &mut Self::Target;
}

impl<T: ?Sized> DerefMut for &mut T {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        *self
    }
}

/// Types whose `deref` always gives the same place.
#[lang = "deref_pure"]
pub unsafe trait DerefPure {}

unsafe impl<T: ?Sized> DerefPure for &T {}
unsafe impl<T: ?Sized> DerefPure for &mut T {}

/// Types that `self` may have.
#[lang = "receiver"]
pub trait Receiver {
    /// The type whose methods are meant.
    #[lang = "receiver_target"]
    type Target: ?Sized;
}

impl<P: ?Sized, T: ?Sized> Receiver for P
where
    P: Deref<Target = T>,
{
    type Target = T;
}

/// Types that `self` may have on stable.
#[lang = "legacy_receiver"]
pub trait LegacyReceiver {}

impl<T: ?Sized> LegacyReceiver for &T {}
impl<T: ?Sized> LegacyReceiver for &mut T {}
