//@ variants: all
// What was made before a panic in the middle of making is dropped.

use std::panic::{self, AssertUnwindSafe};
struct C(u32);
impl Clone for C {
    fn clone(&self) -> C {
        if self.0 == 2 {
            panic!("c")
        }
        println!("clone {}", self.0);
        C(self.0 + 10)
    }
}
impl Drop for C {
    fn drop(&mut self) {
        println!("drop {}", self.0)
    }
}
#[derive(Clone)]
struct S {
    a: C,
    b: C,
    c: C,
}
#[derive(Clone)]
enum E {
    V(C, C),
    #[allow(dead_code)]
    W,
}
impl Default for C {
    fn default() -> C {
        C(5)
    }
}
#[derive(Default)]
struct Df {
    _a: C,
    _b: C,
    _c: Boom,
}
struct Boom;
impl Default for Boom {
    fn default() -> Boom {
        panic!("d")
    }
}
fn g(n: &str, f: impl FnOnce()) {
    println!("- {n}");
    println!("{}", panic::catch_unwind(AssertUnwindSafe(f)).is_err());
}
fn main() {
    panic::set_hook(Box::new(|_| ()));
    g("struct", || {
        let s = S {
            a: C(0),
            b: C(1),
            c: C(2),
        };
        let _t = s.clone();
    });
    g("ok", || {
        let s = S {
            a: C(0),
            b: C(1),
            c: C(3),
        };
        let _t = s.clone();
    });
    g("enum", || {
        let s = E::V(C(0), C(2));
        let _t = s.clone();
    });
    g("tuple", || {
        let s = (C(0), C(1), C(2));
        let _t = s.clone();
    });
    g("array", || {
        let s = [C(0), C(1), C(2), C(3)];
        let _t = s.clone();
    });
    g("vec", || {
        let s = vec![C(0), C(1), C(2)];
        let _t = s.clone();
    });
    g("default", || {
        let _d = Df::default();
    });
    g("collect", || {
        let s = [C(0), C(1), C(2)];
        let _v: Vec<C> = s.iter().cloned().collect();
    });
    g("map", || {
        let s = [C(0), C(2), C(1)];
        let _ = s.map(|c| {
            if c.0 == 2 {
                panic!()
            }
            C(c.0 + 40)
        });
    });
    g("resize", || {
        let mut v = vec![C(1)];
        v.resize(3, C(2));
    });
}
