//@ edition: 2021
//@ variants: all
// exercises: shared ref snapshots vs later mutation (NLL), Cell<Copy struct>, RefCell<enum>, Cell inside enum payload seen through shared refs
// wrc: &T of Freeze slot type is a snapshot (legal: borrowck forbids writes while live); Cell payload has object identity
use std::cell::{Cell, RefCell};
#[derive(Clone, Copy, Debug, PartialEq, Default)]
struct P { x: i32, y: i32 }
enum E { A(Cell<u8>, &'static str), B { c: RefCell<Vec<u8>>, n: i32 } }
fn poke(e: &E) -> String { match e { E::A(c, s) => { c.set(c.get() + 1); format!("{s}{}", c.get()) } E::B { c, n } => { c.borrow_mut().push(*n as u8); format!("{:?}", c.borrow()) } } }
fn main() {
    let mut p = P { x: 1, y: 2 };
    let r = &p; let rx = &r.x; let s = *rx + r.y;
    p.x = 10;
    let r2 = &p; println!("{s} {} {}", r2.x, *r2 == P { x: 10, y: 2 });
    let c = Cell::new(p); let d = &c; p.y = 0;
    d.set(P { x: d.get().x + 1, ..c.get() }); println!("{:?} {:?} {:?}", c.get(), p, c.take());
    let mut e = E::A(Cell::new(1), "a");
    { let (r1, r2) = (&e, &e); println!("{} {} {}", poke(r1), poke(r2), poke(r1)); }
    if let E::A(c, _) = &e { let k = c; e = E::B { c: RefCell::new(vec![k.get()]), n: 7 }; }
    let er = &e; poke(er); println!("{}", poke(er));
    let o = Some(Cell::new(5)); let (a, b) = (&o, o.as_ref()); a.as_ref().unwrap().set(6); println!("{:?} {}", b.map(|c| c.get()), o.is_some());
    let t = (Cell::new('a'), 1); let u = &t; t.0.set('b'); println!("{} {}", u.0.get(), u.1);
}
