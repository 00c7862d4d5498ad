//! The result of a comparison.

use self::Ordering::{Equal, Greater, Less};
use crate::hash::{Hash, Hasher};
use crate::marker::StructuralPartialEq;

/// How one value compares to another.
#[lang = "Ordering"]
#[derive(Copy, Clone, Debug)]
#[repr(i8)]
pub enum Ordering {
    /// It is less.
    Less = -1,
    /// They are equal.
    Equal = 0,
    /// It is greater.
    Greater = 1,
}

impl Ordering {
    /// Whether it is `Equal`.
    #[inline]
    #[must_use]
    pub const fn is_eq(self) -> bool {
        self as i8 == 0
    }

    /// Whether it is not `Equal`.
    #[inline]
    #[must_use]
    pub const fn is_ne(self) -> bool {
        self as i8 != 0
    }

    /// Whether it is `Less`.
    #[inline]
    #[must_use]
    pub const fn is_lt(self) -> bool {
        (self as i8) < 0
    }

    /// Whether it is `Greater`.
    #[inline]
    #[must_use]
    pub const fn is_gt(self) -> bool {
        self as i8 > 0
    }

    /// Whether it is not `Greater`.
    #[inline]
    #[must_use]
    pub const fn is_le(self) -> bool {
        self as i8 <= 0
    }

    /// Whether it is not `Less`.
    #[inline]
    #[must_use]
    pub const fn is_ge(self) -> bool {
        self as i8 >= 0
    }

    /// The result with the sides exchanged.
    #[inline]
    #[must_use]
    pub const fn reverse(self) -> Ordering {
        match self {
            Less => Greater,
            Equal => Equal,
            Greater => Less,
        }
    }

    /// `self`, or `other` if `self` is `Equal`.
    #[inline]
    #[must_use]
    pub const fn then(self, other: Ordering) -> Ordering {
        match self {
            Equal => other,
            _ => self,
        }
    }

    /// `self`, or what `f` gives if `self` is `Equal`.
    #[inline]
    #[must_use]
    pub fn then_with<F: FnOnce() -> Ordering>(self, f: F) -> Ordering {
        match self {
            Equal => f(),
            _ => self,
        }
    }
}

impl StructuralPartialEq for Ordering {}

impl PartialEq for Ordering {
    #[inline(always)]
    fn eq(&self, other: &Ordering) -> bool {
        *self as i8 == *other as i8
    }
}

impl Eq for Ordering {}

impl PartialOrd for Ordering {
    #[inline]
    fn partial_cmp(&self, other: &Ordering) -> Option<Ordering> {
        (*self as i8).partial_cmp(&(*other as i8))
    }
}

impl Ord for Ordering {
    #[inline]
    fn cmp(&self, other: &Ordering) -> Ordering {
        (*self as i8).cmp(&(*other as i8))
    }
}

impl Hash for Ordering {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_i8(*self as i8)
    }
}
