//@ edition: 2021
//@ variants: all
// exercises: unsafe singly linked queue with a raw tail pointer into a Box-owned node, raw doubly linked list with NonNull, pointer equality
// wrc: Node is an Object: *mut Node is the thin object ref; identity survives the move of its Box; raw(Node) makes Owned assignments overwrite content
use std::ptr::{self, NonNull};
struct Node { v: i32, next: *mut Node }
struct Queue { head: *mut Node, tail: *mut Node, len: usize }
impl Queue {
    fn new() -> Self { Queue { head: ptr::null_mut(), tail: ptr::null_mut(), len: 0 } }
    fn push(&mut self, v: i32) { let n = Box::into_raw(Box::new(Node { v, next: ptr::null_mut() })); if self.tail.is_null() { self.head = n; } else { unsafe { (*self.tail).next = n; } } self.tail = n; self.len += 1; }
    fn pop(&mut self) -> Option<i32> { if self.head.is_null() { return None; } let b = unsafe { Box::from_raw(self.head) }; self.head = b.next; if self.head.is_null() { self.tail = ptr::null_mut(); } self.len -= 1; Some(b.v) }
    fn peek_mut(&mut self) -> Option<&mut i32> { unsafe { self.head.as_mut().map(|n| &mut n.v) } }
}
impl Drop for Queue { fn drop(&mut self) { let mut k = 0; while self.pop().is_some() { k += 1; } print!("[drop {k}]"); } }
type L = Option<NonNull<D>>;
struct D { v: i32, p: L, n: L }
struct Dl { h: L, t: L }
impl Dl {
    fn push_back(&mut self, v: i32) -> NonNull<D> { let d = NonNull::from(Box::leak(Box::new(D { v, p: self.t, n: None }))); match self.t { Some(mut t) => unsafe { t.as_mut().n = Some(d) }, None => self.h = Some(d) } self.t = Some(d); d }
    fn unlink(&mut self, d: NonNull<D>) -> i32 { unsafe { let b = Box::from_raw(d.as_ptr()); match b.p { Some(mut p) => p.as_mut().n = b.n, None => self.h = b.n } match b.n { Some(mut n) => n.as_mut().p = b.p, None => self.t = b.p } b.v } }
    fn vals(&self) -> Vec<i32> { let mut o = vec![]; let mut c = self.h; while let Some(d) = c { unsafe { o.push(d.as_ref().v); c = d.as_ref().n; } } o }
}
fn main() {
    let mut q = Queue::new();
    for i in 0..5 { q.push(i); }
    *q.peek_mut().unwrap() += 100;
    println!("{:?} {:?} {}", q.pop(), q.pop(), q.len);
    q.push(9); if let Some(x) = q.peek_mut() { *x *= 7; }
    println!("{:?} {}", q.pop(), q.head == q.tail);
    let mut d = Dl { h: None, t: None };
    let hs: Vec<_> = (1..=5).map(|i| d.push_back(i)).collect();
    println!("{} {} {} {:?} {}", d.unlink(hs[2]), d.unlink(hs[0]), d.unlink(hs[4]), d.vals(), d.h == Some(hs[1]));
    while let Some(h) = d.h { d.unlink(h); }
    println!("{:?}", d.t.is_none());
}
