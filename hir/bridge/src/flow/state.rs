//! What is known where control is: the places that may hold no value.

use super::{
    Node,
    place::{Place, Root, StepKind},
};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};
use wrc_thir::{LocalId, Ty};

/// A place that values are moved out of as a unit.
pub type PathId = usize;

/// Index into [`Moves`].
pub type MoveId = usize;

/// Why a place may hold no value.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Gone {
    /// It was declared and not assigned.
    pub unset: bool,
    /// It was moved from there.
    pub moves: BTreeSet<MoveId>,
}

#[derive(Clone, PartialEq, Default, Debug)]
pub struct State {
    /// All other places hold values. A place below one that is here is not
    /// here itself unless it was moved alone.
    pub gone: BTreeMap<PathId, Gone>,
    /// Of the locals declared without a value, those that may have got one.
    pub written: BTreeSet<LocalId>,
}

impl State {
    /// What may be true when control comes from either side.
    pub fn join(&mut self, other: &State) {
        for (path, gone) in &other.gone {
            let mine = self.gone.entry(*path).or_default();
            mine.unset |= gone.unset;
            mine.moves.extend(&gone.moves);
        }
        self.written.extend(&other.written);
    }
}

/// `None` is where control does not come from.
pub fn join(a: Option<State>, b: Option<State>) -> Option<State> {
    match (a, b) {
        (Some(mut a), Some(b)) => {
            a.join(&b);
            Some(a)
        }
        (one, None) | (None, one) => one,
    }
}

/// Moves that were seen, each once however often its loop is walked.
#[derive(Default)]
pub struct Moves {
    /// Where, and the type of what is moved.
    moves: Vec<(Node, Ty)>,
}

impl Moves {
    pub fn id(&mut self, node: Node, ty: Ty) -> MoveId {
        let moves = &mut self.moves;
        let known = moves.iter().rposition(|it| *it == (node, ty));
        known.unwrap_or_else(|| {
            moves.push((node, ty));
            moves.len() - 1
        })
    }

    pub fn get(&self, id: MoveId) -> (Node, Ty) {
        self.moves[id]
    }
}

/// The tree of places that were moved from or declared without a value.
#[derive(Default)]
pub struct Paths {
    roots: FxHashMap<Root, PathId>,
    children: Vec<Vec<(StepKind, PathId)>>,
}

impl Paths {
    /// The path of the first `len` steps of `place`; they go through owners.
    pub fn intern(&mut self, place: &Place, len: usize) -> PathId {
        let mut id = match self.roots.get(&place.root) {
            Some(id) => *id,
            None => {
                let id = self.fresh();
                self.roots.insert(place.root, id);
                id
            }
        };
        for step in &place.steps[..len] {
            id = match self.child(id, step.kind) {
                Some(child) => child,
                None => {
                    let child = self.fresh();
                    self.children[id].push((step.kind, child));
                    child
                }
            };
        }
        id
    }

    fn fresh(&mut self) -> PathId {
        self.children.push(Vec::new());
        self.children.len() - 1
    }

    fn child(&self, id: PathId, step: StepKind) -> Option<PathId> {
        let children = &self.children[id];
        children.iter().find(|it| it.0 == step).map(|it| it.1)
    }

    /// The known paths on the way to the first `len` steps of `place`, and
    /// whether the last is that place itself.
    pub fn on_the_way(&self, place: &Place, len: usize) -> (Vec<PathId>, bool) {
        let Some(mut id) = self.roots.get(&place.root).copied() else {
            return (Vec::new(), false);
        };
        let mut way = vec![id];
        for step in &place.steps[..len] {
            match self.child(id, step.kind) {
                Some(child) => id = child,
                None => return (way, false),
            }
            way.push(id);
        }
        (way, true)
    }

    pub fn root(&self, root: Root) -> Option<PathId> {
        self.roots.get(&root).copied()
    }

    /// Calls `f` with all paths below `id`, without itself.
    pub fn each_below(&self, id: PathId, f: &mut dyn FnMut(PathId)) {
        for (_, child) in &self.children[id] {
            f(*child);
            self.each_below(*child, f);
        }
    }
}
