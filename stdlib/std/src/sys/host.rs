//! The functions the host provides.

use core::intrinsics::{ExternRef, RawArray};

#[link(wasm_import_module = "wasm:js-string")]
extern "C" {
    /// A string of the code units `start..end` of the array.
    #[link_name = "fromCharCodeArray"]
    pub(crate) fn from_char_code_array(array: RawArray<u16>, start: i32, end: i32) -> ExternRef;
    /// Copies the string's code units to the array from `start` on; returns how many.
    #[link_name = "intoCharCodeArray"]
    pub(crate) fn into_char_code_array(text: ExternRef, array: RawArray<u16>, start: i32) -> i32;
    /// The number of code units.
    #[link_name = "length"]
    pub(crate) fn length(text: ExternRef) -> i32;
}

#[link(wasm_import_module = "wrc")]
extern "C" {
    /// Writes text to stdout.
    #[link_name = "out"]
    pub(crate) fn out(text: ExternRef);
    /// Writes text to stderr.
    #[link_name = "err"]
    pub(crate) fn err(text: ExternRef);
    /// Writes bytes, one per code unit, to stdout.
    #[link_name = "outb"]
    pub(crate) fn outb(bytes: ExternRef);
    /// Writes bytes, one per code unit, to stderr.
    #[link_name = "errb"]
    pub(crate) fn errb(bytes: ExternRef);
    /// Reports a panic's whole message and ends the program with code 101.
    #[link_name = "panic"]
    pub(crate) fn panic(message: ExternRef) -> !;
    /// Ends the program.
    #[link_name = "exit"]
    pub(crate) fn exit(code: i32) -> !;
    /// The program's argument at `index`; the first one is its name.
    #[link_name = "arg"]
    pub(crate) fn arg(index: i32) -> Option<ExternRef>;
    /// The value of an environment variable.
    #[link_name = "env"]
    pub(crate) fn env(name: ExternRef) -> Option<ExternRef>;
    /// The next line of stdin with its line break, one byte per code unit.
    #[link_name = "line"]
    pub(crate) fn line() -> Option<ExternRef>;
    /// Milliseconds since 1970.
    #[link_name = "now"]
    pub(crate) fn now() -> f64;
    /// Milliseconds of a clock that never goes back.
    #[link_name = "mono"]
    pub(crate) fn mono() -> f64;
    /// Random bits.
    #[link_name = "random"]
    pub(crate) fn random() -> i64;
}
