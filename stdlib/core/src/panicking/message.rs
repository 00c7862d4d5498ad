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
    /// Reports a panic and ends the program with code 101.
    #[link_name = "panic"]
    fn host_panic(message: ExternRef) -> !;
}

#[link(wasm_import_module = "wasm:js-string")]
extern "C" {
    #[link_name = "fromCharCodeArray"]
    fn string_from_array(array: RawArray<u16>, start: i32, end: i32) -> ExternRef;
}

/// Text as the host's strings hold it: code units of UTF-16.
struct Message {
    units: RawArray<u16>,
    len: usize,
}

impl Message {
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
            let first = array_read(array, at) as u32;
            at += 1;
            let mut code = first;
            if first >= 0xC0 {
                let mut left = 1 + (first >= 0xE0) as u32 + (first >= 0xF0) as u32;
                code = first & (0x3F >> left);
                while left > 0 {
                    code = code << 6 | (array_read(array, at) as u32 & 0x3F);
                    at += 1;
                    left -= 1;
                }
            }
            if code >= 0x1_0000 {
                self.push(0xD7C0 + (code >> 10));
                code = 0xDC00 | (code & 0x3FF);
            }
            self.push(code);
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

/// Reports `fmt` and where the panic is, and ends the program.
#[cold]
#[inline(never)]
pub(super) fn report(fmt: fmt::Arguments<'_>, location: &Location<'_>) -> ! {
    if let Some(hook) = HOOK.0.get() {
        hook(&PanicInfo::new(&fmt, location));
    }
    let mut message = Message {
        units: array_new(64),
        len: 0,
    };
    let _ = message.write_str("\nthread 'main' panicked at ");
    let _ = fmt::Display::fmt(location, &mut fmt::Formatter::over(&mut message));
    let _ = message.write_str(":\n");
    let _ = message.write_fmt(fmt);
    let _ = message.write_str("\n");
    unsafe { host_panic(string_from_array(message.units, 0, message.len as i32)) }
}
