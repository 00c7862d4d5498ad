//@ edition: 2021
//@ variants: all
// exercises: ZSTs: Vec<()>, unit structs, PhantomData, ZST in arrays, &mut ZST, Box<ZST>, ZST closures, size_of
// wrc: ZST has no wasm values; Vec<()> is a length only
use std::marker::PhantomData;
#[derive(Clone, Copy, Debug, PartialEq, Default)]
struct U;
struct Id<T> { n: u32, _p: PhantomData<T> }
impl<T> Id<T> { fn new(n: u32) -> Self { Id { n, _p: PhantomData } } }
trait Op { fn ap(&self, a: i32) -> i32; }
impl Op for U { fn ap(&self, a: i32) -> i32 { a + 1 } }
fn go<O: Op>(o: &mut O, n: i32) -> i32 { o.ap(n) }
fn main() {
    let mut v: Vec<()> = vec![(); 3];
    v.push(());
    println!("{} {:?} {:?}", v.len(), v.pop(), v.iter().count());
    let a = [U; 4];
    println!("{:?} {}", a[3], a.iter().filter(|u| **u == U).count());
    let id: Id<String> = Id::new(7);
    println!("{} {}", id.n, std::mem::size_of::<Id<String>>());
    let b: Box<dyn Op> = Box::new(U);
    println!("{} {}", b.ap(1), go(&mut U, 5));
    let f = |x: i32| x * 3;
    println!("{} {}", f(4), std::mem::size_of_val(&f));
    let r: Result<(), U> = Err(U);
    println!("{r:?} {:?}", Some(()));
}
