//! Interned names: one pointer wide, compared by identity, never freed.

use std::{
    collections::HashSet,
    fmt,
    sync::{LazyLock, RwLock},
};

static NAMES: LazyLock<RwLock<HashSet<&'static str>>> = LazyLock::new(Default::default);

/// An interned string. Ordering is that of the text, so sorted output does
/// not depend on the order of interning.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(&'static str);

impl Symbol {
    /// The symbol for `text`; the same text always gives the same symbol.
    pub fn new(text: &str) -> Symbol {
        if let Some(known) = NAMES.read().expect("no panic under the lock").get(text) {
            return Symbol(known);
        }
        let mut names = NAMES.write().expect("no panic under the lock");
        if let Some(known) = names.get(text) {
            return Symbol(known);
        }
        let kept: &'static str = Box::leak(text.into());
        names.insert(kept);
        Symbol(kept)
    }

    /// The text.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl From<&str> for Symbol {
    fn from(text: &str) -> Symbol {
        Symbol::new(text)
    }
}

impl fmt::Debug for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.0, f)
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
