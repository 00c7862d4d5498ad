//! Digits of floats come from the host, whose engine has the shortest round-trip algorithm.

use crate::intrinsics::{array_new, array_read, array_write, ExternRef, RawArray};

#[link(wasm_import_module = "wrc")]
extern "C" {
    /// The shortest digits that read back as `value`, laid out as JavaScript does.
    #[link_name = "f64s"]
    fn host_f64s(value: f64) -> ExternRef;
    /// As `f64s`, but the digits need to read back as an `f32` only.
    #[link_name = "f32s"]
    fn host_f32s(value: f32) -> ExternRef;
    /// `value` with exactly `digits` digits after the point, ties to even.
    #[link_name = "f64fix"]
    fn host_f64fix(value: f64, digits: i32) -> ExternRef;
    /// `d.ddde+x` with exactly `digits` digits after the point, ties to even.
    #[link_name = "f64exp"]
    fn host_f64exp(value: f64, digits: i32) -> ExternRef;
}

#[link(wasm_import_module = "wasm:js-string")]
extern "C" {
    #[link_name = "length"]
    fn string_length(text: ExternRef) -> i32;
    #[link_name = "intoCharCodeArray"]
    fn string_into_array(text: ExternRef, array: RawArray<u16>, start: i32) -> i32;
}

/// ASCII text in an array that is exactly as long.
#[inline(always)]
pub(super) fn f64s(value: f64) -> RawArray<u8> {
    ascii(unsafe { host_f64s(value) })
}

#[inline(always)]
pub(super) fn f32s(value: f32) -> RawArray<u8> {
    ascii(unsafe { host_f32s(value) })
}

#[inline(always)]
pub(super) fn f64fix(value: f64, digits: usize) -> RawArray<u8> {
    ascii(unsafe { host_f64fix(value, digits as i32) })
}

#[inline(always)]
pub(super) fn f64exp(value: f64, digits: usize) -> RawArray<u8> {
    ascii(unsafe { host_f64exp(value, digits as i32) })
}

fn ascii(text: ExternRef) -> RawArray<u8> {
    let len = unsafe { string_length(text) } as usize;
    let units = array_new::<u16>(len);
    unsafe { string_into_array(text, units, 0) };
    let bytes = array_new::<u8>(len);
    let mut index = 0;
    while index < len {
        array_write(bytes, index, array_read(units, index) as u8);
        index += 1;
    }
    bytes
}
