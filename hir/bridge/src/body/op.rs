//! Operators: built in on scalars, otherwise calls.

use super::BodyCx;
use crate::ids;
use hir_def::{FunctionId, hir};
use hir_ty::{
    Adjust, Adjustment, PointerCast,
    next_solver::{GenericArgs, Ty as RaTy, TyKind as RaTyKind},
};
use rustc_type_ir::{UintTy, inherent::IntoKind};
use syntax::ast::{ArithOp, BinaryOp, CmpOp, LogicOp, Ordering, UnaryOp};
use wrc_base::Span;
use wrc_thir::{BinOp, Callee, ExprId, ExprKind, Mutability, Ty, TyKind, UnOp};

impl<'db> BodyCx<'db> {
    pub(super) fn unary(&mut self, id: hir::ExprId, operand: hir::ExprId, op: UnaryOp) -> ExprId {
        let (ty, span) = (self.expr_ty(id), self.spans.expr(id));
        let op = match op {
            UnaryOp::Deref => return self.explicit_deref(id, operand),
            UnaryOp::Not => UnOp::Not,
            UnaryOp::Neg => UnOp::Neg,
        };
        // `-128i8` is a literal, not the negation of an overflowing one.
        if op == UnOp::Neg
            && let hir::Expr::Literal(literal) = &self.store[operand]
            && self.adjustments(operand).is_empty()
            && ty.is_primitive_scalar()
        {
            return self.literal(literal, ty, span, true);
        }
        if is_scalar(self.infer.expr_ty(operand)) {
            let operand = self.expr(operand);
            return self.push(ExprKind::Unary(op, operand), ty, span);
        }
        match self.infer.method_resolution(id) {
            Some((method, args)) => {
                let operand = self.expr(operand);
                self.operator_call(method, args, vec![operand], ty, span)
            }
            None => {
                let operand_ty = self.cx.show(self.infer.expr_ty(operand));
                let sign = if op == UnOp::Not { "!" } else { "-" };
                let message =
                    format!("cannot apply unary operator `{sign}` to type `{operand_ty}`");
                self.operator_error("E0600", span, message, ty)
            }
        }
    }

    /// `*operand`.
    fn explicit_deref(&mut self, id: hir::ExprId, operand: hir::ExprId) -> ExprId {
        let (ty, span) = (self.expr_ty(id), self.spans.expr(id));
        let Some((method, args)) = self.infer.method_resolution(id) else {
            let operand = self.expr(operand);
            return self.deref(operand, ty, span);
        };
        let operand = self.expr(operand);
        let mutability = match self.exprs[operand].ty.pointee() {
            Some((mutability, _)) => mutability,
            None => Mutability::Not,
        };
        let call = self.operator_call(method, args, vec![operand], ty.reference(mutability), span);
        self.push(ExprKind::Deref(call), ty, span)
    }

    pub(super) fn binary(
        &mut self,
        id: hir::ExprId,
        lhs: hir::ExprId,
        rhs: hir::ExprId,
        op: Option<BinaryOp>,
    ) -> ExprId {
        let (ty, span) = (self.expr_ty(id), self.spans.expr(id));
        let Some(op) = op else {
            self.untyped
                .push((span, "an operator is missing here".to_owned()));
            return self.push(ExprKind::Tuple(Vec::new()), ty, span);
        };
        if let BinaryOp::LogicOp(logic) = op {
            let lhs = self.expr(lhs);
            let rhs = self.expr(rhs);
            let kind = match logic {
                LogicOp::And => ExprKind::LogicalAnd(lhs, rhs),
                LogicOp::Or => ExprKind::LogicalOr(lhs, rhs),
            };
            return self.push(kind, ty, span);
        }
        let builtin = is_scalar(self.infer.expr_ty(lhs)) && is_scalar(self.infer.expr_ty(rhs));
        match (op, builtin) {
            (BinaryOp::ArithOp(arith), true) => {
                let lhs = self.expr(lhs);
                let rhs = self.expr(rhs);
                self.push(ExprKind::Binary(arith_op(arith), lhs, rhs), ty, span)
            }
            (BinaryOp::CmpOp(cmp), true) => {
                let lhs = self.without_autoref(lhs);
                let rhs = self.without_autoref(rhs);
                self.push(ExprKind::Binary(cmp_op(cmp), lhs, rhs), ty, span)
            }
            (BinaryOp::Assignment { op: Some(arith) }, true) => {
                let lhs = self.without_autoref(lhs);
                let rhs = self.expr(rhs);
                self.push(
                    ExprKind::AssignOp(arith_op(arith), lhs, rhs),
                    Ty::unit(),
                    span,
                )
            }
            (BinaryOp::LogicOp(_) | BinaryOp::Assignment { op: None }, _) | (_, false) => {
                self.overloaded_binary(id, lhs, rhs, op)
            }
        }
    }

    fn overloaded_binary(
        &mut self,
        id: hir::ExprId,
        lhs: hir::ExprId,
        rhs: hir::ExprId,
        op: BinaryOp,
    ) -> ExprId {
        let (ty, span) = (self.expr_ty(id), self.spans.expr(id));
        let Some((method, args)) = self.infer.method_resolution(id) else {
            let lhs_ty = self.cx.show(self.infer.expr_ty(lhs));
            let (code, message) = match op {
                BinaryOp::Assignment { .. } => (
                    "E0368",
                    format!(
                        "binary assignment operation `{op}` cannot be applied to type `{lhs_ty}`"
                    ),
                ),
                BinaryOp::LogicOp(_) | BinaryOp::ArithOp(_) | BinaryOp::CmpOp(_) => (
                    "E0369",
                    format!("binary operation `{op}` cannot be applied to type `{lhs_ty}`"),
                ),
            };
            return self.operator_error(code, span, message, ty);
        };
        let lhs = self.receiver(lhs);
        let rhs = self.expr(rhs);
        self.operator_call(method, args, vec![lhs, rhs], ty, span)
    }

    fn operator_error(
        &mut self,
        code: &'static str,
        span: Span,
        message: String,
        ty: Ty,
    ) -> ExprId {
        if !crate::check::has_errors(self.infer) {
            self.error(code, span, message);
        }
        self.push(ExprKind::Tuple(Vec::new()), ty, span)
    }

    fn operator_call(
        &mut self,
        method: FunctionId,
        args: GenericArgs<'db>,
        operands: Vec<ExprId>,
        ty: Ty,
        span: Span,
    ) -> ExprId {
        let callee = Callee::Fn(ids::fn_def(method), self.cx.args(args));
        let kind = ExprKind::Call {
            callee,
            args: operands,
        };
        self.push(kind, ty, span)
    }

    /// The operand of a built-in comparison or assignment: rust-analyzer
    /// borrows it as if the operator were a call.
    fn without_autoref(&mut self, id: hir::ExprId) -> ExprId {
        let adjustments = self.adjustments(id);
        let kept = match adjustments.split_last() {
            Some((last, rest)) if matches!(last.kind, Adjust::Borrow(_)) => rest,
            _ => adjustments,
        };
        self.expr_with(id, kept)
    }

    pub(super) fn index(
        &mut self,
        id: hir::ExprId,
        base: hir::ExprId,
        index: hir::ExprId,
    ) -> ExprId {
        let (ty, span) = (self.expr_ty(id), self.spans.expr(id));
        let adjustments = self.adjustments(base);
        let place_adjustments = without_unsized_autoref(adjustments);
        let place_ty: RaTy<'db> = match place_adjustments.last() {
            Some(last) => last.target.as_ref(),
            None => self.infer.expr_ty(base),
        };
        let index_ty = self.infer.type_of_expr_with_adjust(index);
        let is_usize =
            index_ty.is_some_and(|it| matches!(it.kind(), RaTyKind::Uint(UintTy::Usize)));
        if is_usize && matches!(place_ty.kind(), RaTyKind::Array(..) | RaTyKind::Slice(_)) {
            let base = self.expr_with(base, place_adjustments);
            let index = self.expr(index);
            return self.push(ExprKind::Index(base, index), ty, span);
        }
        let Some((method, args)) = self.infer.method_resolution(id) else {
            let base_ty = self.cx.show(self.infer.expr_ty(base));
            let message = format!("cannot index into a value of type `{base_ty}`");
            return self.operator_error("E0608", span, message, ty);
        };
        let base = self.receiver(base);
        let mutability = match self.exprs[base].ty.kind() {
            TyKind::Ref(mutability, _) => *mutability,
            _ => Mutability::Not,
        };
        let index = self.expr(index);
        let call = self.operator_call(
            method,
            args,
            vec![base, index],
            ty.reference(mutability),
            self.spans.brackets(self.cx, id),
        );
        self.push(ExprKind::Deref(call), ty, span)
    }
}

/// Built-in indexing takes the place itself: the autoref goes, and with it
/// the unsizing of an array's reference.
fn without_unsized_autoref(adjustments: &[Adjustment]) -> &[Adjustment] {
    let mut kept = adjustments;
    if let Some((last, rest)) = kept.split_last()
        && matches!(last.kind, Adjust::Pointer(PointerCast::Unsize))
    {
        kept = rest;
    }
    match kept.split_last() {
        Some((last, rest)) if matches!(last.kind, Adjust::Borrow(_)) => rest,
        _ => adjustments,
    }
}

/// Types whose operators are built in.
fn is_scalar(ty: RaTy<'_>) -> bool {
    matches!(
        ty.kind(),
        RaTyKind::Bool
            | RaTyKind::Char
            | RaTyKind::Int(_)
            | RaTyKind::Uint(_)
            | RaTyKind::Float(_)
            | RaTyKind::RawPtr(..)
            | RaTyKind::FnDef(..)
            | RaTyKind::FnPtr(..)
    )
}

fn arith_op(op: ArithOp) -> BinOp {
    match op {
        ArithOp::Add => BinOp::Add,
        ArithOp::Mul => BinOp::Mul,
        ArithOp::Sub => BinOp::Sub,
        ArithOp::Div => BinOp::Div,
        ArithOp::Rem => BinOp::Rem,
        ArithOp::Shl => BinOp::Shl,
        ArithOp::Shr => BinOp::Shr,
        ArithOp::BitXor => BinOp::BitXor,
        ArithOp::BitOr => BinOp::BitOr,
        ArithOp::BitAnd => BinOp::BitAnd,
    }
}

fn cmp_op(op: CmpOp) -> BinOp {
    match op {
        CmpOp::Eq { negated: false } => BinOp::Eq,
        CmpOp::Eq { negated: true } => BinOp::Ne,
        CmpOp::Ord {
            ordering: Ordering::Less,
            strict: true,
        } => BinOp::Lt,
        CmpOp::Ord {
            ordering: Ordering::Less,
            strict: false,
        } => BinOp::Le,
        CmpOp::Ord {
            ordering: Ordering::Greater,
            strict: true,
        } => BinOp::Gt,
        CmpOp::Ord {
            ordering: Ordering::Greater,
            strict: false,
        } => BinOp::Ge,
    }
}
