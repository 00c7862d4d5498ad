//! How a future tells its executor that it can go on.

use crate::fmt;
use crate::marker::PhantomData;
use crate::mem;
use crate::ptr;

/// A waker, made by hand.
pub struct RawWaker {
    data: *const (),
    /// Equal for wakers of the same task: the data, unless the library made it.
    identity: *const (),
    vtable: &'static RawWakerVTable,
}

impl RawWaker {
    /// Data with the functions for it.
    #[inline]
    #[must_use]
    pub const fn new(data: *const (), vtable: &'static RawWakerVTable) -> RawWaker {
        RawWaker::with_identity(data, data, vtable)
    }

    /// Data that is not the same for all wakers of a task.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn with_identity(
        data: *const (),
        identity: *const (),
        vtable: &'static RawWakerVTable,
    ) -> RawWaker {
        RawWaker {
            data,
            identity,
            vtable,
        }
    }
}

impl PartialEq for RawWaker {
    fn eq(&self, other: &RawWaker) -> bool {
        self.identity == other.identity && self.vtable == other.vtable
    }
}

impl fmt::Debug for RawWaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawWaker")
            .field("data", &self.data)
            .field("vtable", &self.vtable)
            .finish()
    }
}

/// The functions of a waker made by hand.
#[derive(PartialEq, Copy, Clone, Debug)]
pub struct RawWakerVTable {
    clone: unsafe fn(*const ()) -> RawWaker,
    wake: unsafe fn(*const ()),
    wake_by_ref: unsafe fn(*const ()),
    drop: unsafe fn(*const ()),
}

impl RawWakerVTable {
    /// The four functions.
    pub const fn new(
        clone: unsafe fn(*const ()) -> RawWaker,
        wake: unsafe fn(*const ()),
        wake_by_ref: unsafe fn(*const ()),
        drop: unsafe fn(*const ()),
    ) -> Self {
        Self {
            clone,
            wake,
            wake_by_ref,
            drop,
        }
    }
}

/// What a poll is told.
#[lang = "Context"]
pub struct Context<'a> {
    waker: &'a Waker,
    lifetime: PhantomData<fn(&'a ()) -> &'a ()>,
}

impl<'a> Context<'a> {
    /// A context with a waker.
    #[must_use]
    #[inline]
    pub const fn from_waker(waker: &'a Waker) -> Self {
        Context {
            waker,
            lifetime: PhantomData,
        }
    }

    /// The waker.
    #[must_use]
    #[inline]
    pub const fn waker(&self) -> &'a Waker {
        self.waker
    }
}

impl fmt::Debug for Context<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context").field("waker", &self.waker).finish()
    }
}

/// Tells an executor that a task can go on.
#[repr(transparent)]
pub struct Waker {
    waker: RawWaker,
}

impl Unpin for Waker {}
unsafe impl Send for Waker {}
unsafe impl Sync for Waker {}

const NOOP: RawWaker = RawWaker::new(ptr::null(), &NOOP_VTABLE);

static NOOP_VTABLE: RawWakerVTable = RawWakerVTable::new(noop_clone, noop, noop, noop);

fn noop_clone(_data: *const ()) -> RawWaker {
    NOOP
}

fn noop(_data: *const ()) {}

impl Waker {
    /// Wakes the task; uses the waker up.
    #[inline]
    pub fn wake(self) {
        let this = mem::ManuallyDrop::new(self);
        unsafe { (this.waker.vtable.wake)(this.waker.data) };
    }

    /// Wakes the task.
    #[inline]
    pub fn wake_by_ref(&self) {
        unsafe { (self.waker.vtable.wake_by_ref)(self.waker.data) }
    }

    /// Whether both wake the same task.
    #[inline]
    #[must_use]
    pub fn will_wake(&self, other: &Waker) -> bool {
        self.waker == other.waker
    }

    /// Data with the functions for it.
    #[inline]
    #[must_use]
    pub const unsafe fn new(data: *const (), vtable: &'static RawWakerVTable) -> Self {
        Waker {
            waker: RawWaker::new(data, vtable),
        }
    }

    /// A waker made by hand.
    #[inline]
    #[must_use]
    pub const unsafe fn from_raw(waker: RawWaker) -> Waker {
        Waker { waker }
    }

    /// A waker that does nothing.
    #[inline]
    #[must_use]
    pub fn noop() -> &'static Waker {
        static WAKER: Waker = Waker { waker: NOOP };
        &WAKER
    }

    /// The data.
    #[inline]
    #[must_use]
    pub fn data(&self) -> *const () {
        self.waker.data
    }

    /// The functions.
    #[inline]
    #[must_use]
    pub fn vtable(&self) -> &'static RawWakerVTable {
        self.waker.vtable
    }
}

impl Clone for Waker {
    #[inline]
    fn clone(&self) -> Self {
        Waker {
            waker: unsafe { (self.waker.vtable.clone)(self.waker.data) },
        }
    }
}

impl Drop for Waker {
    #[inline]
    fn drop(&mut self) {
        unsafe { (self.waker.vtable.drop)(self.waker.data) }
    }
}

impl fmt::Debug for Waker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waker")
            .field("data", &self.waker.data)
            .finish_non_exhaustive()
    }
}
