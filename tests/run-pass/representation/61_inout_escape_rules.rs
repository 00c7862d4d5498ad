//@ edition: 2021
//@ variants: all
// exercises: the cases where a &mut scalar argument MUST NOT be value-result: returned, stored through another argument, via generic T, via impl Trait/closure return
// wrc: declared-signature escape test: lifetime appears elsewhere / type parameter / opaque return -> fat ref ABI
fn id<T>(x: T) -> T { x }
fn stash<'a>(x: &'a mut i32, out: &mut Vec<&'a mut i32>) { *x += 1; out.push(x); }
fn longer<'b, 'a: 'b>(x: &'a mut i32, o: &mut Option<&'b mut i32>) { *x += 1; *o = Some(x); }
fn adder<'a>(x: &'a mut i32) -> impl FnMut(i32) -> i32 + 'a { move |k| { *x += k; *x } }
fn boxed<'a>(x: &'a mut i32) -> Box<dyn FnMut() + 'a> { Box::new(move || *x *= 2) }
struct Guard<'a>(&'a mut i32);
impl<'a> Guard<'a> { fn new(x: &'a mut i32) -> Self { *x += 1; Guard(x) } }
impl Drop for Guard<'_> { fn drop(&mut self) { *self.0 -= 100; } }
fn plain(x: &mut i32) -> i32 { *x += 1; let y = id(&mut *x); *y *= 3; *y }
fn main() {
    let (mut a, mut b, mut c) = (1, 2, 3);
    { let mut v = vec![]; stash(&mut a, &mut v); stash(&mut b, &mut v); *v[0] += 10; *v[1] += 20; v.reverse(); *v[0] *= 2; }
    println!("{a} {b}");
    { let mut o = None; longer(&mut c, &mut o); *o.unwrap() += 5; }
    println!("{c} {}", plain(&mut c));
    { let mut f = adder(&mut a); f(1); f(2); }
    boxed(&mut b)();
    *id(&mut c) += 1;
    { let g = Guard::new(&mut c); *g.0 += 7; }
    println!("{a} {b} {c}");
}
