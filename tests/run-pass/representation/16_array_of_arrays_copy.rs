//@ edition: 2021
//@ variants: all
// exercises: [[i32;3];2] copy semantics at every level, pass by value and mutate, row reference
// wrc: nested arrays are arrays of array objects; Copy read of a live place clones deep (elided when source dies)
fn tweak(mut m: [[i32; 3]; 2]) -> i32 { m[0][0] = 100; m[1] = m[0]; m[1][2] = 7; m.iter().flatten().sum() }
fn main() {
    let mut m = [[1, 2, 3], [4, 5, 6]];
    let c = m;
    m[1][1] = 50;
    let row = m[1];
    m[1][0] = 40;
    let r = &mut m[0];
    r[2] = 30;
    *r = [r[2], r[1], r[0]];
    println!("{m:?} {c:?} {row:?}");
    println!("{} {m:?}", tweak(m));
    let mut g = [[[0u8; 2]; 2]; 2];
    g[1][0][1] = 3;
    let h = g;
    g[1][0] = [8, 8];
    println!("{g:?} {h:?}");
}
