//! Wakers made of an `Arc`.

use core::mem::{forget, ManuallyDrop};
use core::task::{RawWaker, RawWakerVTable, Waker};

use crate::boxed::Box;
use crate::prim::ptr_read;
use crate::sync::Arc;

/// What wakers share, so that they tell an executor which task can go on.
pub trait Wake {
    /// Wakes the task.
    fn wake(self: Arc<Self>);

    /// Wakes the task and keeps the waker.
    fn wake_by_ref(self: &Arc<Self>) {
        self.clone().wake();
    }
}

impl<W: Wake + Send + Sync + 'static> From<Arc<W>> for Waker {
    fn from(waker: Arc<W>) -> Waker {
        unsafe { Waker::from_raw(raw_waker(waker)) }
    }
}

impl<W: Wake + Send + Sync + 'static> From<Arc<W>> for RawWaker {
    fn from(waker: Arc<W>) -> RawWaker {
        raw_waker(waker)
    }
}

/// What the data of a waker points to. It stands for as many pointers as there
/// are wakers with it.
#[wrc::object]
struct Shared<W>(Arc<W>);

fn raw_waker<W: Wake + Send + Sync + 'static>(waker: Arc<W>) -> RawWaker {
    let identity = Arc::identity(&waker);
    let data = Box::into_raw(Box::new(Shared(waker)));
    raw_waker_of::<W>(data as *const (), identity)
}

fn raw_waker_of<W: Wake + Send + Sync + 'static>(
    data: *const (),
    identity: *const (),
) -> RawWaker {
    let vtable = &RawWakerVTable::new(clone::<W>, wake::<W>, wake_by_ref::<W>, drop_one::<W>);
    RawWaker::with_identity(data, identity, vtable)
}

unsafe fn clone<W: Wake + Send + Sync + 'static>(data: *const ()) -> RawWaker {
    let shared = unsafe { &*(data as *const Shared<W>) };
    forget(shared.0.clone());
    raw_waker_of::<W>(data, Arc::identity(&shared.0))
}

unsafe fn wake<W: Wake + Send + Sync + 'static>(data: *const ()) {
    unsafe { one::<W>(data) }.wake();
}

unsafe fn wake_by_ref<W: Wake + Send + Sync + 'static>(data: *const ()) {
    let waker = ManuallyDrop::new(unsafe { one::<W>(data) });
    waker.wake_by_ref();
}

unsafe fn drop_one<W: Wake + Send + Sync + 'static>(data: *const ()) {
    drop(unsafe { one::<W>(data) });
}

/// One of the pointers that the data stands for.
unsafe fn one<W>(data: *const ()) -> Arc<W> {
    unsafe { ptr_read(&raw const (*(data as *const Shared<W>)).0) }
}
