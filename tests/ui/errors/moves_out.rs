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
fn o1(v: &Vec<String>) -> String {
    v[0] //~ ERROR[E0507]
}
fn o2(p: &P) -> String {
    p.a //~ ERROR[E0507]
}
fn o3(p: &mut P) -> String {
    p.a //~ ERROR[E0507]
}
fn o4(v: Vec<String>) -> String {
    v[0] //~ ERROR[E0507]
}
fn o5(a: [String; 2]) -> String {
    a[0] //~ ERROR[E0508]
}
fn o6(d: D) -> String {
    d.0 //~ ERROR[E0509]
}
fn o7(r: Rc<String>) -> String {
    *r //~ ERROR[E0507]
}
fn o8(o: &Option<String>) {
    match *o {
        Some(s) => take(s), //~ ERROR[E0507]
        None => {}
    }
}
fn o9(o: &Option<String>) -> String {
    o.unwrap() //~ ERROR[E0507]
}
fn o10(s: String) -> impl Fn() -> String {
    move || s //~ ERROR[E0507]
}
fn o11(s: String) -> impl FnMut() -> String {
    move || s //~ ERROR[E0507]
}
fn o12(x: &[String]) {
    let [a, ..] = *x else { return }; //~ ERROR[E0508]
}
fn o13(x: &[String]) {
    for s in *x {} //~ ERROR[E0277]
}
static SS: String = String::new();
fn o14() {
    let s = SS; //~ ERROR[E0507]
}
fn o15(p: *const String) {
    unsafe {
        take(*p); //~ ERROR[E0507]
    }
}
fn o16(s: Option<String>) {
    match s {
        Some(x)
            if {
                take(x); //~ ERROR[E0507]
                true
            } => {}
        _ => {}
    }
}
fn o17(&P { a, .. }: &P) {} //~ ERROR[E0507]
fn o18(x: &Box<String>) -> String {
    **x //~ ERROR[E0507]
}
fn o19(x: &mut Option<String>) {
    let y = *x; //~ ERROR[E0507]
}
fn o20(x: &(String, i32)) {
    let (a, b) = *x; //~ ERROR[E0507]
}
impl P {
    fn g1(&self) -> String {
        self.a //~ ERROR[E0507]
    }
    fn g2(&mut self) -> P {
        *self //~ ERROR[E0507]
    }
    fn g3(&self) {
        take(self.b) //~ ERROR[E0507]
    }
}
fn main() {}
