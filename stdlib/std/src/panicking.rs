//! Panics that unwind: what is alive is registered, and dropped by whoever
//! catches the panic.

use core::any::Any;
use core::cell::Cell;
use core::intrinsics;
use core::mem::ManuallyDrop;
use core::panic::PanicInfo;

use crate::panic::PanicHookInfo;

/// A registered value.
trait Registered {
    /// Drops it.
    fn drop_it(&self);
}

struct Value<T> {
    place: *mut T,
}

impl<T> Registered for Value<T> {
    fn drop_it(&self) {
        unsafe { intrinsics::drop_in_place(self.place) }
    }
}

/// An entry of the stack of registered values.
#[doc(hidden)]
pub struct Node {
    value: Cell<&'static dyn Registered>,
    below: Cell<Option<&'static Node>>,
    /// Among the values of one call, those of a higher rank are dropped first.
    rank: usize,
    /// The value is there; otherwise it was moved or dropped.
    is_alive: Cell<bool>,
    /// The entry is on the stack.
    is_linked: Cell<bool>,
}

struct Stack {
    top: Cell<Option<&'static Node>>,
    /// Calls that catch panics.
    catchers: Cell<usize>,
    /// Panics that are on their way.
    panics: Cell<usize>,
    /// What the last of them panicked with.
    payload: Cell<Payload>,
}

/// Not dropped here: registering needs the stack.
type Payload = Option<ManuallyDrop<Box<dyn Any + Send>>>;

// The program has one thread.
unsafe impl Sync for Stack {}

static STACK: Stack = Stack {
    top: Cell::new(None),
    catchers: Cell::new(0),
    panics: Cell::new(0),
    payload: Cell::new(None),
};

/// No entry.
#[doc(hidden)]
#[inline]
pub fn none() -> Option<&'static Node> {
    None
}

/// The top of the stack: what a call finds there lies below its own entries.
#[doc(hidden)]
#[inline]
pub fn top() -> Option<&'static Node> {
    STACK.top.get()
}

/// Registers the value in `place`. It takes the place of an entry `old` that
/// is still there, or lies above `base` by its rank: values are dropped in the
/// order of their declarations.
#[doc(hidden)]
pub fn enter<T>(
    old: Option<&'static Node>,
    place: *mut T,
    rank: usize,
    base: Option<&'static Node>,
) -> Option<&'static Node> {
    let value: &'static Value<T> = Box::leak(Box::new(Value { place }));
    if let Some(node) = old {
        if node.is_linked.get() {
            node.value.set(value);
            node.is_alive.set(true);
            return old;
        }
    }
    let mut above: Option<&'static Node> = None;
    let mut below = STACK.top.get();
    while let Some(node) = below {
        if node.rank <= rank || base.is_some_and(|base| core::ptr::eq(base, node)) {
            break;
        }
        above = below;
        below = node.below.get();
    }
    let node: &'static Node = Box::leak(Box::new(Node {
        value: Cell::new(value),
        below: Cell::new(below),
        rank,
        is_alive: Cell::new(true),
        is_linked: Cell::new(true),
    }));
    match above {
        Some(above) => above.below.set(Some(node)),
        None => STACK.top.set(Some(node)),
    }
    Some(node)
}

/// The value has been moved or is about to be dropped.
#[doc(hidden)]
pub fn leave(node: Option<&'static Node>) {
    let Some(node) = node else { return };
    node.is_alive.set(false);
    while let Some(top) = STACK.top.get() {
        if top.is_alive.get() {
            return;
        }
        unlink(top);
    }
}

/// The value registered last is about to be dropped.
#[doc(hidden)]
pub fn leave_top() {
    leave(STACK.top.get());
}

fn unlink(top: &'static Node) {
    top.is_linked.set(false);
    STACK.top.set(top.below.get());
}

/// Drops what was registered since `mark` was the top.
fn unwind(mark: Option<&'static Node>) {
    while let Some(top) = STACK.top.get() {
        if mark.is_some_and(|mark| core::ptr::eq(mark, top)) {
            return;
        }
        unlink(top);
        let mut drop_it = || top.value.get().drop_it();
        if top.is_alive.get() && intrinsics::catch_unwind(run, &mut drop_it) {
            eprintln!("\nthread 'main' panicked in a destructor during cleanup");
            eprintln!("thread caused non-unwinding panic. aborting.");
            intrinsics::abort()
        }
    }
}

/// Is a panic on its way?
#[inline]
pub(crate) fn is_panicking() -> bool {
    STACK.panics.get() > 0
}

/// Has panics come here from now on.
pub(crate) fn install() {
    core::panicking::set_hook(panicked);
}

/// Calls `f`; a panic gives its payload.
pub(crate) fn catch<R, F: FnOnce() -> R>(f: F) -> Result<R, Box<dyn Any + Send>> {
    install();
    let mut f = Some(f);
    let mut result = None;
    let mut call = || {
        if let Some(f) = f.take() {
            result = Some(f());
        }
    };
    let mark = STACK.top.get();
    STACK.catchers.set(STACK.catchers.get() + 1);
    let panicked = intrinsics::catch_unwind(run, &mut call);
    STACK.catchers.set(STACK.catchers.get() - 1);
    if panicked {
        unwind(mark);
        STACK.panics.set(STACK.panics.get() - 1);
    }
    match result {
        Some(result) if !panicked => Ok(result),
        _ => match STACK.payload.take() {
            Some(payload) => Err(ManuallyDrop::into_inner(payload)),
            None => Err(Box::new(())),
        },
    }
}

fn run(f: &mut dyn FnMut()) {
    f()
}

/// Goes up to whoever catches.
pub(crate) fn throw(payload: Box<dyn Any + Send>) -> ! {
    STACK.panics.set(STACK.panics.get() + 1);
    STACK.payload.set(Some(ManuallyDrop::new(payload)));
    intrinsics::throw()
}

/// Would a panic be caught? One that leaves an export is the host's.
#[inline]
pub(crate) fn is_caught() -> bool {
    STACK.catchers.get() > 0
}

/// Tells of a panic and goes up, if somebody catches it. What `core` calls.
fn panicked(info: &PanicInfo<'_>) {
    if !is_caught() {
        return;
    }
    let message = info.message();
    let payload: Box<dyn Any + Send> = match message.as_str() {
        Some(text) => Box::new(text),
        None => Box::new(message.to_string()),
    };
    let location = info.location().unwrap_or(crate::panic::Location::caller());
    raise(payload, location)
}

/// Tells of a panic and goes up.
pub(crate) fn raise(
    payload: Box<dyn Any + Send>,
    location: &crate::panic::Location<'_>,
) -> ! {
    crate::panic::run_hook(&PanicHookInfo::new(&*payload, location));
    throw(payload)
}
