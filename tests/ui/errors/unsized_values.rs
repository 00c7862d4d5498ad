//! Values of types that have no size.
trait Shape {
    fn name(self) -> u8;
    fn given(&self) {}
}
fn take(shape: dyn Shape) {} //~ ERROR[E0277]
fn text(a: u8, text: str) {} //~ ERROR[E0277]
fn list(list: &[u8]) -> [u8] { //~ ERROR[E0277]
    loop {}
}
fn give() -> dyn Shape { //~ ERROR[E0746]
    loop {}
}
fn right(shape: &dyn Shape, boxed: Box<dyn Shape>, f: fn(&str) -> Box<str>) {}
fn main() {}
