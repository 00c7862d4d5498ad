pub struct X { pub f: i32 }
fn e0605(x: X) { x as i32; } //~ ERROR[E0605]
fn main() {}
