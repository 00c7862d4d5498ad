//@ edition: 2021
//@ variants: all
// exercises: Box::leak to &'static mut scalar and slice, storing 'static refs in structs, std::ptr::eq on objects, Rc::as_ptr equality
// wrc: leak of a transparent Box<i32> allocates a cell; ptr::eq on slot types turns on the address-observed knob for that type
struct Reg { slots: Vec<&'static mut i32>, names: &'static [String] }
struct Obj { n: i32 }
fn same(a: &Obj, b: &Obj) -> bool { std::ptr::eq(a, b) }
fn main() {
    let a: &'static mut i32 = Box::leak(Box::new(1));
    *a += 1;
    let names: &'static [String] = Vec::leak(vec!["x".to_string(), "y".to_string()]);
    let mut r = Reg { slots: vec![a, Box::leak(Box::new(10))], names };
    for s in r.slots.iter_mut() { **s *= 2; }
    r.slots.swap(0, 1);
    println!("{:?} {}", r.slots, r.names.concat());
    let (o, p) = (Obj { n: 1 }, Obj { n: 1 });
    let v = vec![&o, &p, &o];
    println!("{} {} {}", same(&o, &o), same(v[0], v[1]), same(v[0], v[2]));
    let x = std::rc::Rc::new(5); let y = x.clone(); let z = std::rc::Rc::new(5);
    println!("{} {} {}", std::rc::Rc::ptr_eq(&x, &y), std::rc::Rc::ptr_eq(&x, &z), o.n + p.n);
    let arr = [1, 2, 3];
    println!("{} {}", std::ptr::eq(&arr[1], &arr[1]), std::ptr::eq(&arr[0], &arr[1]));
}
