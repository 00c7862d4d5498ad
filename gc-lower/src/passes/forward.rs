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

mod call;
mod effects;
mod facts;
mod rewrite;
mod whole;

pub(super) use self::rewrite::discriminant_bits;

use self::{
    facts::{Alias, Fact, Facts, Mark, Value},
    whole::Whole,
};
use super::{
    fold, paths,
    uses::{LocalUse, local_uses},
};
use crate::pir::{
    AggregateKind, Block, Body, Constant, Label, Local, Operand, Place, Proj, Rvalue, Src, Stmt,
    StmtKind, Tcx,
};
use wrc_base::{FxHashSet, SecondaryMap};
use wrc_thir::{AdtKind, CastKind, Mutability, Ty, TyKind, VariantIdx};

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

    fn if_else(
        &mut self,
        src: Src,
        mut cond: Operand,
        then: Block,
        els: Block,
        out: &mut Block,
    ) -> bool {
        self.operand(&mut cond);
        if let Some((bits, _)) = fold::scalar(&cond) {
            return self.stmts(if bits != 0 { then } else { els }, out);
        }
        self.operand_effects(&cond);
        let tested = self.tested(&cond);
        let mut join = Join::new(self);
        let then = join.branch(self, then, |cx| cx.assume(tested, 1, Ty::bool()));
        let els = join.branch(self, els, |cx| cx.assume(tested, 0, Ty::bool()));
        let falls = join.finish(self);
        out.push(StmtKind::If { cond, then, els }.at(src));
        falls
    }

    fn switch(
        &mut self,
        src: Src,
        mut value: Operand,
        arms: Vec<(Vec<u128>, Block)>,
        default: Block,
        out: &mut Block,
    ) -> bool {
        self.operand(&mut value);
        if let Some((bits, _)) = fold::scalar(&value) {
            let mut taken = default;
            for (values, arm) in arms {
                if values.contains(&bits) {
                    taken = arm;
                    break;
                }
            }
            return self.stmts(taken, out);
        }
        self.operand_effects(&value);
        let tested = self.tested(&value);
        let ty = self.tcx.operand_ty(self.body, &value);
        let mut join = Join::new(self);
        let arms = arms
            .into_iter()
            .map(|(values, arm)| {
                let arm = join.branch(self, arm, |cx| {
                    if let [bits] = values.as_slice() {
                        cx.assume(tested, *bits, ty);
                    }
                });
                (values, arm)
            })
            .collect();
        let default = join.branch(self, default, |_| {});
        let falls = join.finish(self);
        let kind = StmtKind::Switch {
            value,
            arms,
            default,
        };
        out.push(kind.at(src));
        falls
    }

    fn switch_variant(
        &mut self,
        src: Src,
        mut place: Place,
        arms: Vec<(Vec<VariantIdx>, Block)>,
        default: Option<Block>,
        out: &mut Block,
    ) -> bool {
        self.read(&mut place);
        let local = place.as_local().filter(|local| !self.is_exposed(*local));
        if let Some(known) = local.and_then(|local| self.facts.variant(local)) {
            let arm = arms
                .into_iter()
                .find(|(variants, _)| variants.contains(&known));
            return match arm.map(|(_, arm)| arm).or(default) {
                Some(taken) => self.stmts(taken, out),
                None => {
                    out.push(StmtKind::Unreachable.at(src));
                    false
                }
            };
        }
        let mut join = Join::new(self);
        let arms = arms
            .into_iter()
            .map(|(variants, arm)| {
                let arm = join.branch(self, arm, |cx| {
                    if let (Some(local), [variant]) = (local, variants.as_slice()) {
                        cx.facts.assume_variant(local, *variant);
                    }
                });
                (variants, arm)
            })
            .collect();
        let default = default.map(|block| join.branch(self, block, |_| {}));
        let falls = join.finish(self);
        let kind = StmtKind::SwitchVariant {
            place,
            arms,
            default,
        };
        out.push(kind.at(src));
        falls
    }

    /// The local whose value a condition tests.
    fn tested(&self, operand: &Operand) -> Option<Local> {
        let local = match operand {
            Operand::Copy(place) => place.as_local()?,
            _ => return None,
        };
        (!self.is_exposed(local)).then_some(local)
    }

    fn assume(&mut self, local: Option<Local>, bits: u128, ty: Ty) {
        if let Some(local) = local {
            self.facts.assume_value(local, Constant::Scalar(bits, ty));
        }
    }

    fn repeated(&mut self, src: Src, label: Label, body: Block, out: &mut Block) -> bool {
        self.block_effects(&body);
        let mark = self.facts.mark();
        let (body, _) = self.block(body);
        self.facts.join(mark, true);
        out.push(StmtKind::Loop { label, body }.at(src));
        self.broken.remove(&label)
    }

    fn labelled(&mut self, src: Src, label: Label, body: Block, out: &mut Block) -> bool {
        let mark = self.facts.mark();
        let (body, falls) = self.block(body);
        let is_broken = self.broken.remove(&label);
        if !is_broken {
            out.extend(body);
            return falls;
        }
        self.facts.join(mark, true);
        out.push(StmtKind::Block { label, body }.at(src));
        true
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

    /// What is known about the bare local that is copied, moved or cast.
    fn facts_of_source(&self, rvalue: &Rvalue) -> Option<Fact> {
        match rvalue {
            Rvalue::Use(Operand::Copy(place) | Operand::Move(place))
            | Rvalue::Cast(_, Operand::Copy(place) | Operand::Move(place), _) => {
                self.facts.get(place.as_local()?).cloned()
            }
            _ => None,
        }
    }

    /// Facts about a local just assigned.
    fn learn(
        &mut self,
        src: Src,
        local: Local,
        rvalue: &Rvalue,
        moved: Option<Fact>,
        out: &mut Block,
    ) {
        match rvalue {
            Rvalue::Use(Operand::Const(constant)) => {
                self.facts.set_value(local, Value::Const(constant.clone()));
            }
            Rvalue::Use(Operand::Copy(place)) => {
                if let Some(fact) = moved {
                    self.facts
                        .inherit(local, fact, self.uses[local].writes == 1);
                }
                self.learn_copy(local, place);
            }
            Rvalue::Use(Operand::Move(_)) => {
                if let Some(fact) = moved {
                    self.facts
                        .inherit(local, fact, self.uses[local].writes == 1);
                }
            }
            Rvalue::Ref(m, place) => self.learn_ref(src, local, *m, place, out),
            Rvalue::RawPtr(m, place) => self.learn_alias(local, *m, place, false),
            Rvalue::Aggregate(AggregateKind::Adt(def, variant, _), _)
                if self.tcx.adt(*def).kind == AdtKind::Enum =>
            {
                self.facts.set_variant(local, *variant);
            }
            Rvalue::Cast(CastKind::Unsize, operand, _) => {
                self.learn_unsized(local, operand, moved);
            }
            Rvalue::Cast(CastKind::Pointer | CastKind::Same, operand, to) => {
                let from = self.tcx.operand_ty(self.body, operand).pointee();
                if let (Some((_, from)), Some((_, to))) = (from, to.pointee())
                    && from == to
                    && let Some(fact) = moved
                {
                    self.facts
                        .inherit_alias(local, fact, self.uses[local].writes == 1);
                }
            }
            _ => {}
        }
    }

    /// `t = copy p`: reading `t` is reading `p`.
    fn learn_copy(&mut self, local: Local, place: &Place) {
        if self.mentions(place, local) {
            return;
        }
        let is_worthwhile = !is_register(self.body.locals[local].ty);
        if place.has_deref() || paths::is_static(place) {
            if is_worthwhile {
                let value = Value::Place(place.clone(), true);
                self.facts.set_value(local, value);
            }
            return;
        }
        let is_bare = place.proj.is_empty();
        if let Some(base) = place.base_local()
            && !self.is_exposed(base)
            && (is_bare || is_worthwhile)
        {
            let value = Value::Place(place.clone(), false);
            self.facts.set_value(local, value);
        }
    }

    fn learn_ref(&mut self, src: Src, local: Local, m: Mutability, place: &Place, out: &mut Block) {
        let ty = self.tcx.place_ty(self.body, place).ty;
        let is_bare = place.as_local().is_some();
        if m == Mutability::Not && is_register(ty) && !is_bare {
            // The place is frozen while the reference lives: read it once.
            let value = self.body.new_local(ty);
            let read = Rvalue::Use(Operand::Copy(place.clone()));
            out.push(StmtKind::Assign(value.into(), read).at(src));
            self.facts.set_snapshot(local, value);
            return;
        }
        self.learn_alias(local, m, place, true);
    }

    fn learn_alias(&mut self, local: Local, m: Mutability, place: &Place, is_ref: bool) {
        if self.mentions(place, local) {
            return;
        }
        let parent_is_stable = match (place.base_local(), place.proj.first()) {
            (Some(base), Some(Proj::Deref)) => self.uses[base].writes <= 1,
            _ => true,
        };
        let alias = Alias {
            place: place.clone(),
            mutability: m,
            is_ref,
            is_stable: parent_is_stable && self.uses[local].writes == 1,
            has_memory: self.reads_memory(place),
        };
        self.facts.set_alias(local, alias);
    }

    /// `r = &t as &dyn Tr`: remembers what `r` points to.
    fn learn_unsized(&mut self, local: Local, operand: &Operand, source: Option<Fact>) {
        let is_dyn = self.body.locals[local]
            .ty
            .pointee()
            .is_some_and(|(_, to)| matches!(to.kind(), TyKind::Dyn(_)));
        let from = self.tcx.operand_ty(self.body, operand);
        let Some((m, ty)) = from.pointee() else {
            return;
        };
        if !is_dyn {
            return;
        }
        if matches!(ty.kind(), TyKind::Dyn(_)) {
            if let Some((alias, ty)) = source.and_then(|fact| fact.concrete) {
                self.facts.set_concrete(local, alias, ty);
            }
            return;
        }
        let alias = source.and_then(|fact| fact.alias).or_else(|| {
            let source = operand.place().and_then(Place::as_local)?;
            let place = Place::local(source).deref();
            (m == Mutability::Not && !self.is_exposed(source) && source != local).then_some(Alias {
                place,
                mutability: m,
                is_ref: true,
                is_stable: false,
                has_memory: false,
            })
        });
        if let Some(alias) = alias {
            self.facts.set_concrete(local, alias, ty);
        }
    }

    /// Does the path name the local, as base or index?
    fn mentions(&self, place: &Place, local: Local) -> bool {
        place.base_local() == Some(local) || paths::indices(place).any(|index| index == local)
    }

    /// Does the path read pointers or indices that writes to memory may change?
    fn reads_memory(&self, place: &Place) -> bool {
        if paths::indices(place).any(|index| self.is_exposed(index)) {
            return true;
        }
        let last = place.proj.iter().rposition(|step| *step == Proj::Deref);
        match (last, place.base_local()) {
            (None, _) => false,
            (Some(0), Some(base)) => self.uses[base].exposed_self,
            (Some(_), _) => true,
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

/// Scalars, references and pointers: cheaper to keep in a local than to read again.
fn is_register(ty: Ty) -> bool {
    ty.is_primitive_scalar()
        || matches!(
            ty.kind(),
            TyKind::Ref(Mutability::Not, _) | TyKind::RawPtr(..) | TyKind::FnPtr(_)
        )
}

/// Facts around branches that come together again.
struct Join {
    mark: Mark,
    falls: bool,
    /// Parts of the touched log that belong to branches that come out.
    touched: Vec<(usize, usize)>,
}

impl Join {
    fn new(cx: &mut Cx) -> Join {
        Join {
            mark: cx.facts.mark(),
            falls: false,
            touched: Vec::new(),
        }
    }

    fn branch(&mut self, cx: &mut Cx, block: Block, assume: impl FnOnce(&mut Cx)) -> Block {
        let start = cx.facts.touched_len();
        assume(cx);
        let (block, falls) = cx.block(block);
        cx.facts.restore(self.mark);
        if falls {
            self.falls = true;
            self.touched.push((start, cx.facts.touched_len()));
        }
        block
    }

    fn finish(self, cx: &mut Cx) -> bool {
        for (start, end) in self.touched {
            cx.facts.kill_touched(start, end);
        }
        self.falls
    }
}
