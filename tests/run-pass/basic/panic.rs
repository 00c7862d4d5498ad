//@ exit-code: 101
//@ stderr: index out of bounds: the len is 3 but the index is 7

fn main() {
    let v = vec![1, 2, 3];
    let at = v.len() + 4;
    println!("before");
    println!("{}", v[at]);
}
