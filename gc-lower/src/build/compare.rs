//! Comparisons with constant patterns that are no integers, and ranges.

use super::{Cx, R, pattern::PatValue};
use crate::{
    pir::{Constant, Label, Operand, Place, Rvalue},
    shim::resolve,
};
use wrc_thir::{Arg, BinOp, CastKind, ExprId, IntTy, Mutability, PatId, PatKind, Ty, TyKind};

impl Cx<'_, '_> {
    /// Whether the value in the place equals a constant that is no integer.
    pub(super) fn equal(&mut self, place: &Place, value: &PatValue) -> R<Operand> {
        let result: Place = self.body.new_local(Ty::bool()).into();
        match value {
            PatValue::Str(text) => {
                let text = Operand::Const(Constant::Str(text.clone()));
                let args = vec![self.compared(place), text];
                self.call_lang(&result, "str_eq", args)?;
            }
            PatValue::Bytes(bytes) => {
                let slice = Ty::int(IntTy::U8).slice().reference(Mutability::Not);
                let place = match self.place_ty(place).pointee() {
                    Some(_) => place.deref(),
                    None => place.clone(),
                };
                let args = vec![
                    self.unsized_to(Operand::Borrow(Mutability::Not, place), slice),
                    self.unsized_to(Operand::Const(Constant::Bytes(bytes.clone())), slice),
                ];
                self.call_lang(&result, "bytes_eq", args)?;
            }
            PatValue::Bits(_) => {
                let span = wrc_base::Span::default();
                return Err(self.internal(span, "a scalar pattern compared by call"));
            }
            PatValue::Other(expr) => self.equal_to_value(&result, place, *expr)?,
        }
        Ok(Operand::Move(result))
    }

    fn equal_to_value(&mut self, result: &Place, place: &Place, expr: ExprId) -> R<()> {
        let ty = self.ty(expr);
        let operand = self.operand(expr)?;
        let is_str = |ty: Ty| matches!(ty.kind(), TyKind::Ref(_, to) if *to.kind() == TyKind::Str);
        if ty.is_primitive_scalar() || matches!(ty.kind(), TyKind::RawPtr(..) | TyKind::FnPtr(_)) {
            let equal = Rvalue::Binary(BinOp::Eq, Operand::Copy(place.clone()), operand);
            self.assign(result.clone(), equal);
            return Ok(());
        }
        if is_str(ty) {
            let args = vec![self.compared(place), operand];
            return self.call_lang(result, "str_eq", args);
        }
        let value = self.fresh(ty, Rvalue::Use(operand));
        let eq = resolve::lang_fn(self.tcx, "eq_fn")?;
        let args = vec![
            Operand::Borrow(Mutability::Not, place.clone()),
            Operand::Borrow(Mutability::Not, value.into()),
        ];
        self.call_def(result, eq, &[Arg::Ty(ty), Arg::Ty(ty)], args)
    }

    /// A reference unsized to `to`, if it is not of that type already.
    fn unsized_to(&mut self, operand: Operand, to: Ty) -> Operand {
        let from = self.operand_ty(&operand);
        if from == to {
            return operand;
        }
        let operand = self.settle(operand);
        let local = self.fresh(to, Rvalue::Cast(CastKind::Unsize, operand, to));
        Operand::Move(local.into())
    }

    pub(super) fn require_range(&mut self, place: &Place, pat: PatId, fail: Label) -> R<()> {
        let PatKind::Range { lo, hi, inclusive } = self.thir.pats[pat].kind else {
            return Ok(());
        };
        let upper = if inclusive { BinOp::Le } else { BinOp::Lt };
        for (op, bound) in [(BinOp::Ge, lo), (upper, hi)] {
            let Some(bound) = bound else { continue };
            let bound = match (self.scalar(bound), self.ty(bound)) {
                (Some(bits), ty) => Operand::Const(Constant::Scalar(bits, ty)),
                (None, _) => self.operand(bound)?,
            };
            let fits = self.compare(op, Operand::Copy(place.clone()), bound);
            self.require(fits, fail);
        }
        Ok(())
    }
}
