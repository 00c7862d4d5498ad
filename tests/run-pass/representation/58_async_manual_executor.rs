//@ edition: 2021
//@ variants: all
// exercises: async fn/blocks with borrows across await, hand-written executor and leaf future, join by polling, no wasm host needed
// wrc: coroutine transform to state object; locals live across await become fields of the state object
use std::cell::RefCell; use std::future::Future; use std::pin::Pin; use std::rc::Rc; use std::task::{Context, Poll, Waker};
struct Yield(u32);
impl Future for Yield { type Output = &'static str; fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> { if self.0 == 0 { Poll::Ready("done") } else { self.0 -= 1; Poll::Pending } } }
async fn work(id: u32, log: Rc<RefCell<Vec<String>>>) -> u32 {
    let mut buf = vec![id];
    for i in 0..id { let r = &mut buf; log.borrow_mut().push(format!("{id}.{i}")); let s = Yield(i).await; r.push(s.len() as u32 + i); }
    add(&mut buf).await; buf.iter().sum()
}
async fn add(b: &mut Vec<u32>) { Yield(1).await; b.push(100); }
fn run(mut tasks: Vec<Pin<Box<dyn Future<Output = u32>>>>) -> (Vec<u32>, u32) {
    let mut cx = Context::from_waker(Waker::noop()); let (mut out, mut polls) = (vec![], 0);
    while !tasks.is_empty() { tasks.retain_mut(|t| { polls += 1; match t.as_mut().poll(&mut cx) { Poll::Ready(v) => { out.push(v); false } Poll::Pending => true } }); }
    (out, polls)
}
fn main() {
    let log = Rc::new(RefCell::new(vec![]));
    let k = 5; let l3 = log.clone();
    let t: Vec<Pin<Box<dyn Future<Output = u32>>>> = vec![Box::pin(work(3, log.clone())), Box::pin(work(1, log.clone())), Box::pin(async move { Yield(0).await; l3.borrow_mut().push("blk".into()); k })];
    println!("{:?}", run(t));
    println!("{}", log.borrow().join(" "));
}
