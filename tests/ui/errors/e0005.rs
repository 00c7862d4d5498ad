fn nonex() { let Some(x) = None::<i32>; } //~ ERROR[E0005]
fn main() {}
