//! Comparison and hashing of function pointers: by their number.

use crate::cmp::Ordering;
use crate::hash::{Hash, Hasher};
use crate::intrinsics::transmute;
use crate::marker::FnPtr;

/// The number of the function.
#[inline(always)]
pub(super) fn number<F: FnPtr>(f: F) -> usize {
    transmute(f)
}

impl<F: FnPtr> PartialEq for F {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        number(*self) == number(*other)
    }
}

impl<F: FnPtr> Eq for F {}

impl<F: FnPtr> PartialOrd for F {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        number(*self).partial_cmp(&number(*other))
    }
}

impl<F: FnPtr> Ord for F {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        number(*self).cmp(&number(*other))
    }
}

impl<F: FnPtr> Hash for F {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(number(*self))
    }
}
