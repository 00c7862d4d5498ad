//! Strings of the host as bytes and as UTF-8.

use core::intrinsics::{array_new, array_read, array_write, ExternRef, RawArray};

use super::host;

/// The code units of a host string, in an array that is exactly as long, and their number.
fn units(text: ExternRef) -> (RawArray<u16>, usize) {
    let len = unsafe { host::length(text) } as usize;
    let array = array_new(len);
    unsafe { host::into_char_code_array(text, array, 0) };
    (array, len)
}

/// The bytes of a host string that holds one per code unit.
pub(crate) fn bytes(text: ExternRef) -> Vec<u8> {
    let (array, len) = units(text);
    let mut bytes = Vec::with_capacity(len);
    let mut index = 0;
    while index < len {
        bytes.push(array_read(array, index) as u8);
        index += 1;
    }
    bytes
}

/// A host string as UTF-8; a lone surrogate becomes the replacement character.
pub(crate) fn string(text: ExternRef) -> String {
    let (array, len) = units(text);
    let mut string = String::with_capacity(len);
    let mut index = 0;
    while index < len {
        let unit = array_read(array, index) as u32;
        index += 1;
        let mut code = unit;
        if unit & 0xFC00 == 0xD800 && index < len {
            let low = array_read(array, index) as u32;
            if low & 0xFC00 == 0xDC00 {
                code = 0x1_0000 + ((unit & 0x3FF) << 10 | (low & 0x3FF));
                index += 1;
            }
        }
        string.push(char::from_u32(code).unwrap_or('\u{FFFD}'));
    }
    string
}

/// `s` as a host string.
pub(crate) fn from_str(s: &str) -> ExternRef {
    let array = array_new(s.len());
    let mut len = 0;
    for byte in s.bytes() {
        array_write(array, len, byte as u16);
        len += 1;
    }
    from_utf8_units(array, len)
}

/// The host string of UTF-8 that stands in the array with one byte per unit. The array is reused.
pub(crate) fn from_utf8_units(array: RawArray<u16>, len: usize) -> ExternRef {
    let mut to = 0;
    let mut from = 0;
    while from < len {
        let first = array_read(array, from) as u32;
        from += 1;
        let mut code = first;
        if first >= 0xC0 {
            let mut left = (first >= 0xE0) as usize + (first >= 0xF0) as usize + 1;
            code = first & (0x3F >> left);
            while left > 0 {
                code = code << 6 | (array_read(array, from) as u32 & 0x3F);
                from += 1;
                left -= 1;
            }
        }
        if code >= 0x1_0000 {
            array_write(array, to, (0xD7C0 + (code >> 10)) as u16);
            to += 1;
            code = 0xDC00 | (code & 0x3FF);
        }
        array_write(array, to, code as u16);
        to += 1;
    }
    unsafe { host::from_char_code_array(array, 0, to as i32) }
}
