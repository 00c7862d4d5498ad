#![allow(unused)]
trait Generic { fn f<T>(&self, x: T); }
trait Static { fn new() -> i32; }
trait ByValue { fn twice(&self) -> Self; }
trait Const { const C: i32; }
trait Sub: Static {}
trait Sized2: Sized {}
trait Fine { fn new() -> Self where Self: Sized; fn f<T>(&self, x: T) where Self: Sized; fn g(self: Box<Self>); }
trait Types { type A; type B; }
trait Fixed: Iterator<Item = u8> {}
fn f1(a: &dyn Generic, b: Box<dyn Static>, c: &dyn ByValue) {} //~ ERROR[E0038] ERROR[E0038] ERROR[E0038]
fn f2(a: &dyn Const, b: &dyn Sub, c: &dyn Sized2, d: &dyn Clone) {} //~ ERROR[E0038] ERROR[E0038] ERROR[E0038] ERROR[E0038]
fn f3(a: &dyn Fine, b: &dyn Fixed, c: Box<dyn Fn(u8) -> u8>, d: &dyn Iterator<Item = u8>) {}
fn f4(a: &dyn Iterator, b: Box<dyn Types>, c: &dyn Types<A = u8>) {} //~ ERROR[E0191] ERROR[E0191] ERROR[E0191]
fn f5() {
    let x: Vec<Box<dyn Clone>> = Vec::new(); //~ ERROR[E0038]
}
fn main() {}
