//! Operands and lists of operands, in Rust's evaluation order.
//!
//! An operand names its place where that is the same as having read it
//! earlier: when nothing that is evaluated afterwards can write.

use super::{Cx, R, walk};
use crate::pir::{Operand, Place, PlaceBase, Proj, Rvalue};
use wrc_thir::{BorrowKind, ExprId, ExprKind, Mutability, TyKind};

impl Cx<'_, '_> {
    /// The value of `expr`, for a consumer that follows at once.
    pub(super) fn operand(&mut self, expr: ExprId) -> R<Operand> {
        if let Some(constant) = self.constant(expr)? {
            return Ok(Operand::Const(constant));
        }
        if walk::is_place(&self.thir.exprs[expr]) {
            let place = self.place(expr)?;
            return Ok(self.consume(place));
        }
        if self.ty(expr).is_unit() {
            let dest = self.result_place(self.ty(expr));
            self.lower_into(&dest, expr)?;
            return Ok(Operand::unit());
        }
        let local = self.body.new_local(self.ty(expr));
        self.lower_into(&local.into(), expr)?;
        self.schedule_operand(local);
        Ok(Operand::Move(local.into()))
    }

    /// The values of `exprs`, evaluated in order.
    pub(super) fn operands(&mut self, exprs: &[ExprId]) -> R<Vec<Operand>> {
        let mut operands = Vec::with_capacity(exprs.len());
        for (i, expr) in exprs.iter().enumerate() {
            let last = self.is_inert(&exprs[i + 1..]);
            operands.push(self.operand_before(*expr, last)?);
        }
        Ok(operands)
    }

    /// Arguments of a call: like [`Cx::operands`], but borrows of places are
    /// made when the call happens, as far as nobody can tell.
    pub(super) fn arguments(&mut self, exprs: &[ExprId]) -> R<Vec<Operand>> {
        let mut operands = Vec::with_capacity(exprs.len());
        for (i, expr) in exprs.iter().enumerate() {
            let rest = &exprs[i + 1..];
            let operand = match &self.thir.exprs[*expr].kind {
                ExprKind::Borrow(kind, inner) => {
                    self.borrow_argument(*expr, *kind, *inner, rest)?
                }
                _ => self.operand_before(*expr, self.is_inert(rest))?,
            };
            operands.push(operand);
        }
        Ok(operands)
    }

    fn operand_before(&mut self, expr: ExprId, last: bool) -> R<Operand> {
        let operand = self.operand(expr)?;
        if last || !walk::is_place(&self.thir.exprs[expr]) {
            return Ok(operand);
        }
        Ok(self.spill(operand))
    }

    fn borrow_argument(
        &mut self,
        expr: ExprId,
        kind: BorrowKind,
        inner: ExprId,
        rest: &[ExprId],
    ) -> R<Operand> {
        let before = self.enter(expr);
        let place = self.place(inner)?;
        let mutability = mutability(kind);
        let operand = if self.can_delay(mutability, inner, &place, rest) {
            Operand::Borrow(mutability, place)
        } else {
            let ty = self.place_ty(&place).reference(mutability);
            Operand::Move(self.fresh(ty, Rvalue::Ref(mutability, place)).into())
        };
        self.src = before;
        Ok(operand)
    }

    /// Is borrowing the place after `rest` the same as before it? The
    /// borrowed value itself cannot change in between, but the pointers the
    /// path goes through can, where the borrow checker does not care: behind
    /// shared references and raw pointers, and by assignment to a reference
    /// whose target is borrowed.
    fn can_delay(
        &self,
        mutability: Mutability,
        expr: ExprId,
        place: &Place,
        rest: &[ExprId],
    ) -> bool {
        if self.is_inert(rest) || !place.has_deref() {
            return true;
        }
        if mutability == Mutability::Not || matches!(place.base, PlaceBase::Static(_)) {
            return false;
        }
        let mut prefix = Place {
            base: place.base,
            proj: Default::default(),
        };
        for step in &place.proj {
            let through = *step == Proj::Deref
                && matches!(
                    self.place_ty(&prefix).kind(),
                    TyKind::RawPtr(..) | TyKind::Ref(Mutability::Not, _)
                );
            if through {
                return false;
            }
            prefix.proj.push(step.clone());
        }
        match walk::root_of(self.thir, expr) {
            Some(root) => !rest.iter().any(|e| walk::assigns(self.thir, *e, root)),
            None => true,
        }
    }

    pub(super) fn is_inert(&self, exprs: &[ExprId]) -> bool {
        exprs.iter().all(|expr| walk::is_inert(self.thir, *expr))
    }

    /// An operand for other consumers than calls: a delayed borrow is made now.
    pub(super) fn settle(&mut self, operand: Operand) -> Operand {
        match operand {
            Operand::Borrow(m, place) => {
                let ty = self.place_ty(&place).reference(m);
                Operand::Move(self.fresh(ty, Rvalue::Ref(m, place)).into())
            }
            Operand::Copy(_) | Operand::Move(_) | Operand::Const(_) => operand,
        }
    }
}

pub(super) fn mutability(kind: BorrowKind) -> Mutability {
    match kind {
        BorrowKind::Shared => Mutability::Not,
        BorrowKind::Mut | BorrowKind::TwoPhaseMut => Mutability::Mut,
    }
}
