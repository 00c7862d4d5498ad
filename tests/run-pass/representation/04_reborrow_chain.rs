//@ edition: 2021
//@ variants: all
// exercises: implicit and explicit reborrows, use of the original reference after the reborrow ends
// wrc: reborrow copies the reference value (thin or fat); scalars through value-result
fn add(x: &mut i32, n: i32) { *x += n; }
fn twice(x: &mut i32) { add(x, 1); { let y = &mut *x; add(y, 10); *y *= 2; } add(x, 100); }
fn main() {
    let mut n = 5;
    let r = &mut n;
    twice(r);
    *r -= 1;
    let rr = &mut *r;
    *rr += 7;
    println!("{}", *r);
    println!("{n}");
}
