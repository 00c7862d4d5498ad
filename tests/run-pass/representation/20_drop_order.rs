//@ edition: 2021
//@ variants: all
// exercises: drop order of locals, fields, temporaries, moved values, shadowing, Vec elements, box, early return
// wrc: D has significant Drop -> scope-exit drops in reverse order; flags for conditional moves
struct D(&'static str);
impl Drop for D { fn drop(&mut self) { print!("{} ", self.0); } }
struct Pair { a: D, b: D }
fn early(c: bool) -> i32 { let _x = D("x"); if c { let _y = D("y"); return 1; } let _z = D("z"); 2 }
fn main() {
    let _a = D("a");
    let _p = Pair { b: D("p.b"), a: D("p.a") };
    let m = D("m");
    let v = vec![D("v0"), D("v1")];
    { let _in = D("inner"); let _ = D("wild"); let _b = Box::new(D("box")); }
    println!();
    drop(m);
    early(true); early(false);
    println!();
    let _a = D("a2");
    let t = D("cond");
    if v.len() == 2 { drop(t); }
    println!();
    let Pair { a, .. } = Pair { a: D("q.a"), b: D("q.b") };
    println!("after destructure {}", a.0);
    let mut r = D("old"); print!("[{}] ", r.0);
    r = D("new");
    println!("end {}", r.0);
}
