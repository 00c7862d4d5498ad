// What a collected heap lacks: raw pointers, unions, transmutes, addresses,
// atomics, and a hand-made list with unsafe code.
use std::collections::HashMap;
use std::mem::{self, MaybeUninit};
use std::ptr;
use std::sync::atomic::{AtomicU32, Ordering};

struct Node {
    value: u64,
    next: *mut Node,
}

struct Stack(*mut Node);

impl Stack {
    fn push(&mut self, value: u64) {
        let next = self.0;
        self.0 = Box::into_raw(Box::new(Node { value, next }));
    }
    fn pop(&mut self) -> Option<u64> {
        if self.0.is_null() {
            return None;
        }
        let node = unsafe { Box::from_raw(self.0) };
        self.0 = node.next;
        Some(node.value)
    }
}

impl Drop for Stack {
    fn drop(&mut self) {
        let mut left = 0;
        while self.pop().is_some() {
            left += 1;
        }
        println!("dropped with {left}");
    }
}

#[repr(C)]
union Bits {
    float: f32,
    int: u32,
}

static COUNT: AtomicU32 = AtomicU32::new(0);

fn twice(f: fn(i64) -> i64, x: i64) -> i64 {
    f(f(x))
}

fn add_three(x: i64) -> i64 {
    x + 3
}

fn main() {
    let mut stack = Stack(ptr::null_mut());
    (1..=5).for_each(|n| stack.push(n * n));
    println!("{:?} {:?}", stack.pop(), stack.pop());
    println!("{:#x}", unsafe { Bits { float: 1.5 }.int });
    println!("{:?}", unsafe { mem::transmute::<[u8; 4], [u16; 2]>([1, 2, 0, 3]) });
    let mut array: [MaybeUninit<String>; 3] = [const { MaybeUninit::uninit() }; 3];
    for (at, place) in array.iter_mut().enumerate() {
        place.write(format!("s{at}"));
    }
    println!("{:?}", unsafe { mem::transmute::<_, [String; 3]>(array) });
    COUNT.fetch_add(41, Ordering::SeqCst);
    println!("{}", COUNT.fetch_add(1, Ordering::Relaxed) + 1);
    let table: [(&str, fn(i64) -> i64); 2] = [("three", add_three), ("double", |x| x * 2)];
    for (name, f) in table {
        println!("{name} {}", twice(f, 10));
    }
    let mut words: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, word) in "a b a c b a".split(' ').enumerate() {
        words.entry(word).or_default().push(at);
    }
    let mut words: Vec<_> = words.into_iter().collect();
    words.sort();
    println!("{words:?} {:.3} {:e}", 2.0_f64.sqrt(), 12345.678_f64);
    println!("{}", u128::MAX.wrapping_mul(3) >> 7);
}
