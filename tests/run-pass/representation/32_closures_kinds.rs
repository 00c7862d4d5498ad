//@ edition: 2021
//@ variants: all
// exercises: FnOnce consuming capture, FnMut counter returned as impl/Box, Fn by ref, closures in Vec, recursion via &dyn Fn
// wrc: closure struct with captures; dyn Fn* = {code funcref, captures} subtype of per-signature base
fn counter(mut n: i32) -> impl FnMut() -> i32 { move || { n += 1; n } }
fn boxed(k: i32) -> Box<dyn Fn(i32) -> i32> { if k > 0 { Box::new(move |x| x + k) } else { Box::new(|x| x * x) } }
fn once<F: FnOnce() -> String>(f: F) -> usize { f().len() }
fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C { move |x| g(f(x)) }
fn main() {
    let (mut a, mut b) = (counter(0), counter(10));
    println!("{} {} {} {}", a(), a(), b(), a());
    let fs = vec![boxed(1), boxed(0), boxed(100)];
    println!("{:?}", fs.iter().map(|f| f(7)).collect::<Vec<_>>());
    let s = String::from("moved");
    println!("{}", once(move || s + "!"));
    println!("{}", compose(|x: i32| x + 1, |y: i32| format!("<{y}>"))(4));
    let fact = |n: u64| -> u64 { fn go(f: &dyn Fn(u64) -> u64, n: u64) -> u64 { if n == 0 { 1 } else { n * f(n - 1) } } fn id(n: u64) -> u64 { go(&id, n) } id(n) };
    println!("{}", fact(6));
    let mut ops: Vec<Box<dyn FnOnce(&mut Vec<i32>)>> = vec![];
    for i in 0..3 { ops.push(Box::new(move |v| v.push(i * i))); }
    let mut v = vec![];
    for op in ops { op(&mut v); }
    println!("{v:?}");
}
