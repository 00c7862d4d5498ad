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
fn a1() {
    let x = 1;
    x = 2; //~ ERROR[E0384]
}
fn a2() {
    let x;
    x = 1;
    x = 2; //~ ERROR[E0384]
}
fn a3() {
    let x;
    loop {
        x = 1; //~ ERROR[E0384]
    }
}
fn a4(x: i32) {
    x = 2; //~ ERROR[E0384]
}
fn a5((x, y): (i32, i32)) {
    x = 2; //~ ERROR[E0384]
}
fn a6() {
    for i in 0..3 {
        i = 1; //~ ERROR[E0384]
    }
}
fn a7(o: Option<i32>) {
    if let Some(x) = o {
        x += 1; //~ ERROR[E0384]
    }
}
fn a8() {
    let x;
    if c() {
        x = 1
    }
    x = 2; //~ ERROR[E0384]
}
fn a9(x: i32) {
    x += 1; //~ ERROR[E0384]
}
fn a10() {
    let x = 1;
    let f = || x = 2; //~ ERROR[E0594]
}
fn a11() {
    let x = 1;
    let f = move || {
        x += 2; //~ ERROR[E0594]
    };
}
fn main() {}
