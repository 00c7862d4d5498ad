//! Structs whose last field is a `dyn` or a slice, with tails of every class.
use std::cell::RefCell;
use std::fmt::Debug;
use std::rc::Rc;

struct Tail<T: ?Sized> {
    head: i32,
    tail: T,
}

struct Only<T: ?Sized>(T);

struct Deep<T: ?Sized> {
    name: &'static str,
    inner: Tail<T>,
}

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn show(value: &Tail<dyn Debug>) {
    println!("{} {:?}", value.head, &value.tail);
}

fn sum(value: &Tail<[i32]>) -> i32 {
    value.head + value.tail.iter().sum::<i32>()
}

fn main() {
    // Behind a `dyn`: nothing, a scalar, a flat pair, an object.
    show(&Tail { head: 1, tail: () });
    show(&Tail { head: 2, tail: 5u8 });
    show(&Tail { head: 3, tail: (1, 'x') });
    show(&Tail { head: 4, tail: vec![1, 2] });
    show(&Tail { head: 5, tail: [1, 2, 3] });

    let calls: Rc<RefCell<dyn FnMut(i32) -> i32>> = Rc::new(RefCell::new(|x| x + 1));
    println!("{}", (calls.borrow_mut())(3));
    let mut total = 0;
    let adder: Rc<RefCell<dyn FnMut(i32) -> i32>> = Rc::new(RefCell::new(move |x| {
        total += x;
        total
    }));
    (adder.borrow_mut())(3);
    println!("{}", (adder.borrow_mut())(4));
    let empty: Box<RefCell<dyn Debug>> = Box::new(RefCell::new(()));
    println!("{empty:?}");

    // Slices.
    println!("{}", sum(&Tail { head: 1, tail: [2, 3] }));
    println!("{}", sum(&Tail { head: 1, tail: [] }));
    let mut boxed: Box<Tail<[i32]>> = Box::new(Tail { head: 7, tail: [1, 2, 3] });
    boxed.tail[1] = 50;
    boxed.head += 1;
    println!("{} {:?} {}", boxed.head, &boxed.tail, boxed.tail.len());
    boxed.tail.reverse();
    println!("{:?} {}", &boxed.tail, sum(&boxed));
    let only: &Only<[u8]> = &Only([1, 2]);
    println!("{:?}", &only.0);
    let deep: Box<Deep<[Loud]>> = Box::new(Deep {
        name: "deep",
        inner: Tail { head: 1, tail: [Loud("a"), Loud("b")] },
    });
    println!("{} {} {}", deep.name, deep.inner.head, deep.inner.tail[1].0);
    let cell: &RefCell<[i32]> = &RefCell::new([1, 2, 3]);
    cell.borrow_mut()[0] = 9;
    println!("{:?} {}", cell.borrow(), cell.borrow().len());
    let shared: Rc<Tail<[Loud]>> = Rc::new(Tail { head: 0, tail: [Loud("c")] });
    println!("{}", shared.tail.len());
    let dynamic: Rc<Tail<dyn Debug>> = Rc::new(Tail { head: 3, tail: "text" });
    println!("{} {:?}", dynamic.head, &dynamic.tail);
}
