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
fn b1(p: P) {
    p.n = 1; //~ ERROR[E0594]
}
fn b2(p: &P) {
    p.n = 1; //~ ERROR[E0594]
}
fn b3(p: &&mut P) {
    p.n = 1; //~ ERROR[E0594]
}
fn b4(p: &mut &P) {
    p.n = 1; //~ ERROR[E0594]
}
fn b5(p: *const P) {
    unsafe {
        (*p).n = 1; //~ ERROR[E0594]
    }
}
fn b6(v: Vec<i32>) {
    v[0] = 1; //~ ERROR[E0596]
}
fn b7(v: &Vec<i32>) {
    v[0] = 1; //~ ERROR[E0596]
}
fn b8(v: [i32; 2]) {
    v[0] = 1; //~ ERROR[E0594]
}
fn b9(v: &[i32]) {
    v[0] = 1; //~ ERROR[E0594]
    v.swap(0, 1); //~ ERROR[E0596]
}
fn b10(r: Rc<Vec<i32>>) {
    r.push(1); //~ ERROR[E0596]
}
fn b11(s: String) {
    let r = &mut s; //~ ERROR[E0596]
}
fn b12(o: Option<String>) {
    if let Some(ref mut x) = o {} //~ ERROR[E0596]
}
fn b13(o: &Option<String>) {
    if let Some(x) = o {
        x.push('a'); //~ ERROR[E0596]
    }
}
fn b14(o: Option<String>) {
    match &mut o { //~ ERROR[E0596]
        _ => {}
    }
}
fn b15(s: String) {
    let f = || s.push('a'); //~ ERROR[E0596]
}
fn b16(s: String) {
    let f = move || s.push('a'); //~ ERROR[E0596]
}
fn callf(f: impl Fn()) {}
fn b17() {
    let mut n = 1;
    callf(|| n += 1); //~ ERROR[E0594]
}
fn b18() {
    let mut s = String::new();
    callf(move || s.push('a')); //~ ERROR[E0596]
}
fn b19(f: impl FnMut()) {
    f(); //~ ERROR[E0596]
}
fn b20(f: &impl FnMut()) {
    f(); //~ ERROR[E0596]
}
fn b21(b: Box<i32>) {
    *b = 1; //~ ERROR[E0594]
}
static ST: i32 = 1;
fn b22() {
    ST = 2; //~ ERROR[E0594]
}
fn b23() {
    let x = 1;
    let p = &raw mut x; //~ ERROR[E0596]
}
impl P {
    fn set(&mut self) {}
    fn s1(&self) {
        self.n = 1; //~ ERROR[E0594]
    }
    fn s2(&self) {
        self.set(); //~ ERROR[E0596]
    }
    fn s3(self) {
        self.set(); //~ ERROR[E0596]
    }
    fn s4(&self) {
        self.a.push('a'); //~ ERROR[E0596]
    }
}
fn b24(it: std::slice::Iter<i32>) {
    it.next(); //~ ERROR[E0596]
}
fn b25(v: &Vec<String>) {
    for s in v {
        s.push('a'); //~ ERROR[E0596]
    }
}
fn b26(t: (i32, String)) {
    t.1.push('a'); //~ ERROR[E0596]
}
fn b27(r: &i32) {
    *r = 1; //~ ERROR[E0594]
    *r += 1; //~ ERROR[E0594]
}
fn b28() {
    let x = 1;
    x += 1; //~ ERROR[E0384]
    let y = &mut x; //~ ERROR[E0596]
}
fn b29(s: &str) {
    let v = vec![1];
    v.iter_mut(); //~ ERROR[E0596]
    v.sort();
}
fn main() {}
