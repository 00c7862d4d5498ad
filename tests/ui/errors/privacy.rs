#![allow(unused)]
mod p {
    fn hid() {}
    pub mod q {
        fn z() {}
        pub(super) struct T(i32);
    }
    mod r {
        pub fn a() {}
    }
    pub struct S(i32);
    pub struct U(pub i32);
    pub const K: i32 = 1;
    static ST: i32 = 2;
    enum E {
        A,
    }
    pub(crate) fn seen() {
        hid();
        self::r::a();
    }
}
mod o {
    pub(in crate::o) fn f() {}
}
use p::r::a; //~ ERROR[E0603]
use p::{K, hid as other}; //~ ERROR[E0603]
fn paths() {
    p::hid(); //~ ERROR[E0603]
    p::q::z(); //~ ERROR[E0603]
    p::r::a(); //~ ERROR[E0603]
    p::U(1);
    p::seen();
    let x: p::q::T; //~ ERROR[E0603]
    p::S(1); //~ ERROR[E0603]
    let y = p::ST; //~ ERROR[E0603]
    p::E::A; //~ ERROR[E0603]
    crate::o::f(); //~ ERROR[E0603]
    self::p::hid(); //~ ERROR[E0603]
    let p::S(k) = loop {}; //~ ERROR[E0603]
}
fn inner() {
    mod p {
        pub fn hid() {}
    }
    p::hid();
}
macro_rules! call {
    ($path:path) => {
        $path()
    };
}
fn main() {
    call!(p::seen);
    call!(p::hid); //~ ERROR[E0603]
}
