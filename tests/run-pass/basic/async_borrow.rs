//@ variants: all

//! References held across `.await`, into variables of the same future.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
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

fn run<F: Future>(f: F) -> F::Output {
    let mut f = pin!(f);
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(v) = f.as_mut().poll(&mut cx) {
            return v;
        }
    }
}

async fn scalars() -> i32 {
    let mut x = 1;
    let r = &mut x;
    tick().await;
    *r += 10;
    let rr = &mut *r;
    tick().await;
    *rr *= 2;
    x + 1
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Point {
    x: i32,
    y: i32,
}

async fn fields() -> Point {
    let mut p = Point { x: 1, y: 2 };
    let copy = p;
    let (x, y) = (&mut p.x, &mut p.y);
    tick().await;
    std::mem::swap(x, y);
    tick().await;
    *x += copy.y;
    tick().await;
    p
}

async fn elements() -> Vec<i32> {
    let mut v = vec![1, 2, 3, 4];
    let i = 1;
    let e = &mut v[i];
    tick().await;
    *e = 20;
    let (a, b) = v.split_at_mut(2);
    tick().await;
    a[0] += b[1];
    for n in v.iter_mut() {
        tick().await;
        *n += 1;
    }
    let mut arr = [v.len() as i32; 3];
    let last = &mut arr[2];
    tick().await;
    *last = -1;
    tick().await;
    v.extend(arr);
    v
}

async fn add_to(n: &mut u32, by: &u32) {
    tick().await;
    *n += *by;
}

async fn passed() -> u32 {
    let (mut n, by) = (5, 3);
    add_to(&mut n, &by).await;
    let f = add_to(&mut n, &by);
    tick().await;
    f.await;
    n
}

async fn longest<'a>(a: &'a str, b: &'a str) -> &'a str {
    tick().await;
    if a.len() >= b.len() { a } else { b }
}

async fn text() -> String {
    let mut s = String::from("hello world");
    let first = longest(&s[..5], "abc").await.to_owned();
    let word = s.split(' ').next_back().unwrap();
    tick().await;
    let joined = format!("{first}-{word}");
    s.push('!');
    let r = &s;
    tick().await;
    joined + r
}

async fn closures() -> i32 {
    let mut n = 0;
    let mut add = |k| n += k;
    add(1);
    tick().await;
    add(2);
    tick().await;
    let boxed: Box<dyn Fn(i32) -> i32> = Box::new(|x| x + n);
    tick().await;
    boxed(10)
}

async fn cells(shared: &RefCell<Vec<u32>>, counter: &Cell<u32>) {
    let own = Cell::new(1);
    let r = &own;
    tick().await;
    r.set(r.get() + 1);
    let guard = shared.borrow();
    counter.set(counter.get() + guard.len() as u32);
    tick().await;
    println!("locked {}", shared.try_borrow_mut().is_err());
    drop(guard);
    shared.borrow_mut().push(own.get());
}

async fn list() -> Vec<u32> {
    struct Node {
        value: u32,
        next: Option<Box<Node>>,
    }
    let mut head = Node { value: 1, next: None };
    let mut at = &mut head;
    for value in 2..5 {
        tick().await;
        at = at.next.insert(Box::new(Node { value, next: None }));
    }
    tick().await;
    at.value = 40;
    let mut out = Vec::new();
    let mut at = Some(&head);
    while let Some(node) = at {
        out.push(node.value);
        tick().await;
        at = node.next.as_deref();
    }
    out
}

async fn options() -> (Option<i32>, Result<u8, String>) {
    let mut o = Some(3);
    if let Some(n) = &mut o {
        tick().await;
        *n += 1;
    }
    let mut r: Result<u8, String> = Err("e".into());
    match &mut r {
        Ok(_) => {}
        Err(e) => {
            tick().await;
            e.push_str("rr");
        }
    }
    match r {
        Ok(ref mut n) => *n = 1,
        Err(ref mut e) => {
            tick().await;
            e.push('!');
        }
    }
    (o, r)
}

async fn maps() -> BTreeMap<&'static str, u32> {
    let mut map = BTreeMap::new();
    for word in "a b a c b a".split(' ') {
        let n = map.entry(word).or_insert(0);
        tick().await;
        *n += 1;
    }
    map
}

async fn slots() -> (i32, u64, [u8; 2], Point, (bool, char)) {
    let mut a = 1i32;
    let mut b = 2u64;
    let mut c = [3u8, 4];
    let mut d = Point { x: 5, y: 6 };
    let mut e = (false, 'x');
    let list: [&mut dyn FnMut(); 5] = [
        &mut || a += 1,
        &mut || b += 1,
        &mut || c[1] += 1,
        &mut || d.y += 1,
        &mut || e = (true, 'y'),
    ];
    for f in list {
        tick().await;
        f();
    }
    (a, b, c, d, e)
}

async fn raw() -> i32 {
    let mut x = 1;
    let p = &raw mut x;
    tick().await;
    unsafe { *p += 1 };
    x = 10;
    tick().await;
    unsafe { *p += 1 };
    tick().await;
    x
}

fn main() {
    println!("{}", run(scalars()));
    println!("{:?}", run(fields()));
    println!("{:?}", run(elements()));
    println!("{}", run(passed()));
    println!("{}", run(text()));
    println!("{}", run(closures()));
    let (shared, counter) = (RefCell::new(vec![7]), Cell::new(0));
    run(cells(&shared, &counter));
    println!("{:?} {}", shared.borrow(), counter.get());
    println!("{:?}", run(list()));
    println!("{:?}", run(options()));
    println!("{:?}", run(maps()));
    println!("{:?}", run(slots()));
    println!("{}", run(raw()));
    let mut outer = vec![1];
    run(async {
        let r = &mut outer;
        tick().await;
        r.push(2);
        tick().await;
        outer.push(3);
    });
    println!("{outer:?}");
}
