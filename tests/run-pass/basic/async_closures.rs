//@ variants: all

//! `async` closures, and callables bounded by `AsyncFn*`.

use std::future::Future;
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

async fn twice<F: AsyncFn(u32) -> u32>(f: F) -> u32 {
    f(1).await + f(2).await
}
async fn each(mut f: impl AsyncFnMut(&str)) {
    for word in ["a", "b", "c"] {
        f(word).await;
    }
}
async fn once<T>(f: impl AsyncFnOnce(u32) -> T) -> T {
    f(9).await
}
async fn double(n: u32) -> u32 {
    tick().await;
    n * 2
}

fn main() {
    let base = 10;
    let add = async |n: u32| {
        tick().await;
        n + base
    };
    println!("{}", block_on(add(5)));
    println!("{}", block_on(twice(&add)));
    println!("{}", block_on(twice(add)));
    println!("{}", block_on(twice(double)));
    println!("{}", block_on(twice(|n| async move { n + 100 })));
    let mut out = String::new();
    block_on(each(async |word: &str| {
        tick().await;
        out.push_str(word);
        tick().await;
        out.push('.');
    }));
    println!("{out}");
    let owned = String::from("owned");
    let len = block_on(once(async move |n| {
        tick().await;
        drop(n);
        owned
    }));
    println!("{len}");
    println!("{}", block_on(once(double)));
}
