//! Counted pointers. `Rc` and `Arc` are the same code: there is one thread.
//!
//! A pointer is two references, to the counts and to the content. The content is alive while
//! `strong` is not zero; the engine keeps the memory for as long as anything refers to it.

#[macro_use]
mod pointer;
#[macro_use]
mod traits;
#[macro_use]
mod convert;
#[macro_use]
mod weak;

use core::cell::Cell;

/// Gives an object its content. Others than the box point to it, which the optimiser does not
/// expect of a box: so it sees no box here.
#[inline(never)]
pub(crate) fn fill<T>(object: *mut T, content: T) {
    crate::prim::ptr_write(object, content);
}

/// The weak pointers of `Weak::new`, which point to nothing, have at least this `weak`; there is
/// no memory for so many others.
const NOTHING: usize = 1 << 31;

/// How many pointers share a content.
pub(crate) struct Counts {
    pub(crate) strong: Cell<usize>,
    pub(crate) weak: Cell<usize>,
}

impl Counts {
    /// The counts of a content with one pointer.
    #[inline]
    pub(crate) fn new() -> Counts {
        Counts {
            strong: Cell::new(1),
            weak: Cell::new(0),
        }
    }

    /// The counts of a content that is made later, with one weak pointer.
    #[inline]
    pub(crate) fn of_later() -> Counts {
        Counts {
            strong: Cell::new(0),
            weak: Cell::new(1),
        }
    }

    /// The counts of no content, with one weak pointer.
    #[inline]
    pub(crate) fn of_nothing() -> Counts {
        Counts {
            strong: Cell::new(0),
            weak: Cell::new(NOTHING),
        }
    }

    /// Whether both count the pointers of one content, or both those of none.
    #[inline]
    pub(crate) fn is_same(&self, other: &Counts) -> bool {
        let left: *const Counts = self;
        let right: *const Counts = other;
        left == right || self.weak.get() >= NOTHING && other.weak.get() >= NOTHING
    }

    #[inline]
    pub(crate) fn add_strong(&self) {
        self.strong.set(self.strong.get() + 1);
    }

    /// Takes one strong pointer away and answers whether it was the last.
    #[inline]
    pub(crate) fn remove_strong(&self) -> bool {
        let left = self.strong.get() - 1;
        self.strong.set(left);
        left == 0
    }

    #[inline]
    pub(crate) fn add_weak(&self) {
        self.weak.set(self.weak.get() + 1);
    }

    #[inline]
    pub(crate) fn remove_weak(&self) {
        self.weak.set(self.weak.get() - 1);
    }

    /// Whether nothing but one strong pointer is left.
    #[inline]
    pub(crate) fn is_unique(&self) -> bool {
        self.strong.get() == 1 && self.weak.get() == 0
    }
}
