fn e0369b() -> bool { 1u8 == 2u16 } //~ ERROR[E0308]
fn main() {}
