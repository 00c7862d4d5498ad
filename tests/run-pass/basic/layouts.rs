// What a program can ask of layouts: rustc's answers.
use std::fmt::Debug;
use std::mem::{align_of_val, offset_of, size_of, size_of_val};
use std::num::{NonZeroU8, NonZeroU32};

#[repr(C)]
struct Header {
    kind: u8,
    len: u32,
    flags: u16,
    time: u64,
    mark: (u8,),
}

#[repr(C)]
struct Frame {
    header: Header,
    end: u8,
}

#[repr(C, packed)]
struct Packed {
    kind: u8,
    len: u32,
}

struct One {
    only: u64,
}

union Bits {
    int: u32,
    float: f32,
}

const LEN: usize = offset_of!(Header, len);

fn main() {
    println!("{} {LEN} {}", offset_of!(Header, kind), offset_of!(Header, flags));
    println!("{} {}", offset_of!(Header, time), offset_of!(Header, mark.0));
    println!("{} {}", offset_of!(Frame, header.flags), offset_of!(Frame, end));
    println!("{} {}", offset_of!(Packed, len), offset_of!(One, only));
    println!("{} {}", offset_of!(Bits, int), offset_of!(Bits, float));

    let values: [Box<dyn Debug>; 5] = [
        Box::new(1_u8),
        Box::new(2_u32),
        Box::new((1_u8, 2_u32)),
        Box::new(()),
        Box::new(Some(3_u16)),
    ];
    for value in &values {
        println!("{} {}", size_of_val(&**value), align_of_val(&**value));
    }
    let mut number = 5_i16;
    let shown: &mut dyn Debug = &mut number;
    println!("{} {}", size_of_val(shown), align_of_val(shown));
    println!("{} {}", size_of_val("hello"), align_of_val("hello"));
    println!("{} {}", size_of_val(&[1_u32, 2][..]), align_of_val(&[1_u32, 2][..]));
    println!("{} {}", size_of::<Option<NonZeroU32>>(), size_of::<Option<Option<NonZeroU8>>>());

    println!("{}", cfg_select! { any() => "none", _ => { "rest" } });
    let _ = std::cfg_select! { all() => (number, 1), _ => number };
}
