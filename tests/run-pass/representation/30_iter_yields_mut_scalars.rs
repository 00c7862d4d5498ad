//@ edition: 2021
//@ variants: all
// exercises: iter_mut on Vec<i32>, chunks_mut, zip of two iter_mut, rev, step_by, windows, collected Vec<&mut i32>
// wrc: &mut i32 from slices = (arr, idx); collected Vec<&mut i32> stores boxes of fat refs
fn main() {
    let mut v: Vec<i32> = (0..10).collect();
    for x in v.iter_mut().rev().step_by(3) { *x = -*x; }
    for c in v.chunks_mut(4) { let l = c.len(); c[0] += 100; c[l - 1] += 1000; c.reverse(); }
    println!("{v:?}");
    let mut w = vec![1; 10];
    for (a, b) in v.iter_mut().zip(w.iter_mut()) { std::mem::swap(a, b); *a += 1; }
    println!("{v:?} {}", w.windows(2).filter(|p| p[0] < p[1]).count());
    let mut big: Vec<&mut i32> = w.iter_mut().filter(|x| **x > 500).collect();
    for b in big.iter_mut() { **b /= 10; }
    big.truncate(1);
    *big[0] = 0;
    println!("{w:?}");
    if let [first, .., last] = &mut w[..] { std::mem::swap(first, last); }
    println!("{} {}", w[0], w[9]);
}
