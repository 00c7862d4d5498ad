//@ edition: 2021
//@ variants: all
// exercises: wrapping/checked/saturating/overflowing, casts, shifts, u8/i16 arithmetic, i128, leading_zeros, from_str_radix, float->int saturating
// wrc: small ints normalised i32; i128 = 2 x i64; float casts = trunc_sat
fn main() {
    let a: u8 = 250;
    println!("{} {:?} {} {:?}", a.wrapping_add(10), a.checked_add(10), a.saturating_add(10), a.overflowing_sub(251));
    let i: i16 = -32768;
    println!("{} {:?} {} {}", i.wrapping_neg(), i.checked_abs(), i.wrapping_sub(1), (i as u16) >> 3);
    println!("{} {} {} {}", -1i32 as u8, 300i32 as i8, u32::MAX as i64, -1i64 as u32);
    println!("{} {} {} {}", 1e10 as i32, f64::NAN as i32, -5.9 as u8, 255.99f32 as u8);
    println!("{} {} {}", -7 / 2, -7 % 2, (-7i32).rem_euclid(2));
    println!("{} {} {}", (-7i32).div_euclid(2), 1u32.rotate_right(1), 0b1011u8.count_ones());
    let x: i128 = i64::MAX as i128 * 3 + 7;
    let y: u128 = (1u128 << 100) | 12345;
    println!("{x} {y} {} {}", y >> 64, (x * -5) / 1_000_000_007);
    println!("{:?} {:?} {}", u8::from_str_radix("ff", 16), "300".parse::<u8>().is_err(), i64::MIN);
    println!("{} {} {}", u16::MAX.leading_zeros(), 40u64.trailing_zeros(), 5i32.pow(3));
    println!("{} {} {}", 'a' as u8 + 1, (b'a' + 2) as char, char::from_u32(0x1F600).is_some());
}
