//@ edition: 2021
//@ variants: all
// exercises: move out of Box by deref, partial moves from struct, re-init of a moved field/variable, move in loop with re-assign
// wrc: moves transfer refs; moved-from slots need no write unless a drop flag is live
struct Node { v: i32, s: String, next: Option<Box<Node>> }
fn build(n: i32) -> Box<Node> { let mut h = Box::new(Node { v: 0, s: "s0".into(), next: None }); for i in 1..n { h = Box::new(Node { v: i, s: format!("s{i}"), next: Some(h) }); } h }
fn main() {
    let b = build(4);
    let Node { v, s, next } = *b;
    println!("{v} {s} {}", next.is_some());
    let mut cur = next.unwrap();
    loop { let n = *cur; print!("{}:{} ", n.v, n.s); match n.next { Some(nx) => cur = nx, None => break } }
    println!();
    let mut t = (String::from("a"), String::from("b"));
    let x = t.0;
    t.0 = x.clone() + &t.1;
    println!("{} {} {x}", t.0, t.1);
    let mut o = Some(String::from("o"));
    let mut acc = vec![];
    while let Some(mut s) = o { acc.push(s.len()); s.push('o'); o = if s.len() < 4 { Some(s) } else { None }; }
    let mut bx = Box::new(5); *bx += 1; let y = *bx; bx = Box::new(y * 2);
    let mut bs = Box::new(String::from("q")); let taken = std::mem::take(&mut *bs); *bs = taken + "r"; let inner = *bs;
    println!("{acc:?} {y} {bx} {inner}");
}
