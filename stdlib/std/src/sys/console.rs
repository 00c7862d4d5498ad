//! Standard output and standard error.
//!
//! Bytes are collected in an array of code units, so that they become a host string at once, and
//! are handed over when the array is full and at the end of each call of a macro or a writer's
//! method. So nothing is lost when the program ends, in whatever way. Text that is one literal
//! bypasses the array: it exists as a host string already.

use core::cell::Cell;
use core::fmt;
use core::intrinsics::{
    array_new, array_read, array_write, is_literal, literal_extern, slice_array, slice_len,
    slice_offset, str_bytes, ExternRef, RawArray,
};
use core::marker::PhantomData;

use super::host;

const CAPACITY: usize = 1024;

/// Bytes on their way to the host.
pub(crate) struct Pending {
    units: RawArray<u16>,
    len: Cell<usize>,
}

// The program has one thread.
unsafe impl Sync for Pending {}

impl Pending {
    const fn new() -> Pending {
        Pending {
            units: array_new(CAPACITY),
            len: Cell::new(0),
        }
    }
}

static PENDING_OUT: Pending = Pending::new();
static PENDING_ERR: Pending = Pending::new();

/// One of the two streams.
pub(crate) trait Stream {
    fn pending() -> &'static Pending;
    fn emit_bytes(bytes: ExternRef);
    fn emit_text(text: ExternRef);
}

/// Standard output.
pub(crate) struct Out;

impl Stream for Out {
    #[inline(always)]
    fn pending() -> &'static Pending {
        &PENDING_OUT
    }

    #[inline(always)]
    fn emit_bytes(bytes: ExternRef) {
        unsafe { host::outb(bytes) }
    }

    #[inline(always)]
    fn emit_text(text: ExternRef) {
        unsafe { host::out(text) }
    }
}

/// Standard error.
pub(crate) struct Err;

impl Stream for Err {
    #[inline(always)]
    fn pending() -> &'static Pending {
        &PENDING_ERR
    }

    #[inline(always)]
    fn emit_bytes(bytes: ExternRef) {
        unsafe { host::errb(bytes) }
    }

    #[inline(always)]
    fn emit_text(text: ExternRef) {
        unsafe { host::err(text) }
    }
}

/// A stream as a sink of the formatter.
pub(crate) struct Console<S> {
    stream: PhantomData<S>,
}

impl<S: Stream> Console<S> {
    #[inline(always)]
    pub(crate) fn new() -> Console<S> {
        Console {
            stream: PhantomData,
        }
    }
}

impl<S: Stream> fmt::Write for Console<S> {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        write_bytes::<S>(str_bytes(s));
        Ok(())
    }
}

/// Appends bytes; the caller hands them over.
pub(crate) fn write_bytes<S: Stream>(bytes: &[u8]) {
    let pending = S::pending();
    let array = slice_array(bytes);
    let mut index = slice_offset(bytes);
    let end = index + slice_len(bytes);
    while index < end {
        let mut len = pending.len.get();
        if len == CAPACITY {
            flush::<S>();
            len = 0;
        }
        array_write(pending.units, len, array_read(array, index) as u16);
        pending.len.set(len + 1);
        index += 1;
    }
}

/// Hands over text that the program may contain as it is. Something is pending if a formatting
/// trait of the program writes while it is being written.
#[inline(always)]
pub(crate) fn write_text<S: Stream>(s: &str) {
    if is_literal(s) {
        flush::<S>();
        S::emit_text(literal_extern(s));
    } else {
        write_bytes::<S>(str_bytes(s));
        flush::<S>();
    }
}

/// Hands over what is pending.
#[inline]
pub(crate) fn flush<S: Stream>() {
    let pending = S::pending();
    let len = pending.len.get();
    if len != 0 {
        pending.len.set(0);
        S::emit_bytes(unsafe { host::from_char_code_array(pending.units, 0, len as i32) });
    }
}
