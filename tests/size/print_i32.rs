fn main() {
    let x = std::env::args().count() as i32;
    println!("x = {}", x);
}
