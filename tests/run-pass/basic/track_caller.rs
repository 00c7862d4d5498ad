use std::panic::Location;
trait T { #[track_caller] fn at(&self) -> u32; fn plain(&self) -> u32; }
struct A; struct B(String);
impl T for A { fn at(&self) -> u32 { Location::caller().line() } fn plain(&self) -> u32 { 1 } }
impl T for B {
    #[track_caller] fn at(&self) -> u32 { Location::caller().line() + self.0.len() as u32 }
    #[track_caller] fn plain(&self) -> u32 { Location::caller().line() }
}
#[track_caller] fn here() -> u32 { Location::caller().line() }
fn generic<X: T>(x: X) -> u32 { x.at() }
fn main() {
    let all: Vec<Box<dyn T>> = vec![Box::new(A), Box::new(B("xy".into()))];
    for t in &all { println!("{} {}", t.at(), t.plain()); }
    println!("{} {}", generic(A), generic(B(String::new())));
    println!("{}", A.at());
    let f: fn() -> u32 = here;
    println!("{}", f());
    let v: Vec<fn(usize) -> Vec<u8>> = vec![Vec::with_capacity];
    println!("{}", v[0](3).capacity());
    let u: fn(Option<i32>) -> i32 = Option::unwrap;
    println!("{}", u(Some(4)));
    println!("{}", B("q".into()).plain());
    println!("{:?}", [Some(1), Some(2)].map(Option::unwrap));
}
