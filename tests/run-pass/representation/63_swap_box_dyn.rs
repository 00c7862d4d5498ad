//@ edition: 2021
//@ variants: all
// exercises: mem::swap/replace of Box<dyn Trait> and enum of boxes behind &mut, trait object state transition returning Box<Self>
// wrc: Box<dyn T> is a slot type (one thin ref); replace is a slot store
trait State { fn next(self: Box<Self>, b: u8) -> Box<dyn State>; fn name(&self) -> String; }
struct A(u32); struct B { n: Vec<u8> }
impl State for A { fn next(self: Box<Self>, b: u8) -> Box<dyn State> { if b == 0 { Box::new(B { n: vec![self.0 as u8] }) } else { Box::new(A(self.0 + 1)) } } fn name(&self) -> String { format!("A{}", self.0) } }
impl State for B { fn next(mut self: Box<Self>, b: u8) -> Box<dyn State> { self.n.push(b); if b == 9 { Box::new(A(0)) } else { self } } fn name(&self) -> String { format!("B{:?}", self.n) } }
struct M { cur: Option<Box<dyn State>>, prev: Box<dyn State> }
impl M { fn feed(&mut self, b: u8) { let c = self.cur.take().unwrap(); let mut nx = c.next(b); std::mem::swap(&mut nx, &mut self.prev); self.cur = Some(nx); } }
fn rep(x: &mut Box<dyn State>) -> Box<dyn State> { std::mem::replace(x, Box::new(A(77))) }
fn main() {
    let mut m = M { cur: Some(Box::new(A(1))), prev: Box::new(A(50)) };
    for b in [1, 0, 0, 3, 9, 0] { m.feed(b); print!("{} {} | ", m.cur.as_ref().unwrap().name(), m.prev.name()); }
    println!();
    let o = rep(&mut m.prev);
    println!("{} {}", o.name(), m.prev.name());
    *m.cur.as_mut().unwrap() = o;
    println!("{}", m.cur.unwrap().name());
}
