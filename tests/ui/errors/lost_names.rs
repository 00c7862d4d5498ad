#![allow(unused)]
mod m {
    pub struct A;
    pub trait T {}
}
fn values() {
    m::f(); //~ ERROR[E0425]
    nope::f(); //~ ERROR[E0433]
    std::nope::f(); //~ ERROR[E0433]
    HashMap::<u8, u8>::new(); //~ ERROR[E0433]
    let x = m::A;
    match 1 {
        m::B => {} //~ ERROR[E0531]
        _ => {}
    }
    m::C {}; //~ ERROR[E0422]
}
fn types(a: Missing, b: m::B, c: nope::D, d: Rc<u8>, e: Self, f: Some, g: m, h: values) {} //~ ERROR[E0425] ERROR[E0425] ERROR[E0433] ERROR[E0425] ERROR[E0411] ERROR[E0573] ERROR[E0573] ERROR[E0573]
fn bounds<A: Unknown, B: m::U, C: m::A, D: m::T>() {} //~ ERROR[E0405] ERROR[E0405] ERROR[E0404]
impl Gone for m::A {} //~ ERROR[E0405]
impl m::A for m::A {} //~ ERROR[E0404]
fn bare(a: Box<m::T>, b: &m::T, c: &dyn m::T) {} //~ ERROR[E0782] ERROR[E0782]
fn assoc<I: Iterator>(a: I::Itm, b: I::Item, c: <I as Iterator>::Itm) {} //~ ERROR[E0220] ERROR[E0576]
fn bindings(a: impl Iterator<Itm = u8>, b: impl Iterator<Item = u8>) {} //~ ERROR[E0220]
trait Own {
    type X;
    fn f(x: Self::X, y: Self::Y); //~ ERROR[E0220]
}
const N: usize = 2;
struct Short<const N: usize>;
fn fine(a: Short<N>, b: [u8; N]) {
    use std::collections::BTreeMap as Map;
    let x: Map<u8, u8>;
    struct Inner;
    let y: Inner;
}
fn main() {}
