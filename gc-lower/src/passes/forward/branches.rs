//! Control flow: facts at branches, joins and loops.

use super::{Cx, facts::Mark};
use crate::passes::fold;
use crate::pir::{Block, Constant, Label, Local, Operand, Place, Src, StmtKind};
use wrc_thir::{Ty, VariantIdx};

impl Cx<'_, '_, '_> {
    pub(super) fn if_else(
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

    pub(super) fn switch(
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

    pub(super) fn switch_variant(
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

    pub(super) fn repeated(
        &mut self,
        src: Src,
        label: Label,
        body: Block,
        out: &mut Block,
    ) -> bool {
        self.block_effects(&body);
        let mark = self.facts.mark();
        let (body, _) = self.block(body);
        self.facts.join(mark, true);
        out.push(StmtKind::Loop { label, body }.at(src));
        self.broken.remove(&label)
    }

    pub(super) fn labelled(
        &mut self,
        src: Src,
        label: Label,
        body: Block,
        out: &mut Block,
    ) -> bool {
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
