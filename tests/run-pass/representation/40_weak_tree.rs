//@ edition: 2021
//@ variants: all
// exercises: Rc/Weak parent pointers, upgrade after drop, ptr_eq, get_mut, make_mut, Rc::clone counts, Drop through Rc
// wrc: Weak/ptr_eq/get_mut observed for these T -> counting RcBox; drop glue of Rc becomes significant
use std::cell::RefCell;
use std::rc::{Rc, Weak};
struct N { name: &'static str, parent: RefCell<Weak<N>>, kids: RefCell<Vec<Rc<N>>> }
impl Drop for N { fn drop(&mut self) { print!("-{} ", self.name); } }
fn mk(name: &'static str) -> Rc<N> { Rc::new(N { name, parent: RefCell::new(Weak::new()), kids: RefCell::new(vec![]) }) }
fn main() {
    let leaf = mk("leaf");
    println!("{}", leaf.parent.borrow().upgrade().is_none());
    {
        let root = mk("root");
        *leaf.parent.borrow_mut() = Rc::downgrade(&root);
        root.kids.borrow_mut().push(leaf.clone());
        root.kids.borrow_mut().push(mk("tmp"));
        println!("{:?} {} {} {}", leaf.parent.borrow().upgrade().map(|p| p.name), Rc::strong_count(&leaf), Rc::weak_count(&root), Rc::ptr_eq(&leaf, &root.kids.borrow()[0]));
    }
    println!("{} {}", leaf.parent.borrow().upgrade().is_none(), Rc::strong_count(&leaf));
    let mut a = Rc::new(5);
    *Rc::get_mut(&mut a).unwrap() += 1;
    let b = a.clone();
    println!("{:?} {}", Rc::get_mut(&mut a).is_none(), b);
    *Rc::make_mut(&mut a) += 10;
    println!("{a} {b}");
}
