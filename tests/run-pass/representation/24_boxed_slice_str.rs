//@ edition: 2021
//@ variants: all
// exercises: Box<[T]>, Box<str>, into_boxed_slice, into_vec, mutation through boxed slice, Rc<str>, Rc<[T]>
// wrc: Box<[T]> = one array ref (len = array.len); Box<str> = i8 array ref
use std::rc::Rc;
fn main() {
    let mut v = Vec::with_capacity(10);
    v.extend([3, 1, 2]);
    let mut b: Box<[i32]> = v.into_boxed_slice();
    b[1] = 10;
    b.sort();
    let c = b.clone();
    let mut v2 = b.into_vec();
    v2.push(0);
    println!("{c:?} {v2:?} {}", c.len());
    let s: Box<str> = "héllo".into();
    let t = s.clone().into_string() + "!";
    println!("{s} {t} {}", s.len());
    let r: Rc<str> = Rc::from("shared");
    let r2 = Rc::clone(&r);
    let rs: Rc<[u8]> = Rc::from(vec![1u8, 2, 3]);
    println!("{} {} {}", &r2[1..3], r.len(), rs.iter().sum::<u8>());
    let e: Box<[String]> = vec!["a".to_string(); 2].into();
    println!("{}", e.join("-"));
}
