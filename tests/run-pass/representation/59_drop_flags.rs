//@ edition: 2021
//@ variants: all
// exercises: conditional init/move with Drop in loops, `?` early exit drop order, break value moves, reassign in loop, match arm moves
// wrc: i32 drop flags (or null-ness of the ref local) only where move state differs at a join
struct D(u8);
impl Drop for D { fn drop(&mut self) { print!("d{} ", self.0); } }
fn q(x: Option<u8>) -> Option<u8> { let a = D(1); let v = x?; let _b = D(2); if v > 5 { std::mem::drop(a); None? } Some(v) }
fn late(c: bool) { let d; if c { d = D(3); print!("init{} ", d.0); } print!("end "); }
fn lp() -> D { let mut keep = D(10); let mut i = 11; loop { let n = D(i); i += 1; if i == 13 { keep = n; continue; } if i == 14 { break n; } print!("k{} ", keep.0); } }
fn arm(o: Option<D>, take: bool) -> u8 { match o { Some(d) if take => { let k = d.0; drop(d); k } Some(ref d) => d.0, None => 0 } }
fn main() {
    q(None); println!(); q(Some(9)); println!(); q(Some(2)); println!();
    late(true); late(false); println!();
    let r = lp(); println!("r{}", r.0);
    println!("{} {} {}", arm(Some(D(20)), true), arm(Some(D(21)), false), arm(None, true));
    let v: Vec<D> = vec![D(30), D(31), D(32)];
    for d in v { if d.0 == 31 { break; } }
    println!("|");
    let t = (D(40), D(41)); let (_, b) = t; println!("b{}", b.0);
}
