//@ edition: 2021
//@ variants: all
// exercises: returning &mut from match over self enum and Option chain, conditional early return of borrow
// wrc: returned &mut V escapes -> fat ref; origins = payload fields of two variants and a struct field
enum Val { Int(i64), List(Vec<i64>), Pair(i64, i64) }
struct Doc { vals: Vec<Val>, dflt: i64 }
impl Doc {
    fn slot(&mut self, i: usize) -> &mut i64 {
        match self.vals.get_mut(i) {
            Some(Val::Int(x)) => x,
            Some(Val::List(l)) => { if l.is_empty() { l.push(7); } l.last_mut().unwrap() }
            Some(Val::Pair(a, b)) => if *a < *b { a } else { b },
            None => &mut self.dflt,
        }
    }
}
fn main() {
    let mut d = Doc { vals: vec![Val::Int(1), Val::List(vec![]), Val::Pair(5, 4), Val::List(vec![1, 2])], dflt: -1 };
    for i in 0..5 { *d.slot(i) += 10 * (i as i64 + 1); }
    let p = d.slot(2);
    let q = std::mem::replace(p, 0);
    for v in &d.vals { match v { Val::Int(x) => print!("{x} "), Val::List(l) => print!("{l:?} "), Val::Pair(a, b) => print!("{a}/{b} ") } }
    println!("{} {q}", d.dflt);
}
