//@ futures-util = "0.3"
//@ futures-executor = "0.3"

use futures_executor::block_on;
use futures_util::{FutureExt, StreamExt, future, stream};

fn main() {
    let sum = block_on(async {
        let (a, b) = future::join(async { 1 }, future::ready(2)).await;
        let list: Vec<i32> = stream::iter(1..=5)
            .filter(|it| future::ready(it % 2 == 1))
            .then(|it| async move { it * it })
            .collect()
            .await;
        println!("{list:?}");
        let first = future::select(async { "left" }.boxed(), future::pending::<()>()).await;
        println!("{}", matches!(first, future::Either::Left(_)));
        let all = future::join_all((0..4).map(|it| async move { it + a })).await;
        println!("{all:?}");
        a + b + stream::iter(list).buffered_sum().await
    });
    println!("{sum}");
}

trait Sum: StreamExt<Item = i32> + Sized {
    fn buffered_sum(self) -> impl Future<Output = i32> {
        self.map(future::ready)
            .buffer_unordered(2)
            .fold(0, |a, b| async move { a + b })
    }
}

impl<S: StreamExt<Item = i32>> Sum for S {}
