//! `Once`.

use crate::cell::Cell;
use crate::fmt;

/// Something that is done once.
pub struct Once {
    state: Cell<State>,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Todo,
    Running,
    Done,
}

unsafe impl Sync for Once {}

/// Something that has not been done yet.
#[deprecated(note = "the `Once::new()` function is now preferred")]
pub const ONCE_INIT: Once = Once::new();

/// What `call_once_force` tells about earlier attempts.
pub struct OnceState {
    _private: (),
}

impl Once {
    /// Something that has not been done yet.
    #[inline]
    pub const fn new() -> Once {
        Once {
            state: Cell::new(State::Todo),
        }
    }

    /// Does it unless it has been done.
    #[inline]
    #[track_caller]
    pub fn call_once<F: FnOnce()>(&self, f: F) {
        self.call_once_force(|_| f());
    }

    /// As `call_once`.
    #[track_caller]
    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F) {
        match self.state.get() {
            State::Done => {}
            State::Running => super::deadlock("a `Once` is run inside of itself"),
            State::Todo => {
                self.state.set(State::Running);
                f(&OnceState { _private: () });
                self.state.set(State::Done);
            }
        }
    }

    /// Whether it has been done.
    #[inline]
    pub fn is_completed(&self) -> bool {
        self.state.get() == State::Done
    }

    /// Waits until it has been done.
    #[track_caller]
    pub fn wait(&self) {
        if !self.is_completed() {
            super::deadlock("a `Once` is waited for");
        }
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Once").finish_non_exhaustive()
    }
}

impl OnceState {
    /// Whether an attempt panicked.
    pub fn is_poisoned(&self) -> bool {
        false
    }
}

impl fmt::Debug for OnceState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnceState")
            .field("poisoned", &false)
            .finish()
    }
}
