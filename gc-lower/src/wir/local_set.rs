//! Sets of locals.

use wrc_base::{EntityRef, SmallVec};

use super::ir::WLocal;

/// A bit per local.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LocalSet(SmallVec<[u64; 2]>);

impl LocalSet {
    /// The locals numbered `range`.
    pub fn range(range: std::ops::Range<usize>) -> LocalSet {
        let mut set = LocalSet::default();
        for at in range {
            set.insert(WLocal::new(at));
        }
        set
    }

    /// True if it is new.
    pub fn insert(&mut self, local: WLocal) -> bool {
        let (word, bit) = place(local);
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        let is_new = self.0[word] & bit == 0;
        self.0[word] |= bit;
        is_new
    }

    pub fn remove(&mut self, local: WLocal) {
        let (word, bit) = place(local);
        if let Some(word) = self.0.get_mut(word) {
            *word &= !bit;
        }
    }

    pub fn contains(&self, local: WLocal) -> bool {
        let (word, bit) = place(local);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn union(&mut self, other: &LocalSet) {
        if other.0.len() > self.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word |= other;
        }
    }

    pub fn subtract(&mut self, other: &LocalSet) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= !other;
        }
    }

    pub fn intersects(&self, other: &LocalSet) -> bool {
        self.0.iter().zip(&other.0).any(|(a, b)| a & b != 0)
    }

    pub fn iter(&self) -> impl Iterator<Item = WLocal> + '_ {
        self.0.iter().enumerate().flat_map(|(at, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(WLocal::new(at * 64 + bit as usize))
            })
        })
    }
}

fn place(local: WLocal) -> (usize, u64) {
    (local.index() / 64, 1 << (local.index() % 64))
}
