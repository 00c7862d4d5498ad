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
fn m1(p: P) {
    take(p.a);
    take(p); //~ WARNING[E0382]
}
fn m2(p: P) {
    take(p.a);
    take(p.b);
    take(&p.n);
    let q = &p.a; //~ WARNING[E0382]
}
fn m3(s: String) {
    loop {
        take(s); //~ WARNING[E0382]
    }
}
fn m4(s: String) {
    while c() {
        take(s); //~ WARNING[E0382]
    }
}
fn m5(s: String) {
    for i in 0..3 {
        take(s); //~ WARNING[E0382]
    }
}
fn m6(s: String) {
    if c() {
        take(s);
    }
    take(s); //~ WARNING[E0382]
}
fn m7(s: String) {
    let f = move || s.len();
    take(s); //~ WARNING[E0382]
}
fn m8(s: String) {
    let f = || take(s);
    f();
    f(); //~ WARNING[E0382]
}
fn m9(o: Option<String>) {
    match o {
        Some(x) => take(x),
        None => {}
    }
    take(o); //~ WARNING[E0382]
}
fn m10(o: Option<String>) {
    if let Some(x) = o {
        take(x)
    }
    take(o); //~ WARNING[E0382]
}
fn m11(b: Box<P>) {
    let P { a, .. } = *b;
    take(b); //~ WARNING[E0382]
}
fn m12(b: Box<String>) {
    let s = *b;
    take(*b); //~ WARNING[E0382]
}
fn m13<T>(t: T) {
    take(t);
    take(t); //~ ERROR[E0382]
}
fn m14<T: Clone>(t: T) {
    take(t.clone());
    take(t);
    take(t); //~ ERROR[E0382]
}
fn m15<T: Copy>(t: T) {
    take(t);
    take(t);
}
fn m16(v: Vec<String>) {
    for s in v {
        take(s);
    }
    take(v); //~ WARNING[E0382]
}
fn m17(a: [String; 2]) {
    let [x, _] = a;
    take(x);
    take(a); //~ WARNING[E0382]
}
fn m18(t: (String, String)) {
    let (x, _) = t;
    take(t.1);
    take(t.0); //~ WARNING[E0382]
}
fn m19(r: &mut i32) {
    let q = r;
    *q = 1;
    *r = 2; //~ WARNING[E0382]
}
fn m20(s: String) {
    take((s, 1));
    take(s); //~ WARNING[E0382]
}
fn m21(p: P) {
    let q = P { n: 3, ..p };
    take(p.n);
    take(p.a); //~ WARNING[E0382]
}
fn m22(x: Option<Box<i32>>) {
    x.unwrap();
    x.is_some(); //~ WARNING[E0382]
}
fn m23(s: String, t: String) {
    let r = if c() { s } else { t };
    take(s); //~ WARNING[E0382]
}
fn m24(s: String) {
    let t = match 1 {
        1 => s,
        _ => return,
    };
    take(s); //~ WARNING[E0382]
}
fn m25(s: String) {
    {
        s
    };
    take(s); //~ WARNING[E0382]
}
fn m26(s: String) {
    s;
    take(s); //~ WARNING[E0382]
}
fn m27(s: String) {
    s + "x";
    take(&s); //~ WARNING[E0382]
}
fn m28(mut s: String) {
    take(s);
    s.push('x'); //~ WARNING[E0382]
}
fn m29(mut p: P) {
    take(p);
    p.a = String::new(); //~ WARNING[E0382]
}
fn m30(s: String) {
    println!("{}", s);
    take(s);
    println!("{}", s); //~ WARNING[E0382]
}
fn m31(e: E) {
    match e {
        E::A(s) | E::B(s, _) => take(s),
        E::C => {}
    }
    take(e); //~ WARNING[E0382]
}
fn m32(it: std::vec::IntoIter<i32>) {
    it.map(|x| x);
    it.count(); //~ WARNING[E0382]
}
fn m33(f: impl FnOnce()) {
    f();
    f(); //~ ERROR[E0382]
}
fn m34(f: Box<dyn FnOnce()>) {
    f();
    f(); //~ ERROR[E0382]
}
fn m35(s: String) {
    let a = [s, String::new()];
    let b = &s; //~ WARNING[E0382]
}
fn m36(o: Option<String>) {
    let Some(x) = o else { return };
    take(o); //~ WARNING[E0382]
}
struct Copied {
    n: i32,
    s: String,
}
fn m37(c: Copied) {
    let whole @ Copied { n, .. } = c;
    take((whole, n));
}
fn main() {}
