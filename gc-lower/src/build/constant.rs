//! Constants: literals, and items whose value is plain arithmetic.
//!
//! The front end evaluates constants too, but with 64-bit pointers, so only
//! lengths and const arguments, which are part of types, are taken from it.
//! What is not decided here is evaluated by calling `Instance::Const`.

use super::{Cx, R, arith};
use crate::pir::{Constant, Tcx};
use wrc_thir::{
    Arg, Args, Body, BodyOwner, CastKind, Const, ConstDef, ExprId, ExprKind, IntTy, Ty, TyKind,
    UnOp, subst_const,
};

/// How far constants may refer to each other.
const DEPTH: u32 = 16;

impl Cx<'_, '_> {
    /// `expr` as a constant, if it is one without running code.
    pub(super) fn constant(&self, expr: ExprId) -> R<Option<Constant>> {
        let ty = self.ty(expr);
        Ok(Some(match &self.thir.exprs[expr].kind {
            ExprKind::Float(bits) => Constant::Float(*bits, ty),
            ExprKind::Str(text) => Constant::Str(text.clone()),
            ExprKind::ByteStr(bytes) => Constant::Bytes(bytes.clone()),
            ExprKind::FnItem => Constant::Zst(ty),
            ExprKind::Tuple(list) if list.is_empty() => Constant::Zst(ty),
            ExprKind::ConstArg(c) => match self.const_at(c) {
                Const::Value(bits) if ty.is_primitive_scalar() => {
                    Constant::Scalar(truncate_to(bits, ty), ty)
                }
                _ => return Err(self.internal(self.span(expr), "a const argument has no value")),
            },
            ExprKind::Unary(UnOp::Neg, inner) if matches!(ty.kind(), TyKind::Float(_)) => {
                match (&self.thir.exprs[*inner].kind, ty.kind()) {
                    (ExprKind::Float(bits), TyKind::Float(wrc_thir::FloatTy::F32)) => {
                        Constant::Float(bits ^ (1 << 31), ty)
                    }
                    (ExprKind::Float(bits), _) => Constant::Float(bits ^ (1 << 63), ty),
                    _ => return Ok(None),
                }
            }
            ExprKind::Scalar(_) | ExprKind::Const(..) | ExprKind::Unary(UnOp::Neg, _) => {
                match self.scalar(expr) {
                    Some(bits) => Constant::Scalar(bits, ty),
                    None => return Ok(None),
                }
            }
            _ => return Ok(None),
        }))
    }

    /// The bits of a scalar constant expression of this body.
    pub(super) fn scalar(&self, expr: ExprId) -> Option<u128> {
        match &self.thir.exprs[expr].kind {
            // Folded only as a literal: otherwise it may be checked.
            ExprKind::Unary(UnOp::Neg, inner)
                if !matches!(self.thir.exprs[*inner].kind, ExprKind::Scalar(_)) =>
            {
                None
            }
            _ => scalar(self.tcx, self.thir, &self.args, expr, DEPTH),
        }
    }
}

/// The bits of a scalar-typed constant expression, if it is simple enough and
/// does not overflow.
fn scalar(tcx: &Tcx, body: &Body, args: &[Arg], expr: ExprId, depth: u32) -> Option<u128> {
    let ty = tcx.instantiate(body.exprs[expr].ty, args);
    if !matches!(ty.kind(), TyKind::Bool | TyKind::Char | TyKind::Int(_)) {
        return None;
    }
    let next = |expr: ExprId| scalar(tcx, body, args, expr, depth);
    match &body.exprs[expr].kind {
        ExprKind::Scalar(bits) => Some(truncate_to(*bits, ty)),
        ExprKind::ConstArg(c) => match tcx.db.normalize_const(&subst_const(c, args)) {
            Const::Value(bits) => Some(truncate_to(bits, ty)),
            _ => None,
        },
        ExprKind::Const(def, own) => named(tcx, *def, own, args, depth),
        ExprKind::Unary(UnOp::Neg, inner) => {
            let TyKind::Int(int) = ty.kind() else {
                return None;
            };
            // `-128i8`: the literal alone is out of range.
            let value = arith::value_of(next(*inner)?, *int)?;
            Some(arith::truncate(value.wrapping_neg() as u128, *int))
        }
        ExprKind::Unary(UnOp::Not, inner) => {
            let bits = next(*inner)?;
            Some(match ty.kind() {
                TyKind::Int(int) => arith::truncate(!bits, *int),
                _ => bits ^ 1,
            })
        }
        ExprKind::Binary(op, lhs, rhs) => {
            let operand_ty = tcx.instantiate(body.exprs[*lhs].ty, args);
            let TyKind::Int(int) = operand_ty.kind() else {
                return None;
            };
            arith::fold(*op, next(*lhs)?, next(*rhs)?, *int)
        }
        ExprKind::Cast(CastKind::Numeric, inner) => {
            let from = tcx.instantiate(body.exprs[*inner].ty, args);
            let bits = next(*inner)?;
            let bits = match from.kind() {
                TyKind::Int(int) => arith::value_of(bits, *int)? as u128,
                _ => bits,
            };
            Some(truncate_to(bits, ty))
        }
        ExprKind::Cast(CastKind::Same, inner) => next(*inner),
        ExprKind::Block(block) if block.stmts.is_empty() => next(block.tail?),
        _ => None,
    }
}

fn named(tcx: &Tcx, def: ConstDef, own: &Args, args: &[Arg], depth: u32) -> Option<u128> {
    if depth == 0 {
        return None;
    }
    let own: Args = own
        .iter()
        .map(|arg| match arg {
            Arg::Ty(ty) => Arg::Ty(tcx.instantiate(*ty, args)),
            Arg::Const(c) => Arg::Const(match subst_const(c, args) {
                Const::Value(bits) => Const::Value(bits),
                c => tcx.db.normalize_const(&c),
            }),
        })
        .collect();
    let (def, own) = tcx.db.resolve_const(def, &own);
    let body = tcx.db.body(BodyOwner::Const(def)).ok()?;
    scalar(tcx, &body, &own, body.root, depth - 1)
}

/// `bits` cut to the width of a scalar type.
fn truncate_to(bits: u128, ty: Ty) -> u128 {
    match ty.kind() {
        TyKind::Bool => bits & 1,
        TyKind::Char => arith::truncate(bits, IntTy::U32),
        TyKind::Int(int) => arith::truncate(bits, *int),
        _ => bits,
    }
}
