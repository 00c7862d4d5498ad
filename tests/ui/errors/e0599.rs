pub struct X { pub f: i32 }
fn e0599(x: X) { x.nope(); X::nada(); } //~ ERROR[E0599] ERROR[E0599]
fn main() {}
