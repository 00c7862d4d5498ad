//! `Rc::new_cyclic`, and lists of paths.

use std::cell::RefCell;
use std::env::{join_paths, split_paths};
use std::rc::{Rc, Weak};
use std::sync::Arc;

struct Node {
    me: Weak<Node>,
    value: i32,
    kids: RefCell<Vec<Rc<Node>>>,
}

impl Drop for Node {
    fn drop(&mut self) {
        println!("drop {} {}", self.value, self.me.upgrade().is_none());
    }
}

struct Shared {
    me: std::sync::Weak<Shared>,
    name: String,
}

fn main() {
    let node = Rc::new_cyclic(|me| {
        println!("{} {} {}", me.upgrade().is_none(), me.strong_count(), me.weak_count());
        Node {
            me: me.clone(),
            value: 5,
            kids: RefCell::default(),
        }
    });
    node.kids.borrow_mut().push(Rc::new_cyclic(|me| Node {
        me: me.clone(),
        value: 6,
        kids: RefCell::default(),
    }));
    println!("{} {}", Rc::strong_count(&node), Rc::weak_count(&node));
    let other = node.me.upgrade().unwrap();
    println!("{} {}", other.value, Rc::ptr_eq(&node, &other));
    drop(other);
    let shared = Arc::new_cyclic(|me| Shared {
        me: me.clone(),
        name: String::from("shared"),
    });
    println!("{}", shared.me.upgrade().unwrap().name);

    println!("{:?}", split_paths("/a:/b::c").collect::<Vec<_>>());
    println!("{:?}", join_paths(["/a", "/b"]).unwrap());
    println!("{}", join_paths(["/a:b"]).unwrap_err());
}
