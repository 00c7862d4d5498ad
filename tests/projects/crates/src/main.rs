//! A program on seven crates of crates.io, unmodified.

use either::Either;
use fnv::FnvHashMap;
use heck::{ToKebabCase, ToShoutySnakeCase, ToUpperCamelCase};
use itertools::Itertools;
use unicode_segmentation::UnicodeSegmentation;

const TEXT: &str = "Memory safety without garbage collection, concurrency without data races, \
                    and abstraction without overhead: naïve cafés, 日本語 and e\u{301}.";

fn evens_or_text(n: u32) -> Either<impl Iterator<Item = String>, std::vec::IntoIter<String>> {
    match n {
        0 => Either::Right(vec!["none".to_owned()].into_iter()),
        n => Either::Left((0..n).filter(|it| it % 2 == 0).map(|it| it.to_string())),
    }
}

fn main() {
    let mut counts: FnvHashMap<&str, u32> = FnvHashMap::default();
    for word in TEXT.unicode_words() {
        *counts.entry(word).or_default() += 1;
    }
    for (word, count) in counts.iter().sorted().filter(|(_, count)| **count > 1) {
        println!("{word}: {count}");
    }
    println!(
        "{} graphemes, {} chars",
        TEXT.graphemes(true).count(),
        TEXT.chars().count()
    );
    for line in textwrap::wrap(TEXT, 30) {
        println!("|{line:<30}|");
    }
    println!("{}", textwrap::indent("a\nb\n", "  "));
    let name = "parse HTTPResponse header";
    println!(
        "{} {} {}",
        name.to_kebab_case(),
        name.to_shouty_snake_case(),
        name.to_upper_camel_case()
    );
    println!("{}", evens_or_text(7).chain(evens_or_text(0)).join(", "));
    let pairs = (1..4)
        .cartesian_product("ab".chars())
        .map(|(n, c)| format!("{c}{n}"));
    println!(
        "{:?}",
        pairs
            .chunks(4)
            .into_iter()
            .map(|chunk| chunk.collect_vec())
            .collect_vec()
    );
    for text in ["1.2.3-beta.1+build.5", "1.0", "1.x"] {
        match semver_parser::version::parse(text) {
            Ok(version) => println!(
                "{}.{}.{} {:?}",
                version.major, version.minor, version.patch, version.pre
            ),
            Err(error) => println!("{text}: {error}"),
        }
    }
}
