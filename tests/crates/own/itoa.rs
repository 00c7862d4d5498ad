//@ itoa = "1"

fn main() {
    let mut buffer = itoa::Buffer::new();
    for number in [0i64, -1, i64::MIN, i64::MAX, 1_000_000] {
        println!("{}", buffer.format(number));
    }
    println!("{}", buffer.format(u128::MAX));
}
