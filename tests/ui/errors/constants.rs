#![allow(unused)]
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, OnceLock};
fn plain() -> i32 { 2 }
const fn constant(x: i32) -> i32 { if x > 0 { x + 1 } else { 0 } }
const A: i32 = plain(); //~ ERROR[E0015]
const B: i32 = constant(2);
static C: String = String::from("x"); //~ ERROR[E0015]
const D: Box<i32> = Box::new(1); //~ ERROR[E0015]
static E: HashMap<u8, u8> = HashMap::new(); //~ ERROR[E0015]
static F: LazyLock<HashMap<u8, u8>> = LazyLock::new(|| HashMap::new());
const G: (String, Vec<u8>, Cell<i32>) = (String::new(), Vec::new(), Cell::new(1));
static H: Mutex<Vec<i32>> = Mutex::new(Vec::new());
static I: OnceLock<String> = OnceLock::new();
thread_local! {
    static J: RefCell<Vec<String>> = RefCell::new(vec!["a".to_string()]);
}
const fn text(s: &str) -> String { s.to_string() } //~ ERROR[E0015]
const fn sum(a: &[u8]) -> usize {
    let mut i = 0;
    while i < a.len() { i += 1; }
    assert!(i > 0, "empty");
    i
}
struct X;
impl X {
    const Y: String = "a".to_string(); //~ ERROR[E0015]
    const fn own(&self) -> i32 { plain() } //~ ERROR[E0015]
}
const K: fn(i32) -> i32 = |x| x + plain();
const L: u8 = Some(1).unwrap();
const _: () = assert!("abc".len() == 3);
fn main() {}
