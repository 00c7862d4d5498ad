//! Runs a module under wasmtime with the functions that programs import.
//!
//! | module | functions |
//! |---|---|
//! | `wasm:js-string` | strings of the host as arrays of UTF-16 code units |
//! | `'` | string constants: globals named by their text |
//! | `wrc` | console, arguments, clocks, digits of floats |
//!
//! Host strings are `externref`s to a [`Text`].

mod console;
mod js_string;
mod link;
mod number;
mod text;
mod wrc;

use crate::report;
use anyhow::{Result, anyhow};
use console::Console;
use std::{fmt, thread, time::Instant};
use text::Text;
use wasmtime::{Collector, Config, Engine, Error, Instance, Module, OptLevel, Store, Trap};

/// The stack of the program. Natively it is 8 MB; frames may be larger here.
const WASM_STACK: usize = 64 << 20;
/// The stack of the thread: host functions need some too.
const STACK: usize = WASM_STACK + (16 << 20);
/// Memory is used only when touched, and a small heap collects often.
const GC_HEAP: u64 = 64 << 20;
/// Time to optimise a body grows with its size's square: beyond this, which
/// only large tables of constants are, all is compiled without.
const LARGE_BODY: usize = 32 << 10;
/// Exit code of a process that was aborted.
const TRAPPED: i32 = 134;

/// What host functions know.
pub struct Host {
    /// The program's name and its arguments.
    args: Vec<String>,
    console: Console,
    start: Instant,
}

/// Ends the program: an error that unwinds through it.
#[derive(Debug)]
struct Exit(i32);

impl fmt::Display for Exit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "exit with code {}", self.0)
    }
}

impl std::error::Error for Exit {}

/// Runs the program; gives its exit code.
///
/// # Errors
/// When it cannot be started at all.
pub fn run(wasm: &[u8], args: Vec<String>) -> Result<i32> {
    thread::scope(|scope| {
        let program = thread::Builder::new()
            .name("main".into())
            .stack_size(STACK)
            .spawn_scoped(scope, || run_here(wasm, args))?;
        program.join().map_err(|_| anyhow!("the host failed"))?
    })
}

fn run_here(wasm: &[u8], args: Vec<String>) -> Result<i32> {
    let engine = Engine::new(&config(wasm)).map_err(failure)?;
    let module = Module::new(&engine, wasm).map_err(failure)?;
    let host = Host {
        args,
        console: Console::default(),
        start: Instant::now(),
    };
    let mut store = Store::new(&engine, host);
    let result = start(&mut store, &module);
    store.data_mut().console.flush();
    match result {
        Ok(code) => Ok(code),
        Err(error) => match error.downcast_ref::<Exit>() {
            Some(Exit(code)) => Ok(*code),
            None => ended(&error),
        },
    }
}

/// The async stack is not used, but has to be the larger one.
fn config(wasm: &[u8]) -> Config {
    let is_large = wrc_session::largest_body(wasm).is_ok_and(|size| size > LARGE_BODY);
    let opt_level = match is_large {
        true => OptLevel::None,
        false => OptLevel::Speed,
    };
    let mut config = Config::new();
    config
        .wasm_function_references(true)
        .wasm_gc(true)
        .wasm_exceptions(false)
        .collector(Collector::Copying)
        .gc_heap_initial_size(GC_HEAP)
        .cranelift_opt_level(opt_level)
        .max_wasm_stack(WASM_STACK)
        .async_stack_size(STACK);
    config
}

fn start(store: &mut Store<Host>, module: &Module) -> wasmtime::Result<i32> {
    let imports = link::imports(store, module)?;
    let instance = Instance::new(&mut *store, module, &imports)?;
    let main = instance.get_typed_func::<(), i32>(&mut *store, "main")?;
    main.call(store, ())
}

/// The program did not end by itself.
fn ended(error: &Error) -> Result<i32> {
    let cause = error.root_cause().to_string();
    let is_trap = error.downcast_ref::<Trap>().is_some();
    if !is_trap
        && !error
            .chain()
            .any(|cause| cause.to_string().starts_with("GC heap"))
    {
        return Err(anyhow!("{error:#}"));
    }
    let cause = cause.trim_start_matches("wasm trap: ");
    let mut message = anyhow!("the program trapped: {cause}");
    if std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0") {
        message = anyhow!("{error:?}").context(message);
    }
    report::failure(&message);
    Ok(TRAPPED)
}

fn failure(error: Error) -> anyhow::Error {
    anyhow!("{error:#}")
}
