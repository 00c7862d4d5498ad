//! An associated type with a lifetime, in the signature of a method.

trait Lend {
    type Item<'a>
    where
        Self: 'a;

    fn lend<'a>(&'a mut self) -> Option<Self::Item<'a>>;
}

struct Windows {
    items: Vec<i32>,
    start: usize,
}

impl Lend for Windows {
    type Item<'a> = &'a mut [i32];

    fn lend<'a>(&'a mut self) -> Option<Self::Item<'a>> {
        let window = self.items.get_mut(self.start..self.start + 2)?;
        self.start += 1;
        Some(window)
    }
}

fn main() {
    let mut windows = Windows { items: vec![1, 2, 3, 4], start: 0 };
    while let Some(window) = windows.lend() {
        window[1] += window[0];
        println!("{window:?}");
    }
}
