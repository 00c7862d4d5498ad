//@ edition: 2021
//@ variants: all
// exercises: user Index/IndexMut, Deref/DerefMut newtype, compound assignment through them, nested v[i][j] += on user matrix
// wrc: index_mut returns &mut f64 -> inlined to (arr, idx); not inlined -> fat ref with array origin only
use std::ops::{AddAssign, Deref, DerefMut, Index, IndexMut, Mul};
#[derive(Clone, Debug, PartialEq)]
struct M { r: usize, c: usize, d: Vec<f64> }
impl Index<(usize, usize)> for M { type Output = f64; fn index(&self, (i, j): (usize, usize)) -> &f64 { &self.d[i * self.c + j] } }
impl IndexMut<(usize, usize)> for M { fn index_mut(&mut self, (i, j): (usize, usize)) -> &mut f64 { &mut self.d[i * self.c + j] } }
impl Index<usize> for M { type Output = [f64]; fn index(&self, i: usize) -> &[f64] { &self.d[i * self.c..(i + 1) * self.c] } }
impl Mul for &M { type Output = M; fn mul(self, o: &M) -> M { let mut m = M { r: self.r, c: o.c, d: vec![0.0; self.r * o.c] }; for i in 0..self.r { for j in 0..o.c { for k in 0..self.c { m[(i, j)] += self[(i, k)] * o[k][j]; } } } m } }
impl AddAssign<f64> for M { fn add_assign(&mut self, k: f64) { for x in &mut self.d { *x += k; } } }
struct W(Vec<i32>);
impl Deref for W { type Target = Vec<i32>; fn deref(&self) -> &Vec<i32> { &self.0 } }
impl DerefMut for W { fn deref_mut(&mut self) -> &mut Vec<i32> { &mut self.0 } }
fn main() {
    let mut a = M { r: 2, c: 2, d: vec![1.0, 2.0, 3.0, 4.0] };
    a[(1, 1)] *= 2.0;
    let mut tmp = a.d.clone();
    std::mem::swap(&mut a[(0, 0)], &mut tmp[3]);
    a += 1.0;
    println!("{:?} {:?}", (&a * &a).d, a[1].len());
    let mut w = W(vec![3, 1, 2]);
    w.push(0); w.sort(); w[0] -= 1;
    *w.last_mut().unwrap() += 5;
    println!("{:?} {}", *w, w.iter().sum::<i32>());
}
