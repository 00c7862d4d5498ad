//! `[value; len]`.

use super::{Cx, R, walk};
use crate::{
    intrinsics::Intrinsic,
    pir::{AggregateKind, Callee, Operand, Place, Proj, Rvalue, StmtKind},
};
use wrc_thir::{Arg, BinOp, Const, ExprId, ExprKind, Ty};

impl Cx<'_, '_> {
    pub(super) fn repeat_into(
        &mut self,
        dest: &Place,
        expr: ExprId,
        element: ExprId,
        len: &Const,
    ) -> R<()> {
        let len = self.known_len(expr, len)?;
        let ty = self.ty(element);
        let is_const = matches!(self.thir.exprs[element].kind, ExprKind::Const(..));
        if len == 0 {
            if !is_const {
                self.consume_and_drop(element)?;
            }
            let empty = Rvalue::Aggregate(AggregateKind::Array(ty), Vec::new());
            self.assign(dest.clone(), empty);
        } else if len == 1 || self.tcx.is_copy(ty) {
            let element = self.operand(element)?;
            self.assign(dest.clone(), Rvalue::Repeat(element, len));
        } else if walk::is_place(&self.thir.exprs[element]) {
            let message = "only a value of a `Copy` type can be repeated";
            return Err(self.tcx.error("E0277", self.span(expr), message));
        } else {
            // A constant, or an inline `const`, which arrives as what is in it.
            self.fill(dest, expr, element, len)?;
        }
        Ok(())
    }

    fn consume_and_drop(&mut self, element: ExprId) -> R<()> {
        if walk::is_place(&self.thir.exprs[element]) {
            let operand = self.operand(element)?;
            self.spill(operand);
            return Ok(());
        }
        self.effect(element)
    }

    /// A constant that is not `Copy`: evaluated for each element.
    fn fill(&mut self, dest: &Place, expr: ExprId, element: ExprId, len: u32) -> R<()> {
        let array_ty = self.ty(expr);
        let array = Place::local(self.body.new_local(array_ty));
        let uninit = Callee::Intrinsic(Intrinsic::Uninit, [Arg::Ty(array_ty)].into());
        self.call(&array, uninit, Vec::new());
        let index = self.fresh(Ty::usize(), Rvalue::Use(Operand::usize(0)));
        let label = self.body.new_label();
        let (body, ()) = self.nested(|cx| {
            let at = Operand::Copy(index.into());
            let more = cx.compare(BinOp::Lt, at.clone(), Operand::usize(len));
            cx.emit(StmtKind::If {
                cond: more,
                then: Vec::new(),
                els: vec![StmtKind::Break(label).at(cx.src)],
            });
            // A place is not assigned to while its index is: take a copy.
            let slot = cx.fresh(Ty::usize(), Rvalue::Use(at.clone()));
            let value = Place::local(cx.body.new_local(cx.ty(element)));
            cx.lower_into(&value, element)?;
            cx.assign(
                array.project(Proj::Index(slot)),
                Rvalue::Use(Operand::Move(value)),
            );
            cx.assign(index, Rvalue::Binary(BinOp::Add, at, Operand::usize(1)));
            Ok(())
        })?;
        self.emit(StmtKind::Loop { label, body });
        self.assign(dest.clone(), Rvalue::Use(Operand::Move(array)));
        Ok(())
    }
}
