// The future borrows from the closure, which would be dropped before it.
struct Noisy;
impl Drop for Noisy {
    fn drop(&mut self) {
        println!("dropped");
    }
}
async fn once(f: impl AsyncFnOnce()) {
    f().await; //~ ERROR[WRC2001]
}
fn main() {
    let noisy = Noisy;
    let f = async move || {
        let _noisy = &noisy;
    };
    drop(f());
    let future = std::pin::pin!(once(f));
    let mut cx = std::task::Context::from_waker(std::task::Waker::noop());
    let _ = std::future::Future::poll(future, &mut cx);
}
