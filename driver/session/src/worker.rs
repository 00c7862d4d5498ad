//! The thread that compiles: with a stack for deeply nested programs, and
//! with panics turned into internal errors.

use std::{
    any::Any,
    backtrace::Backtrace,
    panic::{self, AssertUnwindSafe},
    sync::{
        Mutex, Once,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// Nesting in the program becomes nesting of calls in the front end, which
/// has no limit of its own. The pages are used only when needed.
const STACK: usize = 512 << 20;

/// Compilations that run. While there are any, panics are recorded.
static RUNNING: AtomicUsize = AtomicUsize::new(0);
/// The first panic's message and place.
static PANIC: Mutex<Option<String>> = Mutex::new(None);
static HOOK: Once = Once::new();

/// Runs the work with a large stack. A panic gives its message and place.
pub(crate) fn run<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, String> {
    HOOK.call_once(record_panics);
    // Fails when there is a pool already, which then serves.
    let _ = rayon::ThreadPoolBuilder::new()
        .stack_size(STACK)
        .build_global();
    RUNNING.fetch_add(1, Ordering::SeqCst);
    let result = thread::scope(|scope| {
        let worker = thread::Builder::new()
            .name("wrc".into())
            .stack_size(STACK)
            .spawn_scoped(scope, || panic::catch_unwind(AssertUnwindSafe(work)));
        match worker {
            Ok(handle) => handle.join().unwrap_or_else(Err).map_err(message),
            Err(error) => Err(format!("cannot start a thread: {error}")),
        }
    });
    RUNNING.fetch_sub(1, Ordering::SeqCst);
    result
}

fn message(payload: Box<dyn Any + Send>) -> String {
    let recorded = PANIC.lock().ok().and_then(|mut panic| panic.take());
    recorded.unwrap_or_else(|| text(&*payload).to_owned())
}

fn text(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("panic without a message")
}

fn record_panics() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if RUNNING.load(Ordering::SeqCst) == 0 {
            return before(info);
        }
        let mut message = text(info.payload()).to_owned();
        if let Some(place) = info.location() {
            message.push_str(&format!(", at {place}"));
        }
        if std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0") {
            message.push_str(&format!("\n{}", Backtrace::force_capture()));
        }
        if let Ok(mut panic) = PANIC.lock() {
            panic.get_or_insert(message);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::run;

    #[test]
    fn panics_are_messages_and_stacks_are_deep() {
        fn depth(n: u64) -> u64 {
            if n == 0 {
                0
            } else {
                1 + std::hint::black_box(depth(n - 1))
            }
        }
        assert_eq!(run(|| depth(1_000_000)), Ok(1_000_000));
        let error = run(|| panic!("no {}", "way")).map(|()| 0).unwrap_err();
        assert!(error.starts_with("no way, at "), "{error}");
    }
}
