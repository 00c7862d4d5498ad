//@ edition: 2021
//@ variants: all
// exercises: newtype and its inner type both coerced to the same dyn trait; Any downcast must tell String, Vec<u8>, Box<Vec<u8>>, newtype, Vec<A>/Vec<B>, Id<A>/Id<B> apart; mutation through &mut dyn of a newtype reaches the original
// wrc: only types that own their wasm type are thin dyn objects; erased newtypes/Box/shared generic instances coerce through B(T) wrappers holding the inner ref
use std::any::{Any, TypeId};
use std::marker::PhantomData;
trait Tr { fn who(&self) -> String; fn bump(&mut self); }
struct Obj { n: i32, s: String }
struct New(Obj);
struct New2(New);
impl Tr for Obj { fn who(&self) -> String { format!("obj{}{}", self.n, self.s) } fn bump(&mut self) { self.n += 1; } }
impl Tr for New { fn who(&self) -> String { format!("new<{}>", self.0.who()) } fn bump(&mut self) { self.0.n += 10; self.0.s.push('n'); } }
impl Tr for New2 { fn who(&self) -> String { format!("new2<{}>", self.0.who()) } fn bump(&mut self) { self.0.bump(); self.0.0 = Obj { n: self.0.0.n * 2, s: "r".into() }; } }
impl Tr for Box<Obj> { fn who(&self) -> String { format!("box<{}>", (**self).who()) } fn bump(&mut self) { self.n = -1; } }
struct Id<T>(u32, String, PhantomData<T>);
fn kind(a: &dyn Any) -> &'static str {
    if a.is::<String>() { "String" } else if a.is::<Vec<u8>>() { "Vec<u8>" } else if a.is::<Box<Vec<u8>>>() { "Box<Vec<u8>>" } else if a.is::<Vec<String>>() { "Vec<String>" } else if a.is::<Vec<Box<Obj>>>() { "Vec<Box<Obj>>" }
    else if a.is::<Id<u8>>() { "Id<u8>" } else if a.is::<Id<u16>>() { "Id<u16>" } else if a.is::<New>() { "New" } else if a.is::<Obj>() { "Obj" } else { "?" }
}
fn poke(t: &mut dyn Tr) -> String { t.bump(); t.who() }
fn main() {
    let o = || Obj { n: 1, s: "s".into() };
    let (mut a, mut b, mut c, mut d) = (o(), New(o()), New2(New(o())), Box::new(o()));
    println!("{} {} {} {} {}", poke(&mut a), poke(&mut b), poke(&mut b.0), poke(&mut c), poke(&mut d));
    println!("{} {} {} {} {}", a.n, b.0.n, c.0.0.n, c.0.0.s, d.n);
    let v: Vec<Box<dyn Tr>> = vec![Box::new(a), Box::new(b), Box::new(c), Box::new(d)];
    println!("{:?}", v.iter().map(|t| t.who()).collect::<Vec<_>>());
    let xs: Vec<Box<dyn Any>> = vec![Box::new(String::new()), Box::new(vec![1u8]), Box::new(Box::new(vec![1u8])), Box::new(vec![String::new()]), Box::new(Vec::<Box<Obj>>::new()), Box::new(Id::<u8>(1, "".into(), PhantomData)), Box::new(Id::<u16>(1, "".into(), PhantomData)), Box::new(New(o())), Box::new(o()), Box::new('c')];
    println!("{:?}", xs.iter().map(|x| kind(x.as_ref())).collect::<Vec<_>>());
    println!("{} {}", TypeId::of::<New>() == TypeId::of::<Obj>(), TypeId::of::<String>() == TypeId::of::<String>());
}
