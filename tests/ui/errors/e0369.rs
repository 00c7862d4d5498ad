pub struct X { pub f: i32 }
fn e0369(x: X) { let _ = x + 1; let _ = x == x; } //~ ERROR[E0369] ERROR[E0369]
fn main() {}
