//! Variables of a thread.

use crate::cell::{Cell, OnceCell, RefCell};
use crate::error::Error;
use crate::fmt;
use crate::intrinsics::needs_drop;

/// A variable of each thread, which is made when it is first looked at.
pub struct LocalKey<T: 'static> {
    slot: fn() -> &'static Slot<T>,
    init: fn() -> T,
}

/// Where the variable of the one thread lies.
#[doc(hidden)]
pub struct Slot<T> {
    cell: OnceCell<T>,
    /// Has the variable been dropped?
    is_gone: Cell<bool>,
}

// The program has one thread.
unsafe impl<T> Sync for Slot<T> {}

impl<T> Slot<T> {
    #[doc(hidden)]
    #[inline]
    pub const fn new() -> Slot<T> {
        Slot {
            cell: OnceCell::new(),
            is_gone: Cell::new(false),
        }
    }

    /// The variable, made of the result of `init` the first time; nothing once it is dropped.
    fn get_or_init(&'static self, init: impl FnOnce() -> T) -> Option<&'static T>
    where
        T: 'static,
    {
        if !needs_drop::<T>() {
            return Some(self.cell.get_or_init(init));
        }
        if self.is_gone.get() {
            return None;
        }
        if self.cell.get().is_none() {
            self.cell.get_or_init(init);
            end::register(self);
        }
        self.cell.get()
    }

    /// The variable, and the given value unless the variable is made of it now.
    fn get_or_give(&'static self, value: T) -> (&'static T, Option<T>)
    where
        T: 'static,
    {
        let mut value = Some(value);
        let variable = self.get_or_init(|| match value.take() {
            Some(value) => value,
            None => unreachable!(),
        });
        match variable {
            Some(variable) => (variable, value),
            None => gone(),
        }
    }
}

#[cold]
#[track_caller]
fn gone() -> ! {
    panic!(
        "cannot access a Thread Local Storage value during or after destruction: {:?}",
        AccessError
    )
}

/// The end of the thread drops its variables, the one made last first.
mod end {
    use super::{Cell, RefCell, Slot};
    use crate::vec::Vec;

    trait Variable {
        fn end(&self);
    }

    impl<T> Variable for Slot<T> {
        fn end(&self) {
            self.is_gone.set(true);
            if let Some(variable) = self.cell.get() {
                core::intrinsics::drop_in_place(variable as *const T as *mut T);
            }
        }
    }

    struct Shared<T>(T);
    // The program has one thread.
    unsafe impl<T> Sync for Shared<T> {}

    static MADE: Shared<RefCell<Vec<&'static dyn Variable>>> =
        Shared(RefCell::new(Vec::new()));
    /// What the end of the thread calls, if there is anything to drop.
    static END: Shared<Cell<Option<fn()>>> = Shared(Cell::new(None));

    pub(super) fn register<T: 'static>(slot: &'static Slot<T>) {
        MADE.0.borrow_mut().push(slot);
        END.0.set(Some(drop_all));
    }

    fn drop_all() {
        loop {
            let last = MADE.0.borrow_mut().pop();
            match last {
                Some(variable) => variable.end(),
                None => return,
            }
        }
    }

    pub(crate) fn run() {
        if let Some(end) = END.0.get() {
            end();
        }
    }
}

pub(crate) use end::run as end_thread;

/// The variable has been dropped.
#[non_exhaustive]
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct AccessError;

impl fmt::Debug for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessError").finish()
    }
}

impl fmt::Display for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("already destroyed")
    }
}

impl Error for AccessError {}

impl<T: 'static> LocalKey<T> {
    /// What `thread_local!` expands to.
    #[doc(hidden)]
    #[inline]
    pub const fn new(slot: fn() -> &'static Slot<T>, init: fn() -> T) -> LocalKey<T> {
        LocalKey { slot, init }
    }

    /// Passes the variable to `f`.
    #[inline]
    pub fn with<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        match (self.slot)().get_or_init(self.init) {
            Some(variable) => f(variable),
            None => gone(),
        }
    }

    /// Passes the variable to `f`, unless it has been dropped.
    #[inline]
    pub fn try_with<F, R>(&'static self, f: F) -> Result<R, AccessError>
    where
        F: FnOnce(&T) -> R,
    {
        match (self.slot)().get_or_init(self.init) {
            Some(variable) => Ok(f(variable)),
            None => Err(AccessError),
        }
    }
}

impl<T: 'static> LocalKey<Cell<T>> {
    /// Sets the value; the initial one is not computed if nobody has looked at it.
    pub fn set(&'static self, value: T) {
        if let (cell, Some(value)) = (self.slot)().get_or_give(Cell::new(value)) {
            cell.swap(&value);
        }
    }

    /// A copy of the value.
    pub fn get(&'static self) -> T
    where
        T: Copy,
    {
        self.with(|cell| cell.get())
    }

    /// The value; the default one takes its place.
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(|cell| cell.take())
    }

    /// The value; another one takes its place.
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }

    /// Changes the value.
    pub fn update(&'static self, f: impl FnOnce(T) -> T)
    where
        T: Copy,
    {
        self.with(|cell| cell.set(f(cell.get())));
    }
}

impl<T: 'static> LocalKey<RefCell<T>> {
    /// Passes the value to `f`.
    #[track_caller]
    pub fn with_borrow<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        self.with(|cell| f(&cell.borrow()))
    }

    /// Passes the value to `f`, to change it.
    #[track_caller]
    pub fn with_borrow_mut<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&mut T) -> R,
    {
        self.with(|cell| f(&mut cell.borrow_mut()))
    }

    /// Sets the value; the initial one is not computed if nobody has looked at it.
    #[track_caller]
    pub fn set(&'static self, value: T) {
        if let (cell, Some(value)) = (self.slot)().get_or_give(RefCell::new(value)) {
            *cell.borrow_mut() = value.into_inner();
        }
    }

    /// The value; the default one takes its place.
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(|cell| cell.take())
    }

    /// The value; another one takes its place.
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}

impl<T: 'static> fmt::Debug for LocalKey<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalKey").finish_non_exhaustive()
    }
}
