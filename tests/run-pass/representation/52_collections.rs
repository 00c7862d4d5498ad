//@ edition: 2021
//@ variants: all
// exercises: BTreeMap range/entry, HashSet ops, BinaryHeap with Reverse, VecDeque both ends & make_contiguous, user Hash/Eq/Ord keys
// wrc: own containers in the Rust subset; user key traits monomorphised
use std::cmp::{Ordering, Reverse};
use std::collections::*;
#[derive(Debug, PartialEq, Eq, Hash, Clone, Copy, PartialOrd, Ord)]
enum K { A, B(u8), C { x: i16 } }
#[derive(PartialEq, Eq)]
struct St { cost: u32, pos: usize }
impl Ord for St { fn cmp(&self, o: &Self) -> Ordering { o.cost.cmp(&self.cost).then_with(|| self.pos.cmp(&o.pos)) } }
impl PartialOrd for St { fn partial_cmp(&self, o: &Self) -> Option<Ordering> { Some(self.cmp(o)) } }
fn dijkstra(adj: &[Vec<(usize, u32)>], s: usize) -> Vec<Option<u32>> {
    let mut d = vec![None; adj.len()]; let mut h = BinaryHeap::new(); d[s] = Some(0); h.push(St { cost: 0, pos: s });
    while let Some(St { cost, pos }) = h.pop() { if d[pos].map_or(false, |c| cost > c) { continue; } for &(n, w) in &adj[pos] { let c = cost + w; if d[n].map_or(true, |o| c < o) { d[n] = Some(c); h.push(St { cost: c, pos: n }); } } }
    d
}
fn main() {
    println!("{:?}", dijkstra(&[vec![(1, 7), (2, 1)], vec![], vec![(1, 2)], vec![]], 0));
    let mut m: BTreeMap<K, Vec<i32>> = BTreeMap::new();
    for (i, k) in [K::C { x: -1 }, K::A, K::B(3), K::A, K::B(1)].into_iter().enumerate() { m.entry(k).or_default().push(i as i32); }
    println!("{m:?} {:?}", m.range(K::B(0)..=K::B(9)).map(|(k, v)| (*k, v.len())).collect::<Vec<_>>());
    let a: HashSet<i32> = (0..6).collect(); let b: HashSet<i32> = (3..9).collect();
    let mut i: Vec<_> = a.intersection(&b).copied().collect(); i.sort();
    let hm: HashMap<K, &str> = [(K::A, "a"), (K::B(2), "b2")].into();
    println!("{i:?} {:?} {:?}", hm.get(&K::B(2)), hm.get(&K::C { x: 0 }));
    let mut q: VecDeque<i32> = (1..5).collect(); q.rotate_left(1); q.push_front(0); q.pop_back(); q[1] *= 10;
    q.make_contiguous().sort_by_key(|x| Reverse(*x));
    println!("{q:?} {:?}", m.first_key_value().map(|(k, _)| *k));
}
