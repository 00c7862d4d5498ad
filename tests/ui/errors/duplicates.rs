#![allow(unused)]
mod m {}
struct m; //~ ERROR[E0428]
struct Own;
enum E { A, B, A } //~ ERROR[E0428]
struct F { a: i32, b: i32, a: u8 } //~ ERROR[E0124]
fn g<T, T>(x: T) {} //~ ERROR[E0403]
struct S<T>(T);
impl<T> S<T> { fn f<T>(x: T) {} fn d(&self) {} fn d(&self) {} } //~ ERROR[E0403] ERROR[E0592]
impl S<i32> { fn q() {} }
impl S<i32> { fn q() {} } //~ ERROR[E0592]
impl S<u8> { fn q() {} }
trait Tr { fn m(); }
trait Twice { fn m(); fn m(); } //~ ERROR[E0428]
impl Tr for Own { fn m() {} fn m() {} } //~ ERROR[E0201]
fn h(a: i32, a: i32) {} //~ ERROR[E0415]
fn patterns() {
    let (a, a) = (1, 2); //~ ERROR[E0416]
    let c = |x: i32, x: i32| x; //~ ERROR[E0415]
    match Some(1) { Some(y) | None => {} } //~ ERROR[E0408]
    match (1, 2) { (z, 1) | (1, z) => {} _ => {} }
}
macro_rules! two { ($x:ident) => { |$x: i32, x: i32| $x + x } }
fn main() { two!(x)(1, 2); }
