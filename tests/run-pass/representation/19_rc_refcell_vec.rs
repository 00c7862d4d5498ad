//@ edition: 2021
//@ variants: all
// exercises: Rc<RefCell<Vec<T>>> sharing, borrow flag panics avoided by try_borrow, strong_count
// wrc: strong_count used on this T -> counting mode for Rc<RefCell<Vec>>; RefCell object has a flag slot
use std::cell::RefCell;
use std::rc::Rc;
fn main() {
    let a = Rc::new(RefCell::new(vec![1, 2, 3]));
    let b = Rc::clone(&a);
    b.borrow_mut().push(4);
    {
        let r = a.borrow();
        println!("{} {}", r.len(), b.try_borrow_mut().is_err());
        let r2 = b.borrow();
        println!("{:?}", r.iter().zip(r2.iter()).map(|(x, y)| x * y).collect::<Vec<_>>());
    }
    println!("{}", Rc::strong_count(&a));
    { let c = a.clone(); c.borrow_mut()[0] = 10; println!("{}", Rc::strong_count(&a)); }
    drop(b);
    println!("{} {:?}", Rc::strong_count(&a), Rc::try_unwrap(a).unwrap().into_inner());
}
