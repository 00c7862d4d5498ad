fn e0023(o: Option<i32>) { if let Some(a, b) = o {} let (a, b) = (1, 2, 3); } //~ ERROR[E0023] ERROR[E0308]
fn main() {}
