//! The hasher of maps: rotate, xor and multiply.
//!
//! The table mixes the result once more, so that all bits of a word have a say.

use core::hash::Hasher;
use core::intrinsics::{array_read, slice_array, slice_len, slice_offset, str_bytes, RawArray};

/// The hasher of maps.
#[derive(Clone, Copy, Debug)]
#[wrc::flat]
pub struct FastHasher {
    state: u64,
}

impl FastHasher {
    #[inline(always)]
    pub(super) fn new() -> FastHasher {
        FastHasher { state: 0 }
    }

    #[inline(always)]
    fn add(&mut self, word: u64) {
        self.state = (self.state.rotate_left(5) ^ word).wrapping_mul(0xF135_7AEA_2E62_A9C5);
    }
}

macro_rules! words {
    ($($method:ident: $ty:ty,)*) => {
        $(
            #[inline(always)]
            fn $method(&mut self, i: $ty) {
                self.add(i as u64);
            }
        )*
    };
}

impl Hasher for FastHasher {
    words! {
        write_u8: u8,
        write_u16: u16,
        write_u32: u32,
        write_u64: u64,
        write_usize: usize,
        write_i8: i8,
        write_i16: i16,
        write_i32: i32,
        write_i64: i64,
        write_isize: isize,
    }

    #[inline]
    fn write_u128(&mut self, i: u128) {
        self.add(i as u64);
        self.add((i >> 64) as u64);
    }

    #[inline]
    fn write_i128(&mut self, i: i128) {
        self.write_u128(i as u128);
    }

    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        self.state = add_bytes(*self, bytes).state;
    }

    /// The length that `write` adds already keeps neighbouring texts apart.
    #[inline]
    fn write_str(&mut self, s: &str) {
        self.state = add_bytes(*self, str_bytes(s)).state;
    }

    #[inline(always)]
    fn finish(&self) -> u64 {
        self.state
    }
}

/// Adds bytes eight at a time, and their number.
fn add_bytes(mut hasher: FastHasher, bytes: &[u8]) -> FastHasher {
    let array = slice_array(bytes);
    let len = slice_len(bytes);
    let mut at = slice_offset(bytes);
    let end = at + len;
    while at + 8 <= end {
        hasher.add(u64::from(four(array, at)) | u64::from(four(array, at + 4)) << 32);
        at += 8;
    }
    let mut rest = 0;
    while at < end {
        rest = rest << 8 | u64::from(array_read(array, at));
        at += 1;
    }
    hasher.add(rest ^ (len as u64) << 56);
    hasher
}

#[inline(always)]
fn four(array: RawArray<u8>, at: usize) -> u32 {
    u32::from(array_read(array, at))
        | u32::from(array_read(array, at + 1)) << 8
        | u32::from(array_read(array, at + 2)) << 16
        | u32::from(array_read(array, at + 3)) << 24
}
