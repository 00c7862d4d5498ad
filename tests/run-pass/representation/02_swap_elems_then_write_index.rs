//@ edition: 2021
//@ variants: all
// exercises: Vec::swap moves identity of elements; index path re-evaluated after swap; mem::swap of two elements through refs
// wrc: v.swap = swap two refs in the array; mem::swap(&mut S,&mut S) = shallow field-wise content swap of two objects
#[derive(Debug)]
struct S { a: i32, b: Vec<i32> }
fn main() {
    let mut v = vec![S { a: 1, b: vec![1] }, S { a: 2, b: vec![2, 2] }, S { a: 3, b: vec![3] }];
    v.swap(0, 2);
    v[0].a += 10;
    let (x, y) = v.split_at_mut(1);
    std::mem::swap(&mut x[0], &mut y[0]);
    x[0].b.push(99);
    println!("{:?}", v);
}
