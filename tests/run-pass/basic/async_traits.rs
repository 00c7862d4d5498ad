//@ variants: all

//! Futures behind generics, traits and `dyn`; recursion; own `IntoFuture`s.

use std::fmt::Display;
use std::future::{Future, IntoFuture};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker, ready};

struct Countdown(u32);
impl Future for Countdown {
    type Output = &'static str;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<&'static str> {
        if self.0 == 0 {
            return Poll::Ready("liftoff");
        }
        self.0 -= 1;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
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

trait Store {
    const NAME: &'static str;
    async fn get(&self, key: u32) -> Option<String>;
    async fn get_all(&self, keys: &[u32]) -> Vec<String> {
        let mut out = vec![Self::NAME.to_string()];
        for key in keys {
            if let Some(value) = self.get(*key).await {
                out.push(value);
            }
        }
        out
    }
    fn count(&self) -> impl Future<Output = usize>;
}
struct Even;
impl Store for Even {
    const NAME: &'static str = "even";
    async fn get(&self, key: u32) -> Option<String> {
        Countdown(key).await;
        (key % 2 == 0).then(|| format!("<{key}>"))
    }
    async fn count(&self) -> usize {
        2
    }
}
struct Names(Vec<&'static str>);
impl Store for Names {
    const NAME: &'static str = "names";
    async fn get(&self, key: u32) -> Option<String> {
        self.0.get(key as usize).map(|s| s.to_string())
    }
    async fn get_all(&self, keys: &[u32]) -> Vec<String> {
        vec![format!("overridden {}", keys.len())]
    }
    fn count(&self) -> impl Future<Output = usize> {
        let n = self.0.len();
        async move {
            Countdown(1).await;
            n
        }
    }
}
async fn use_store<S: Store>(store: &S) -> String {
    let all = store.get_all(&[0, 1, 2]).await;
    format!("{} {:?} {}", S::NAME, all, store.count().await)
}

async fn show<T: Display + Clone, const N: usize>(value: T) -> String {
    let mut out = String::new();
    for _ in 0..N {
        Countdown(1).await;
        out += &value.clone().to_string();
    }
    out
}

fn fib(n: u32) -> Pin<Box<dyn Future<Output = u64>>> {
    Box::pin(async move {
        if n < 2 {
            return n.into();
        }
        fib(n - 1).await + fib(n - 2).await
    })
}
async fn depth(n: u32) -> u32 {
    if n == 0 {
        Countdown(1).await;
        return 0;
    }
    Box::pin(depth(n - 1)).await + 1
}

struct Request(u32);
impl IntoFuture for Request {
    type Output = String;
    type IntoFuture = Pin<Box<dyn Future<Output = String>>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            Countdown(self.0).await;
            format!("request {}", self.0)
        })
    }
}

struct Twice<F: Future> {
    inner: Pin<Box<F>>,
    first: bool,
}
impl<F: Future<Output = u32>> Future for Twice<F> {
    type Output = u32;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u32> {
        if self.first {
            self.first = false;
            return Poll::Pending;
        }
        let value = ready!(self.inner.as_mut().poll(cx));
        Poll::Ready(value * 2)
    }
}

fn make(flag: bool) -> impl Future<Output = u32> + Send {
    async move {
        if flag {
            Countdown(2).await.len() as u32
        } else {
            0
        }
    }
}
fn assert_send<T: Send>(t: T) -> T {
    t
}

struct Account {
    balance: i64,
    log: Vec<String>,
}
impl Account {
    async fn deposit(&mut self, n: i64) -> &mut Self {
        Countdown(1).await;
        self.balance += n;
        self.log.push(format!("+{n}"));
        self
    }
    async fn close(self) -> (i64, Vec<String>) {
        Countdown(1).await;
        (self.balance, self.log)
    }
}

async fn all(list: Vec<Box<dyn Future<Output = u32> + Unpin>>) -> u32 {
    let mut sum = 0;
    for f in list {
        sum += f.await;
    }
    sum
}

fn main() {
    println!("{}", block_on(use_store(&Even)));
    println!("{}", block_on(use_store(&Names(vec!["a", "b", "c"]))));
    println!("{}", block_on(show::<_, 3>("ab")));
    println!("{}", block_on(show::<_, 2>(1.5)));
    println!("{} {}", block_on(fib(12)), block_on(depth(30)));
    println!("{}", block_on(async { Request(3).await }));
    let twice = Twice {
        inner: Box::pin(make(true)),
        first: true,
    };
    println!("{}", block_on(twice));
    println!("{}", block_on(assert_send(make(false))));
    let account = block_on(async {
        let mut account = Account {
            balance: 1,
            log: Vec::new(),
        };
        account.deposit(5).await.deposit(7).await;
        account.close().await
    });
    println!("{account:?}");
    let futures: Vec<Box<dyn Future<Output = u32> + Unpin>> = vec![
        Box::new(std::future::ready(1)),
        Box::new(Box::pin(make(true))),
        Box::new(Box::pin(async { 5 })),
    ];
    println!("{}", block_on(all(futures)));
    let f = |n: u32| async move { Countdown(n).await.len() + n as usize };
    println!("{} {}", block_on(f(1)), block_on(f(2)));
    let fs: [fn(u32) -> Pin<Box<dyn Future<Output = u64>>>; 1] = [fib];
    println!("{}", block_on(fs[0](10)));
    let mut pinned = pin!(make(true));
    let by_ref = block_on(async { pinned.as_mut().await });
    println!("{by_ref}");
    println!("{}", block_on(async { async { async { 3 }.await + 1 }.await + 1 }));
}
