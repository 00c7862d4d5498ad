//@ variants: all
// Arrays of `MaybeUninit` that are made from nothing.

use std::mem::{self, MaybeUninit};
fn main() {
    let mut arr: [MaybeUninit<Vec<u8>>; 3] = unsafe { MaybeUninit::uninit().assume_init() };
    for (i, m) in arr.iter_mut().enumerate() {
        m.write(vec![i as u8]);
    }
    let arr: [Vec<u8>; 3] = unsafe { mem::transmute(arr) };
    println!("{arr:?}");
}
