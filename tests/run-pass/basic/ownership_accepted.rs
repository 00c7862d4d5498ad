#![allow(
    unused,
    dropping_references,
    dropping_copy_types,
    unreachable_code,
    unused_assignments,
    static_mut_refs
)]
use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    ops::{Add, AddAssign, Deref, DerefMut, Index, IndexMut},
    rc::Rc,
};
#[derive(Clone, Default, Debug)]
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
fn g1() {
    let x;
    if c() {
        x = 1
    } else {
        x = 2
    }
    take(x);
}
fn g2() {
    let x;
    match 3 {
        1 => x = 1,
        _ => x = 2,
    }
    take(x);
}
fn g3() {
    let x;
    loop {
        x = 1;
        break;
    }
    take(x);
}
fn g4() {
    let x;
    if c() {
        x = 1
    } else {
        return;
    }
    take(x);
}
fn g5() {
    let x;
    if c() {
        x = 1
    } else {
        panic!()
    }
    take(x);
}
fn g6(s: String) {
    loop {
        take(s);
        break;
    }
}
fn g7(mut s: String) {
    loop {
        take(s);
        s = String::new();
    }
}
fn g8(mut s: String) {
    while c() {
        take(s);
        s = String::new();
    }
    take(s);
}
fn g9(p: P) {
    take(p.a);
    take(p.b);
    take(p.n);
}
fn g10(mut p: P) {
    take(p.a);
    p.a = String::new();
    take(p);
}
fn g11(b: Box<P>) {
    let P { a, .. } = *b;
    take(b.b);
    take(a);
}
fn g12(mut b: Box<String>) {
    let s = *b;
    b = Box::new(s);
    take(b);
}
fn g13(mut b: Box<String>) {
    let s = *b;
    *b = s;
    take(b);
}
fn g14(o: Option<String>) {
    if let Some(x) = o { take(x) } else { take(o) }
}
fn g15(o: Option<String>) {
    match o {
        Some(x) => take(x),
        None => {}
    }
}
fn g16(o: Option<String>) {
    match o {
        Some(ref x) => take(x),
        None => {}
    }
    take(o);
}
fn g17(o: &Option<String>) {
    if let Some(x) = o {
        take(x)
    }
    take(o);
}
fn g18(o: &mut Option<String>) {
    if let Some(x) = o {
        x.push('a')
    }
    take(o);
}
fn g19(mut o: Option<String>) {
    if let Some(x) = &mut o {
        x.push('a')
    }
    take(o);
}
fn g20(v: &mut Vec<i32>) {
    v.push(v.len() as i32);
    v[0] = 1;
    let w = v;
    w.push(1);
}
fn g21(v: &mut Vec<i32>) {
    take(&mut *v);
    v.push(1);
    h(v);
    h(v);
}
fn h(v: &mut Vec<i32>) {
    let x = &mut v[..];
    x[0] = 1;
    x.swap(0, 1);
    for y in v.iter_mut() {
        *y += 1
    }
    for y in v {
        *y += 1;
    }
}
fn g22(it: &mut dyn Iterator<Item = i32>) {
    it.next();
    it.next();
    for x in it {
        take(x);
    }
}
fn g23(it: &mut impl Iterator<Item = i32>) {
    it.next();
    it.by_ref().take(2).count();
    while let Some(x) = it.next() {}
    for x in it {}
}
fn g24(p: &mut P) {
    let q = &mut p.a;
    q.push('a');
    let P { a, b, n } = p;
    a.push('a');
    b.push('b');
    *n += 1;
}
fn g25() {
    let mut n = 1;
    let mut f = || n += 1;
    f();
    f();
    take(n);
}
fn g26() {
    let s = String::new();
    let f = || s.len();
    f();
    f();
    take(s);
}
fn g27() {
    let s = String::new();
    let f = move || s.len();
    f();
    f();
}
fn g28() {
    let s = String::new();
    let f = move || s;
    f();
}
fn g29(p: P) {
    let f = || take(p.a);
    f();
    take(p.b);
}
fn g30(p: &mut P) {
    let mut f = || p.n += 1;
    f();
    f();
    let mut g = || p.a.push('a');
    g();
    p.n = 2;
}
fn g31(p: &mut P) {
    let mut f = || {
        let mut g = || p.n += 1;
        g();
        g();
    };
    f();
    f();
}
fn g32() {
    let mut v = vec![1];
    let mut f = |x| v.push(x);
    f(1);
    f(2);
    let r = &mut v;
    let mut f = |x| r.push(x);
    f(1);
    f(2);
}
fn g33() {
    let r = &mut 3;
    *r = 4;
    let f = || *r = 5;
}
fn g34() {
    let r = &mut 3;
    let q = &mut *r;
    *q = 1;
    *r = 2;
    let rr = &mut *r;
    **&mut &mut *rr = 1;
}
static mut SM: Vec<i32> = Vec::new();
static SC: i32 = 1;
fn g35() {
    unsafe {
        SM.push(1);
        SM = Vec::new();
        let x = &raw mut SM;
        (*x).push(1);
    }
    let y = &SC;
}
fn g36(p: *mut P) {
    unsafe {
        (*p).n = 1;
        (*p).a.push('a');
        let r = &mut *p;
        let q = &raw mut (*p).n;
    }
}
fn g37(c: &Cell<i32>, r: &RefCell<Vec<i32>>, rc: Rc<RefCell<P>>) {
    c.set(1);
    r.borrow_mut().push(1);
    rc.borrow_mut().n = 1;
    *r.borrow_mut() = vec![];
}
struct W(Vec<i32>);
impl Deref for W {
    type Target = Vec<i32>;
    fn deref(&self) -> &Vec<i32> {
        &self.0
    }
}
impl DerefMut for W {
    fn deref_mut(&mut self) -> &mut Vec<i32> {
        &mut self.0
    }
}
impl Index<&str> for W {
    type Output = i32;
    fn index(&self, _: &str) -> &i32 {
        &self.0[0]
    }
}
impl IndexMut<&str> for W {
    fn index_mut(&mut self, _: &str) -> &mut i32 {
        &mut self.0[0]
    }
}
impl AddAssign<i32> for W {
    fn add_assign(&mut self, _: i32) {}
}
fn g38(mut w: W) {
    w.push(1);
    w["a"] = 2;
    w["a"] += 2;
    w += 1;
    let r = &mut w;
    r.push(1);
    r["a"] = 1;
    *r += 1;
}
fn g39(w: &mut W) {
    w.push(1);
    w["a"] = 2;
    w.0.push(1);
    w.iter_mut().for_each(|x| *x += 1);
    *w += 2;
}
fn g40() -> i32 {
    let x = loop {
        break 1;
    };
    let y = 'a: {
        if c() {
            break 'a 1;
        }
        2
    };
    x + y
}
fn g41(s: String) {
    let t = 'a: {
        if c() {
            break 'a s;
        }
        take(s);
        return;
    };
    take(t);
}
fn g42(s: String) -> Result<String, String> {
    let t = Ok::<String, String>(s)?;
    let u = match Some(t) {
        Some(t) => t,
        None => return Err(String::new()),
    };
    Ok(u)
}
fn g43(s: String) {
    return take(s);
    take(1);
}
fn g44(s: String) {
    let x: i32;
    return;
    x = 1;
    x = 2;
    take(s);
}
fn g45<T: Copy>(t: T) {
    take(t);
    take(t);
}
fn g46<I: Iterator>(i: I)
where
    I::Item: Copy,
{
    for x in i {
        take(x);
        take(x);
    }
}
fn g47<F: Fn(i32) -> i32>(f: F) {
    f(1);
    f(2);
    let g = &f;
    g(1);
    g(2);
}
fn g48<F: FnMut(i32)>(mut f: F) {
    f(1);
    f(2);
    g48b(&mut f);
    g48b(&mut f);
    f(1);
}
fn g48b<F: FnMut(i32)>(f: &mut F) {
    f(1);
    f(2);
    (*f)(3);
}
fn g49(f: &mut dyn FnMut(i32)) {
    f(1);
    f(2);
    g49b(f);
    g49b(f);
}
fn g49b(f: &mut dyn FnMut(i32)) {
    f(1)
}
fn g50(f: Box<dyn FnOnce(i32)>) {
    f(1)
}
fn g51(mut f: Box<dyn FnMut(i32)>) {
    f(1);
    f(2)
}
fn g52(a: [String; 3]) {
    let [x, y, z] = a;
    take(x);
    take(y);
    take(z);
}
fn g53(a: [String; 3]) {
    let [x, rest @ ..] = a;
    take(x);
    take(rest);
}
fn g54(a: [String; 3]) {
    let [x, .., z] = a;
    take(z);
    take(x);
}
fn g55(t: (String, (String, i32))) {
    let (a, (b, n)) = t;
    take(a);
    take(b);
    take(t.1.1);
}
fn g56(t: (String, String)) {
    let (a, _) = t;
    take(t.1);
    let _ = t.0;
}
fn g57(t: (String, String)) {
    let (_, ref b) = t;
    take(b);
    take(t);
}
fn g58(x: &mut i32) {
    let y = &mut *x;
    *y = 1;
    let z: &mut i32 = x;
    *z = 1;
    *x = 1;
}
fn g59(e: E) {
    match e {
        E::A(s) if s.is_empty() => take(s),
        E::A(s) | E::B(s, _) => take(s),
        E::C => {}
    }
}
fn g60(e: E) {
    match e {
        E::A(ref s) | E::B(ref s, _) => take(s),
        E::C => {}
    }
    take(e);
}
fn g61(mut x: Option<i32>) {
    while let Some(n) = x {
        x = if n > 0 { Some(n - 1) } else { None }
    }
}
fn g62(v: Vec<String>) {
    for (i, s) in v.iter().enumerate() {
        take(s);
    }
    for mut s in v {
        s.push('a');
        take(s);
    }
}
fn g63() {
    let mut m = HashMap::new();
    *m.entry(1).or_insert(0) += 1;
    m.insert(1, 2);
    if let Some(x) = m.get_mut(&1) {
        *x += 1;
    }
}
fn g64(p: P) {
    let q = P {
        a: String::new(),
        ..p
    };
    take(p.a);
    take(q);
    let r = P {
        n: 1,
        ..Default::default()
    };
    let s = P { n: 2, ..r.clone() };
    take(r);
}
fn g65(s: Option<&mut String>) {
    if let Some(s) = s {
        s.push('a');
        s.push('b');
    }
}
fn g66(mut s: Option<&mut String>) {
    if let Some(s) = s.as_mut() {
        s.push('a');
    }
    if let Some(s) = s.as_deref_mut() {
        s.push('a');
    }
    if let Some(s) = s {
        s.push('b');
    }
}
fn g67(list: &mut Option<Box<Node>>) {
    let mut cur = list;
    while let Some(n) = cur {
        n.v += 1;
        cur = &mut n.next;
    }
    *cur = None;
}
struct Node {
    v: i32,
    next: Option<Box<Node>>,
}
fn g68(n: Box<Node>) {
    let Node { v, next } = *n;
    take(next);
}
fn g69(mut n: Node) {
    let mut cur = &mut n;
    loop {
        cur.v = 1;
        match cur.next {
            Some(ref mut x) => cur = x,
            None => break,
        }
    }
}
fn g70(x: &mut [i32]) {
    let (a, b) = x.split_at_mut(1);
    a[0] = b[0];
    if let [p, q, ..] = x {
        std::mem::swap(p, q);
    }
    if let [p, .., q] = &mut *x {
        *p = *q;
    }
    x.sort();
}
fn g71() {
    let (mut a, b);
    (a, b) = (1, 2);
    a = b;
    let mut t = (1, 2);
    (t.0, t.1) = (t.1, t.0);
    [t.0, _] = [1, 2];
    take((a, b));
}
fn g72() {
    let x: i32;
    x = if c() { 1 } else { 2 };
    take(x);
    let y: &str;
    {
        y = "a";
    }
    take(y);
}
fn g73() -> impl FnMut() -> i32 {
    let mut n = 0;
    move || {
        n += 1;
        n
    }
}
fn g74(p: &mut P) -> &mut String {
    let a = &mut p.a;
    a
}
fn g75(p: &mut P) -> &mut String {
    match p {
        P { a, .. } => a,
    }
}
fn g76(r: &mut &mut i32) {
    **r = 1;
    let q = &mut **r;
    *q = 2;
    let s: &&mut i32 = r;
    take(**s);
}
fn g77(d: D) {
    let r = &d.0;
    take(r.clone());
    take(d);
}
fn g78(b: Box<D>) {
    let d = *b;
    take(d);
}
fn g79() {
    let mut s = String::new();
    let mut push = |c| s.push(c);
    push('a');
    push('b');
    take(s);
}
fn g80() {
    let s = String::new();
    let c = {
        let t = &s;
        move || t.len()
    };
    c();
    take(s);
}
fn main() {
    println!("ok");
}
