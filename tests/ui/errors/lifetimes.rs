#![allow(unused)]
struct A { x: &str, y: &'b u8 } //~ ERROR[E0106] ERROR[E0261]
struct B<'a>(&'a str);
struct C { o: Option<&u8>, f: fn(&u8) -> &u8, g: Box<dyn Fn(&u8) -> &u8> } //~ ERROR[E0106]
enum E { V(&str) } //~ ERROR[E0106]
fn two(x: &str, y: &str) -> &str { x } //~ ERROR[E0106]
fn none() -> &str { "" } //~ ERROR[E0106]
fn one(x: &str) -> &str { x }
fn hidden(x: B, y: i32) -> &str { x.0 }
fn same<'a>(x: &'a str, y: &'a str) -> &str { x }
fn different<'a>(x: &'a str, y: &str) -> &str { x } //~ ERROR[E0106]
fn named(x: i32) -> Option<&'static str> { None }
fn owned(x: i32) -> Vec<&str> { vec![] } //~ ERROR[E0106]
fn opaque(x: &i32) -> impl Iterator<Item = &i32> { std::iter::once(x) }
fn undeclared(x: &'c str) {} //~ ERROR[E0261]
impl B<'d> {} //~ ERROR[E0261]
impl<'a> B<'a> {
    fn method(&self, x: &str) -> &str { self.0 }
    fn value(self, x: &str) -> &str { x }
    fn nothing(self) -> &str { self.0 } //~ ERROR[E0106]
}
type T = &str; //~ ERROR[E0106]
struct It;
impl Iterator for It {
    type Item = &'static u8;
    fn next(&mut self) -> Option<&'static u8> { None }
}
fn bound<T>(f: impl for<'z> Fn(&'z T) -> &'z T) {}
fn reserved<'static>() {} //~ ERROR[E0262]
static S: &str = "";
const K: &[&str] = &[];
trait Tr { const X: &'static str; fn a(&self) -> &str; fn b() -> &str; } //~ ERROR[E0106]
async fn async_one(x: &str) -> &str { x }
async fn async_two(x: &str, y: &str) -> &str { x } //~ ERROR[E0106]
fn main() {
    'l: loop { break 'l; }
    let x: &'q str = ""; //~ ERROR[E0261]
}
#[cfg(any())]
fn off(x: &'off str) {}
#[cfg(any())]
mod off { fn f(x: &'off str) {} }
