//! Raw pointers to parts of flat values, made behind functions.
use std::mem::MaybeUninit;
use std::ptr::{self, NonNull};

#[derive(Clone, Copy, Debug)]
struct P {
    x: i32,
    y: i32,
}

#[derive(Clone, Copy, Debug)]
enum Shape {
    Dot,
    Line(i16),
    Box(i16, i16),
}

#[derive(Default)]
struct Queue {
    head: Option<Box<Node>>,
    tail: Option<NonNull<Node>>,
}

struct Node {
    value: u8,
    next: Option<Box<Node>>,
}

impl Queue {
    fn push(&mut self, value: u8) {
        let mut node = Box::new(Node { value, next: None });
        let last = NonNull::from(&mut *node);
        match self.tail.replace(last) {
            Some(mut tail) => unsafe { tail.as_mut().next = Some(node) },
            None => self.head = Some(node),
        }
    }
}

impl P {
    fn x(&mut self) -> *mut i32 {
        &mut self.x
    }

    fn y(&mut self) -> *mut i32 {
        &raw mut self.y
    }

    fn both(&mut self) -> (*mut i32, *mut i32) {
        (&mut self.x, &mut self.y)
    }
}

impl Shape {
    fn width(&mut self) -> *mut i16 {
        match self {
            Shape::Dot => ptr::null_mut(),
            Shape::Line(w) | Shape::Box(w, _) => w,
        }
    }
}

fn inner(value: &mut Option<(u8, u32)>) -> Option<*mut u32> {
    value.as_mut().map(|pair| &raw mut pair.1)
}

fn boxed(value: &mut Box<u64>) -> *mut u64 {
    &mut **value
}

fn same(p: &P) -> bool {
    ptr::eq(&p.x, &p.x)
}

fn main() {
    let mut p = P { x: 1, y: 2 };
    unsafe {
        *p.x() = 5;
        *p.y() += 6;
        let (x, y) = p.both();
        ptr::swap(x, y);
    }
    println!("{p:?} {}", same(&p));

    let mut pair = (P { x: 0, y: 0 }, 7u8);
    let q = &mut pair;
    unsafe { *q.0.y() = 9 };
    q.1 += 1;
    println!("{pair:?}");

    let mut shapes = [Shape::Dot, Shape::Line(1), Shape::Box(2, 3)];
    for shape in &mut shapes {
        let width = shape.width();
        if !width.is_null() {
            unsafe { *width *= 10 };
        }
    }
    println!("{shapes:?}");

    let mut some = Some((1, 2));
    if let Some(at) = inner(&mut some) {
        unsafe { *at = 40 };
    }
    println!("{some:?} {}", inner(&mut None).is_some());

    let mut number = Box::new(1u64);
    let at = boxed(&mut number);
    unsafe { *at += 1 };
    println!("{number}");

    let mut slot = MaybeUninit::<i32>::uninit();
    unsafe { slot.as_mut_ptr().write(5) };
    println!("{}", unsafe { slot.assume_init() });
    let mut flat = MaybeUninit::<P>::uninit();
    let to = flat.as_mut_ptr();
    unsafe {
        (&raw mut (*to).x).write(3);
        (&raw mut (*to).y).write(4);
    }
    println!("{:?}", unsafe { flat.assume_init() });

    let mut queue = Queue::default();
    for value in 0..4 {
        queue.push(value * 2);
    }
    let mut at = &queue.head;
    while let Some(node) = at {
        print!("{} ", node.value);
        at = &node.next;
    }
    println!();
}
