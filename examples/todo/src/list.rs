//! The list without a page.

#[derive(Default)]
pub struct List {
    items: Vec<Item>,
    next_id: u32,
}

pub struct Item {
    pub id: u32,
    pub text: String,
    pub is_done: bool,
}

/// Which items are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    All,
    Open,
    Done,
}

impl Filter {
    pub fn name(self) -> &'static str {
        match self {
            Filter::All => "All",
            Filter::Open => "Open",
            Filter::Done => "Done",
        }
    }

    fn shows(self, item: &Item) -> bool {
        match self {
            Filter::All => true,
            Filter::Open => !item.is_done,
            Filter::Done => item.is_done,
        }
    }
}

impl List {
    /// Adds an item, unless there is nothing to do.
    pub fn add(&mut self, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.items.push(Item {
                id: self.next_id,
                text: text.to_owned(),
                is_done: false,
            });
            self.next_id += 1;
        }
    }

    pub fn toggle(&mut self, id: u32) {
        if let Some(item) = self.items.iter_mut().find(|item| item.id == id) {
            item.is_done = !item.is_done;
        }
    }

    pub fn remove(&mut self, id: u32) {
        self.items.retain(|item| item.id != id);
    }

    pub fn remove_done(&mut self) {
        self.items.retain(|item| !item.is_done);
    }

    pub fn remaining(&self) -> usize {
        self.items.iter().filter(|item| !item.is_done).count()
    }

    pub fn shown(&self, filter: Filter) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| filter.shows(item))
    }
}

#[cfg(test)]
mod tests {
    use super::{Filter, List};

    #[test]
    fn items_come_and_go() {
        let mut list = List::default();
        for text in ["tea", " ", "milk ", "bread"] {
            list.add(text);
        }
        list.toggle(1);
        list.remove(2);
        let texts = |filter| list.shown(filter).map(|item| item.text.as_str());
        assert_eq!(texts(Filter::All).collect::<Vec<_>>(), ["tea", "milk"]);
        assert_eq!(texts(Filter::Open).collect::<Vec<_>>(), ["tea"]);
        assert_eq!(texts(Filter::Done).collect::<Vec<_>>(), ["milk"]);
        assert_eq!(list.remaining(), 1);
        list.remove_done();
        assert_eq!(list.shown(Filter::All).count(), 1);
    }
}
