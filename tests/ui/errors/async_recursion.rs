//! `async` functions that wait for themselves.
async fn count(n: u32) -> u32 { //~ ERROR[E0733]
    match n {
        0 => 0,
        _ => count(n - 1).await + 1,
    }
}
async fn boxed(n: u32) -> u32 {
    match n {
        0 => 0,
        _ => Box::pin(boxed(n - 1)).await + 1,
    }
}
async fn even(n: u32) -> bool { //~ ERROR[E0733]
    n == 0 || odd(n - 1).await
}
async fn odd(n: u32) -> bool {
    n != 0 && even(n - 1).await
}
async fn main() { //~ ERROR[E0752]
    let _ = (count(1).await, boxed(1).await, even(2).await);
}
