//@ edition: 2021
//@ variants: all
// exercises: impl Trait args/returns, generic over Fn returning iterators, associated type projections, dyn + generic mix, default type params, PartialOrd derive on enums
// wrc: everything is monomorphised; instances deduplicated by representation after lowering
use std::collections::HashMap; use std::fmt::{Debug, Display};
trait Store { type K: Ord + Clone; fn all(&self) -> Box<dyn Iterator<Item = (Self::K, f64)> + '_>; fn top(&self, n: usize) -> Vec<Self::K> { let mut v: Vec<_> = self.all().collect(); v.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0))); v.into_iter().take(n).map(|x| x.0).collect() } }
struct VecStore(Vec<f64>); struct MapStore(HashMap<&'static str, f64>);
impl Store for VecStore { type K = usize; fn all(&self) -> Box<dyn Iterator<Item = (usize, f64)> + '_> { Box::new(self.0.iter().copied().enumerate()) } }
impl Store for MapStore { type K = String; fn all(&self) -> Box<dyn Iterator<Item = (String, f64)> + '_> { Box::new(self.0.iter().map(|(k, v)| (k.to_string(), *v))) } }
fn show<S: Store>(s: &S) -> String where S::K: Debug { format!("{:?}", s.top(2)) }
fn lines<'a>(t: &'a str, keep: impl Fn(&str) -> bool + 'a) -> impl Iterator<Item = (usize, &'a str)> + 'a { t.lines().enumerate().filter(move |(_, l)| keep(l)) }
fn join<T: Display>(it: impl IntoIterator<Item = T>, sep: &str) -> String { it.into_iter().map(|x| x.to_string()).collect::<Vec<_>>().join(sep) }
#[derive(PartialEq, PartialOrd, Debug, Clone, Copy)]
enum Lv { Lo, Mid(f32), Hi { n: i32 } }
fn main() {
    println!("{} {}", show(&VecStore(vec![1.0, 9.0, 5.0])), show(&MapStore(HashMap::from([("a", 2.0), ("b", 2.0), ("c", 1.0)]))));
    println!("{:?}", lines("x\nyy\n\nzzz", |l| l.len() != 2).map(|(i, l)| i + l.len()).collect::<Vec<_>>());
    println!("{} {}", join([1, 2, 3], "-"), join(vec!['a', 'b'].iter().rev(), ""));
    println!("{:?} {:?} {}", Lv::Mid(1.0).partial_cmp(&Lv::Mid(f32::NAN)), Lv::Lo < Lv::Mid(0.0), Lv::Hi { n: 3 } > Lv::Hi { n: 2 });
}
