//! Arithmetic that panics on overflow in every build.

fn main() {
    println!("{} {}", (-7_i32).strict_div_euclid(2), (-7_i64).strict_rem_euclid(2));
    println!("{} {}", 7_u32.strict_div_euclid(2), 7_u128.strict_rem_euclid(4));
    println!("{} {}", 5_i8.strict_add_unsigned(100), (-5_i16).strict_sub_unsigned(7));
    println!("{}", 5_u8.strict_add_signed(-3));
}
