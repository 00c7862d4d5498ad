//! Comparison and hashing of pointers, and what they know beside the address.

use super::number::number_of;
use crate::cmp::Ordering::{self, Equal, Greater, Less};
use crate::fmt::Debug;
use crate::hash::{Hash, Hasher};
use crate::marker::{Freeze, PhantomData, PointeeSized};

/// Every type has one: what a pointer to it knows beside the address.
#[lang = "pointee_trait"]
pub trait Pointee: PointeeSized {
    /// The type of that.
    #[lang = "metadata_type"]
    type Metadata: Debug + Copy + Send + Sync + Ord + Hash + Unpin + Freeze;
}

/// What a pointer to a trait object knows.
#[lang = "dyn_metadata"]
pub struct DynMetadata<Dyn: PointeeSized> {
    marker: PhantomData<Dyn>,
}

macro_rules! compare {
    ($($mutability:ident)*) => {
        $(
            impl<T: PointeeSized> PartialEq for *$mutability T {
                #[inline(always)]
                fn eq(&self, other: &*$mutability T) -> bool {
                    *self == *other
                }
            }

            impl<T: PointeeSized> Eq for *$mutability T {}

            impl<T: PointeeSized> PartialOrd for *$mutability T {
                #[inline]
                fn partial_cmp(&self, other: &*$mutability T) -> Option<Ordering> {
                    Some(self.cmp(other))
                }
            }

            impl<T: PointeeSized> Ord for *$mutability T {
                #[inline]
                fn cmp(&self, other: &*$mutability T) -> Ordering {
                    if *self < *other {
                        Less
                    } else if *self == *other {
                        Equal
                    } else {
                        Greater
                    }
                }
            }

            impl<T: PointeeSized> Hash for *$mutability T {
                #[inline]
                fn hash<H: Hasher>(&self, state: &mut H) {
                    state.write_usize(number_of(*self as *const T));
                }
            }
        )*
    };
}

compare! { const mut }
