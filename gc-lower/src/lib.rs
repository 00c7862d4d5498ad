//! GC mode: THIR becomes WasmGC units.
//!
//! ```text
//! THIR ─build─► PIR ─passes─► PIR ─lower─► WIR ─opt─► WIR ─codegen─► units
//!       (per instance)            (representations chosen)
//! ```

mod blame;
mod border;
pub mod build;
pub mod compile;
pub mod coroutine;
pub mod intrinsics;
pub mod lower;
pub mod mono;
pub mod passes;
pub mod pir;
pub mod shim;
mod unwind;
pub mod wir;
