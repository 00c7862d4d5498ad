//! `Rc<T>`: a value with several owners.

use core::any::Any;
use core::borrow::Borrow;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::{Unpin, Unsize};
use core::mem::ManuallyDrop;
use core::ops::{CoerceUnsized, Deref, DispatchFromDyn, LegacyReceiver};
use core::pin::Pin;

use crate::borrow::{Cow, ToOwned};
use crate::boxed::Box;
use crate::counted::{fill, Counts};
use crate::prim::{box_slice_array, fixed_from, object_uninit, ptr_read, ptr_write, uninit};
use crate::string::String;
use crate::vec::Vec;

counted_pointer! {
    /// A pointer that owns its value together with its clones.
    Rc
}
counted_weak! {
    /// A pointer that does not keep its value alive.
    Rc
}
counted_traits! { Rc }
counted_convert! { Rc, dyn Any }

impl<T: ?Sized> !Send for Rc<T> {}
impl<T: core::panic::RefUnwindSafe + ?Sized> core::panic::UnwindSafe for Rc<T> {}
impl<T: core::panic::RefUnwindSafe + ?Sized> core::panic::RefUnwindSafe for Rc<T> {}
impl<T: ?Sized> !Sync for Rc<T> {}
impl<T: ?Sized> !Send for Weak<T> {}
impl<T: ?Sized> !Sync for Weak<T> {}
