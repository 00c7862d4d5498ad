fn e0004(o: Option<bool>) -> i32 { match o { Some(true) => 1, None => 2 } } //~ ERROR[E0004]
fn main() {}
