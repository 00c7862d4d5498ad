//@ edition: 2021
//@ variants: all
// exercises: RefMut::map / Ref::map projecting into a scalar field, Ref::clone, nested RefCells, Cell in struct via shared refs
// wrc: RefMut<i32> holds (base,sel) into RefCell's value object + flag owner; guard Drop decrements the flag
use std::cell::{Cell, Ref, RefCell, RefMut};
struct S { n: i32, v: Vec<i32>, hits: Cell<u32> }
fn n_of(c: &RefCell<S>) -> RefMut<'_, i32> { RefMut::map(c.borrow_mut(), |s| &mut s.n) }
fn first(c: &RefCell<S>) -> Option<Ref<'_, i32>> { let r = c.borrow(); r.hits.set(r.hits.get() + 1); if r.v.is_empty() { None } else { Some(Ref::map(r, |s| &s.v[0])) } }
fn main() {
    let c = RefCell::new(S { n: 1, v: vec![], hits: Cell::new(0) });
    { let mut m = n_of(&c); *m += 41; println!("{} {}", *m, c.try_borrow().is_err()); }
    println!("{:?}", first(&c).is_none());
    c.borrow_mut().v.push(7);
    let (a, b) = (first(&c), first(&c));
    println!("{:?} {} {}", a.as_ref().map(|r| **r + **b.as_ref().unwrap()), c.try_borrow_mut().is_err(), c.borrow().hits.get());
    drop((a, b));
    let old = c.replace(S { n: 0, v: vec![], hits: Cell::default() });
    println!("{} {:?} {}", old.n, old.v, c.borrow().n);
    let nest = RefCell::new(vec![RefCell::new(1), RefCell::new(2)]);
    { let o = nest.borrow(); *o[0].borrow_mut() += *o[1].borrow(); o[1].swap(&o[0]); }
    println!("{:?}", nest.into_inner().into_iter().map(RefCell::into_inner).collect::<Vec<_>>());
}
