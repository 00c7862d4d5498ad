//! Straightens control flow and folds what is constant.
//!
//! ```text
//! if true { A } else { B }      ==> A
//! b: { A; break b }             ==> A
//! loop l { A; break l }         ==> A
//! l2 = needs_drop::<i32>()      ==> l2 = false
//! return; A                     ==> return
//! ```
//!
//! Proves nothing about places; every rewrite is local to a statement and its
//! children.

mod fold_call;
mod tail;

use super::fold;
use crate::pir::walk::{children, children_mut, stmts};
use crate::pir::{Block, Body, Label, Operand, Rvalue, Src, Stmt, StmtKind, Tcx};
use wrc_thir::{CastKind, Ty, TyKind};

/// Runs over the whole body, children before parents.
pub fn simplify(tcx: &Tcx, body: &mut Body) {
    let mut block = std::mem::take(&mut body.block);
    let mut cx = Cx {
        tcx,
        body,
        jumps: Vec::new(),
    };
    cx.count(&block, 1);
    cx.block(&mut block);
    body.block = block;
}

struct Cx<'t, 'a, 'b> {
    tcx: &'t Tcx<'a>,
    body: &'b Body,
    /// Per label: how many `Break`s and `Continue`s name it.
    jumps: Vec<Jumps>,
}

#[derive(Clone, Copy, Default)]
struct Jumps {
    breaks: i32,
    continues: i32,
}

impl Cx<'_, '_, '_> {
    fn jumps(&mut self, label: Label) -> &mut Jumps {
        let index = label.as_u32() as usize;
        if index >= self.jumps.len() {
            self.jumps.resize(index + 1, Jumps::default());
        }
        &mut self.jumps[index]
    }

    /// Adds `sign` for each jump in `block`.
    fn count(&mut self, block: &Block, sign: i32) {
        stmts(block, &mut |stmt| match stmt.kind {
            StmtKind::Break(label) => self.jumps(label).breaks += sign,
            StmtKind::Continue(label) => self.jumps(label).continues += sign,
            _ => {}
        });
    }

    /// Simplifies the statements; cuts what cannot be reached.
    fn block(&mut self, block: &mut Block) {
        let mut out = Vec::with_capacity(block.len());
        let mut stmts = std::mem::take(block).into_iter();
        for stmt in stmts.by_ref() {
            self.stmt(stmt, &mut out);
            if out.last().is_some_and(|stmt| self.diverges(stmt)) {
                break;
            }
        }
        let dead: Block = stmts.collect();
        self.count(&dead, -1);
        *block = out;
    }

    fn stmt(&mut self, mut stmt: Stmt, out: &mut Block) {
        for child in children_mut(&mut stmt.kind) {
            self.block(child);
        }
        let src = stmt.src;
        match stmt.kind {
            StmtKind::If { cond, then, els } => self.if_else(src, cond, then, els, out),
            StmtKind::Switch {
                value,
                arms,
                default,
            } => self.switch(src, value, arms, default, out),
            StmtKind::SwitchVariant {
                place,
                mut arms,
                default,
            } => {
                if arms.is_empty() {
                    match default {
                        Some(default) => self.splice(default, out),
                        None => out.push(StmtKind::Unreachable.at(src)),
                    }
                } else if arms.len() == 1 && default.is_none() {
                    let (_, arm) = arms.remove(0);
                    self.splice(arm, out);
                } else if arms.iter().all(|(_, arm)| arm.is_empty())
                    && default.as_ref().is_none_or(Vec::is_empty)
                {
                } else {
                    let kind = StmtKind::SwitchVariant {
                        place,
                        arms,
                        default,
                    };
                    out.push(kind.at(src));
                }
            }
            StmtKind::Block { label, body } => self.labelled(src, label, body, out),
            StmtKind::Loop { label, body } => self.repeated(src, label, body, out),
            StmtKind::Call { dest, callee, args } => {
                out.push(fold_call::fold_call(self.tcx, self.body, dest, callee, args).at(src));
            }
            StmtKind::Drop(place) => {
                if self.tcx.needs_drop(self.tcx.place_ty(self.body, &place).ty) {
                    out.push(StmtKind::Drop(place).at(src));
                }
            }
            StmtKind::Assign(dest, rvalue) => {
                let rvalue = self.rvalue(rvalue);
                let is_same =
                    matches!(&rvalue, Rvalue::Use(Operand::Copy(place)) if *place == dest);
                if !is_same {
                    out.push(StmtKind::Assign(dest, rvalue).at(src));
                }
            }
            StmtKind::CheckedBinary {
                dest,
                overflow,
                op,
                lhs,
                rhs,
            } => {
                let known = fold::scalar(&lhs)
                    .zip(fold::scalar(&rhs))
                    .and_then(|(a, b)| Some((fold::overflowing(op, a, b)?, a.1)));
                if let Some(((bits, wrapped), ty)) = known {
                    let value = Operand::Const(crate::pir::Constant::Scalar(bits, ty));
                    out.push(StmtKind::Assign(dest, Rvalue::Use(value)).at(src));
                    let value = Operand::bool(wrapped);
                    out.push(StmtKind::Assign(overflow, Rvalue::Use(value)).at(src));
                } else {
                    let kind = StmtKind::CheckedBinary {
                        dest,
                        overflow,
                        op,
                        lhs,
                        rhs,
                    };
                    out.push(kind.at(src));
                }
            }
            kind @ (StmtKind::Break(_)
            | StmtKind::Continue(_)
            | StmtKind::Return
            | StmtKind::Unreachable) => out.push(kind.at(src)),
        }
    }

    fn rvalue(&self, rvalue: Rvalue) -> Rvalue {
        if let Some(constant) = fold::fold(&rvalue) {
            return Rvalue::Use(Operand::Const(constant));
        }
        match rvalue {
            Rvalue::Cast(CastKind::Numeric | CastKind::Same | CastKind::Pointer, operand, to)
                if self.tcx.operand_ty(self.body, &operand) == to =>
            {
                Rvalue::Use(operand)
            }
            rvalue => rvalue,
        }
    }

    /// Appends a block that control runs through.
    fn splice(&mut self, block: Block, out: &mut Block) {
        out.extend(block);
    }

    fn discard(&mut self, block: &Block) {
        self.count(block, -1);
    }

    fn if_else(
        &mut self,
        src: Src,
        cond: Operand,
        mut then: Block,
        mut els: Block,
        out: &mut Block,
    ) {
        if let Some((bits, _)) = fold::scalar(&cond) {
            let (taken, other) = if bits != 0 { (then, els) } else { (els, then) };
            self.discard(&other);
            return self.splice(taken, out);
        }
        if then.is_empty() && els.is_empty() {
            return;
        }
        // What follows a branch that leaves needs no nesting.
        let mut rest = Vec::new();
        if self.ends(&then) {
            rest = std::mem::take(&mut els);
        } else if self.ends(&els) {
            rest = std::mem::take(&mut then);
        }
        out.push(StmtKind::If { cond, then, els }.at(src));
        self.splice(rest, out);
    }

    fn switch(
        &mut self,
        src: Src,
        value: Operand,
        mut arms: Vec<(Vec<u128>, Block)>,
        default: Block,
        out: &mut Block,
    ) {
        if let Some((bits, _)) = fold::scalar(&value) {
            let found = arms.iter().position(|(values, _)| values.contains(&bits));
            let taken = match found {
                Some(index) => {
                    self.discard(&default);
                    arms.remove(index).1
                }
                None => default,
            };
            for (_, arm) in &arms {
                self.discard(arm);
            }
            return self.splice(taken, out);
        }
        if arms.is_empty() {
            return self.splice(default, out);
        }
        if default.is_empty() && arms.iter().all(|(_, arm)| arm.is_empty()) {
            return;
        }
        let is_bool = self.tcx.operand_ty(self.body, &value) == Ty::bool();
        if is_bool && arms.len() == 1 && arms[0].0.len() == 1 {
            let (values, arm) = arms.remove(0);
            let (then, els) = if values[0] == 0 {
                (default, arm)
            } else {
                (arm, default)
            };
            return self.if_else(src, value, then, els, out);
        }
        let kind = StmtKind::Switch {
            value,
            arms,
            default,
        };
        out.push(kind.at(src));
    }

    fn labelled(&mut self, src: Src, label: Label, mut body: Block, out: &mut Block) {
        if self.jumps(label).breaks > 0 {
            tail::leave(self, &mut body, tail::Exit::Break(label));
        }
        if self.jumps(label).breaks <= 0 {
            return self.splice(body, out);
        }
        out.push(StmtKind::Block { label, body }.at(src));
    }

    fn repeated(&mut self, src: Src, label: Label, mut body: Block, out: &mut Block) {
        tail::leave(self, &mut body, tail::Exit::Continue(label));
        if self.jumps(label).continues <= 0 && self.ends(&body) {
            return self.labelled(src, label, body, out);
        }
        if let [
            Stmt {
                kind: StmtKind::Loop { label: inner, .. },
                ..
            },
        ] = body.as_slice()
        {
            return self.merge_loops(src, label, *inner, body, out);
        }
        out.push(StmtKind::Loop { label, body }.at(src));
    }

    /// `loop a { loop b { .. } }`: leaving `b` starts it over.
    fn merge_loops(
        &mut self,
        src: Src,
        outer: Label,
        inner: Label,
        mut body: Block,
        out: &mut Block,
    ) {
        tail::redirect(
            self,
            &mut body,
            tail::Exit::Break(inner),
            tail::Exit::Continue(inner),
        );
        tail::redirect(
            self,
            &mut body,
            tail::Exit::Continue(outer),
            tail::Exit::Continue(inner),
        );
        if let Some(StmtKind::Loop { body, .. }) = body.first_mut().map(|stmt| &mut stmt.kind) {
            tail::leave(self, body, tail::Exit::Continue(inner));
        }
        self.labelled(src, outer, body, out);
    }

    /// Does control never run off the end of the block?
    fn ends(&mut self, block: &Block) -> bool {
        block.last().is_some_and(|stmt| self.diverges(stmt))
    }

    /// Does control never come out behind the statement?
    fn diverges(&mut self, stmt: &Stmt) -> bool {
        match &stmt.kind {
            StmtKind::Break(_)
            | StmtKind::Continue(_)
            | StmtKind::Return
            | StmtKind::Unreachable => true,
            StmtKind::Call { dest, .. } => {
                matches!(self.tcx.place_ty(self.body, dest).ty.kind(), TyKind::Never)
            }
            StmtKind::If { then, els, .. } => self.ends(then) && self.ends(els),
            StmtKind::Switch { default, .. } => {
                self.ends(default) && children(&stmt.kind).into_iter().all(|arm| self.ends(arm))
            }
            StmtKind::SwitchVariant { .. } => {
                children(&stmt.kind).into_iter().all(|arm| self.ends(arm))
            }
            StmtKind::Loop { label, .. } => self.jumps(*label).breaks <= 0,
            StmtKind::Block { label, body } => self.jumps(*label).breaks <= 0 && self.ends(body),
            StmtKind::Assign(..) | StmtKind::CheckedBinary { .. } | StmtKind::Drop(_) => false,
        }
    }
}
