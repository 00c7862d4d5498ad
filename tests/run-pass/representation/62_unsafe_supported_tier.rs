//@ edition: 2021
//@ variants: all
// exercises: the supported unsafe subset: get_unchecked, raw pointers derived from refs/slices, ptr::read/write/swap on places, transmute of scalars, from_utf8_unchecked, MaybeUninit
// wrc: *mut T == same representation as &mut T (thin or (base,sel)); ptr.add only on array-based pointers
use std::mem::MaybeUninit;
struct Node { v: i32, next: *mut Node }
fn main() {
    let mut v = vec![1, 2, 3, 4];
    unsafe { *v.get_unchecked_mut(1) += 10; println!("{}", v.get_unchecked(1)); }
    let p = v.as_mut_ptr();
    unsafe { *p.add(2) = 30; std::ptr::swap(p, p.add(3)); println!("{:?} {}", v, std::slice::from_raw_parts(p.add(1), 2).len()); }
    let mut b = Box::new(Node { v: 2, next: std::ptr::null_mut() });
    let mut a = Node { v: 1, next: &mut *b };
    unsafe { let mut c: *mut Node = &mut a; let mut s = 0; while !c.is_null() { (*c).v *= 5; s += (*c).v; c = (*c).next; } println!("{s} {}", b.v); }
    let f: f32 = unsafe { std::mem::transmute(0x40490fdbu32) };
    println!("{f} {} {}", 1.5f64.to_bits(), unsafe { std::str::from_utf8_unchecked(&[104, 105]) });
    let mut m: [MaybeUninit<String>; 2] = [const { MaybeUninit::uninit() }; 2];
    for (i, x) in m.iter_mut().enumerate() { x.write(format!("m{i}")); }
    println!("{}", m.into_iter().map(|x| unsafe { x.assume_init() }).collect::<String>());
    let r = Box::into_raw(Box::new(9)); unsafe { *r += 1; println!("{}", *Box::from_raw(r)); }
}
