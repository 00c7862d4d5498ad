pub struct X { pub f: i32 }
fn e0026(x: X) { let X { zz, .. } = x; let X { } = x; } //~ ERROR[E0026] ERROR[E0027]
fn main() {}
