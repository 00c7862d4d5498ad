//! Sizes and alignments that `repr` asks for.

use std::mem::{align_of, size_of};

#[repr(packed)]
#[allow(dead_code)]
struct Packed {
    a: u8,
    b: u64,
}

#[repr(C, packed(2))]
#[allow(dead_code)]
struct Two {
    a: u8,
    b: u64,
}

#[repr(C)]
#[allow(dead_code)]
struct Ordered {
    a: u8,
    b: u32,
    c: u8,
}

#[allow(dead_code)]
struct Free {
    a: u8,
    b: u32,
    c: u8,
}

#[repr(align(16))]
#[allow(dead_code)]
struct Wide(u8);

#[repr(C)]
#[allow(dead_code)]
enum Int {
    A,
    B,
}

#[repr(u8)]
#[allow(dead_code)]
enum Tagged {
    Only(u8),
}

fn sizes<T>() -> (usize, usize) {
    (size_of::<T>(), align_of::<T>())
}

fn main() {
    println!("{:?} {:?}", sizes::<Packed>(), sizes::<[Packed; 10]>());
    println!("{:?} {:?} {:?}", sizes::<Two>(), sizes::<Ordered>(), sizes::<Free>());
    println!("{:?} {:?}", sizes::<Wide>(), sizes::<Option<Wide>>());
    println!("{:?} {:?} {:?}", sizes::<Int>(), sizes::<Tagged>(), sizes::<Option<Int>>());
}
