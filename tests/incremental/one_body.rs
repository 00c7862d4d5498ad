use std::collections::BTreeMap;

fn other(words: &[&str]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word.to_string()).or_insert(0) += 1;
    }
    counts
}

fn edited(n: u32) -> u32 {
    n + 1
}

fn main() {
    println!("{:?} {}", other(&["a", "b", "a"]), edited(1));
}
//- edit
use std::collections::BTreeMap;

fn other(words: &[&str]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word.to_string()).or_insert(0) += 1;
    }
    counts
}

fn edited(n: u32) -> u32 {
    let twice = n + n;
    twice + 3
}

fn main() {
    println!("{:?} {}", other(&["a", "b", "a"]), edited(1));
}
