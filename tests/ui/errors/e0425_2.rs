fn e0412(x: Undefined) {} //~ ERROR[E0425]
fn main() {}
