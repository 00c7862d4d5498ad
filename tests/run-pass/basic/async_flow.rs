//@ variants: all

//! Control flow around `.await`: every statement can be left and entered again.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Not there for the first `n` polls.
struct After<T>(u32, Option<T>);
impl<T: Unpin> Future for After<T> {
    type Output = T;
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<T> {
        if self.0 == 0 {
            return Poll::Ready(self.1.take().expect("polled once"));
        }
        self.0 -= 1;
        Poll::Pending
    }
}
fn after<T>(n: u32, value: T) -> After<T> {
    After(n, Some(value))
}

fn run<F: Future>(f: F) -> (F::Output, u32) {
    let mut f = pin!(f);
    let mut cx = Context::from_waker(Waker::noop());
    let mut polls = 0;
    loop {
        polls += 1;
        if let Poll::Ready(v) = f.as_mut().poll(&mut cx) {
            return (v, polls);
        }
    }
}

async fn branches(n: u32) -> &'static str {
    if after(1, n).await > 2 {
        if n == 3 {
            return after(1, "three").await;
        }
        after(2, "many").await
    } else if n == 0 {
        "none"
    } else if let 1 = after(0, n).await {
        after(1, "one").await
    } else {
        "two"
    }
}

async fn loops() -> Vec<String> {
    let mut out = Vec::new();
    'outer: for i in 0..4u32 {
        let mut j = 0;
        while after(j % 2, j).await < 5 {
            j += 1;
            match (i, after(1, j).await) {
                (_, 2) => continue,
                (1, 3) => continue 'outer,
                (2, 4) => {
                    out.push(after(1, "broke".to_string()).await);
                    break 'outer;
                }
                (a, b) if after(1, a + b).await % 2 == 0 => out.push(format!("{a}+{b}")),
                (0, 5) => {}
                _ => out.push(after(0, ".".to_string()).await),
            }
        }
    }
    out
}

enum Shape {
    Dot,
    Line(u32),
    Rect { w: u32, h: u32 },
}

async fn shapes(shape: Shape) -> u32 {
    match shape {
        Shape::Dot => 0,
        Shape::Line(n) if after(1, n > 10).await => 1000 + n,
        Shape::Line(n) => after(1, n).await,
        Shape::Rect { w, h } => {
            let area = after(1, w).await * after(1, h).await;
            let around = after(2, 2 * (w + h)).await;
            area + around
        }
    }
}

async fn fallible(text: &str) -> Result<i32, std::num::ParseIntError> {
    let mut sum = 0;
    for part in text.split(',') {
        let n: i32 = after(1, part.trim()).await.parse()?;
        sum += n;
    }
    Ok(after(1, sum).await)
}

async fn option(list: &[u32]) -> Option<u32> {
    let first = after(1, list.first()).await?;
    let last = after(1, list.last()).await?;
    Some(first * 100 + last)
}

async fn operands() -> String {
    let mut n = 1;
    let mut next = || {
        n *= 2;
        n
    };
    let list = [next(), after(1, next()).await, next(), after(1, next()).await];
    let text = format!("{:?} {} {}", list, after(1, next()).await, next());
    let lazy = false && after(9, true).await || after(1, true).await;
    let mut grid = vec![vec![0; 3]; 2];
    let (i, j) = (1, 2);
    grid[i][j] += after(1, 5).await;
    grid[after(1, 0).await][after(1, j - 1).await] = after(1, 9).await;
    let mut k = 10;
    k -= after(1, 3).await;
    text + &format!(" {lazy} {grid:?} {k}")
}

async fn let_else(n: Option<u32>) -> u32 {
    let Some(n) = after(1, n).await else {
        return after(1, 99).await;
    };
    let v = loop {
        if let Some(v) = after(1, n.checked_sub(2)).await {
            break v;
        }
        break after(1, 50).await;
    };
    let label = 'a: {
        if after(1, v == 0).await {
            break 'a after(1, 7).await;
        }
        v
    };
    label + 1
}

async fn never(n: u32) -> u32 {
    let x: u32 = match n {
        0 => return after(1, 1).await,
        n => n,
    };
    loop {
        if after(1, x).await > 1 {
            return 2;
        }
        return 3;
    }
}

async fn deep(n: u32) -> u32 {
    let mut total = 0;
    for a in 0..n {
        if a % 2 == 0 {
            for b in 0..n {
                match (a + b) % 3 {
                    0 => {
                        let mut c = 0;
                        while c < 2 {
                            if c == after(1, 1).await {
                                total += 1;
                            }
                            c += 1;
                        }
                    }
                    1 => total += after(1, 10).await,
                    _ => {}
                }
            }
        } else {
            total += 100;
        }
    }
    total
}

fn main() {
    for n in 0..5 {
        println!("{:?}", run(branches(n)));
    }
    println!("{:?}", run(loops()));
    for shape in [
        Shape::Dot,
        Shape::Line(5),
        Shape::Line(50),
        Shape::Rect { w: 3, h: 4 },
    ] {
        println!("{:?}", run(shapes(shape)));
    }
    println!("{:?}", run(fallible("1, 2,3")));
    println!("{:?}", run(fallible("1,x,3")));
    println!("{:?} {:?}", run(option(&[4, 5, 6])), run(option(&[])));
    println!("{:?}", run(operands()));
    for n in [None, Some(1), Some(2), Some(9)] {
        println!("{:?}", run(let_else(n)));
    }
    for n in 0..3 {
        println!("{:?}", run(never(n)));
    }
    println!("{:?}", run(deep(5)));
    let block = async {
        let inner = async { after(2, 20).await + 1 };
        let outer = async move { inner.await * 2 };
        outer.await
    };
    println!("{:?}", run(block));
}
