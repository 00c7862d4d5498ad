//@ edition: 2021
//@ variants: all
// exercises: slices of arrays of Copy structs: element write, copy out does not alias, copy_from_slice, fill
// wrc: flat all-scalar struct -> strided lane array; &mut a[i] = (arr, idx); copy out = lane loads
#[derive(Clone, Copy, Debug, PartialEq)]
struct P { x: i32, y: i32 }
fn shift(ps: &mut [P], d: i32) { for p in ps.iter_mut() { p.x += d; } }
fn main() {
    let mut a = [P { x: 1, y: 1 }; 5];
    shift(&mut a[1..4], 5);
    let mut c = a[2];
    c.y = 99;
    let r = &mut a[3];
    *r = c;
    r.x = 0;
    let b = a;
    a[0].x = -1;
    a[1..3].copy_from_slice(&b[3..5]);
    println!("{:?}", a);
    println!("{:?} {:?}", b[0], c);
    a.fill(P { x: 7, y: 8 });
    println!("{}", a.iter().all(|p| *p == P { x: 7, y: 8 }));
}
