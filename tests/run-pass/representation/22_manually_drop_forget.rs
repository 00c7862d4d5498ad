//@ edition: 2021
//@ variants: all
// exercises: ManuallyDrop, mem::forget, Option::take driven drop, drop on overwrite through &mut
// wrc: forget/ManuallyDrop suppress the scheduled drop; *r = v runs old value's glue before the slot store
use std::mem::{forget, ManuallyDrop};
struct D(i32);
impl Drop for D { fn drop(&mut self) { print!("d{} ", self.0); } }
fn set(r: &mut D, n: i32) { *r = D(n); }
fn main() {
    let a = ManuallyDrop::new(D(1));
    forget(D(2));
    let mut o = Some(D(3));
    o.take();
    let mut d = D(4);
    set(&mut d, 5);
    let e = std::mem::replace(&mut d, D(6));
    println!("| {} {} {}", a.0, d.0, e.0);
    let mut v = vec![D(7), D(8), D(9)];
    v.truncate(1);
    v[0] = D(10);
    println!("|");
    drop(ManuallyDrop::into_inner(a));
    println!("| end");
}
