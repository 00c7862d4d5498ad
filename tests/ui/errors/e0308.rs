fn e0308() -> i32 { "str" } //~ ERROR[E0308]
fn main() {}
