//@ edition: 2021
//@ variants: all
// exercises: edition-2021 disjoint capture: closure captures self.count by &mut while self.items is iterated
// wrc: capture stores the typed base (self object); body addresses field directly; non-escaping closure is SROA'd away
struct C { items: Vec<i32>, count: u32, log: String }
impl C {
    fn run(&mut self) {
        let mut f = |x: &i32| { self.count += 1; if *x > 2 { self.log.push_str("!"); } *x * 2 };
        let out: Vec<i32> = self.items.iter().map(|x| f(x)).collect();
        println!("{out:?} {} {}", self.count, self.log);
    }
}
fn apply(n: i32, f: &mut dyn FnMut(i32)) { for i in 0..n { f(i); } }
fn main() {
    let mut c = C { items: vec![1, 2, 3, 4], count: 0, log: String::new() };
    c.run();
    let mut total = 0;
    let mut seen = vec![];
    apply(4, &mut |i| { total += i; seen.push(i * total); });
    println!("{total} {seen:?}");
}
