//! Which paths may hold a value, and which may not, at each `Drop`: a forward
//! analysis over the statement tree.

use super::moves::{PathId, Paths, each_move, elements};
use crate::pir::{Block, Body, Label, Place, Proj, Stmt, StmtKind, Tcx, walk};
use wrc_base::{FxHashMap, SmallVec};
use wrc_thir::VariantIdx;

type Bits = SmallVec<[u64; 2]>;

/// What may be true of each path where control is.
#[derive(Clone, PartialEq)]
pub(super) struct State {
    /// It may hold a value.
    init: Bits,
    /// It may hold none.
    uninit: Bits,
}

impl State {
    fn new(count: usize) -> State {
        let words = count.div_ceil(64);
        State {
            init: Bits::from_elem(0, words),
            uninit: Bits::from_elem(u64::MAX, words),
        }
    }

    pub(super) fn may_be_init(&self, id: PathId) -> bool {
        self.init[id / 64] >> (id % 64) & 1 != 0
    }

    pub(super) fn may_be_uninit(&self, id: PathId) -> bool {
        self.uninit[id / 64] >> (id % 64) & 1 != 0
    }

    fn set(&mut self, id: PathId, init: bool) {
        let (word, bit) = (id / 64, 1 << (id % 64));
        if init {
            self.init[word] |= bit;
            self.uninit[word] &= !bit;
        } else {
            self.init[word] &= !bit;
            self.uninit[word] |= bit;
        }
    }

    fn join(&mut self, other: &State) {
        let pairs = [
            (&mut self.init, &other.init),
            (&mut self.uninit, &other.uninit),
        ];
        for (mine, theirs) in pairs {
            for (a, b) in mine.iter_mut().zip(theirs) {
                *a |= b;
            }
        }
    }
}

/// A change of a path's state.
#[derive(Clone, Copy)]
pub(super) struct Effect {
    pub path: PathId,
    pub init: bool,
}

/// What the statement itself does to paths, in order.
pub(super) fn effects(tcx: &Tcx, body: &Body, paths: &Paths, stmt: &Stmt) -> Vec<Effect> {
    let mut effects = Vec::new();
    each_move(&stmt.kind, &mut |place| {
        if !paths.roots.is_empty()
            && place
                .base_local()
                .is_some_and(|l| paths.roots.contains_key(&l))
        {
            for place in elements(tcx, body, place) {
                push(paths, &mut effects, &place, false);
            }
        }
    });
    match &stmt.kind {
        StmtKind::Assign(place, _) | StmtKind::Call { dest: place, .. } => {
            push(paths, &mut effects, place, true);
        }
        StmtKind::Drop(place) => push(paths, &mut effects, place, false),
        _ => {}
    }
    effects
}

fn push(paths: &Paths, effects: &mut Vec<Effect>, place: &Place, init: bool) {
    if let Some((path, true)) = paths.find(place) {
        effects.push(Effect { path, init });
    }
}

/// The state before each `Drop`, in the order of the statements; `None`
/// where control does not come.
pub(super) fn states_at_drops(tcx: &Tcx, body: &Body, paths: &Paths) -> Vec<Option<State>> {
    let mut state = State::new(paths.nodes.len());
    for param in &body.params {
        if let Some(root) = paths.roots.get(param) {
            paths.each_below(*root, &mut |path| state.set(path, true));
        }
    }
    let mut flow = Flow {
        tcx,
        body,
        paths,
        heads: FxHashMap::default(),
        breaks: FxHashMap::default(),
        continues: FxHashMap::default(),
        drops: Vec::new(),
        next: 0,
    };
    flow.block(&body.block, Some(state));
    flow.drops
}

struct Flow<'c, 'a> {
    tcx: &'c Tcx<'a>,
    body: &'c Body,
    paths: &'c Paths,
    /// What is known at the head of a loop; only grows.
    heads: FxHashMap<Label, State>,
    breaks: FxHashMap<Label, State>,
    continues: FxHashMap<Label, State>,
    drops: Vec<Option<State>>,
    /// The number of the next `Drop`.
    next: usize,
}

impl Flow<'_, '_> {
    fn block(&mut self, block: &Block, state: Option<State>) -> Option<State> {
        block
            .iter()
            .fold(state, |state, stmt| self.stmt(stmt, state))
    }

    fn stmt(&mut self, stmt: &Stmt, state: Option<State>) -> Option<State> {
        match &stmt.kind {
            StmtKind::Assign(..) | StmtKind::Call { .. } => self.apply(stmt, state),
            StmtKind::CheckedBinary { .. } => state,
            StmtKind::Drop(_) => {
                if self.drops.len() <= self.next {
                    self.drops.push(None);
                }
                self.drops[self.next] = state.clone();
                self.next += 1;
                self.apply(stmt, state)
            }
            StmtKind::If { then, els, .. } => {
                let taken = self.block(then, state.clone());
                let other = self.block(els, state);
                join(taken, other)
            }
            StmtKind::Switch { arms, default, .. } => {
                let mut out = None;
                for (_, arm) in arms {
                    out = join(out, self.block(arm, state.clone()));
                }
                join(out, self.block(default, state))
            }
            StmtKind::SwitchVariant {
                place,
                arms,
                default,
            } => {
                let mut out = None;
                for (variants, arm) in arms {
                    let narrowed = self.narrow(place, state.clone(), |v| variants.contains(&v));
                    out = join(out, self.block(arm, narrowed));
                }
                if let Some(default) = default {
                    let narrowed = self.narrow(place, state, |v| {
                        !arms.iter().any(|(variants, _)| variants.contains(&v))
                    });
                    out = join(out, self.block(default, narrowed));
                }
                out
            }
            StmtKind::Loop { label, body } => self.run_loop(*label, body, state),
            StmtKind::Block { label, body } => {
                let out = self.block(body, state);
                join(out, self.breaks.get(label).cloned())
            }
            StmtKind::Break(label) => {
                merge(&mut self.breaks, *label, state);
                None
            }
            StmtKind::Continue(label) => {
                merge(&mut self.continues, *label, state);
                None
            }
            StmtKind::Return | StmtKind::Unreachable => None,
        }
    }

    fn apply(&self, stmt: &Stmt, state: Option<State>) -> Option<State> {
        let mut state = state?;
        for effect in effects(self.tcx, self.body, self.paths, stmt) {
            self.paths
                .each_below(effect.path, &mut |path| state.set(path, effect.init));
        }
        match &stmt.kind {
            StmtKind::Call { dest, .. }
                if dest
                    .as_local()
                    .is_some_and(|local| self.body.locals[local].ty.is_never()) =>
            {
                None
            }
            _ => Some(state),
        }
    }

    /// In a branch for some variants, the others' fields hold nothing.
    fn narrow(
        &self,
        place: &Place,
        state: Option<State>,
        possible: impl Fn(VariantIdx) -> bool,
    ) -> Option<State> {
        let mut state = state?;
        if let Some((id, true)) = self.paths.find(place) {
            for (step, child) in &self.paths.nodes[id].children {
                if let Proj::Variant(variant) = step
                    && !possible(*variant)
                {
                    self.paths
                        .each_below(*child, &mut |path| state.set(path, false));
                }
            }
        }
        Some(state)
    }

    /// Repeats the body until the state at its head has grown to everything
    /// that comes around.
    fn run_loop(&mut self, label: Label, body: &Block, state: Option<State>) -> Option<State> {
        let Some(state) = state else {
            self.block(body, None);
            return None;
        };
        let first = self.next;
        let mut head = state;
        if let Some(known) = self.heads.get(&label) {
            head.join(known);
        }
        loop {
            self.heads.insert(label, head.clone());
            self.next = first;
            let out = self.block(body, Some(head.clone()));
            let back = join(out, self.continues.get(&label).cloned());
            let mut grown = head.clone();
            if let Some(back) = &back {
                grown.join(back);
            }
            if grown == head {
                return self.breaks.get(&label).cloned();
            }
            head = grown;
        }
    }
}

fn join(a: Option<State>, b: Option<State>) -> Option<State> {
    match (a, b) {
        (Some(mut a), Some(b)) => {
            a.join(&b);
            Some(a)
        }
        (a, b) => a.or(b),
    }
}

fn merge(states: &mut FxHashMap<Label, State>, label: Label, state: Option<State>) {
    let Some(state) = state else { return };
    match states.get_mut(&label) {
        Some(known) => known.join(&state),
        None => {
            states.insert(label, state);
        }
    }
}

/// Does the body drop anything?
pub(super) fn has_drops(block: &Block) -> bool {
    block.iter().any(|stmt| {
        matches!(stmt.kind, StmtKind::Drop(_))
            || walk::children(&stmt.kind).into_iter().any(has_drops)
    })
}
