//@ edition: 2021
//@ variants: all
// exercises: u32/u64/u8 wrapping arithmetic kernels: FNV, xorshift, CRC table, base64, SipHash DefaultHasher determinism, bit matrices
// wrc: i32/i64 ops direct; tables are global arrays; DefaultHasher::new() is real SipHash-1-3 with zero keys
use std::hash::{Hash, Hasher};
const CRC: [u32; 256] = { let mut t = [0u32; 256]; let mut i = 0; while i < 256 { let mut c = i as u32; let mut k = 0; while k < 8 { c = if c & 1 != 0 { 0xEDB88320 ^ (c >> 1) } else { c >> 1 }; k += 1; } t[i] = c; i += 1; } t };
fn crc(d: &[u8]) -> u32 { !d.iter().fold(!0, |c, b| CRC[((c ^ *b as u32) & 255) as usize] ^ (c >> 8)) }
fn fnv(s: &str) -> u64 { s.bytes().fold(0xcbf29ce484222325, |h, b| (h ^ b as u64).wrapping_mul(0x100000001b3)) }
struct X(u64);
impl X { fn next(&mut self) -> u64 { self.0 ^= self.0 << 13; self.0 ^= self.0 >> 7; self.0 ^= self.0 << 17; self.0 } }
fn b64(d: &[u8]) -> String {
    let a = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"; let mut o = String::new();
    for c in d.chunks(3) { let n = (c[0] as u32) << 16 | (*c.get(1).unwrap_or(&0) as u32) << 8 | *c.get(2).unwrap_or(&0) as u32; for i in 0..4 { if i <= c.len() { o.push(a[(n >> (18 - 6 * i) & 63) as usize] as char) } else { o.push('=') } } }
    o
}
fn main() {
    println!("{:08x} {:016x} {}", crc(b"123456789"), fnv("hello"), b64("wasm gc!".as_bytes()));
    let mut r = X(88172645463325252); let v: Vec<u64> = (0..3).map(|_| r.next() % 1000).collect();
    println!("{v:?} {}", (0..1000).map(|_| r.next() as u8 as u32).sum::<u32>());
    let mut h = std::collections::hash_map::DefaultHasher::new(); 12345u64.hash(&mut h); "abc".hash(&mut h);
    println!("{:016x}", h.finish());
    println!("{:?} {}", 0x12345678u32.to_be_bytes(), u64::from_le_bytes([1, 2, 3, 4, 5, 6, 7, 8]));
    println!("{} {:?}", (0..64u64).fold(0u64, |a, i| a.rotate_left(5) ^ i.wrapping_mul(0x9E3779B97F4A7C15)), 200u8.carrying_add_like(100));
}
trait C { fn carrying_add_like(self, o: u8) -> (u8, bool); }
impl C for u8 { fn carrying_add_like(self, o: u8) -> (u8, bool) { let s = self as u16 + o as u16; (s as u8, s > 255) } }
