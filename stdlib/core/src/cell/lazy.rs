//! Values computed at first use.

use super::UnsafeCell;
use crate::fmt;
use crate::mem;
use crate::ops::{Deref, DerefMut};

enum State<T, F> {
    Uninit(F),
    Init(T),
    Poisoned,
}

/// A value that is computed when it is looked at.
pub struct LazyCell<T, F = fn() -> T> {
    state: UnsafeCell<State<T, F>>,
}

#[cold]
#[inline(never)]
fn panic_poisoned() -> ! {
    panic!("LazyCell instance has previously been poisoned")
}

impl<T, F: FnOnce() -> T> LazyCell<T, F> {
    /// A value that `f` will compute.
    #[inline]
    pub const fn new(f: F) -> LazyCell<T, F> {
        LazyCell {
            state: UnsafeCell::new(State::Uninit(f)),
        }
    }

    /// The value, or the function if it was not called yet.
    pub fn into_inner(this: Self) -> Result<T, F> {
        match this.state.into_inner() {
            State::Init(data) => Ok(data),
            State::Uninit(f) => Err(f),
            State::Poisoned => panic_poisoned(),
        }
    }

    /// The value, computed first if it was not yet.
    #[inline]
    pub fn force(this: &LazyCell<T, F>) -> &T {
        Self::force_mut_raw(this.state.get())
    }

    /// The value, computed first if it was not yet.
    #[inline]
    pub fn force_mut(this: &mut LazyCell<T, F>) -> &mut T {
        Self::force_mut_raw(this.state.get())
    }

    #[inline]
    fn force_mut_raw<'a>(place: *mut State<T, F>) -> &'a mut T {
        let state = unsafe { &mut *place };
        if let State::Uninit(_) = *state {
            Self::compute(place);
        }
        match *state {
            State::Init(ref mut data) => data,
            _ => panic_poisoned(),
        }
    }

    /// By pointer: the function may look at the cell, and must find it poisoned then.
    #[cold]
    fn compute(place: *mut State<T, F>) {
        if let State::Uninit(f) = mem::replace(unsafe { &mut *place }, State::Poisoned) {
            let data = f();
            unsafe { *place = State::Init(data) };
        }
    }
}

impl<T, F> LazyCell<T, F> {
    /// The value, if it was computed.
    #[inline]
    pub fn get(this: &LazyCell<T, F>) -> Option<&T> {
        match unsafe { &*this.state.get() } {
            State::Init(data) => Some(data),
            _ => None,
        }
    }

    /// The value, if it was computed.
    #[inline]
    pub fn get_mut(this: &mut LazyCell<T, F>) -> Option<&mut T> {
        match this.state.get_mut() {
            State::Init(data) => Some(data),
            _ => None,
        }
    }
}

impl<T, F: FnOnce() -> T> Deref for LazyCell<T, F> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        LazyCell::force(self)
    }
}

impl<T, F: FnOnce() -> T> DerefMut for LazyCell<T, F> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        LazyCell::force_mut(self)
    }
}

impl<T: Default> Default for LazyCell<T> {
    fn default() -> LazyCell<T> {
        LazyCell::new(T::default)
    }
}

impl<T: fmt::Debug, F> fmt::Debug for LazyCell<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_tuple("LazyCell");
        match LazyCell::get(self) {
            Some(data) => d.field(data),
            None => d.field(&format_args!("<uninit>")),
        };
        d.finish()
    }
}
