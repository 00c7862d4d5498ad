//! Runs a module under wasmtime with the functions that programs import.
//!
//! | module | functions |
//! |---|---|
//! | `wasm:js-string` | strings of the host as arrays of UTF-16 code units |
//! | `'` | string constants: globals named by their text |
//! | `wasi_snapshot_preview1` | what programs of ownership mode import |
//! | `wrc` | console, arguments, clocks, digits of floats |
//!
//! Host strings are `externref`s to a [`Text`].

mod console;
mod js_string;
mod link;
mod number;
mod text;
mod wasi;
mod wrc;

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
    /// What the thread is called in messages about panics.
    thread: String,
    /// The message of the panic that ended the program.
    panic: Option<String>,
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

/// How a function of the program ended.
pub struct Ended {
    pub code: i32,
    /// The message, when it panicked.
    pub panic: Option<String>,
    /// What it wrote, when that was captured.
    pub output: Vec<u8>,
}

/// A module that can be run more than once.
pub struct Program {
    engine: Engine,
    module: Module,
}

/// Runs the program; gives its exit code.
///
/// # Errors
/// When it cannot be started at all.
pub fn run(wasm: &[u8], args: Vec<String>) -> Result<i32> {
    let program = Program::new(wasm)?;
    Ok(program.call(program.entry(), "main", args, false)?.code)
}

impl Program {
    /// Prepares a module.
    ///
    /// # Errors
    /// When the engine refuses it.
    pub fn new(wasm: &[u8]) -> Result<Program> {
        let engine = Engine::new(&config(wasm)).map_err(failure)?;
        let module = Module::new(&engine, wasm).map_err(failure)?;
        Ok(Program { engine, module })
    }

    /// Where it starts: programs of ownership mode do as WASI says.
    pub fn entry(&self) -> &'static str {
        match self.module.get_export("_start") {
            Some(_) => "_start",
            None => "main",
        }
    }

    /// Calls an export in an instance of its own.
    ///
    /// # Errors
    /// When it cannot be started at all.
    pub fn call(
        &self,
        export: &str,
        thread: &str,
        args: Vec<String>,
        capture: bool,
    ) -> Result<Ended> {
        thread::scope(|scope| {
            let program = thread::Builder::new()
                .name("main".into())
                .stack_size(STACK)
                .spawn_scoped(scope, || self.call_here(export, thread, args, capture))?;
            program.join().map_err(|_| anyhow!("the host failed"))?
        })
    }

    fn call_here(
        &self,
        export: &str,
        thread: &str,
        args: Vec<String>,
        capture: bool,
    ) -> Result<Ended> {
        let host = Host {
            args,
            console: Console::new(capture),
            start: Instant::now(),
            thread: thread.to_owned(),
            panic: None,
        };
        let mut store = Store::new(&self.engine, host);
        let result = start(&mut store, &self.module, export);
        let host = store.data_mut();
        host.console.flush();
        let code = match result {
            Ok(code) => code,
            Err(error) => match error.downcast_ref::<Exit>() {
                Some(Exit(code)) => *code,
                None => {
                    let message = trapped(&error)?;
                    host.console.failure(&message);
                    TRAPPED
                }
            },
        };
        Ok(Ended {
            code,
            panic: host.panic.take(),
            output: host.console.captured(),
        })
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
        .wasm_exceptions(true)
        .collector(Collector::Copying)
        .gc_heap_initial_size(GC_HEAP)
        .cranelift_opt_level(opt_level)
        .max_wasm_stack(WASM_STACK)
        .async_stack_size(STACK);
    config
}

fn start(store: &mut Store<Host>, module: &Module, export: &str) -> wasmtime::Result<i32> {
    let imports = link::imports(store, module)?;
    let instance = Instance::new(&mut *store, module, &imports)?;
    // Programs with WASI end by `proc_exit`, or without a failure.
    if let Ok(func) = instance.get_typed_func::<(), ()>(&mut *store, export) {
        return func.call(store, ()).map(|()| 0);
    }
    let func = instance.get_typed_func::<(), i32>(&mut *store, export)?;
    func.call(store, ())
}

/// Why the program did not end by itself.
fn trapped(error: &Error) -> Result<anyhow::Error> {
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
    let message = anyhow!("the program trapped: {cause}");
    if std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0") {
        return Ok(anyhow!("{error:?}").context(message));
    }
    Ok(message)
}

fn failure(error: Error) -> anyhow::Error {
    anyhow!("{error:#}")
}
