fn ret() -> i32 { 1; } //~ ERROR[E0308]
fn main() {}
