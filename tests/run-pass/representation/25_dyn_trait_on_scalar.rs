//@ edition: 2021
//@ variants: all
// exercises: &dyn Trait and &mut dyn Trait to slot types (i32, enum, &str, tuple, [T;N]), Box<dyn> of scalar
// wrc: wrapper box object with vtable; &mut dyn from an i32 local makes that local a boxed cell of the wrapper type
trait Sh { fn area(&self) -> i32; fn grow(&mut self) {} }
impl Sh for i32 { fn area(&self) -> i32 { *self } fn grow(&mut self) { *self += 1; } }
impl Sh for (i32, i32) { fn area(&self) -> i32 { self.0 * self.1 } fn grow(&mut self) { self.0 *= 2; } }
impl Sh for &str { fn area(&self) -> i32 { self.len() as i32 } fn grow(&mut self) { *self = &self[1..]; } }
impl Sh for Option<u8> { fn area(&self) -> i32 { self.map_or(-1, |x| x as i32) } fn grow(&mut self) { *self = None; } }
impl Sh for [i32; 3] { fn area(&self) -> i32 { self.iter().sum() } fn grow(&mut self) { self[0] += 100; } }
struct Fld { k: i32, o: Option<u8> }
fn g(s: &mut dyn Sh) -> i32 { s.grow(); s.area() }
fn main() {
    let (mut a, mut b, mut c, mut d, mut e) = (5, (2, 3), "hello", Some(9u8), [1, 2, 3]);
    println!("{} {} {} {} {}", g(&mut a), g(&mut b), g(&mut c), g(&mut d), g(&mut e));
    println!("{a} {b:?} {c} {d:?} {e:?}");
    let mut f = Fld { k: 1, o: Some(3) };
    println!("{} {} {} {:?}", g(&mut f.k), g(&mut f.o), f.k, f.o);
    let mut v: Vec<Box<dyn Sh>> = vec![Box::new(7), Box::new((1, 1)), Box::new("xyz")];
    for s in v.iter_mut() { s.grow(); }
    println!("{:?}", v.iter().map(|s| s.area()).collect::<Vec<_>>());
    let r: &dyn Sh = &40;
    println!("{}", r.area());
}
