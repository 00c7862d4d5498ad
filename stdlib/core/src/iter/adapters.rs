//! Iterators made of iterators.

mod chain;
mod cloned;
mod cycle;
mod enumerate;
mod filter;
mod flatten;
mod fuse;
mod intersperse;
mod map;
mod peekable;
mod rev;
mod scan;
mod skip;
mod step_by;
mod take;
mod try_process;
mod while_;
mod zip;

pub use self::chain::Chain;
pub use self::cloned::{Cloned, Copied};
pub use self::cycle::Cycle;
pub use self::enumerate::Enumerate;
pub use self::filter::{Filter, FilterMap};
pub use self::flatten::{FlatMap, Flatten};
pub use self::fuse::Fuse;
pub use self::intersperse::Intersperse;
pub use self::map::{Inspect, Map};
pub use self::peekable::Peekable;
pub use self::rev::Rev;
pub use self::scan::Scan;
pub use self::skip::Skip;
pub use self::step_by::StepBy;
pub use self::take::Take;
pub use self::while_::{MapWhile, SkipWhile, TakeWhile};
pub use self::zip::{zip, Zip};

pub(crate) use self::try_process::try_process;

/// `Debug` of an adaptor that holds a closure: all but the closure.
macro_rules! debug_without_closure {
    ($Name:ident<$I:ident $(, $Param:ident)*> { $($field:ident),* }) => {
        impl<$I: crate::fmt::Debug $(, $Param)*> crate::fmt::Debug for $Name<$I $(, $Param)*> {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
                f.debug_struct(stringify!($Name))
                    $(.field(stringify!($field), &self.$field))*
                    .finish()
            }
        }
    };
}
use debug_without_closure;
