//@ edition: 2021
//@ variants: all
// exercises: generic swap/replace over scalar, object, enum, tuple, array, slice-ref types
// wrc: per-shape instance; slot types value-result (inlines to nothing), objects content swap
use std::mem;
fn my_swap<T>(a: &mut T, b: &mut T) { mem::swap(a, b); }
fn rot<T: Clone>(a: &mut T, b: &mut T, c: &mut T) -> T { let t = mem::replace(a, b.clone()); *b = mem::replace(c, t.clone()); t }
#[derive(Debug, Clone, PartialEq)]
struct Big { a: i64, b: [i32; 3], c: String }
fn main() {
    let (mut a, mut b) = (1u8, 2u8); my_swap(&mut a, &mut b); println!("{a} {b}");
    let (mut a, mut b) = (Some("x".to_string()), None); my_swap(&mut a, &mut b); println!("{a:?} {b:?}");
    let (mut a, mut b) = ((1, 2.5), (3, 4.5)); my_swap(&mut a, &mut b); println!("{a:?} {b:?}");
    let mut x = Big { a: 1, b: [1, 2, 3], c: "x".into() };
    let mut y = Big { a: 2, b: [4, 5, 6], c: "y".into() };
    my_swap(&mut x, &mut y);
    x.b[0] = 40; x.c.push('!');
    println!("{x:?} {y:?}");
    let mut z = Big { a: 3, b: [0; 3], c: "z".into() };
    let t = rot(&mut x, &mut y, &mut z);
    y.b[2] = -1;
    println!("{} {} {} {} {:?} {:?}", x.c, y.c, z.c, t.c, z.b, y.b);
    let (mut p, mut q) = ([1, 2], [3, 4]); my_swap(&mut p, &mut q); p[0] = 9; println!("{p:?} {q:?}");
    let (mut s, mut t) = ("ab", "cde"); my_swap(&mut s, &mut t); println!("{s} {t}");
}
