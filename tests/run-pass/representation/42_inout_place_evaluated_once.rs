//@ edition: 2021
//@ variants: all
// exercises: side effects inside the place expression of a &mut argument happen once, in order; write-back goes to the original slot
// wrc: value-result captures (base,index) before the call and stores back to that slot
fn nxt(i: &mut usize, log: &mut Vec<usize>) -> usize { *i += 1; log.push(*i); *i }
fn add(x: &mut i32, y: i32) -> i32 { *x += y; *x }
fn both(a: &mut i32, b: &mut i32) { let t = *a; *a += *b; *b = t; }
fn main() {
    let mut v = vec![0; 5];
    let (mut i, mut log) = (0, vec![]);
    let r = add(&mut v[nxt(&mut i, &mut log)], 5) + add(&mut v[nxt(&mut i, &mut log)], 7);
    println!("{r} {v:?} {log:?}");
    v[nxt(&mut i, &mut log)] += { log.push(100); 3 };
    let mut t = (1, 2);
    both(&mut t.0, &mut t.1); both(&mut t.1, &mut t.0);
    println!("{v:?} {log:?} {t:?}");
    let mut g = [[1, 2], [3, 4]];
    let k = g[0][0] as usize;
    add(&mut g[k][k - 1], 10);
    println!("{g:?}");
}
