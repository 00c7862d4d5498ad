fn e0425() { undefined_name; undefined_fn(1); } //~ ERROR[E0425] ERROR[E0425]
fn main() {}
