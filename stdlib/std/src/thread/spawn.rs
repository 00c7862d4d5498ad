//! Other threads, which there are not. Starting one is refused where it is called.

use super::Thread;
use crate::any::Any;
use crate::fmt;
use crate::io;
use crate::marker::PhantomData;

/// What a thread came to.
pub type Result<T> = crate::result::Result<T, Box<dyn Any + Send + 'static>>;

macro_rules! refused {
    ($(#[$attr:meta])* $vis:vis fn $($rest:tt)*) => {
        $(#[$attr])*
        #[wrc::refused = "threads are not supported: a module has one thread; call the function directly, or use futures"]
        $vis fn $($rest)*
    };
}

/// A thread that was started; there is none.
pub struct JoinHandle<T> {
    never: crate::convert::Infallible,
    result: PhantomData<T>,
}

/// A thread of a scope; there is none.
pub struct ScopedJoinHandle<'scope, T> {
    never: crate::convert::Infallible,
    result: PhantomData<(&'scope (), T)>,
}

/// Where threads are started that end before it does.
pub struct Scope<'scope, 'env: 'scope> {
    scope: PhantomData<&'scope mut &'scope ()>,
    env: PhantomData<&'env mut &'env ()>,
}

/// What a thread is to be like.
#[derive(Debug)]
pub struct Builder(());

refused! {
    /// Starts a thread.
    pub fn spawn<F, T>(f: F) -> JoinHandle<T>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let _ = f;
        core::intrinsics::abort()
    }
}

refused! {
    /// Starts threads that end before it does.
    pub fn scope<'env, F, T>(f: F) -> T
    where
        F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
    {
        let _ = f;
        core::intrinsics::abort()
    }
}

impl<T> JoinHandle<T> {
    /// The thread.
    pub fn thread(&self) -> &Thread {
        match self.never {}
    }

    /// Waits for its end.
    pub fn join(self) -> Result<T> {
        match self.never {}
    }

    /// Has it ended?
    pub fn is_finished(&self) -> bool {
        match self.never {}
    }
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}

impl<'scope, T> ScopedJoinHandle<'scope, T> {
    /// The thread.
    pub fn thread(&self) -> &Thread {
        match self.never {}
    }

    /// Waits for its end.
    pub fn join(self) -> Result<T> {
        match self.never {}
    }

    /// Has it ended?
    pub fn is_finished(&self) -> bool {
        match self.never {}
    }
}

impl<'scope, 'env> Scope<'scope, 'env> {
    /// Starts a thread.
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let _ = f;
        core::intrinsics::abort()
    }
}

impl Builder {
    refused! {
        /// A thread like any other.
        #[allow(clippy::new_without_default)]
        pub fn new() -> Builder {
            Builder(())
        }
    }

    /// Its name.
    pub fn name(self, _name: String) -> Builder {
        self
    }

    /// The size of its stack.
    pub fn stack_size(self, _size: usize) -> Builder {
        self
    }

    /// Starts it.
    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let _ = f;
        core::intrinsics::abort()
    }
}
