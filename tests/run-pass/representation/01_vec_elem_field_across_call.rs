//@ edition: 2021
//@ variants: all
// exercises: &mut to a scalar field of a Vec<struct> element held across a call that swaps other elements via split_at_mut
// wrc: S is an object; &mut v[0].n = (S object, field) with typed base; split_at_mut = two (arr,off,len) triples on one array
struct S { n: i32, name: String }
fn rotate(rest: &mut [S]) { let l = rest.len(); rest.swap(0, l - 1); }
fn main() {
    let mut v: Vec<S> = (0..4).map(|i| S { n: i, name: format!("s{i}") }).collect();
    {
        let (a, b) = v.split_at_mut(1);
        let r = &mut a[0].n;
        rotate(b);
        *r += 100;
        b[0].n += 1000;
    }
    for s in &v { print!("{}:{} ", s.name, s.n); }
    println!();
}
