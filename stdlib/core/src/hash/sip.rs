//! SipHash-1-3 and -2-4, fed byte by byte.

use super::Hasher;
use crate::intrinsics::{array_read, slice_array, slice_len, slice_offset};
use crate::intrinsics::{rotate_left, wrapping_add};

/// The state: four words, and up to seven bytes that do not fill a word yet.
#[derive(Debug, Clone, Copy)]
struct Sip {
    v0: u64,
    v1: u64,
    v2: u64,
    v3: u64,
    tail: u64,
    /// How many bits of `tail` are filled.
    filled: u32,
    length: u32,
    compressions: u32,
    finals: u32,
}

impl Sip {
    #[inline]
    const fn new(key0: u64, key1: u64, compressions: u32, finals: u32) -> Sip {
        Sip {
            v0: key0 ^ 0x736f_6d65_7073_6575,
            v1: key1 ^ 0x646f_7261_6e64_6f6d,
            v2: key0 ^ 0x6c79_6765_6e65_7261,
            v3: key1 ^ 0x7465_6462_7974_6573,
            tail: 0,
            filled: 0,
            length: 0,
            compressions,
            finals,
        }
    }

    #[inline]
    fn rounds(&mut self, count: u32) {
        let mut v0 = self.v0;
        let mut v1 = self.v1;
        let mut v2 = self.v2;
        let mut v3 = self.v3;
        let mut left = count;
        while left > 0 {
            v0 = wrapping_add(v0, v1);
            v2 = wrapping_add(v2, v3);
            v1 = rotate_left(v1, 13) ^ v0;
            v3 = rotate_left(v3, 16) ^ v2;
            v0 = rotate_left(v0, 32);
            v2 = wrapping_add(v2, v1);
            v0 = wrapping_add(v0, v3);
            v1 = rotate_left(v1, 17) ^ v2;
            v3 = rotate_left(v3, 21) ^ v0;
            v2 = rotate_left(v2, 32);
            left -= 1;
        }
        self.v0 = v0;
        self.v1 = v1;
        self.v2 = v2;
        self.v3 = v3;
    }

    #[inline]
    fn word(&mut self, word: u64) {
        self.v3 ^= word;
        self.rounds(self.compressions);
        self.v0 ^= word;
    }

    /// Feeds the low `bits` bits of `value`; `bits` is a multiple of 8 up to 64.
    #[inline]
    fn feed(&mut self, value: u64, bits: u32) {
        self.length = wrapping_add(self.length, bits / 8);
        let filled = self.filled;
        let joined = self.tail | value << filled;
        if filled + bits < 64 {
            self.tail = joined;
            self.filled = filled + bits;
            return;
        }
        self.word(joined);
        self.filled = filled + bits - 64;
        self.tail = if filled == 0 { 0 } else { value >> (64 - filled) };
    }

    fn finish(&self) -> u64 {
        let mut state = *self;
        let last = (self.length as u64 & 0xff) << 56 | self.tail;
        state.word(last);
        state.v2 ^= 0xff;
        state.rounds(state.finals);
        state.v0 ^ state.v1 ^ state.v2 ^ state.v3
    }
}

macro_rules! hashers {
    ($($(#[$doc:meta])* $Name:ident $compressions:literal $finals:literal;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone)]
            pub struct $Name {
                state: Sip,
            }

            impl $Name {
                /// A hasher with the key 0.
                #[inline]
                #[must_use]
                pub const fn new() -> $Name {
                    $Name::new_with_keys(0, 0)
                }

                /// A hasher with a key.
                #[inline]
                #[must_use]
                pub const fn new_with_keys(key0: u64, key1: u64) -> $Name {
                    $Name { state: Sip::new(key0, key1, $compressions, $finals) }
                }
            }

            impl Default for $Name {
                #[inline]
                fn default() -> $Name {
                    $Name::new()
                }
            }

            impl Hasher for $Name {
                fn write(&mut self, bytes: &[u8]) {
                    let array = slice_array(bytes);
                    let mut index = slice_offset(bytes);
                    let end = index + slice_len(bytes);
                    while index < end {
                        self.state.feed(array_read(array, index) as u64, 8);
                        index += 1;
                    }
                }

                fn write_str(&mut self, s: &str) {
                    self.write(s.as_bytes());
                    self.write_u8(0xff);
                }

                #[inline]
                fn write_u8(&mut self, i: u8) {
                    self.state.feed(i as u64, 8);
                }

                #[inline]
                fn write_u16(&mut self, i: u16) {
                    self.state.feed(i as u64, 16);
                }

                #[inline]
                fn write_u32(&mut self, i: u32) {
                    self.state.feed(i as u64, 32);
                }

                #[inline]
                fn write_u64(&mut self, i: u64) {
                    self.state.feed(i, 64);
                }

                #[inline]
                fn write_u128(&mut self, i: u128) {
                    self.state.feed(i as u64, 64);
                    self.state.feed((i >> 64) as u64, 64);
                }

                #[inline]
                fn write_usize(&mut self, i: usize) {
                    self.state.feed(i as u64, 32);
                }

                #[inline]
                fn finish(&self) -> u64 {
                    self.state.finish()
                }
            }
        )*
    };
}

hashers! {
    /// SipHash-1-3, which `DefaultHasher` is.
    SipHasher13 1 3;
    /// SipHash-2-4.
    SipHasher 2 4;
}
