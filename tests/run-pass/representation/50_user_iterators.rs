//@ edition: 2021
//@ variants: all
// exercises: user Iterator, IntoIterator for T/&T/&mut T, by_ref, generic adaptor struct, Box<dyn Iterator>, DoubleEnded, size_hint
// wrc: &mut I receiver: object thin or inout; Box<dyn Iterator> = thin dyn with vtable header
struct Grid { w: usize, d: Vec<i32> }
struct Rows<'a> { g: &'a Grid, y: usize }
impl<'a> Iterator for Rows<'a> { type Item = &'a [i32]; fn next(&mut self) -> Option<&'a [i32]> { let s = self.y * self.g.w; if s >= self.g.d.len() { return None; } self.y += 1; Some(&self.g.d[s..s + self.g.w]) } }
impl<'a> IntoIterator for &'a Grid { type Item = &'a [i32]; type IntoIter = Rows<'a>; fn into_iter(self) -> Rows<'a> { Rows { g: self, y: 0 } } }
impl<'a> IntoIterator for &'a mut Grid { type Item = &'a mut i32; type IntoIter = std::slice::IterMut<'a, i32>; fn into_iter(self) -> Self::IntoIter { self.d.iter_mut() } }
impl IntoIterator for Grid { type Item = i32; type IntoIter = std::vec::IntoIter<i32>; fn into_iter(self) -> Self::IntoIter { self.d.into_iter() } }
struct Every<I> { it: I, n: usize }
impl<I: Iterator> Iterator for Every<I> { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { for _ in 1..self.n { self.it.next()?; } self.it.next() } }
fn evens(up: bool) -> Box<dyn Iterator<Item = u8>> { if up { Box::new((0..10).step_by(2)) } else { Box::new((0..10).rev().filter(|x| x % 2 == 0)) } }
fn take2<I: Iterator<Item = u8>>(it: &mut I) -> Vec<u8> { it.by_ref().take(2).collect() }
fn main() {
    let mut g = Grid { w: 2, d: vec![1, 2, 3, 4, 5, 6] };
    for x in &mut g { *x *= 10; }
    for r in &g { print!("{:?} ", r); }
    println!("{:?}", Every { it: (&g).into_iter().map(|r| r[0]), n: 2 }.collect::<Vec<_>>());
    println!("{:?} {:?}", Every { it: g.into_iter(), n: 3 }.last(), evens(false).nth(1));
    let mut e = evens(true);
    let a = take2(&mut e); let b = take2(&mut e);
    println!("{a:?} {b:?} {:?} {:?}", e.next(), e.size_hint().0);
    let mut it = [1, 2, 3, 4].into_iter();
    println!("{:?} {:?} {:?}", it.next_back(), it.next(), it.as_slice());
}
