//@ exit-code: 101
//@ variants: all
// Panics that unwind: what is dropped, in which order, and who catches.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::rc::Rc;
#[derive(Debug)]
struct D(String);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {} {}", self.0, std::thread::panicking());
    }
}
fn d(s: &str) -> D {
    D(s.to_string())
}
fn boom() -> D {
    panic!("boom {}", 1)
}
fn two(_a: D, _b: D) {}
struct Pair {
    a: D,
    b: D,
    n: i32,
}
enum E {
    A(D, D),
    B { x: D },
    C,
}
fn guard(name: &str, f: impl FnOnce()) {
    println!("-- {name}");
    let r = panic::catch_unwind(AssertUnwindSafe(f));
    match r {
        Ok(()) => println!("ok"),
        Err(e) => println!(
            "err {:?} {:?}",
            e.downcast_ref::<&str>(),
            e.downcast_ref::<String>()
        ),
    }
}
struct Inner(i32);
impl Drop for Inner {
    fn drop(&mut self) {
        println!("inner {}", self.0);
        if self.0 == 2 {
            panic!("in drop")
        }
    }
}
struct Outer {
    _x: Inner,
    _y: Inner,
    _z: Inner,
}
fn rec(n: u32) -> u32 {
    let _g = d(&format!("rec{n}"));
    if n == 0 {
        panic!("deep")
    }
    rec(n - 1) + 1
}
struct Catcher;
impl Drop for Catcher {
    fn drop(&mut self) {
        let r = panic::catch_unwind(|| if std::thread::panicking() { 1 } else { 2 });
        println!("catcher {:?}", r.ok());
    }
}
fn early(n: i32) -> Option<D> {
    let a = d("ea");
    if n == 0 {
        return Some(a);
    }
    let b = d("eb");
    if n == 1 {
        return None;
    }
    let _c = (a, b);
    panic!("early");
}
fn main() {
    panic::set_hook(Box::new(|i| println!("hook {}", i.location().is_some())));
    guard("args", || two(d("one"), boom()));
    guard("reassign", || {
        let mut x = d("x");
        let _y = d("y");
        x = d("x2");
        panic!("r {}", x.0)
    });
    guard("partial", || {
        let p = Pair {
            a: d("pa"),
            b: d("pb"),
            n: 1,
        };
        let a = p.a;
        println!("{}", a.0);
        if p.n == 1 {
            panic!("p")
        }
    });
    guard("literal", || {
        let _p = Pair {
            a: d("la"),
            b: boom(),
            n: 1,
        };
    });
    guard("match", || {
        let e = E::A(d("e1"), d("e2"));
        match e {
            E::A(x, _y) => {
                panic!("{}", x.0)
            }
            E::B { x } => drop(x),
            E::C => {}
        }
    });
    guard("match2", || {
        let e = E::B { x: d("bx") };
        match &e {
            E::B { x } => panic!("{}", x.0),
            _ => {}
        }
    });
    guard("loop", || {
        for i in 0..3 {
            let _l = d(&format!("l{i}"));
            if i == 1 {
                panic!("loop")
            }
        }
    });
    guard("vec", || {
        let v: Vec<D> = (0..3)
            .map(|i| if i == 2 { boom() } else { d(&i.to_string()) })
            .collect();
        drop(v)
    });
    guard("box", || {
        let b: Box<dyn FnOnce()> = {
            let x = d("captured");
            Box::new(move || panic!("in {}", x.0))
        };
        b()
    });
    guard("rec", || {
        rec(3);
    });
    guard("nested", || {
        let _o = d("outer");
        guard("in", || {
            let _i = d("i");
            panic!("inner")
        });
        panic!("outer")
    });
    guard("refcell", || {
        let c = Rc::new(RefCell::new(1));
        let r = panic::catch_unwind(AssertUnwindSafe(|| {
            let _b = c.borrow_mut();
            panic!("b")
        }));
        println!("{} {:?}", r.is_err(), c.try_borrow_mut().is_ok());
    });
    guard("catcher", || {
        let _c = Catcher;
        panic!("c")
    });
    guard("temps", || {
        let n = d("t1").0.len() + d("t2").0.len() + boom().0.len();
        println!("{n}");
    });
    guard("early0", || {
        println!("{:?}", early(0).map(|d| d.0.clone()));
    });
    guard("early1", || {
        println!("{:?}", early(1).is_none());
    });
    guard("early2", || {
        early(2);
    });
    guard("outer drop", || {
        let _o = Outer {
            _x: Inner(1),
            _y: Inner(2),
            _z: Inner(3),
        };
    });
    guard("any", || panic::panic_any(5u8));
    guard("write", || {
        let mut n = 1;
        let r = panic::catch_unwind(AssertUnwindSafe(|| {
            n += 1;
            let p = &mut n;
            *p += 5;
            if *p == 7 {
                panic!()
            }
            *p = 100;
        }));
        println!("{n} {}", r.is_err());
    });
    guard("shadow", || {
        let x = d("s1");
        let x = (x, d("s2"));
        let (a, _) = x;
        drop(a);
        panic!("s")
    });
    guard("closure moves", || {
        let a = d("cm");
        let f = move || {
            let _b = a;
            panic!("q")
        };
        f()
    });
    guard("resume", || {
        let e = panic::catch_unwind(|| panic!("first")).unwrap_err();
        panic::resume_unwind(e)
    });
    guard("sort", || {
        let mut v = vec![3, 1, 2, 5, 4];
        v.sort_by(|a, b| {
            if *a == 5 || *b == 5 {
                panic!("cmp")
            }
            a.cmp(b)
        });
    });
    guard("opt take", || {
        let mut o = Some(d("o"));
        let t = o.take();
        o = Some(d("o2"));
        println!("{:?}", t.map(|t| t.0.clone()));
        let _o = o;
        panic!()
    });
    guard("index", || {
        let a = [d("i0"), d("i1")];
        let k = a.len();
        println!("{}", a[k].0);
    });
    println!("end {}", std::thread::panicking());
    let _last = d("last");
    let v: Vec<i32> = Vec::new();
    println!("{}", v[0]);
}
