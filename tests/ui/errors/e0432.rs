use std::nothing::Foo; //~ ERROR[E0432]
fn main() {}
