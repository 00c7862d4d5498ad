//! Array lengths, const arguments and discriminants that need functions of the library.

enum S {
    A = <E as Tr>::X as isize,
    B = 7,
}
trait Tr {
    const X: u8;
}
struct E;
impl Tr for E {
    const X: u8 = 3;
}
#[repr(u8)]
enum One {
    V = 5,
}
enum Two {
    A = One::V as isize,
    B = {
        const fn f() -> isize {
            40 + 2
        }
        f()
    },
}
const M: u64 = usize::MAX as u64;
struct W<const N: usize>;
impl<const N: usize> W<N> {
    const V: usize = N;
}
const fn len(s: &str) -> usize {
    s.len()
}
fn main() {
    println!(
        "{} {} {} {}",
        S::A as i32,
        S::B as i32,
        Two::A as i32,
        Two::B as i32
    );
    let a = [0u8; "hello".len()];
    println!("{}", a.len());
    let a = [0u8; len("hello!")];
    println!("{}", a.len());
    let a = [0u8; size_of::<u32>() * 2];
    println!("{}", a.len());
    let a = [0u8; 5u32.count_ones() as usize
        + 7u32.leading_zeros() as usize
        + 8u8.trailing_zeros() as usize];
    println!("{}", a.len());
    let a = [0u8; u32::MAX.wrapping_add(5) as usize];
    println!("{}", a.len());
    println!("{}", W::<{ 1 + "abc".len() }>::V);
    println!("{}", W::<{ i32::BITS as usize }>::V);
    println!("{}", W::<{ u8::MAX as usize }>::V);
    println!("{}", W::<{ 17usize.next_power_of_two() }>::V);
    println!("{}", W::<{ 17usize.pow(2).rotate_left(3) }>::V);
    println!("{}", W::<{ 3usize.saturating_sub(5) }>::V);
    println!(
        "{}",
        W::<
            {
                match 17usize.checked_mul(3) {
                    Some(x) => x,
                    None => 0,
                }
            },
        >::V
    );
    const T: [&str; 3] = ["a", "bb", "ccc"];
    println!("{}", W::<{ T[2].len() + T.len() }>::V);
    const fn total(t: &[&str]) -> usize {
        let mut i = 0;
        let mut n = 0;
        while i < t.len() {
            n += t[i].len();
            i += 1
        }
        n
    }
    println!("{}", W::<{ total(&T) }>::V);
    println!("{}", W::<{ align_of::<u64>() }>::V);
    const fn maxi(a: usize, b: usize) -> usize {
        if a > b { a } else { b }
    }
    println!(
        "{}",
        W::<{ maxi(size_of::<u16>(), size_of::<[u8; 3]>()) }>::V
    );
    println!("{}", W::<{ u64::MAX.count_ones() as usize }>::V);
    println!("{}", W::<{ b"abcd".len() }>::V);
    println!("{}", W::<{ 7usize.is_power_of_two() as usize }>::V);
    println!("{}", W::<{ 100usize.ilog2() as usize }>::V);
    println!("{}", W::<{ 100usize.isqrt() as usize }>::V);
    println!("{}", W::<{ 'a' as usize }>::V);
    println!("{}", W::<{ (1.5f64 * 2.0) as usize }>::V);
    println!("{}", W::<{ u16::from_be_bytes([1, 2]) as usize }>::V);
    println!("{}", W::<{ 0x1234u16.swap_bytes() as usize }>::V);
    println!("{}", W::<{ (-7i32).rem_euclid(4) as usize }>::V);
    println!("{}", W::<{ (-7i32).unsigned_abs() as usize }>::V);
    println!("{}", W::<{ 7usize.div_ceil(2) }>::V);
    println!("{}", W::<{ 7usize.abs_diff(20) }>::V);
}
