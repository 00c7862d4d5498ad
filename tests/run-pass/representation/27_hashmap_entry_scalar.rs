//@ edition: 2021
//@ variants: all
// exercises: HashMap entry API giving &mut V for scalar V and tuple V, get_mut, values_mut, iter_mut, and_modify, remove
// wrc: &mut V = (vals array, idx); origin set = {array} so no dispatch
use std::collections::HashMap;
fn main() {
    let mut m: HashMap<String, i32> = HashMap::new();
    for w in "a b a c b a".split(' ') { *m.entry(w.to_string()).or_insert(0) += 1; }
    let r = m.get_mut("a").unwrap();
    *r *= 100;
    for v in m.values_mut() { *v += 1; }
    m.entry("c".into()).and_modify(|v| *v = -*v).or_default();
    m.entry("z".into()).and_modify(|v| *v = 0).or_insert_with(|| 42);
    let mut k: Vec<_> = m.iter().collect();
    k.sort();
    println!("{k:?}");
    println!("{:?} {:?}", m.remove("b"), m.insert("a".into(), 5));
    let mut t: HashMap<u8, (u32, f32)> = HashMap::new();
    let e = t.entry(1).or_insert((0, 0.5));
    e.0 += 2; e.1 *= 3.0;
    t.get_mut(&1).map(|e| e.0 += 1);
    println!("{:?} {}", t[&1], m.contains_key("q"));
}
