//@ edition: 2021
//@ variants: all
// exercises: Copy struct passed by value and mutated by callee; stored copies independent; closure move of Copy
// wrc: flat (<=4 scalar slots) -> passed as wasm params, no aliasing possible; big Copy object cloned unless last use
#[derive(Clone, Copy, Debug)]
struct V3 { x: f64, y: f64, z: f64 }
#[derive(Clone, Copy, Debug)]
struct Mat { m: [f64; 9], tag: u8 }
fn norm(mut v: V3) -> V3 { let l = (v.x * v.x + v.y * v.y + v.z * v.z).sqrt(); v.x /= l; v.y /= l; v.z /= l; v }
fn scale(mut m: Mat, k: f64) -> Mat { for e in m.m.iter_mut() { *e *= k; } m.tag += 1; m }
fn main() {
    let v = V3 { x: 3.0, y: 0.0, z: 4.0 };
    let n = norm(v);
    println!("{v:?} {n:?}");
    let m = Mat { m: [1.0; 9], tag: 0 };
    let s = scale(m, 2.0);
    let hist = [m, s, scale(s, 0.5)];
    println!("{} {} {} {}", m.m[8], s.m[8], hist[2].m[0], hist[2].tag);
    let mut w = v;
    let mut f = move || { w.x += 1.0; w.x };
    println!("{} {} {}", f(), f(), w.x);
    w.x = 0.0;
    println!("{}", w.x);
}
