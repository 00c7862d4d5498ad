pub struct X { pub f: i32 }
fn e0609(x: X) { x.g; } //~ ERROR[E0609]
fn main() {}
