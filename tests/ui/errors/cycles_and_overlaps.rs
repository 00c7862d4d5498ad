#![allow(unused)]
struct A(A); //~ ERROR[E0072]
struct B { c: Option<C> } //~ ERROR[E0072]
enum C { X(B), Y }
struct D { d: Option<Box<D>>, v: Vec<D>, r: std::rc::Rc<D>, p: *const D, m: std::collections::HashMap<i32, D> }
enum T { L, N(Box<T>, Box<T>) }
struct F<T>(T, i32);
struct G { g: F<G> } //~ ERROR[E0072]
struct H { h: F<Box<H>>, f: fn(H) -> H, q: std::collections::BTreeMap<u8, H>, c: std::cell::RefCell<Vec<H>>, ph: std::marker::PhantomData<H> }
struct I<'a>(&'a I<'a>);
struct J([J; 2]); //~ ERROR[E0072]
struct K((i32, K)); //~ ERROR[E0072]
const CY: i32 = CY + 1; //~ ERROR[E0391]
const C1: i32 = C2; const C2: i32 = C3; const C3: i32 = 1;
const D1: i32 = D2;  //~ ERROR[E0391]
const D2: i32 = D1;
struct X; 
impl Clone for X { fn clone(&self) -> X { X } }
impl Clone for X { fn clone(&self) -> X { X } } //~ ERROR[E0119]
trait Tr<P> {} impl Tr<i32> for X {} impl Tr<u32> for X {} 
impl Tr<i32> for X {} //~ ERROR[E0119]
impl Tr<Vec<i32>> for Vec<X> {} impl Tr<Vec<u32>> for Vec<X> {}
#[derive(Clone)] struct Y;
impl Clone for Y { fn clone(&self) -> Y { Y } } //~ ERROR[E0119]
impl X { const Q: i32 = 1; const R: i32 = Self::Q; } 
impl X { const S: i32 = X::S; }
trait Tc { const A: i32 = Self::B; const B: i32 = 1; }
fn main() {}
