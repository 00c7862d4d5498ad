fn e0267() { break; } //~ ERROR[E0268]
fn main() {}
