//@ edition: 2021
//@ variants: all
// exercises: nested struct field replaced wholesale while siblings are referenced; assign through &mut of inner; move out and back
// wrc: inner is an object: x.inner = v is a slot store; *r = v through &mut Inner is a content overwrite
#[derive(Debug, Clone, Default)]
struct Inner { a: i32, s: String, t: (u8, u8) }
#[derive(Debug, Default)]
struct Outer { i: Inner, j: Inner, n: u64 }
fn reset(r: &mut Inner) { *r = Inner { a: -1, ..Default::default() }; }
fn main() {
    let mut o = Outer { n: 1, ..Default::default() };
    let rj = &mut o.j;
    o.i = Inner { a: 5, s: "five".into(), t: (1, 2) };
    rj.a = 6;
    o.n += rj.a as u64;
    let save = o.i.clone();
    reset(&mut o.i);
    println!("{o:?} {save:?}");
    let moved = o.i;
    o.i = save;
    o.j = moved;
    o.j.t.1 = 9;
    std::mem::swap(&mut o.i, &mut o.j);
    o.i.a += 1;
    println!("{o:?}");
    let r = &mut o;
    r.j.t = (3, 4);
    let Outer { i, j, .. } = o;
    println!("{} {:?}", i.a, j.t);
}
