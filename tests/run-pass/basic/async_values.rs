//@ variants: all

//! Futures as values: in enums, arrays and `dyn`, swapped before the first poll;
//! hand-written joins, locks and streams.

use std::future::Future;
use std::mem;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
struct Tick(bool);
impl Future for Tick {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if self.0 {
            return Poll::Ready(());
        }
        self.0 = true;
        Poll::Pending
    }
}
fn tick() -> Tick {
    Tick(false)
}
fn block_on<T>(f: impl Future<Output = T>) -> T {
    let mut f = pin!(f);
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(v) = f.as_mut().poll(&mut cx) {
            return v;
        }
    }
}
#[derive(Debug, Clone)]
struct S {
    a: u32,
    b: String,
    c: [u8; 4],
}
async fn raw(n: u32) -> (S, S) {
    let mut s = S {
        a: n,
        b: "x".into(),
        c: [1, 2, 3, 4],
    };
    let p = &raw mut s;
    tick().await;
    unsafe {
        (*p).a += 1;
        (*p).c[2] = 9;
    }
    tick().await;
    unsafe {
        (*p).b.push('!');
        *p = S {
            a: (*p).a + 1,
            b: (*p).b.clone() + "z",
            c: [7; 4],
        };
    }
    tick().await;
    let mut last = s.clone();
    for i in 0..3 {
        let t = S {
            a: i,
            b: i.to_string(),
            c: [i as u8; 4],
        };
        let q = &raw const t;
        tick().await;
        last.a += unsafe { (*q).a };
        last.b += unsafe { &(*q).b };
    }
    (s, last)
}
enum MaybeDone<F: Future> {
    Future(F),
    Done(F::Output),
    Gone,
}
impl<F: Future> MaybeDone<F> {
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> bool {
        unsafe {
            let this = self.get_unchecked_mut();
            if let MaybeDone::Future(f) = this {
                match Pin::new_unchecked(f).poll(cx) {
                    Poll::Ready(v) => *this = MaybeDone::Done(v),
                    Poll::Pending => return false,
                }
            }
            true
        }
    }
    fn take(self: Pin<&mut Self>) -> Option<F::Output> {
        unsafe {
            let this = self.get_unchecked_mut();
            match mem::replace(this, MaybeDone::Gone) {
                MaybeDone::Done(v) => Some(v),
                other => {
                    *this = other;
                    None
                }
            }
        }
    }
}
struct Join3<A: Future, B: Future, C: Future> {
    a: MaybeDone<A>,
    b: MaybeDone<B>,
    c: MaybeDone<C>,
}
impl<A: Future, B: Future, C: Future> Future for Join3<A, B, C> {
    type Output = (A::Output, B::Output, C::Output);
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut done = unsafe { self.as_mut().map_unchecked_mut(|s| &mut s.a) }.poll(cx);
        done &= unsafe { self.as_mut().map_unchecked_mut(|s| &mut s.b) }.poll(cx);
        done &= unsafe { self.as_mut().map_unchecked_mut(|s| &mut s.c) }.poll(cx);
        if !done {
            return Poll::Pending;
        }
        let a = unsafe { self.as_mut().map_unchecked_mut(|s| &mut s.a) }
            .take()
            .unwrap();
        let b = unsafe { self.as_mut().map_unchecked_mut(|s| &mut s.b) }
            .take()
            .unwrap();
        let c = unsafe { self.as_mut().map_unchecked_mut(|s| &mut s.c) }
            .take()
            .unwrap();
        Poll::Ready((a, b, c))
    }
}
async fn w(n: u32, s: &str) -> String {
    let mut out = String::new();
    for i in 0..n {
        tick().await;
        out += s;
        out += &i.to_string();
    }
    out
}
fn swap_all<T>(a: &mut T, b: &mut T) {
    mem::swap(a, b);
}
async fn handler(req: String) -> String {
    tick().await;
    format!("<{req}>")
}
type Handler = Box<dyn Fn(String) -> Pin<Box<dyn Future<Output = String>>>>;
fn boxed<F, Fut>(f: F) -> Handler
where
    F: Fn(String) -> Fut + 'static,
    Fut: Future<Output = String> + 'static,
{
    Box::new(move |s| Box::pin(f(s)))
}
struct Lock<'a>(&'a std::cell::Cell<bool>);
impl Drop for Lock<'_> {
    fn drop(&mut self) {
        self.0.set(false);
        println!("unlock");
    }
}
async fn lock(c: &std::cell::Cell<bool>) -> Lock<'_> {
    while c.get() {
        tick().await;
    }
    c.set(true);
    Lock(c)
}
trait Stream {
    type Item;
    fn next(&mut self) -> impl Future<Output = Option<Self::Item>>;
}
struct Upto(u32);
impl Stream for Upto {
    type Item = u32;
    async fn next(&mut self) -> Option<u32> {
        tick().await;
        if self.0 == 0 {
            None
        } else {
            self.0 -= 1;
            Some(self.0)
        }
    }
}
struct Map<S, F>(S, F);
impl<S: Stream, F: AsyncFnMut(S::Item) -> T, T> Stream for Map<S, F> {
    type Item = T;
    async fn next(&mut self) -> Option<T> {
        match self.0.next().await {
            Some(x) => Some((self.1)(x).await),
            None => None,
        }
    }
}
async fn collect<S: Stream>(mut s: S) -> Vec<S::Item> {
    let mut v = vec![];
    while let Some(x) = s.next().await {
        v.push(x);
    }
    v
}
fn main() {
    println!("{:?}", block_on(raw(5)));
    println!(
        "{:?}",
        block_on(Join3 {
            a: MaybeDone::Future(w(3, "a")),
            b: MaybeDone::Future(w(1, "b")),
            c: MaybeDone::Future(async {
                tick().await;
                7u64
            })
        })
    );
    let (mut a, mut b) = (w(1, "first"), w(2, "second"));
    swap_all(&mut a, &mut b);
    println!("{} {}", block_on(a), block_on(b));
    let mut fs = [w(1, "p"), w(2, "q"), w(3, "r")];
    fs.reverse();
    let old = mem::replace(&mut fs[1], w(0, "none"));
    println!("{}", block_on(old));
    for f in fs {
        println!("[{}]", block_on(f));
    }
    let mut f: Pin<&mut dyn Future<Output = String>> = pin!(w(2, "dyn"));
    let mut cx = Context::from_waker(Waker::noop());
    let mut n = 0;
    while f.as_mut().poll(&mut cx).is_pending() {
        n += 1;
    }
    println!("{n}");
    let hs: Vec<(&str, Handler)> = vec![
        ("a", boxed(handler)),
        ("b", boxed(|s| async move { s + "b" })),
    ];
    for (n, h) in &hs {
        println!("{n} {}", block_on(h("x".into())));
    }
    let c = std::cell::Cell::new(false);
    block_on(async {
        let l1 = lock(&c).await;
        let mut f2 = Box::pin(lock(&c));
        let mut cx = Context::from_waker(Waker::noop());
        println!("{}", f2.as_mut().poll(&mut cx).is_pending());
        drop(l1);
        let _l2 = f2.await;
        println!("locked");
    });
    println!("{:?}", block_on(collect(Upto(3))));
    let mut k = 0;
    println!(
        "{:?}",
        block_on(collect(Map(Upto(3), async |x| {
            tick().await;
            k += x;
            k * 10
        })))
    );
    let opt = Some(w(1, "opt"));
    println!(
        "{:?}",
        block_on(async {
            match opt {
                Some(f) => Some(f.await),
                None => None,
            }
        })
    );
}
