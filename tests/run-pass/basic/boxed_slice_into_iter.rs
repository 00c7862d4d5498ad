//@ edition: 2021
// Before edition 2024 the method gives references, as it did when boxed
// slices had no iterator of their own.
#![allow(boxed_slice_into_iter)]

fn main() {
    let boxed = vec![String::from("a"), String::from("b")].into_boxed_slice();
    for text in boxed.into_iter() {
        let text: &String = text;
        println!("{text}");
    }
    for text in IntoIterator::into_iter(boxed) {
        let text: String = text;
        println!("{text}");
    }
}
