//@ edition: 2021
//@ variants: all
// exercises: bulk copies of big Copy structs and arrays must not alias: [x; N], vec![x; n], copy_within, copy_from_slice, extend_from_slice, clone, Cell::get, by-copy pattern, move capture, *r = src, Option copy, struct update
// wrc: every bulk copy of Copy Objects clones per element; array.copy intrinsic only for scalars/lanes/moves; *r = live source deep-copies children
use std::cell::Cell;
#[derive(Clone, Copy, Debug, PartialEq, Default)]
struct B { a: [i32; 3], n: i64, f: f64, g: f32, h: u8 }
#[derive(Clone, Copy, Debug, PartialEq, Default)]
struct W { b: B, c: B, tag: char }
fn s(b: &B) -> i32 { b.a.iter().sum::<i32>() + b.n as i32 }
fn main() {
    let x = B { a: [1, 2, 3], ..B::default() };
    let mut arr = [x; 3]; arr[0].a[0] = 100;
    let mut v = vec![x; 3]; v[1].a[1] = 200; v[2].n = 7;
    println!("{:?} {:?}", arr.iter().map(s).collect::<Vec<_>>(), v.iter().map(s).collect::<Vec<_>>());
    v.copy_within(1..3, 0); v[0].a[2] = 0; v[1].a[0] = -5;
    println!("{:?}", v.iter().map(s).collect::<Vec<_>>());
    let mut w = Vec::new(); w.extend_from_slice(&v); w[2].a[0] += 1000; arr.copy_from_slice(&w); arr[2].n = 1;
    let cl = w.clone(); w[0].a = [0; 3];
    println!("{:?} {:?} {:?} {:?}", v.iter().map(s).collect::<Vec<_>>(), w.iter().map(s).collect::<Vec<_>>(), arr.iter().map(s).collect::<Vec<_>>(), cl.iter().map(s).collect::<Vec<_>>());
    let c = Cell::new(x); let mut got = c.get(); got.a[0] = 50; println!("{} {} {}", s(&got), s(&c.get()), s(&x));
    let mut o = Some(x); let p = o; if let Some(q) = &mut o { q.a[1] = 60; } if let Some(mut q) = p { q.a[2] = 70; } println!("{} {}", s(&o.unwrap()), s(&p.unwrap()));
    let mut y = x; let mut f = move || { y.a[0] += 1; s(&y) }; println!("{} {} {}", f(), f(), s(&y)); y.n = 1;
    let mut big = W { b: x, c: y, tag: 'k' }; let r = &mut big.b; *r = y; y.a[0] = 9; r.a[1] = 8; println!("{} {} {}", s(&big.b), s(&big.c), s(&y));
    let W { b: mut bb, .. } = big; bb.a[0] = 77; let mut u = W { tag: 'u', ..big }; u.c.a[2] = 33; big.b = big.c; big.c.a[0] = 4;
    println!("{} {} {} {} {} {}", s(&bb), s(&big.b), s(&big.c), s(&u.b), s(&u.c), u.tag);
    let mut g = [[x; 2]; 2]; g[0][1].a[0] = 6; let row = g[0]; g[1] = g[0]; g[1][1].a[0] = 5; g[0].swap(0, 1); println!("{:?} {:?}", g.iter().flatten().map(s).collect::<Vec<_>>(), row.iter().map(s).collect::<Vec<_>>());
}
