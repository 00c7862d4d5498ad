//@ variants: all

//! `impl Trait` as the result of trait methods: each impl has its own type.

use std::fmt::Display;

trait Store {
    fn items(&self) -> impl Iterator<Item = u32> {
        std::iter::once(100)
    }
    fn pair<T: Display>(&self, t: T) -> (u8, Option<impl Display>);
}

struct Range;
impl Store for Range {
    fn items(&self) -> impl Iterator<Item = u32> {
        0..3
    }
    fn pair<T: Display>(&self, t: T) -> (u8, Option<impl Display>) {
        (1, Some(format!("<{t}>")))
    }
}

struct List(Vec<u32>);
impl Store for List {
    #[allow(refining_impl_trait)]
    fn items(&self) -> std::vec::IntoIter<u32> {
        self.0.clone().into_iter()
    }
    fn pair<T: Display>(&self, t: T) -> (u8, Option<impl Display>) {
        (2, Some(t))
    }
}

struct Default;
impl Store for Default {
    #[allow(refining_impl_trait)]
    fn pair<T: Display>(&self, _: T) -> (u8, Option<char>) {
        (3, None)
    }
}

struct Twice<S>(S);
impl<S: Store> Store for Twice<S> {
    fn items(&self) -> impl Iterator<Item = u32> {
        self.0.items().chain(self.0.items())
    }
    fn pair<T: Display>(&self, t: T) -> (u8, Option<impl Display>) {
        self.0.pair(t.to_string() + "!")
    }
}

fn show<S: Store>(store: &S) {
    let sum: u32 = store.items().map(|n| n + 1).sum();
    let all: Vec<u32> = store.items().collect();
    let (n, text) = store.pair("x");
    let text = text.map(|text| text.to_string());
    println!("{sum} {all:?} {n} {text:?}");
}

fn main() {
    show(&Range);
    show(&List(vec![7, 8]));
    show(&Default);
    show(&Twice(Range));
    show(&Twice(Twice(Default)));
}
