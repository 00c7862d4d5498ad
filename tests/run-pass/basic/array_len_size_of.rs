//! Sizes in lengths of arrays are those of wasm32.

use std::mem::{size_of, align_of};
struct Id(u32);
#[repr(C)] struct P { a: u8, b: u16 }
enum E { A, B(u8) }
struct W<T> { x: [u8; 4], t: std::marker::PhantomData<T> }
type Chunk = u32;
const BITS: usize = 8 * size_of::<Chunk>();
struct Set { mask: [Chunk; 128 / BITS] }
const fn bytes<T>() -> usize { size_of::<T>() }
fn sizes() -> [usize; 13] {
    let a = [0u8; size_of::<u8>()]; let b = [0u8; size_of::<u64>()]; let c = [0u8; size_of::<usize>()];
    let d = [0u8; size_of::<Id>()]; let e = [0u8; size_of::<P>()]; let f = [0u8; size_of::<E>()];
    let g = [0u8; size_of::<char>() + size_of::<bool>()]; let h = [0u8; align_of::<f64>()];
    let i = [0u8; bytes::<isize>()]; let j = [0u8; align_of::<usize>()];
    let l = [0u8; size_of::<u128>()]; let m = [0u8; size_of::<Option<u16>>()];
    [a.len(), b.len(), c.len(), d.len(), e.len(), f.len(), g.len(), h.len(), i.len(), j.len(), l.len(), m.len(), size_of::<Set>()]
}
fn main() {
    println!("{:?}", sizes());
    println!("{:?}", [size_of::<u8>(), size_of::<Id>(), size_of::<P>(), size_of::<E>(), size_of::<Option<u16>>(), size_of::<W<usize>>()]);
}
