//! The report of a panic: one string of the host.

use crate::cell::Cell;
use crate::fmt::{self, Write};
use crate::intrinsics::{
    array_copy, array_len, array_new, array_read, array_write, slice_array, slice_len,
    slice_offset, str_bytes, ExternRef, RawArray,
};
use crate::panic::{Location, PanicInfo};

#[link(wasm_import_module = "wrc")]
extern "C" {
    /// Reports a panic, given as bytes, and ends the program with code 101.
    #[link_name = "panic"]
    fn host_panic(message: ExternRef) -> !;
}

#[link(wasm_import_module = "wasm:js-string")]
extern "C" {
    #[link_name = "fromCharCodeArray"]
    fn string_from_array(array: RawArray<u16>, start: i32, end: i32) -> ExternRef;
}

/// The message as the host takes it: one byte of UTF-8 per code unit.
struct Message {
    units: RawArray<u16>,
    len: usize,
}

impl Message {
    /// The line above the message.
    fn start(location: &Location<'_>) -> Message {
        let mut message = Message {
            units: array_new(64),
            len: 0,
        };
        let _ = message.write_str("\nthread 'main' panicked at ");
        let _ = message.write_str(location.file());
        message.push(':' as u32);
        message.number(location.line());
        message.push(':' as u32);
        message.number(location.column());
        let _ = message.write_str(":\n");
        message
    }

    fn send(mut self) -> ! {
        self.push('\n' as u32);
        unsafe { host_panic(string_from_array(self.units, 0, self.len as i32)) }
    }

    fn number(&mut self, number: u32) {
        if number >= 10 {
            self.number(number / 10);
        }
        self.push('0' as u32 + number % 10);
    }

    #[cold]
    #[inline(never)]
    fn push(&mut self, unit: u32) {
        let capacity = array_len(self.units);
        if self.len == capacity {
            let wider = array_new(capacity * 2);
            array_copy(wider, 0, self.units, 0, capacity);
            self.units = wider;
        }
        array_write(self.units, self.len, unit as u16);
        self.len += 1;
    }
}

impl Write for Message {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        let bytes = str_bytes(s);
        let array = slice_array(bytes);
        let mut at = slice_offset(bytes);
        let end = at + slice_len(bytes);
        while at < end {
            self.push(array_read(array, at) as u32);
            at += 1;
        }
        Ok(())
    }
}

/// What is told of a panic before it is reported.
struct Hook(Cell<Option<fn(&PanicInfo<'_>)>>);

// The program has one thread.
unsafe impl Sync for Hook {}

static HOOK: Hook = Hook(Cell::new(None));

/// Sets what is told of a panic before it is reported; it may end the program itself.
#[doc(hidden)]
pub fn set_hook(hook: fn(&PanicInfo<'_>)) {
    HOOK.0.set(Some(hook));
}

/// Lets the hook know.
#[inline]
fn run_hook(fmt: fmt::Arguments<'_>, location: &Location<'_>) {
    if let Some(hook) = HOOK.0.get() {
        hook(&PanicInfo::new(&fmt, location));
    }
}

/// Reports `fmt` and where the panic is, and ends the program.
#[cold]
#[inline(never)]
pub(super) fn report(fmt: fmt::Arguments<'_>, location: &Location<'_>) -> ! {
    run_hook(fmt, location);
    let mut message = Message::start(location);
    let _ = message.write_fmt(fmt);
    message.send()
}

/// Like `report`, without the formatting machine: many programs have no
/// other use for it.
#[cold]
#[inline(never)]
pub(super) fn report_text(text: &'static str, location: &Location<'_>) -> ! {
    run_hook(fmt::Arguments::from_str(text), location);
    let mut message = Message::start(location);
    let _ = message.write_str(text);
    message.send()
}

/// An index that is out of bounds, without the formatting machine.
#[cold]
#[inline(never)]
pub(super) fn report_bounds(index: usize, len: usize, location: &Location<'_>) -> ! {
    run_hook(
        format_args!("index out of bounds: the len is {len} but the index is {index}"),
        location,
    );
    let mut message = Message::start(location);
    let _ = message.write_str("index out of bounds: the len is ");
    message.number(len as u32);
    let _ = message.write_str(" but the index is ");
    message.number(index as u32);
    message.send()
}
