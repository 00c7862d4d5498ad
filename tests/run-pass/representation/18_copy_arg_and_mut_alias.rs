//@ edition: 2021
//@ variants: all
// exercises: Copy of a big struct passed together with &mut to its source: the copy must be snapshotted before mutation
// wrc: copy elision forbidden: callee may write the source; clone at the call
#[derive(Clone, Copy, Debug)]
struct Big { a: [i32; 8], n: i32 }
struct Holder { b: Big, log: Vec<i32> }
fn f(old: Big, h: &mut Holder) -> i32 { h.b.a[0] = 99; h.b.n += 1; h.log.push(old.a[0]); old.a[0] + old.n }
fn main() {
    let mut h = Holder { b: Big { a: [1; 8], n: 5 }, log: vec![] };
    let r = f(h.b, &mut h);
    let saved = h.b;
    h.b.a[1] = -1;
    h.b = Big { n: 0, ..saved };
    h.b.a[2] = -2;
    println!("{r} {:?} {:?} {:?}", h.b, saved, h.log);
}
