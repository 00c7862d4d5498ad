//! `Arc<T>`: a value with several owners, which may be shared between threads.

pub use core::sync::atomic;

use core::any::Any;
use core::borrow::Borrow;
use core::cmp::Ordering;
use core::error::Error;
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
    Arc
}
counted_weak! {
    /// A pointer that does not keep its value alive.
    Arc
}
counted_traits! { Arc }
counted_convert! { Arc, dyn Any + Send + Sync }

impl<T: ?Sized> Arc<T> {
    /// The same for all pointers that share the value, whatever the value is.
    pub(crate) fn identity(this: &Arc<T>) -> *const () {
        let counts: *const Counts = &*this.counts;
        counts as *const ()
    }
}

unsafe impl<T: ?Sized + Sync + Send> Send for Arc<T> {}
unsafe impl<T: ?Sized + Sync + Send> Sync for Arc<T> {}
impl<T: core::panic::RefUnwindSafe + ?Sized> core::panic::UnwindSafe for Arc<T> {}
impl<T: core::panic::RefUnwindSafe + ?Sized> core::panic::RefUnwindSafe for Arc<T> {}
unsafe impl<T: ?Sized + Sync + Send> Send for Weak<T> {}
unsafe impl<T: ?Sized + Sync + Send> Sync for Weak<T> {}

impl<T: ?Sized + Error> Error for Arc<T> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Error::source(&**self)
    }
}
