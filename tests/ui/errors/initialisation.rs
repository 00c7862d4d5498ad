#![allow(unused, dropping_references, dropping_copy_types)]
use std::rc::Rc;
struct P {
    a: String,
    b: String,
    n: i32,
}
struct D(String);
impl Drop for D {
    fn drop(&mut self) {}
}
enum E {
    A(String),
    B(String, i32),
    C,
}
fn take<T>(_: T) {}
fn c() -> bool {
    true
}
fn u1() {
    let x: i32;
    if c() {
        x = 1
    }
    take(x); //~ ERROR[E0381]
}
fn u2() {
    let x: i32;
    while c() {
        x = 1;
        break;
    }
    take(x); //~ ERROR[E0381]
}
fn u3() {
    let p: P;
    p.n = 1; //~ ERROR[E0381]
}
fn u4() {
    let a: [i32; 2];
    a[0] = 1; //~ ERROR[E0381]
}
fn u5() {
    let x: i32;
    let f = || x; //~ ERROR[E0381]
}
fn u6() {
    let x: i32;
    match 3 {
        1 => x = 1,
        2 => x = 2,
        _ => {}
    }
    println!("{x}"); //~ ERROR[E0381]
}
fn u7() {
    let x: i32;
    x += 1; //~ ERROR[E0381]
}
fn u8() {
    let mut x: i32;
    x += 1; //~ ERROR[E0381]
}
fn u9() {
    let (x, y): (i32, i32);
    x = 1;
    take(x);
    take(y); //~ ERROR[E0381]
}
fn u10() {
    let b: Box<i32>;
    *b = 3; //~ ERROR[E0381]
}
fn main() {}
