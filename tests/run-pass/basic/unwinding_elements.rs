//@ variants: all
// What is left of a collection is dropped when the drop of an element panics.

use std::collections::{BTreeMap, HashMap, LinkedList, VecDeque};
use std::panic::{self, AssertUnwindSafe};
struct L(u32);
impl Drop for L {
    fn drop(&mut self) {
        println!("d{}", self.0);
        if self.0 == 1 {
            panic!("one")
        }
    }
}
fn g(n: &str, f: impl FnOnce()) {
    println!("- {n}");
    let r = panic::catch_unwind(AssertUnwindSafe(f));
    println!("{}", r.is_err());
}
fn ls() -> impl Iterator<Item = L> {
    (0..4).map(L)
}
enum T {
    A(L, L, L),
    #[allow(dead_code)]
    B,
}
fn main() {
    panic::set_hook(Box::new(|_| ()));
    g("array", || {
        let _a = [L(0), L(1), L(2), L(3)];
    });
    g("boxed slice", || {
        let _a: Box<[L]> = ls().collect();
    });
    g("vec", || {
        let _a: Vec<L> = ls().collect();
    });
    g("deque", || {
        let mut a: VecDeque<L> = ls().collect();
        a.rotate_left(2);
    });
    g("tuple", || {
        let _a = (L(0), L(1), L(2));
    });
    g("enum", || {
        let a = T::A(L(0), L(1), L(2));
        if let T::B = a {}
    });
    g("nested", || {
        let _a = vec![vec![L(0)], vec![L(1), L(5)], vec![L(6)]];
    });
    g("truncate", || {
        let mut a: Vec<L> = ls().collect();
        a.truncate(1);
        println!("no");
    });
    g("clear", || {
        let mut a: Vec<L> = ls().collect();
        let r = panic::catch_unwind(AssertUnwindSafe(|| a.clear()));
        println!("{} {}", r.is_err(), a.len());
    });
    g("drain", || {
        let mut a: Vec<L> = ls().collect();
        a.drain(..3);
    });
    g("into_iter", || {
        let a: Vec<L> = ls().collect();
        let mut i = a.into_iter();
        println!("{}", i.next().unwrap().0);
    });
    g("option", || {
        let a = Some(Box::new(L(1)));
        let _b = L(7);
        drop(a);
    });
    g("closure", || {
        let (a, b) = (L(1), L(8));
        let f = move || (a.0, b.0);
        println!("{:?}", f());
    });
    g("rc", || {
        let a = std::rc::Rc::new(L(1));
        let b = a.clone();
        drop(a);
        println!("x");
        drop(b);
    });
    let _ = (
        BTreeMap::<i32, i32>::new(),
        HashMap::<i32, i32>::new(),
        LinkedList::<i32>::new(),
    );
}
