//@ variants: all
// Locks whose holders panic; literals in format strings.

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Mutex, RwLock};
fn main() {
    panic::set_hook(Box::new(|info| println!("{info}")));
    let m = Arc::new(Mutex::new(1));
    let r = panic::catch_unwind(AssertUnwindSafe(|| {
        let mut g = m.lock().unwrap();
        *g = 5;
        panic!("x {}", 4);
    }));
    println!("{} {}", r.is_err(), m.is_poisoned());
    println!("{:?}", m);
    match m.lock() {
        Ok(g) => println!("ok {g}"),
        Err(e) => {
            let g = e.into_inner();
            println!("poison {g}");
        }
    }
    println!("{:?}", m.try_lock().map(|g| *g).map_err(|e| e.to_string()));
    m.clear_poison();
    println!("{:?}", *m.lock().unwrap());
    let w = RwLock::new(String::from("a"));
    let _ = panic::catch_unwind(AssertUnwindSafe(|| {
        let _g = w.read().unwrap();
        panic!();
    }));
    println!("{}", w.is_poisoned());
    let _ = panic::catch_unwind(AssertUnwindSafe(|| {
        w.write().unwrap().push('b');
        let _g = w.write().unwrap();
        panic!();
    }));
    println!("{} {:?}", w.is_poisoned(), w);
    println!(
        "{}",
        format_args!("a {} {:>3} {} {}", 1, 2, "s", r.is_err())
    );
    println!(
        "{:?} {:?}",
        format_args!("x{}y{}", 1, "z").as_str(),
        format_args!("{}", r.is_err()).as_str()
    );
    let (a, b) = (7, 3);
    println!("{0} {1} {2:1$} {0} {3:>w$}", 5, 4, a, b, w = 6);
}
