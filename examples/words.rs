//! Counts the words of its input: `wrc run examples/words.rs < README.md`.

use std::collections::BTreeMap;
use std::io::{self, BufRead};

fn main() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for line in io::stdin().lock().lines() {
        let Ok(line) = line else { break };
        for word in line.split(|c: char| !c.is_alphanumeric()) {
            if !word.is_empty() {
                *counts.entry(word.to_lowercase()).or_insert(0) += 1;
            }
        }
    }
    let mut order: Vec<(&String, &usize)> = counts.iter().collect();
    order.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    for (word, count) in order.into_iter().take(10) {
        println!("{count:5} {word}");
    }
}
