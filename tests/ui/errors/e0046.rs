pub trait Tr { fn a(&self); fn b(&self) {} const C: i32; }
pub struct X { pub f: i32 }
impl Tr for X { fn a(&self, n: i32) {} fn zzz(&self) {} } //~ ERROR[E0046] ERROR[E0050] ERROR[E0407]
fn main() {}
