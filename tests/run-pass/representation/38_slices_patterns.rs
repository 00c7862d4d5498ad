//@ edition: 2021
//@ variants: all
// exercises: slice patterns, subslice binding, split_at_mut, rotate, concat, binary_search, chunks_exact, iter::from_fn
// wrc: subslice bindings are (arr, off', len') arithmetic, no allocation
fn sum(v: &[i32]) -> i32 { match v { [] => 0, [x] => *x, [a, mid @ .., b] => a + b + sum(mid) } }
fn qs(v: &mut [i32]) {
    if v.len() < 2 { return; }
    let p = v.len() - 1;
    let mut i = 0;
    for j in 0..p { if v[j] < v[p] { v.swap(i, j); i += 1; } }
    v.swap(i, p);
    let (l, r) = v.split_at_mut(i);
    qs(l); qs(&mut r[1..]);
}
fn main() {
    let mut v = [5, 3, 9, 1, 7, 2];
    println!("{}", sum(&v));
    qs(&mut v);
    println!("{v:?} {:?} {:?}", v.binary_search(&7), v.binary_search(&4));
    v.rotate_left(2);
    if let [a, rest @ ..] = &mut v { *a = 0; rest[0] = 100; }
    println!("{v:?} {:?}", v.chunks_exact(4).map(|c| c[3]).collect::<Vec<_>>());
    println!("{:?} {:?}", [[1, 2], [3, 4]].concat(), v.split(|x| *x == 100).map(|s| s.len()).collect::<Vec<_>>());
    let mut n = 0;
    println!("{:?}", std::iter::from_fn(|| { n += 1; if n < 4 { Some(n) } else { None } }).collect::<Vec<_>>());
    let a: [i32; 2] = v[1..3].try_into().unwrap();
    println!("{a:?} {:?} {:?}", v.first(), v.iter().position(|&x| x == 2));
}
