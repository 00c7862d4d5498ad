#![allow(unused)]
struct S { f: i32, g: i32 }
fn f() -> i32 { 1 }
static N: i32 = 1;
fn types_as_values() {
    let a = S; //~ ERROR[E0423]
    let b = String; //~ ERROR[E0423]
    let c = Vec; //~ ERROR[E0423]
}
fn no_self() -> i32 { self.x } //~ ERROR[E0424]
fn captured(n: i32) {
    let m = n;
    fn inner() -> i32 { n + m } //~ ERROR[E0434] ERROR[E0434]
}
fn length(n: usize) {
    let a = [0; n]; //~ ERROR[E0435]
    const K: usize = 2;
    let b = [0; K];
}
fn assigned() {
    f() = 2; //~ ERROR[E0070]
    (f(), f()) = (1, 2); //~ ERROR[E0070] ERROR[E0070]
    let mut x = 1;
    1 += 2; //~ ERROR[E0067]
    x += 1;
}
fn matched() {
    match 1 {
        f() => {} //~ ERROR[E0532]
        _ => {}
    }
}
fn jumps() {
    loop {
        let c = || { break; }; //~ ERROR[E0267]
        let d = async { continue; }; //~ ERROR[E0267]
    }
}
fn returns() -> i32 {
    return; //~ ERROR[E0069]
}
fn primitive(x: i32) {
    x.foo; //~ ERROR[E0610]
    S { f: 1 }; //~ ERROR[E0063]
    S { f: 1, h: 2 }; //~ ERROR[E0560]
    -1u8; //~ ERROR[E0600]
    Duration::from_secs(1); //~ ERROR[E0433]
    let d = PhantomData; //~ ERROR[E0425]
}
type First = Vec<Second>; //~ ERROR[E0391]
type Second = Option<First>;
fn main() {}
