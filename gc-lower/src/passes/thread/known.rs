//! What is known about one local at the exits of a statement.

use crate::pir::walk::{self, Use, children};
use crate::pir::{AggregateKind, Block, Constant, Label, Local, Operand, Rvalue, Stmt, StmtKind};
use wrc_base::{FxHashMap, FxHashSet};
use wrc_thir::VariantIdx;

/// A known value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Known {
    Bits(u128),
    Variant(VariantIdx),
}

/// A statement that tests a local and does nothing else.
#[derive(Debug)]
pub(super) struct Test {
    pub local: Local,
    pub arms: usize,
}

impl Test {
    pub fn of(kind: &StmtKind) -> Option<Test> {
        let local = match kind {
            StmtKind::If { cond: operand, .. } | StmtKind::Switch { value: operand, .. } => {
                operand.place()?.as_local()?
            }
            StmtKind::SwitchVariant { place, .. } => place.as_local()?,
            _ => return None,
        };
        Some(Test {
            local,
            arms: children(kind).len(),
        })
    }
}

/// Is a known value assigned to the local, or tested, within the statement?
pub(super) fn is_set_in(stmt: &Stmt, local: Local) -> bool {
    let mut found = false;
    let mut visit = |stmt: &Stmt| {
        found |= match &stmt.kind {
            StmtKind::Assign(dest, rvalue) => {
                dest.as_local() == Some(local) && value_of(rvalue).is_some()
            }
            kind => Test::of(kind).is_some_and(|test| test.local == local),
        };
    };
    for child in children(&stmt.kind) {
        walk::stmts(child, &mut visit);
    }
    visit(stmt);
    found
}

/// Can the statement be moved behind a test of the local?
pub(super) fn is_movable(stmt: &Stmt, local: Local) -> bool {
    let mut is_free = true;
    walk::places(&stmt.kind, &mut |place, _| {
        is_free &= place.base_local() != Some(local)
            && crate::passes::paths::indices(place).all(|index| index != local);
    });
    is_free && matches!(stmt.kind, StmtKind::Assign(..))
}

fn value_of(rvalue: &Rvalue) -> Option<Known> {
    match rvalue {
        Rvalue::Use(Operand::Const(Constant::Scalar(bits, _))) => Some(Known::Bits(*bits)),
        Rvalue::Aggregate(AggregateKind::Adt(_, variant, _), _) => Some(Known::Variant(*variant)),
        _ => None,
    }
}

/// Knowledge at a point: `None` where control does not come, else what the
/// local is known to hold.
type State = Option<Option<Known>>;

/// The knowledge at each `Break` of `label` in `block`, in textual order.
/// Breaks that are never reached count as unknown.
pub(super) fn exits(block: &Block, label: Label, local: Local) -> Vec<Option<Known>> {
    let mut flow = Flow {
        label,
        local,
        exits: Vec::new(),
        joins: FxHashMap::default(),
        inner: FxHashSet::default(),
    };
    flow.block(block, Some(None));
    flow.exits
}

struct Flow {
    label: Label,
    local: Local,
    exits: Vec<Option<Known>>,
    /// Knowledge brought to the ends of labels inside.
    joins: FxHashMap<Label, Option<Known>>,
    inner: FxHashSet<Label>,
}

impl Flow {
    fn block(&mut self, block: &Block, mut state: State) -> State {
        for stmt in block {
            state = self.stmt(stmt, state);
        }
        state
    }

    fn stmt(&mut self, stmt: &Stmt, state: State) -> State {
        match &stmt.kind {
            StmtKind::If { cond, then, els } => {
                let tested = is_test(cond, self.local);
                let at = |bits| refine(state, tested.then_some(Known::Bits(bits)));
                let then = self.block(then, at(1));
                let els = self.block(els, at(0));
                join(then, els)
            }
            StmtKind::Switch {
                value,
                arms,
                default,
            } => {
                let tested = is_test(value, self.local);
                let mut out = None;
                for (values, arm) in arms {
                    let known = match values.as_slice() {
                        [bits] if tested => Some(Known::Bits(*bits)),
                        _ => None,
                    };
                    let end = self.block(arm, refine(state, known));
                    out = join(out, end);
                }
                let end = self.block(default, state);
                join(out, end)
            }
            StmtKind::SwitchVariant {
                place,
                arms,
                default,
            } => {
                let tested = place.as_local() == Some(self.local);
                let mut out = None;
                for (variants, arm) in arms {
                    let known = match variants.as_slice() {
                        [variant] if tested => Some(Known::Variant(*variant)),
                        _ => None,
                    };
                    let end = self.block(arm, refine(state, known));
                    out = join(out, end);
                }
                if let Some(default) = default {
                    let end = self.block(default, state);
                    out = join(out, end);
                }
                out
            }
            StmtKind::Loop { label, body } => {
                let is_written = body.iter().any(|stmt| writes(stmt, self.local));
                let start = if is_written {
                    state.map(|_| None)
                } else {
                    state
                };
                self.inner.insert(*label);
                self.block(body, start);
                self.joins.remove(label).map(Some).unwrap_or_default()
            }
            StmtKind::Block { label, body } => {
                self.inner.insert(*label);
                let end = self.block(body, state);
                join(end, self.joins.remove(label).map(Some).unwrap_or_default())
            }
            StmtKind::Break(label) => {
                if *label == self.label {
                    self.exits.push(state.flatten());
                } else if self.inner.contains(label)
                    && let Some(known) = state
                {
                    let joined = match self.joins.get(label) {
                        Some(before) if *before != known => None,
                        _ => known,
                    };
                    self.joins.insert(*label, joined);
                }
                None
            }
            StmtKind::Continue(_) | StmtKind::Return | StmtKind::Unreachable => None,
            StmtKind::Assign(dest, rvalue) if dest.as_local() == Some(self.local) => {
                state.map(|_| value_of(rvalue))
            }
            StmtKind::Assign(..)
            | StmtKind::CheckedBinary { .. }
            | StmtKind::Call { .. }
            | StmtKind::Drop(_) => {
                if writes_whole(&stmt.kind, self.local) {
                    state.map(|_| None)
                } else {
                    state
                }
            }
        }
    }
}

fn is_test(operand: &Operand, local: Local) -> bool {
    operand.place().and_then(crate::pir::Place::as_local) == Some(local)
}

fn refine(state: State, known: Option<Known>) -> State {
    state.map(|before| known.or(before))
}

fn join(a: State, b: State) -> State {
    match (a, b) {
        (None, other) | (other, None) => other,
        (Some(a), Some(b)) => Some(if a == b { a } else { None }),
    }
}

fn writes_whole(kind: &StmtKind, local: Local) -> bool {
    let mut found = false;
    walk::places(kind, &mut |place, how| {
        found |= place.as_local() == Some(local) && matches!(how, Use::Write | Use::Drop);
    });
    found
}

fn writes(stmt: &Stmt, local: Local) -> bool {
    writes_whole(&stmt.kind, local)
        || children(&stmt.kind)
            .into_iter()
            .any(|block| block.iter().any(|stmt| writes(stmt, local)))
}
