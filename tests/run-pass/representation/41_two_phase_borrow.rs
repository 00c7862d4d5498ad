//@ edition: 2021
//@ variants: all
// exercises: two-phase borrows: v.push(v.len()), receiver autoref evaluated before args, index inside own method args
// wrc: object receivers are thin refs; for value-result receivers the slot is read at call activation (after args)
struct Acc { n: i32, h: Vec<i32> }
impl Acc { fn add(&mut self, k: i32) -> i32 { self.n += k; self.h.push(self.n); self.n } fn get(&self) -> i32 { self.n } }
trait Bump { fn bump(&mut self, k: i32) -> i32; }
impl Bump for i32 { fn bump(&mut self, k: i32) -> i32 { *self += k; *self } }
fn main() {
    let mut v = vec![1, 2];
    v.push(v.len());
    let l = v.len();
    v[l - 1] += v[0];
    v.insert(v[0], v[1] * 10);
    println!("{v:?}");
    let mut a = Acc { n: 1, h: vec![] };
    a.add(a.get() + a.h.len() as i32);
    let t = a.n; a.add(t);
    println!("{} {:?}", a.n, a.h);
    let mut n = 3;
    println!("{} {n}", n.bump(n * 2).bump(1));
}
