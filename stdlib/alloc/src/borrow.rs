//! Borrowed or owned: `Cow` and `ToOwned`.

pub use core::borrow::{Borrow, BorrowMut};

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::{Add, AddAssign, Deref};

use crate::string::String;
use Cow::{Borrowed, Owned};

/// Makes an owned value of a borrowed one; `Clone` where the types differ.
pub trait ToOwned {
    /// The owned type.
    type Owned: Borrow<Self>;

    /// The owned value.
    fn to_owned(&self) -> Self::Owned;

    /// Overwrites an owned value.
    fn clone_into(&self, target: &mut Self::Owned) {
        *target = self.to_owned();
    }
}

impl<T: Clone> ToOwned for T {
    type Owned = T;

    #[inline]
    fn to_owned(&self) -> T {
        self.clone()
    }

    #[inline]
    fn clone_into(&self, target: &mut T) {
        target.clone_from(self);
    }
}

/// A value that is cloned when it has to be changed.
pub enum Cow<'a, B: ?Sized + ToOwned + 'a> {
    /// Somebody else's.
    Borrowed(&'a B),
    /// Its own.
    Owned(<B as ToOwned>::Owned),
}

impl<'a, B: ?Sized + ToOwned> Borrow<B> for Cow<'a, B> {
    #[inline]
    fn borrow(&self) -> &B {
        &**self
    }
}

impl<B: ?Sized + ToOwned> Clone for Cow<'_, B> {
    fn clone(&self) -> Self {
        match self {
            Borrowed(value) => Borrowed(*value),
            Owned(value) => {
                let value: &B = value.borrow();
                Owned(value.to_owned())
            }
        }
    }
}

impl<B: ?Sized + ToOwned> Cow<'_, B> {
    /// Whether it is somebody else's.
    pub const fn is_borrowed(&self) -> bool {
        match self {
            Borrowed(_) => true,
            Owned(_) => false,
        }
    }

    /// Whether it is its own.
    pub const fn is_owned(&self) -> bool {
        !self.is_borrowed()
    }

    /// The owned value, made now if need be.
    pub fn to_mut(&mut self) -> &mut <B as ToOwned>::Owned {
        if let Borrowed(value) = *self {
            *self = Owned(value.to_owned());
        }
        match self {
            Owned(value) => value,
            Borrowed(_) => unreachable!(),
        }
    }

    /// The owned value.
    pub fn into_owned(self) -> <B as ToOwned>::Owned {
        match self {
            Borrowed(value) => value.to_owned(),
            Owned(value) => value,
        }
    }
}

impl<B: ?Sized + ToOwned> Deref for Cow<'_, B> {
    type Target = B;

    #[inline]
    fn deref(&self) -> &B {
        match self {
            Borrowed(value) => value,
            Owned(value) => value.borrow(),
        }
    }
}

impl<B: ?Sized + Eq + ToOwned> Eq for Cow<'_, B> {}

impl<B: ?Sized + Ord + ToOwned> Ord for Cow<'_, B> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        Ord::cmp(&**self, &**other)
    }
}

impl<'a, 'b, B: ?Sized, C: ?Sized> PartialEq<Cow<'b, C>> for Cow<'a, B>
where
    B: PartialEq<C> + ToOwned,
    C: ToOwned,
{
    #[inline]
    fn eq(&self, other: &Cow<'b, C>) -> bool {
        PartialEq::eq(&**self, &**other)
    }
}

impl<'a, B: ?Sized + PartialOrd + ToOwned> PartialOrd for Cow<'a, B> {
    #[inline]
    fn partial_cmp(&self, other: &Cow<'a, B>) -> Option<Ordering> {
        PartialOrd::partial_cmp(&**self, &**other)
    }
}

impl<B: ?Sized + fmt::Debug + ToOwned> fmt::Debug for Cow<'_, B>
where
    B::Owned: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Borrowed(value) => fmt::Debug::fmt(value, f),
            Owned(value) => fmt::Debug::fmt(value, f),
        }
    }
}

impl<B: ?Sized + fmt::Display + ToOwned> fmt::Display for Cow<'_, B>
where
    B::Owned: fmt::Display,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Borrowed(value) => fmt::Display::fmt(value, f),
            Owned(value) => fmt::Display::fmt(value, f),
        }
    }
}

impl<B: ?Sized + ToOwned> Default for Cow<'_, B>
where
    B::Owned: Default,
{
    fn default() -> Self {
        Owned(<B as ToOwned>::Owned::default())
    }
}

impl<B: ?Sized + Hash + ToOwned> Hash for Cow<'_, B> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        Hash::hash(&**self, state);
    }
}

impl<T: ?Sized + ToOwned> AsRef<T> for Cow<'_, T> {
    fn as_ref(&self) -> &T {
        self
    }
}

impl<'a> Add<&'a str> for Cow<'a, str> {
    type Output = Cow<'a, str>;

    fn add(mut self, rhs: &'a str) -> Cow<'a, str> {
        self += rhs;
        self
    }
}

impl<'a> Add<Cow<'a, str>> for Cow<'a, str> {
    type Output = Cow<'a, str>;

    fn add(mut self, rhs: Cow<'a, str>) -> Cow<'a, str> {
        self += rhs;
        self
    }
}

impl<'a> AddAssign<&'a str> for Cow<'a, str> {
    fn add_assign(&mut self, rhs: &'a str) {
        if self.is_empty() {
            *self = Borrowed(rhs);
        } else if !rhs.is_empty() {
            push(self, rhs, rhs.len());
        }
    }
}

impl<'a> AddAssign<Cow<'a, str>> for Cow<'a, str> {
    fn add_assign(&mut self, rhs: Cow<'a, str>) {
        if self.is_empty() {
            *self = rhs;
        } else if !rhs.is_empty() {
            push(self, &rhs, rhs.len());
        }
    }
}

fn push(text: &mut Cow<'_, str>, more: &str, len: usize) {
    if let Borrowed(old) = *text {
        let mut owned = String::with_capacity(old.len() + len);
        owned.push_str(old);
        *text = Owned(owned);
    }
    text.to_mut().push_str(more);
}
