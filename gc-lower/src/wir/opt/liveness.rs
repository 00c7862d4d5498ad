//! Stores that nobody reads go.
//!
//! ```text
//! drop (call f (tee l1 (call g)))   =>   drop (call f (call g))
//! ```
//!
//! One walk against the order of evaluation with the set of locals that are
//! read later. What is live at the start of a loop is found by a first walk
//! that assumes nothing is: a branch back adds nothing new.

use wrc_base::FxHashMap;

use crate::wir::{ir::*, local_set::LocalSet, walk::walk_children_mut};

pub(super) fn run(func: &mut WFunc) {
    let mut stores = DeadStores;
    walk(func, &mut stores);
}

/// What is done at each store; nothing during first walks over loops.
pub(super) trait AtStore {
    /// `live` are the locals read later, without this store's effect. The
    /// store may be replaced; its operands are walked afterwards.
    fn store(&mut self, ex: &mut Ex, live: &LocalSet);
}

/// Walks the function; returns what is live at its start.
pub(super) fn walk(func: &mut WFunc, at_store: &mut impl AtStore) -> LocalSet {
    let mut body = std::mem::take(&mut func.body);
    let mut cx = Cx {
        at_store,
        is_first: false,
        labels: FxHashMap::default(),
    };
    let mut live = LocalSet::default();
    cx.list(&mut body, &mut live);
    func.body = body;
    live
}

struct DeadStores;

impl AtStore for DeadStores {
    fn store(&mut self, ex: &mut Ex, live: &LocalSet) {
        match ex {
            Ex::Set(local, value) if !live.contains(*local) => {
                *ex = Ex::Drop(std::mem::replace(value, Box::new(Ex::Nop)));
            }
            Ex::Tee(local, value) if !live.contains(*local) => {
                *ex = std::mem::replace(&mut **value, Ex::Nop);
            }
            Ex::SetMulti(locals, _) => {
                locals
                    .iter_mut()
                    .filter(|local| local.is_some_and(|local| !live.contains(local)))
                    .for_each(|local| *local = None);
            }
            _ => {}
        }
    }
}

struct Cx<'a, S> {
    at_store: &'a mut S,
    /// On a first walk over a loop.
    is_first: bool,
    labels: FxHashMap<WLabel, LocalSet>,
}

impl<S: AtStore> Cx<'_, S> {
    fn list(&mut self, body: &mut [Ex], live: &mut LocalSet) {
        body.iter_mut().rev().for_each(|ex| self.ex(ex, live));
    }

    fn target(&self, label: WLabel) -> LocalSet {
        self.labels.get(&label).cloned().unwrap_or_default()
    }

    fn ex(&mut self, ex: &mut Ex, live: &mut LocalSet) {
        if !self.is_first && matches!(ex, Ex::Set(..) | Ex::Tee(..) | Ex::SetMulti(..)) {
            self.at_store.store(ex, live);
        }
        match ex {
            Ex::Get(local) => {
                live.insert(*local);
            }
            Ex::Set(local, value) => {
                live.remove(*local);
                self.ex(value, live);
            }
            Ex::Tee(local, value) => {
                live.remove(*local);
                self.ex(value, live);
            }
            Ex::SetMulti(locals, call) => {
                locals
                    .iter()
                    .flatten()
                    .for_each(|local| live.remove(*local));
                self.ex(call, live);
            }
            Ex::Block { label, body, .. } => {
                self.labels.insert(*label, live.clone());
                self.list(body, live);
            }
            Ex::Loop { label, body } => {
                let after = live.clone();
                let was_first = std::mem::replace(&mut self.is_first, true);
                self.labels.insert(*label, LocalSet::default());
                self.list(body, live);
                self.is_first = was_first;
                self.labels.insert(*label, live.clone());
                *live = after;
                self.list(body, live);
            }
            Ex::If {
                cond, then, els, ..
            } => {
                let mut other = live.clone();
                self.list(els, &mut other);
                self.list(then, live);
                live.union(&other);
                self.ex(cond, live);
            }
            Ex::Br(label) => *live = self.target(*label),
            Ex::BrIf(label, cond) => {
                live.union(&self.target(*label));
                self.ex(cond, live);
            }
            Ex::BrTable {
                index,
                labels,
                default,
            } => {
                *live = self.target(*default);
                labels
                    .iter()
                    .for_each(|label| live.union(&self.target(*label)));
                self.ex(index, live);
            }
            Ex::Return(values) => {
                live.clear();
                self.list(values, live);
            }
            Ex::Unreachable => live.clear(),
            _ => {
                let mut children = Vec::new();
                walk_children_mut(ex, &mut |child| children.push(child));
                children
                    .into_iter()
                    .rev()
                    .for_each(|child| self.ex(child, live));
            }
        }
    }
}
