pub trait Tr { fn a(&self); fn b(&self) {} const C: i32; }
fn e0053() {} struct Y; impl Tr for Y { const C: i32 = 1; fn a(&mut self) {} } //~ ERROR[E0053]
fn main() {}
