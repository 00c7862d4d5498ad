// rustc rejects this. Here a moved value that needs no drop is still reached
// by the name it was moved from: a warning (docs/decisions.md).
#[derive(Debug)]
struct P {
    a: Vec<i32>,
    n: i32,
}

fn show<T: std::fmt::Debug>(value: T) {
    println!("{value:?}");
}

fn main() {
    let s = String::from("a");
    let t = s;
    println!("{s} {t}");
    let p = P { a: vec![1], n: 2 };
    show(p);
    println!("{:?} {}", p.a, p.n);
    let v = vec![1, 2];
    for x in v {
        println!("{x}");
    }
    println!("{}", v.len());
    let c = vec![3];
    let f = move || c.len();
    println!("{}", f());
    println!("{c:?}");
    let pair = (String::from("k"), 1);
    let u = pair.0;
    println!("{u} {pair:?}");
}
