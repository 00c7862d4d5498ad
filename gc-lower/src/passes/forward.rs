//! Forward propagation: places through references, copies, constants, known
//! variants, and the concrete types behind `dyn`.
//!
//! ```text
//! l2 = &mut l1.f0          l2 = &mut l1.f0          (dead)
//! (*l2) = 7           ==>  l1.f0 = 7
//! l3 = copy l4             l3 = copy l4             (dead)
//! l5 = add copy l3, 1      l5 = add copy l4, 1
//! l6 = Some(copy l5)       l6 = Some(copy l5)
//! switch_variant l6 ..     (the arm of Some)
//! call f(move l2)          call f(borrow mut l1.f0)
//! ```
//!
//! One walk in execution order keeps facts per local. What must hold:
//! * an alias `r = &p` is used only while `p` names the same place: no local
//!   or pointer that its path reads was written since;
//! * a copy `t = copy p` is used only while `p` was not written or moved;
//! * facts about a local's content exist only for locals no reference to
//!   which is made anywhere in the body;
//! * at a join a fact survives only if no path to it touched the fact; a loop
//!   starts without the facts that its body kills;
//! * overwriting or moving out of an *object* through `r` becomes an owned
//!   store only if all such accesses through `r` do, and the references that
//!   `r` was reborrowed from are made anew (see `whole.rs`).

mod branches;
mod call;
mod effects;
mod facts;
mod learn;
mod rewrite;
mod whole;

pub(super) use self::rewrite::discriminant_bits;

use self::{
    facts::{Alias, Facts, Value},
    whole::Whole,
};
use super::{
    fold, paths,
    uses::{LocalUse, local_uses},
};
use crate::pir::{Block, Body, Label, Local, Operand, Place, Rvalue, Src, Stmt, StmtKind, Tcx};
use wrc_base::{FxHashSet, SecondaryMap};
use wrc_thir::Mutability;

/// Propagates through the whole body.
pub fn forward(tcx: &Tcx, body: &mut Body) {
    let uses = local_uses(tcx, body);
    let mut whole = Whole::new(tcx, body);
    // Each round that meets an object access it cannot forward excludes the
    // references concerned; a round without such is the result.
    for _ in 0..ROUNDS {
        if !whole.is_needed() {
            break;
        }
        let mut trial = body.clone();
        let mut cx = Cx::new(tcx, &mut trial, &uses, whole);
        cx.run();
        whole = cx.whole;
        if !whole.take_failures() {
            *body = trial;
            return;
        }
    }
    whole.exclude_all();
    Cx::new(tcx, body, &uses, whole).run();
}

/// Attempts at forwarding accesses of whole objects.
const ROUNDS: usize = 3;

/// A place whose value `ptr_read` took.
#[derive(Clone, Debug)]
struct Emptied {
    place: Place,
    pointer: Local,
    /// Where in the current block.
    at: usize,
}

struct Cx<'t, 'a, 'b> {
    tcx: &'t Tcx<'a>,
    body: &'b mut Body,
    uses: &'b SecondaryMap<Local, LocalUse>,
    facts: Facts,
    whole: Whole,
    /// Places that `ptr_read` took the value of, as a move, and through which
    /// pointer: they have to be written before anything else.
    emptied: Vec<Emptied>,
    /// Labels that a `Break` reached names.
    broken: FxHashSet<Label>,
}

impl<'t, 'a, 'b> Cx<'t, 'a, 'b> {
    fn new(
        tcx: &'t Tcx<'a>,
        body: &'b mut Body,
        uses: &'b SecondaryMap<Local, LocalUse>,
        whole: Whole,
    ) -> Cx<'t, 'a, 'b> {
        Cx {
            tcx,
            body,
            uses,
            facts: Facts::default(),
            whole,
            emptied: Vec::new(),
            broken: FxHashSet::default(),
        }
    }

    fn run(&mut self) {
        let block = std::mem::take(&mut self.body.block);
        self.body.block = self.block(block).0;
    }

    fn is_exposed(&self, local: Local) -> bool {
        self.uses[local].exposed
    }

    /// The rewritten block, and whether control runs off its end.
    fn block(&mut self, block: Block) -> (Block, bool) {
        let mut out = Vec::with_capacity(block.len());
        let falls = self.stmts(block, &mut out);
        (out, falls)
    }

    /// Statements behind one that leaves are dropped.
    fn stmts(&mut self, block: Block, out: &mut Block) -> bool {
        for stmt in block {
            if !is_straight(&stmt.kind) {
                self.forget_emptied();
            }
            if !self.stmt(stmt, out) {
                return false;
            }
        }
        self.forget_emptied();
        true
    }

    /// Emptied places that were not written in time cannot have been moved.
    fn forget_emptied(&mut self) {
        for emptied in std::mem::take(&mut self.emptied) {
            self.whole.fail(emptied.pointer);
        }
    }

    /// Where a statement that takes the address of an emptied place goes:
    /// before the place is emptied.
    fn hoisted(&self, kind: &StmtKind) -> Option<usize> {
        let StmtKind::Assign(dest, Rvalue::RawPtr(_, place) | Rvalue::Ref(Mutability::Mut, place)) =
            kind
        else {
            return None;
        };
        let is_new = dest
            .as_local()
            .is_some_and(|local| self.uses[local].writes == 1);
        let overlapping = self
            .emptied
            .iter()
            .filter(|emptied| paths::overlap(&emptied.place, place))
            .map(|emptied| emptied.at)
            .min();
        overlapping.filter(|_| is_new)
    }

    fn stmt(&mut self, stmt: Stmt, out: &mut Block) -> bool {
        let src = stmt.src;
        match stmt.kind {
            StmtKind::Assign(dest, rvalue) => {
                self.assign(src, dest, rvalue, out);
                true
            }
            StmtKind::CheckedBinary {
                mut dest,
                mut overflow,
                op,
                mut lhs,
                mut rhs,
            } => {
                self.operand(&mut lhs);
                self.operand(&mut rhs);
                let refresh = self.dest(&mut dest);
                self.dest(&mut overflow);
                let kind = StmtKind::CheckedBinary {
                    dest,
                    overflow,
                    op,
                    lhs,
                    rhs,
                };
                self.effects(&kind);
                out.push(kind.at(src));
                self.refresh(src, refresh, out);
                true
            }
            StmtKind::Call { dest, callee, args } => self.call(src, dest, callee, args, out),
            StmtKind::Drop(mut place) => {
                self.through(&mut place);
                let kind = StmtKind::Drop(place);
                self.effects(&kind);
                out.push(kind.at(src));
                true
            }
            StmtKind::If { cond, then, els } => self.if_else(src, cond, then, els, out),
            StmtKind::Switch {
                value,
                arms,
                default,
            } => self.switch(src, value, arms, default, out),
            StmtKind::SwitchVariant {
                place,
                arms,
                default,
            } => self.switch_variant(src, place, arms, default, out),
            StmtKind::Loop { label, body } => self.repeated(src, label, body, out),
            StmtKind::Block { label, body } => self.labelled(src, label, body, out),
            StmtKind::Break(label) => {
                self.broken.insert(label);
                out.push(stmt);
                false
            }
            StmtKind::Continue(_) | StmtKind::Return | StmtKind::Unreachable => {
                out.push(stmt);
                false
            }
        }
    }

    fn assign(&mut self, src: Src, mut dest: Place, mut rvalue: Rvalue, out: &mut Block) {
        self.rvalue(&mut rvalue);
        if let Some(constant) = fold::fold(&rvalue) {
            rvalue = Rvalue::Use(Operand::Const(constant));
        }
        let refresh = self.dest(&mut dest);
        let moved = self.facts_of_source(&rvalue);
        let kind = StmtKind::Assign(dest, rvalue);
        let hoisted = self.hoisted(&kind);
        self.effects(&kind);
        out.insert(hoisted.unwrap_or(out.len()), kind.clone().at(src));
        self.refresh(src, refresh, out);
        if let StmtKind::Assign(dest, rvalue) = kind
            && let Some(local) = dest.as_local()
            && !self.is_exposed(local)
        {
            self.learn(src, local, &rvalue, moved, out);
        }
    }
}

/// Does control run from the statement to the next?
fn is_straight(kind: &StmtKind) -> bool {
    matches!(
        kind,
        StmtKind::Assign(..)
            | StmtKind::CheckedBinary { .. }
            | StmtKind::Call { .. }
            | StmtKind::Drop(_)
    )
}
