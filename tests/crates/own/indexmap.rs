//@ indexmap = "2"

use indexmap::{IndexMap, IndexSet, indexmap};

fn main() {
    let mut map = indexmap! { "one" => 1, "two" => 2, "three" => 3 };
    map.swap_remove("one");
    map.insert_before(0, "zero", 0);
    println!("{map:?} {:?} {:?}", map.get_index(1), map.get_full("two"));
    map.sort_keys();
    println!("{map:?}");
    let set: IndexSet<char> = "hello world".chars().collect();
    println!("{}", set.iter().collect::<String>());
    let sums: IndexMap<usize, usize> = (0..5).map(|i| (i, i * i)).rev().collect();
    println!("{:?}", sums.as_slice());
}
