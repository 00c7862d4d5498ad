//! Rows of the library that few programs use: what they return, and what `{:?}` shows.

use std::{
    cell::{Cell, RefCell},
    collections::*,
    ffi::{CStr, CString},
    io::IoSlice,
    num::Wrapping,
    rc::{Rc, Weak},
    sync::{
        RwLock,
        atomic::{AtomicI32, Ordering::SeqCst},
    },
};

thread_local! {
    static NUMBER: Cell<i32> = panic!("the value is set before it is looked at");
    static TEXT: RefCell<String> = RefCell::new(String::from("initial"));
}

fn main() {
    pointers();
    numbers();
    parts();
    iterators();
    thread_locals();
    synchronization();
}

fn pointers() {
    let nothing: Weak<i32> = Weak::new();
    let five = Rc::new(5);
    let weak = Rc::downgrade(&five);
    let same = [
        nothing.ptr_eq(&Weak::new()),
        nothing.ptr_eq(&weak),
        weak.ptr_eq(&weak.clone()),
    ];
    println!(
        "{same:?} {} {:?}",
        nothing.weak_count(),
        nothing.clone().upgrade()
    );
}

fn numbers() {
    println!(
        "{} {}",
        Wrapping(1_u8).reverse_bits(),
        Wrapping(0x1234_u16).reverse_bits()
    );
}

fn parts() {
    let mut numbers = [1, 2, 3, 4, 5];
    let mut rest = &mut numbers[..];
    *rest.split_off_first_mut().unwrap() += 10;
    *rest.split_off_last_mut().unwrap() += 20;
    rest.split_off_mut(1..).unwrap()[0] += 30;
    println!("{rest:?} {:?}", rest.len());
    let mut rest = &numbers[..];
    println!("{:?} {:?}", rest.split_off(..2), rest.split_off(9..));
    println!(
        "{:?} {:?} {rest:?}",
        rest.split_off(..=usize::MAX),
        rest.split_off(..=0)
    );
    let (one, two) = ([1_u8; 3], [2_u8; 4]);
    let mut slices = &mut [IoSlice::new(&one), IoSlice::new(&two)][..];
    IoSlice::advance_slices(&mut slices, 5);
    println!("{slices:?}");
    let name = CStr::from_bytes_with_nul(b"h\xc3\xa9\xff\x1b\"\n\0").unwrap();
    let boxed = CString::from(name).into_boxed_c_str();
    println!(
        "{boxed:?} {:?} {:?}",
        boxed.to_string_lossy(),
        boxed.clone().into_c_string()
    );
}

fn iterators() {
    let map = BTreeMap::from([(1, 'a'), (2, 'b')]);
    println!("{:?} {:?}", map.clone().into_keys(), map.into_values());
    let set = BTreeSet::from([1, 2]);
    println!("{:?} {:?}", set.range(2..), set.clone().into_iter());
    println!(
        "{:?} {:?}",
        btree_map::Keys::<u8, u8>::default(),
        btree_set::IntoIter::<u8>::default()
    );
    let map = HashMap::from([(1, 'a')]);
    println!("{:?} {:?}", map.clone().into_keys(), map.into_values());
    let mut queue = VecDeque::from([1, 2, 3, 4]);
    queue.rotate_left(1);
    println!(
        "{} {:?}",
        queue.iter().len(),
        vec_deque::Iter::<u8>::default()
    );
    let mut list = LinkedList::from([1, 2]);
    println!(
        "{:?} {:?} {:?}",
        list.iter(),
        list.clone().iter_mut(),
        list.clone().into_iter()
    );
    list.extend(Some(3));
    println!("{:?} {:?}", [1].iter().copied(), ["a"].iter().cloned());
    println!("{:?}", std::alloc::Layout::new::<[u32; 3]>());
}

fn thread_locals() {
    NUMBER.set(3);
    NUMBER.set(NUMBER.get() + 1);
    TEXT.set(String::from("set"));
    println!("{} {}", NUMBER.replace(5), TEXT.take());
}

fn synchronization() {
    let number = AtomicI32::new(1);
    let old = number.fetch_update(SeqCst, SeqCst, |value| {
        if value < 3 {
            number.store(value + 1, SeqCst);
        }
        Some(value * 10)
    });
    println!("{old:?} {number:?}");
    let lock = RwLock::new(3);
    let guard = std::sync::RwLockWriteGuard::downgrade(lock.write().unwrap());
    println!(
        "{guard} {} {}",
        lock.try_read().is_ok(),
        lock.try_write().is_err()
    );
}
