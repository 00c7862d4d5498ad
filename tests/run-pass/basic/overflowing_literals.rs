//! Literals that are too large for their type, where that is allowed.
#![allow(overflowing_literals)]

mod inner {
    pub fn low() -> i16 {
        0x1_8001
    }
}

fn main() {
    let byte: u8 = 256 + 3;
    let signed: i8 = 200;
    println!("{byte} {signed} {} {:?}", -129i8, 0xFFFF_FFFFi32);
    println!("{} {}", 0xFFFF_FFFFi32, inner::low());
    println!("{}", i64::from(0x8000_0000u32 as i32) + i64::from(2147483648i32));
    println!("{:?}", [255i8, 128, 127]);
    match signed {
        -56 => println!("equal"),
        _ => println!("not equal"),
    }
}
