//@ edition: 2021
//@ variants: all
// exercises: static atomics, thread_local RefCell/Cell, const arrays and structs (fresh per use), static strings and fn tables
// wrc: static atomic = mutable global when inlinable else Cell object; const = rvalue per use; static table = immutable global array
use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::sync::{Mutex, OnceLock};
static N: AtomicUsize = AtomicUsize::new(5);
static LOG: Mutex<Vec<String>> = Mutex::new(Vec::new());
static NAMES: [&str; 3] = ["a", "bb", "ccc"];
static OPS: [(char, fn(i32, i32) -> i32); 2] = [('+', add), ('*', |a, b| a * b)];
const ORIGIN: [i32; 3] = [1, 2, 3];
static CFG: OnceLock<String> = OnceLock::new();
thread_local! { static T: RefCell<Vec<i32>> = RefCell::new(vec![]); static K: Cell<u8> = const { Cell::new(250) }; }
fn add(a: i32, b: i32) -> i32 { a + b }
fn id() -> usize { N.fetch_add(1, SeqCst) }
const fn tri(n: usize) -> usize { let mut i = 0; let mut s = 0; while i <= n { s += i; i += 1; } s }
static TRI: [usize; tri(3)] = [tri(4); 6];
fn main() {
    let (a, b) = (id(), id());
    let mut o = ORIGIN; o[0] = 100;
    println!("{a} {b} {} {:?} {:?}", N.load(Relaxed), o, ORIGIN);
    T.with(|t| t.borrow_mut().extend([1, 2]));
    T.with_borrow_mut(|t| t.push(3));
    K.set(K.get().wrapping_add(10));
    println!("{:?} {}", T.take(), K.get());
    LOG.lock().unwrap().push(format!("x{}", NAMES.iter().map(|s| s.len()).sum::<usize>()));
    println!("{:?} {}", LOG.lock().unwrap(), CFG.get_or_init(|| "init".into()).len());
    println!("{:?} {} {}", OPS.iter().map(|(c, f)| format!("{c}{}", f(3, 4))).collect::<Vec<_>>(), TRI.len(), TRI[5]);
}
