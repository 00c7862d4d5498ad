//@ hashbrown = "0.17"

use hashbrown::{HashMap, HashSet};

fn main() {
    let mut map: HashMap<String, usize> = HashMap::new();
    for word in "a b c a b a".split(' ') {
        *map.entry_ref(word).or_insert(0) += 1;
    }
    let mut pairs: Vec<_> = map.iter().collect();
    pairs.sort();
    println!("{pairs:?}");
    let (a, b): (HashSet<u32>, HashSet<u32>) = ((0..100).collect(), (50..150).collect());
    let mut both: Vec<_> = a.intersection(&b).copied().collect();
    both.sort_unstable();
    println!("{} {:?} {:?}", both.len(), both.first(), both.last());
    map.retain(|_, count| *count > 1);
    println!("{}", map.len());
}
