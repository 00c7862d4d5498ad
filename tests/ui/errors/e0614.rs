fn e0614(x: i32) { *x; } //~ ERROR[E0614]
fn main() {}
