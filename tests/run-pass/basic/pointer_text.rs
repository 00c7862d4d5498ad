// Addresses as text differ from run to run, but name places.
use std::collections::HashSet;

trait Shape {}
impl Shape for i32 {}
impl Shape for String {}

struct Pair {
    number: i32,
    text: String,
}

fn main() {
    let (x, y) = (5, 5);
    println!("{}", format!("{:p}", &x) == format!("{:p}", &x));
    println!("{}", format!("{:p}", &x) == format!("{:p}", &y));
    println!("{}", format!("{:p}", &x).starts_with("0x"));

    let elems = vec![1, 2, 3];
    println!("{}", format!("{:p}", &elems[1]) == format!("{:p}", &elems[1..]));
    println!("{}", format!("{:p}", &elems[1]) == format!("{:p}", &elems[2]));
    println!("{}", format!("{:p}", &elems[..]) == format!("{:?}", elems.as_ptr()));

    let pair = Pair { number: 1, text: "x".into() };
    println!("{}", format!("{:p}", &pair.text) == format!("{:p}", &pair.text));
    println!("{}", format!("{:p}", &pair.text) == format!("{:p}", &pair.number));

    let shapes: [Box<dyn Shape>; 2] = [Box::new(3), Box::new(String::new())];
    println!("{}", format!("{:p}", shapes[0]) == format!("{:p}", &*shapes[0]));
    println!("{}", format!("{:p}", shapes[1]) == format!("{:p}", shapes[0]));

    let mut number = 3;
    let place = &mut number;
    let before = format!("{place:p}");
    *place += 1;
    println!("{} {number}", before == format!("{place:p}"));

    let known: HashSet<*const i32> = elems.iter().map(|elem| elem as *const i32).collect();
    println!("{} {}", known.contains(&(&raw const elems[2])), known.contains(&(&raw const x)));
    println!("{} {:p} {:?}", known.len(), std::ptr::null::<Pair>(), std::ptr::null::<u8>());
}
