//! The operators that types can overload.

mod arith;
mod arith_assign;
mod async_function;
mod bit;
mod bit_assign;
mod control_flow;
mod coroutine;
mod deref;
mod drop;
mod function;
mod index;
mod items;
mod range;
mod range_bounds;
mod shift;
mod try_trait;
mod unsize;

pub use self::arith::{Add, Div, Mul, Neg, Rem, Sub};
pub use self::arith_assign::{AddAssign, DivAssign, MulAssign, RemAssign, SubAssign};
pub use self::async_function::{AsyncFn, AsyncFnMut, AsyncFnOnce};
pub use self::bit::{BitAnd, BitOr, BitXor, Not};
pub use self::bit_assign::{BitAndAssign, BitOrAssign, BitXorAssign};
pub use self::control_flow::ControlFlow;
pub use self::coroutine::{Coroutine, CoroutineState};
pub use self::deref::{Deref, DerefMut, DerefPure, LegacyReceiver, Receiver};
pub use self::drop::Drop;
pub use self::function::{Fn, FnMut, FnOnce};
pub use self::index::{Index, IndexMut};
pub use self::range::{Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};
pub use self::range_bounds::{Bound, OneSidedRange, RangeBounds};
pub use self::shift::{Shl, ShlAssign, Shr, ShrAssign};
pub use self::try_trait::{FromResidual, Residual, Try};
pub use self::unsize::{CoerceUnsized, DispatchFromDyn};

pub(crate) use self::try_trait::ChangeOutputType;
