//! The hook that tells of a panic.

use core::any::Any;
use core::cell::RefCell;
use core::panic::{Location, PanicInfo};

use crate::fmt;

/// What a hook is told.
pub struct PanicHookInfo<'a> {
    payload: &'a (dyn Any + Send),
    location: &'a Location<'a>,
}

impl<'a> PanicHookInfo<'a> {
    #[cfg(panic = "unwind")]
    pub(crate) fn new(
        payload: &'a (dyn Any + Send),
        location: &'a Location<'a>,
    ) -> PanicHookInfo<'a> {
        PanicHookInfo { payload, location }
    }

    /// The value the program panicked with: a `&'static str` or a `String`.
    pub fn payload(&self) -> &(dyn Any + Send) {
        self.payload
    }

    /// The message.
    pub fn payload_as_str(&self) -> Option<&str> {
        if let Some(text) = self.payload.downcast_ref::<&str>() {
            Some(text)
        } else if let Some(text) = self.payload.downcast_ref::<String>() {
            Some(text)
        } else {
            None
        }
    }

    /// Where the panic is.
    pub fn location(&self) -> Option<&Location<'_>> {
        Some(self.location)
    }
}

impl fmt::Display for PanicHookInfo<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "panicked at {}:", self.location)?;
        match self.payload_as_str() {
            Some(text) => write!(f, "\n{text}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for PanicHookInfo<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PanicHookInfo")
            .field("payload", &self.payload_as_str())
            .field("location", &self.location)
            .finish_non_exhaustive()
    }
}

type Hook = Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>;

struct Shared(RefCell<Option<Hook>>);

// The program has one thread.
unsafe impl Sync for Shared {}

static HOOK: Shared = Shared(RefCell::new(None));

/// Sets what tells of a panic, in place of the message on standard error.
pub fn set_hook(hook: Hook) {
    #[cfg(panic = "abort")]
    core::panicking::set_hook(run_hook);
    *HOOK.0.borrow_mut() = Some(hook);
}

/// The hook; the message on standard error takes its place.
pub fn take_hook() -> Hook {
    match HOOK.0.borrow_mut().take() {
        Some(hook) => hook,
        None => Box::new(|info| eprintln!("\nthread 'main' {info}")),
    }
}

/// Sets a hook that is given the one before it.
pub fn update_hook<F>(hook_fn: F)
where
    F: Fn(&(dyn Fn(&PanicHookInfo<'_>) + Send + Sync + 'static), &PanicHookInfo<'_>)
        + Sync
        + Send
        + 'static,
{
    let prev = take_hook();
    set_hook(Box::new(move |info| hook_fn(&*prev, info)));
}

/// Tells of a panic.
#[cfg(panic = "unwind")]
pub(crate) fn run_hook(info: &PanicHookInfo<'_>) {
    let hook = HOOK.0.borrow_mut().take();
    match hook {
        Some(hook) => {
            hook(info);
            // Unless the hook has set another one.
            HOOK.0.borrow_mut().get_or_insert(hook);
        }
        None => eprintln!("\nthread 'main' {info}"),
    }
}

/// What `core` calls before it tells of a panic. It ends the program if there is a hook.
#[cfg(panic = "abort")]
fn run_hook(info: &PanicInfo<'_>) {
    let hook = HOOK.0.borrow_mut().take();
    if let Some(hook) = hook {
        let message = info.message();
        let location = info.location().unwrap_or(Location::caller());
        match message.as_str() {
            Some(text) => hook(&PanicHookInfo {
                payload: &text,
                location,
            }),
            None => {
                let text = message.to_string();
                hook(&PanicHookInfo {
                    payload: &text,
                    location,
                });
            }
        }
        crate::process::exit(101);
    }
}
