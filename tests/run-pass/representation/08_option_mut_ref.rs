//@ edition: 2021
//@ variants: all
// exercises: Option<&mut T> for scalar T, as_mut, as_deref_mut, take on Option<&mut T>
// wrc: Option<&mut i32> = (nullable base, sel); Option<&mut Obj> = nullable thin ref
struct Node { v: i32, next: Option<Box<Node>> }
fn bump(o: Option<&mut i32>) -> i32 { match o { Some(x) => { *x += 1; *x } None => -1 } }
fn main() {
    let mut a = Some(4);
    println!("{} {}", bump(a.as_mut()), bump(None));
    if let Some(x) = &mut a { *x *= 3; }
    println!("{a:?}");
    let mut n = 1;
    let mut o = Some(&mut n);
    if let Some(r) = o.as_deref_mut() { *r += 5; }
    let t = o.take();
    println!("{:?} {:?}", t, o);
    let mut l = Node { v: 1, next: Some(Box::new(Node { v: 2, next: None })) };
    if let Some(nx) = l.next.as_deref_mut() { nx.v = 20; }
    println!("{} {}", l.v, l.next.as_ref().map_or(0, |n| n.v));
    let mut arr = [1, 2, 3];
    println!("{:?} {:?}", bump(arr.get_mut(1)), bump(arr.get_mut(9)));
    println!("{arr:?}");
}
