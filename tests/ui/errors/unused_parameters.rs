#![allow(unused)]
use std::marker::PhantomData;
struct U<T>; //~ ERROR[E0392]
struct V<'a, 'b>(&'a u8); //~ ERROR[E0392]
enum W<T> { A, B(i32) } //~ ERROR[E0392]
struct P<T>(PhantomData<T>);
struct Q<T: Iterator>(T::Item);
struct X<A, F: FnOnce() -> [A; 10]>(F);
struct D<'a, R: Life<'a>>(R::T);
trait Life<'a> { type T; }
type Al<T> = u8; //~ ERROR[E0091]
struct Z;
impl<T> Z {} //~ ERROR[E0207]
trait Tr { type X; }
struct Y;
impl<T> Tr for Y { type X = T; } //~ ERROR[E0207]
impl<T, F: Fn() -> T> Tr for (F, Z) { type X = T; }
impl<I: Iterator<Item = T>, T> Tr for Option<I> { type X = T; }
struct N<const K: usize>;
impl<const K: usize> N<K> {}
impl<const K: usize> Tr for Z where [u8; K]: Sized { type X = u8; } //~ ERROR[E0207]
fn main() {}
