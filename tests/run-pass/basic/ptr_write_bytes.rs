//! Bytes of numbers.

macro_rules! check { ($($ty:ty = $one:expr),*) => { $(
    let mut v: [$ty; 4] = [$one; 4];
    unsafe { std::ptr::write_bytes(v.as_mut_ptr().add(1), 0x41, 2); }
    println!("{} {v:?}", stringify!($ty));
    unsafe { v.as_mut_ptr().write_bytes(0, 3); }
    println!("{v:?}");
)* } }

fn main() {
    check!(u8 = 1, i8 = -1, u16 = 1, i16 = -1, u32 = 1, i32 = -1);
}
