//@ edition: 2021
//@ variants: all
// exercises: mem::swap of two fields of one struct (scalar, Vec, enum, struct), double buffering, slice element swap via split
// wrc: place-to-place swap after inlining; content swap for objects when behind &mut
use std::mem::swap;
#[derive(Debug, Clone, PartialEq)]
struct In(i32, String);
#[derive(Debug)]
struct W { a: i32, b: i32, cur: Vec<u8>, nxt: Vec<u8>, e: Option<In>, f: Option<In>, x: In, y: In }
impl W { fn step(&mut self) { for i in 0..self.cur.len() { self.nxt[i] = self.cur[i] + self.cur[(i + 1) % self.cur.len()]; } swap(&mut self.cur, &mut self.nxt); } }
fn pair(a: &mut In, b: &mut In) { swap(&mut a.0, &mut b.0); swap(a, b); }
fn main() {
    let mut w = W { a: 1, b: 2, cur: vec![1, 2, 3], nxt: vec![0; 3], e: Some(In(1, "e".into())), f: None, x: In(10, "x".into()), y: In(20, "y".into()) };
    swap(&mut w.a, &mut w.b);
    w.step(); w.step();
    swap(&mut w.e, &mut w.f);
    pair(&mut w.x, &mut w.y);
    let W { x, y, .. } = &mut w;
    swap(x, y); x.0 += 1;
    println!("{w:?}");
    let mut v = vec![In(1, "p".into()), In(2, "q".into())];
    let [p, q] = &mut v[..] else { panic!() };
    pair(p, q); p.1.push('!');
    println!("{v:?}");
}
