//@ variants: all

//! Executors with a queue, wakers of all kinds, joining and selecting.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::{Future, pending, poll_fn, ready};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, RawWaker, RawWakerVTable, Wake, Waker};

type Queue = Arc<Mutex<VecDeque<usize>>>;

struct TaskWaker {
    id: usize,
    queue: Queue,
}
impl Wake for TaskWaker {
    fn wake(self: Arc<Self>) {
        self.queue.lock().unwrap().push_back(self.id);
    }
}

#[derive(Default)]
struct Executor {
    tasks: Vec<Option<Pin<Box<dyn Future<Output = ()>>>>>,
    queue: Queue,
    polls: usize,
}
impl Executor {
    fn spawn(&mut self, task: impl Future<Output = ()> + 'static) {
        self.queue.lock().unwrap().push_back(self.tasks.len());
        self.tasks.push(Some(Box::pin(task)));
    }
    fn run(&mut self) {
        loop {
            let Some(id) = self.queue.lock().unwrap().pop_front() else {
                return;
            };
            let Some(task) = &mut self.tasks[id] else {
                continue;
            };
            let queue = self.queue.clone();
            let waker = Waker::from(Arc::new(TaskWaker { id, queue }));
            self.polls += 1;
            if task.as_mut().poll(&mut Context::from_waker(&waker)).is_ready() {
                self.tasks[id] = None;
            }
        }
    }
}

/// Wakes itself once.
struct YieldNow(bool);
impl Future for YieldNow {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.0 {
            return Poll::Ready(());
        }
        self.0 = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}
fn yield_now() -> YieldNow {
    YieldNow(false)
}

/// A channel of one sender and one receiver.
struct Shared<T> {
    items: VecDeque<T>,
    waker: Option<Waker>,
    closed: bool,
}
struct Sender<T>(Rc<RefCell<Shared<T>>>);
struct Receiver<T>(Rc<RefCell<Shared<T>>>);
fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let shared = Rc::new(RefCell::new(Shared {
        items: VecDeque::new(),
        waker: None,
        closed: false,
    }));
    (Sender(shared.clone()), Receiver(shared))
}
impl<T> Sender<T> {
    fn send(&self, item: T) {
        let mut shared = self.0.borrow_mut();
        shared.items.push_back(item);
        if let Some(waker) = shared.waker.take() {
            waker.wake();
        }
    }
}
impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        let mut shared = self.0.borrow_mut();
        shared.closed = true;
        if let Some(waker) = shared.waker.take() {
            waker.wake();
        }
    }
}
impl<T> Receiver<T> {
    async fn recv(&mut self) -> Option<T> {
        poll_fn(|cx| {
            let mut shared = self.0.borrow_mut();
            if let Some(item) = shared.items.pop_front() {
                return Poll::Ready(Some(item));
            }
            if shared.closed {
                return Poll::Ready(None);
            }
            shared.waker = Some(cx.waker().clone());
            Poll::Pending
        })
        .await
    }
}

async fn join<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let mut a = pin!(a);
    let mut b = pin!(b);
    let (mut x, mut y) = (None, None);
    poll_fn(move |cx| {
        if x.is_none()
            && let Poll::Ready(v) = a.as_mut().poll(cx)
        {
            x = Some(v);
        }
        if y.is_none()
            && let Poll::Ready(v) = b.as_mut().poll(cx)
        {
            y = Some(v);
        }
        match (x.take(), y.take()) {
            (Some(x), Some(y)) => Poll::Ready((x, y)),
            (p, q) => {
                (x, y) = (p, q);
                Poll::Pending
            }
        }
    })
    .await
}

enum Either<A, B> {
    Left(A),
    Right(B),
}
struct Select<A, B>(A, B);
impl<A: Future + Unpin, B: Future + Unpin> Future for Select<A, B> {
    type Output = Either<A::Output, B::Output>;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if let Poll::Ready(v) = Pin::new(&mut self.0).poll(cx) {
            return Poll::Ready(Either::Left(v));
        }
        Pin::new(&mut self.1).poll(cx).map(Either::Right)
    }
}

async fn count(name: &'static str, to: u32, log: Rc<RefCell<Vec<String>>>) -> u32 {
    let mut sum = 0;
    for i in 0..to {
        log.borrow_mut().push(format!("{name}{i}"));
        yield_now().await;
        sum += i;
    }
    sum
}

fn block_on<F: Future>(f: F) -> F::Output {
    let mut f = pin!(f);
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(v) = f.as_mut().poll(&mut cx) {
            return v;
        }
    }
}

thread_local! {
    static COUNTS: Cell<[u32; 4]> = const { Cell::new([0; 4]) };
}
fn bump(i: usize) {
    let mut counts = COUNTS.get();
    counts[i] += 1;
    COUNTS.set(counts);
}
fn raw_clone(data: *const ()) -> RawWaker {
    bump(0);
    RawWaker::new(data, &VTABLE)
}
fn raw_wake(_: *const ()) {
    bump(1);
}
fn raw_wake_by_ref(_: *const ()) {
    bump(2);
}
fn raw_drop(_: *const ()) {
    bump(3);
}
static VTABLE: RawWakerVTable = RawWakerVTable::new(raw_clone, raw_wake, raw_wake_by_ref, raw_drop);

fn main() {
    let log = Rc::new(RefCell::new(Vec::new()));
    let mut executor = Executor::default();
    for (name, to) in [("a", 3), ("b", 1), ("c", 2)] {
        let log = log.clone();
        executor.spawn(async move {
            let sum = count(name, to, log.clone()).await;
            log.borrow_mut().push(format!("{name}={sum}"));
        });
    }
    executor.run();
    println!("{} polls: {}", executor.polls, log.borrow().join(" "));

    let (tx, mut rx) = channel();
    let mut executor = Executor::default();
    executor.spawn(async move {
        let mut total = 0;
        while let Some(n) = rx.recv().await {
            println!("got {n}");
            total += n;
        }
        println!("total {total}");
    });
    executor.spawn(async move {
        for i in 1..=3 {
            tx.send(i * 10);
            yield_now().await;
        }
    });
    executor.run();
    println!("{} polls", executor.polls);

    log.borrow_mut().clear();
    let pair = block_on(join(
        count("x", 4, log.clone()),
        join(count("y", 2, log.clone()), ready("z")),
    ));
    println!("{pair:?} {}", log.borrow().join(" "));

    let left = Box::pin(count("l", 5, log.clone()));
    let right = Box::pin(async {
        yield_now().await;
        "right"
    });
    match block_on(Select(left, right)) {
        Either::Left(n) => println!("left {n}"),
        Either::Right(s) => println!("{s}"),
    }
    match block_on(Select(pending::<u32>(), ready(5))) {
        Either::Left(n) => println!("left {n}"),
        Either::Right(n) => println!("ready {n}"),
    }

    let waker = unsafe { Waker::from_raw(RawWaker::new(std::ptr::null(), &VTABLE)) };
    let mut cx = Context::from_waker(&waker);
    let mut f = Box::pin(async {
        yield_now().await;
        let kept = poll_fn(|cx| Poll::Ready(cx.waker().clone())).await;
        yield_now().await;
        kept.wake();
    });
    while f.as_mut().poll(&mut cx).is_pending() {}
    drop(f);
    drop(waker);
    println!("{:?}", COUNTS.get());
}
