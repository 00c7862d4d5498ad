//@ itertools = "0.14"

use itertools::{Itertools, iproduct, izip};

fn main() {
    println!("{}", (1..=5).tuple_windows().map(|(a, b)| a * b).join("-"));
    println!("{:?}", [3, 1, 2].iter().sorted().collect_vec());
    println!(
        "{:?}",
        "aabbbc"
            .chars()
            .chunk_by(|c| *c)
            .into_iter()
            .map(|(c, g)| (c, g.count()))
            .collect_vec()
    );
    println!("{:?}", iproduct!(0..2, "ab".chars()).collect_vec());
    println!("{:?}", izip!(1.., ["x", "y"], [true, false]).collect_vec());
    println!("{:?}", (1..5).permutations(2).count());
    println!("{:?}", (1..5).combinations(3).collect_vec());
    println!("{:?}", [1, 5, 2].iter().minmax());
    println!(
        "{:?}",
        vec![1, 2, 3, 4]
            .into_iter()
            .partition_map::<Vec<_>, Vec<_>, _, _, _>(|n| {
                if n % 2 == 0 {
                    itertools::Either::Left(n)
                } else {
                    itertools::Either::Right(n)
                }
            })
    );
}
