//@ edition: 2021
//@ variants: all
// exercises: Vec<Box<dyn FnMut(&mut State) + 'a>> capturing outer &mut locals, closure stored in generic struct field, callbacks that mutate shared Cell
// wrc: captured-by-ref locals become cells; FnMut(&mut State) passes thin object
use std::cell::Cell;
#[derive(Default, Debug)]
struct State { n: i32, log: Vec<String> }
struct Bus<'a> { hs: Vec<Box<dyn FnMut(&mut State) -> bool + 'a>> }
impl<'a> Bus<'a> {
    fn on(&mut self, f: impl FnMut(&mut State) -> bool + 'a) -> &mut Self { self.hs.push(Box::new(f)); self }
    fn fire(&mut self, s: &mut State) { self.hs.retain_mut(|h| h(s)); }
}
struct Lazy<F: FnMut() -> i32> { f: F, hits: u32 }
impl<F: FnMut() -> i32> Lazy<F> { fn get(&mut self) -> i32 { self.hits += 1; (self.f)() } }
fn main() {
    let mut total = 0;
    let seen = Cell::new(0);
    let mut st = State::default();
    {
        let mut b = Bus { hs: vec![] };
        let mut left = 2;
        b.on(|s| { total += s.n; true }).on(move |s| { s.n += 10; left -= 1; left > 0 }).on(|s| { seen.set(seen.get() + 1); s.log.push(format!("n{}", s.n)); s.n < 15 });
        for _ in 0..4 { b.fire(&mut st); st.n += 1; }
        println!("{}", b.hs.len());
    }
    println!("{total} {} {st:?}", seen.get());
    let mut k = 1;
    let mut l = Lazy { f: || { k *= 3; k }, hits: 0 };
    println!("{} {} {}", l.get(), l.get(), l.hits);
    println!("{k}");
}
