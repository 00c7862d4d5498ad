//@ variants: all

//! What a future drops, and when: finished, unfinished, never polled.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("  drop {}", self.0);
    }
}
impl D {
    fn get(&self) -> u32 {
        self.0.len() as u32
    }
}

struct Step(u32, &'static str);
impl Future for Step {
    type Output = u32;
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u32> {
        if self.0 == 0 {
            return Poll::Ready(7);
        }
        self.0 -= 1;
        Poll::Pending
    }
}
impl Drop for Step {
    fn drop(&mut self) {
        println!("  drop step {} at {}", self.1, self.0);
    }
}
fn step(n: u32, name: &'static str) -> Step {
    Step(n, name)
}
fn step_with(n: u32, name: &'static str, d: &D) -> Step {
    println!("  with {}", d.0);
    Step(n, name)
}

/// Polls `times`, then drops.
fn drive<F: Future>(name: &str, times: u32, f: F) {
    println!("{name} x{times}");
    let mut f = Box::pin(f);
    let mut cx = Context::from_waker(Waker::noop());
    for _ in 0..times {
        if f.as_mut().poll(&mut cx).is_ready() {
            println!("  ready");
            break;
        }
        println!("  pending");
    }
    println!("  end");
    drop(f);
}

async fn params(a: D, _: D, (b, _c): (D, D), _d: D) -> u32 {
    println!("  start");
    let x = step(1, "one").await;
    drop(a);
    let _e = D("e");
    let y = step(1, "two").await;
    println!("  {} {}", b.0, x + y);
    x + y
}

async fn temps() -> u32 {
    let _a = D("a");
    let n = step_with(1, "t", &D("temp")).await + D("later").get();
    match step_with(1, "m", &D("scrutinee")).await {
        7 if D("guard").get() == 5 => {
            let _b = D("b");
            step(1, "arm").await + n
        }
        _ => 0,
    }
}

async fn tuple() -> (D, u32, D) {
    (D("first"), step(1, "mid").await, D("last"))
}

async fn moved(flag: bool) {
    let d = D("maybe");
    if flag {
        drop(d);
    }
    step(1, "after").await;
}

async fn parts() {
    let pair = (D("p0"), D("p1"));
    let taken = pair.0;
    step(1, "parts").await;
    drop(taken);
    step(1, "parts2").await;
}

async fn looping() {
    for name in ["x", "y", "z"] {
        let _d = D(name);
        if name == "z" {
            break;
        }
        step(1, name).await;
    }
    let _end = D("end");
    step(1, "end").await;
}

async fn early(n: u32) -> Result<u32, D> {
    let _a = D("a");
    let v = check(n).await?;
    let _b = D("b");
    step(1, "v").await;
    Ok(v)
}

async fn check(n: u32) -> Result<u32, D> {
    let d = D("check");
    step(1, "c").await;
    if n == 0 { Err(d) } else { Ok(n) }
}

async fn reassigned() {
    let mut d = D("old");
    step(1, "r1").await;
    d = D("new");
    step(1, "r2").await;
    let _ = &d;
}

async fn boxed() {
    let b = Box::new((D("box0"), D("box1")));
    let (x, _) = *b;
    step(1, "bx").await;
    drop(x);
}

async fn nested() {
    let _outer = D("outer");
    {
        let _inner = D("inner");
        params(D("a"), D("u"), (D("b"), D("c")), D("d")).await;
    }
    step(1, "n").await;
}

fn main() {
    let make = || params(D("a"), D("u"), (D("b"), D("c")), D("d"));
    for n in 0..=3 {
        drive("params", n, make());
    }
    for n in 0..=4 {
        drive("temps", n, temps());
    }
    for n in 0..=2 {
        drive("tuple", n, async {
            let (a, n, b) = tuple().await;
            println!("  {} {} {}", a.0, n, b.0);
        });
    }
    for n in 0..=2 {
        drive("moved", n, moved(n == 1));
        drive("moved", n, moved(n != 1));
    }
    for n in 0..=3 {
        drive("parts", n, parts());
    }
    for n in 0..=4 {
        drive("looping", n, looping());
    }
    for n in 0..=3 {
        drive("early", n, early(1));
        drive("early", n, early(0));
    }
    for n in 0..=3 {
        drive("reassigned", n, reassigned());
    }
    for n in 0..=2 {
        drive("boxed", n, boxed());
    }
    for n in 0..=4 {
        drive("nested", n, nested());
    }
    let kept = D("captured");
    let by_ref = D("borrowed");
    let r = &by_ref;
    drive("block", 0, async move {
        let _k = kept;
        step(1, "never").await;
    });
    let kept = D("captured");
    drive("block", 1, async move {
        println!("  {}", kept.0);
        step(1, "block").await;
        println!("  {} {}", kept.0, r.0);
    });
    let kept = D("captured");
    drive("block", 2, async move {
        step(1, "block").await;
        println!("  {} {}", kept.0, r.0);
        "done"
    });
    println!("moved before the first poll");
    let f = moved(false);
    let mut slot = Some(f);
    let g = slot.take().unwrap();
    let fs = vec![g, moved(true)];
    for (i, f) in fs.into_iter().enumerate() {
        drive("of two", i as u32, f);
    }
    let mut a = Box::pin(moved(false));
    a.set(moved(true));
    println!("set");
}
