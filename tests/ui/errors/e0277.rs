pub trait Tr { fn a(&self); fn b(&self) {} const C: i32; }
pub fn need<T: Tr>(t: T) {}
fn e0277() { need(1u8); let x: Vec<i32> = [1u8].iter().collect(); } //~ ERROR[E0277] ERROR[E0277]
fn main() {}
