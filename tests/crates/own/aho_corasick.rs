//@ aho-corasick = "1"

use aho_corasick::{AhoCorasick, MatchKind};

fn main() {
    let patterns = ["apple", "maple", "app", "Snapple"];
    let searcher = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(patterns)
        .expect("patterns");
    let text = "Nobody likes maple in their apple flavored snapple app.";
    for found in searcher.find_iter(text) {
        println!(
            "{} {:?}",
            patterns[found.pattern().as_usize()],
            found.range()
        );
    }
    println!("{}", searcher.replace_all(text, &["1", "2", "3", "4"]));
}
