//! What `{:?}` of iterators shows.

use std::collections::{BinaryHeap, HashMap};
use std::iter;

fn main() {
    let v = [1, 2, 3];
    println!("{:?}", v.iter().scan(1, |a, b| Some(*a + b)));
    println!("{:?}", v.chunk_by(|a, b| a < b));
    println!("{:?} {:#?}", "ab".bytes(), "a".bytes());
    println!("{:?} {:?}", iter::once(1), iter::empty::<i32>());
    println!("{:?}", iter::from_fn(|| Some(1)));
    println!("{:?} {:?}", iter::once_with(|| 1), iter::repeat_with(|| 1));
    println!("{:?} {:?}", 'ß'.to_uppercase(), 'A'.to_lowercase());
    let mut escape = '\u{e9}'.escape_unicode();
    println!("{escape:?}");
    escape.next();
    println!("{escape:?} {:?} {:?}", 'a'.escape_debug(), '\n'.escape_default());
    let mut map = HashMap::from([(1, 'a')]);
    println!("{:?} {:?}", map.clone().entry(1), map.clone().entry(2));
    println!("{:?}", map.drain());
    println!("{:?}", BinaryHeap::from([1]).drain());
    println!("{:?}", v.iter().zip("ab".chars()).skip(1).peekable());
}
