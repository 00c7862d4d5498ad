//@ edition: 2021
//@ variants: all
// exercises: const generics, generic arrays, associated consts/types, default impls, blanket impl, PhantomData states
// wrc: mono by representation; [T;N] array object with static length
trait Shape { const SIDES: u32; type Out: Default + std::fmt::Debug; fn mk(&self) -> Self::Out { Default::default() } }
struct Sq; struct Tri(u8);
impl Shape for Sq { const SIDES: u32 = 4; type Out = Vec<u8>; }
impl Shape for Tri { const SIDES: u32 = 3; type Out = (u8, Option<String>); fn mk(&self) -> Self::Out { (self.0, None) } }
fn tot<A: Shape, B: Shape>(_: &A, _: &B) -> u32 { A::SIDES * B::SIDES }
#[derive(Debug, Clone, Copy, PartialEq)]
struct Ring<T, const N: usize> { d: [T; N], at: usize }
impl<T: Copy + Default, const N: usize> Ring<T, N> {
    const CAP: usize = N * 2;
    fn new() -> Self { Ring { d: [T::default(); N], at: 0 } }
    fn push(&mut self, t: T) -> T { let old = std::mem::replace(&mut self.d[self.at], t); self.at = (self.at + 1) % N; old }
}
trait Sum2 { fn sum2(&self) -> i64; }
impl<T: Copy + Into<i64>, const N: usize> Sum2 for [T; N] { fn sum2(&self) -> i64 { self.iter().map(|&x| x.into()).sum() } }
fn transpose<const R: usize, const C: usize>(m: [[i32; C]; R]) -> [[i32; R]; C] { let mut o = [[0; R]; C]; for i in 0..R { for j in 0..C { o[j][i] = m[i][j]; } } o }
fn main() {
    println!("{} {:?} {:?}", tot(&Sq, &Tri(9)), Sq.mk(), Tri(9).mk());
    let mut r = Ring::<u16, 3>::new();
    let c = r;
    let olds: Vec<u16> = (1..6).map(|i| r.push(i)).collect();
    println!("{olds:?} {:?} {:?} {}", r.d, c.d, Ring::<u8, 5>::CAP);
    println!("{} {} {:?}", [1i32, 2].sum2(), [1u8; 7].sum2(), transpose([[1, 2, 3], [4, 5, 6]]));
}
