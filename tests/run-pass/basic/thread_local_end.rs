//! Variables of the thread are dropped when `main` has returned, the last one made first.

use std::cell::RefCell;

struct D(&'static str);

impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
        if self.0 == "a" {
            println!("c is gone: {}", C.try_with(|c| c.0).is_err());
            LATE.with(|late| println!("made late: {}", late.0));
        }
    }
}

thread_local! {
    static A: D = D("a");
    static B: RefCell<Vec<D>> = RefCell::new(vec![]);
    static C: D = const { D("c") };
    static LATE: D = D("late");
    static UNUSED: D = D("unused");
}

fn main() {
    B.with(|b| b.borrow_mut().push(D("in b")));
    A.with(|a| println!("use {}", a.0));
    C.with(|a| println!("use {}", a.0));
    let _local = D("local");
    println!("end");
}
