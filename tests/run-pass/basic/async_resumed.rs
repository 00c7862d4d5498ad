//@ exit-code: 101
//@ stderr: async_resumed.rs:12:25:
//@ stderr: `async fn` resumed after completion
//@ variants: all

//! A future that is polled once more after it was ready.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};

async fn answer() -> u8 {
    42
}

fn main() {
    let mut cx = Context::from_waker(Waker::noop());
    let mut f = pin!(answer());
    println!("{:?}", f.as_mut().poll(&mut cx));
    println!("{:?}", f.as_mut().poll(&mut cx));
}
