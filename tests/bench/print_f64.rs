fn main() {
    let x = std::env::args().count() as f64 * 1.25;
    println!("x = {}", x);
}
