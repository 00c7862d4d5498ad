//@ edition: 2021
//@ variants: all
// exercises: sort_by/unstable/by_key with captured state, dedup_by_key with &mut args, retain_mut, binary heap of tuples, cmp chains, group via fold
// wrc: closures taking &mut T of slot/mixed-flat elements; stable merge sort on ref arrays
#[derive(Debug, Clone, PartialEq)]
struct R { k: String, n: i32, w: f64 }
fn main() {
    let mut v: Vec<R> = "b2 a1 c3 a2 b2".split(' ').enumerate().map(|(i, s)| R { k: s[..1].into(), n: s[1..].parse().unwrap(), w: i as f64 / 2.0 }).collect();
    let mut cmps = 0;
    v.sort_by(|a, b| { cmps += 1; a.k.cmp(&b.k).then(b.n.cmp(&a.n)).then_with(|| b.w.partial_cmp(&a.w).unwrap()) });
    println!("{} {}", v.iter().map(|r| format!("{}{}{}", r.k, r.n, r.w)).collect::<Vec<_>>().join(","), cmps > 0);
    v.dedup_by(|a, b| { if a.k == b.k { b.n += a.n; b.w += a.w; true } else { false } });
    println!("{v:?}");
    let mut n = vec![5, -1, 4, -2, 3];
    n.retain_mut(|x| { *x += 1; *x > 0 });
    n.sort_unstable_by_key(|x| std::cmp::Reverse(*x));
    println!("{n:?} {:?}", n.iter().copied().reduce(|a, b| a * 10 + b));
    let mut t = [(2, 'b'), (1, 'z'), (2, 'a')];
    t.sort(); println!("{t:?} {:?}", t.iter().max_by(|a, b| a.1.cmp(&b.1)));
    let mut s: Vec<&mut R> = v.iter_mut().collect();
    s.sort_by(|a, b| b.w.total_cmp(&a.w)); s[0].k.push('#'); s[1].n = 0;
    println!("{:?} {:?}", v.iter().map(|r| (&r.k[..], r.n)).collect::<Vec<_>>(), v.partition_point(|r| r.k < "b".to_string()));
}
