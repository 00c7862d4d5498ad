//! Intrinsics whose result is known, or that are plain PIR operations.

use crate::{
    intrinsics::Intrinsic,
    pir::{Body, Callee, Constant, Operand, Place, Rvalue, StmtKind, Tcx},
};
use wrc_thir::{Arg, BinOp, Ty, TyKind};

/// The call, or what it comes to.
pub(super) fn fold_call(
    tcx: &Tcx,
    body: &Body,
    dest: Place,
    callee: Callee,
    args: Vec<Operand>,
) -> StmtKind {
    if let Callee::Intrinsic(intrinsic, generics) = &callee
        && let Some(folded) = fold(tcx, body, &dest, *intrinsic, generics, &args)
    {
        return folded;
    }
    StmtKind::Call { dest, callee, args }
}

fn fold(
    tcx: &Tcx,
    body: &Body,
    dest: &Place,
    intrinsic: Intrinsic,
    generics: &[Arg],
    args: &[Operand],
) -> Option<StmtKind> {
    let assign = |rvalue| Some(StmtKind::Assign(dest.clone(), rvalue));
    let generic = || generics.first().and_then(Arg::as_ty);
    let binary = |op| {
        let [lhs, rhs] = args else {
            return None;
        };
        let is_int = matches!(generic()?.kind(), TyKind::Int(_));
        if is_int {
            assign(Rvalue::Binary(op, lhs.clone(), rhs.clone()))
        } else {
            None
        }
    };
    let checked = |op| {
        let [lhs, rhs] = args else {
            return None;
        };
        let reads_dest = args
            .iter()
            .filter_map(Operand::place)
            .any(|place| place.base == dest.base);
        if reads_dest || dest.has_deref() {
            return None;
        }
        Some(StmtKind::CheckedBinary {
            dest: dest.field(0),
            overflow: dest.field(1),
            op,
            lhs: lhs.clone(),
            rhs: rhs.clone(),
        })
    };
    match intrinsic {
        Intrinsic::NeedsDrop => assign(Rvalue::Use(Operand::bool(tcx.needs_drop(generic()?)))),
        Intrinsic::OwnsSomething => {
            assign(Rvalue::Use(Operand::bool(tcx.owns_something(generic()?))))
        }
        Intrinsic::IsCopy => assign(Rvalue::Use(Operand::bool(tcx.is_copy(generic()?)))),
        Intrinsic::TypeName => {
            let name = tcx.db.type_name(generic()?);
            assign(Rvalue::Use(Operand::Const(Constant::Str(name.into()))))
        }
        Intrinsic::DropInPlace if !tcx.needs_drop(generic()?) => {
            assign(Rvalue::Use(Operand::unit()))
        }
        Intrinsic::Forget => assign(Rvalue::Use(Operand::unit())),
        Intrinsic::Unreachable => Some(StmtKind::Unreachable),
        Intrinsic::Transmute => {
            let [operand] = args else {
                return None;
            };
            let same = tcx.operand_ty(body, operand) == tcx.place_ty(body, dest).ty;
            if same {
                assign(Rvalue::Use(operand.clone()))
            } else {
                None
            }
        }
        Intrinsic::WrappingAdd | Intrinsic::UncheckedAdd => binary(BinOp::Add),
        Intrinsic::WrappingSub | Intrinsic::UncheckedSub => binary(BinOp::Sub),
        Intrinsic::WrappingMul | Intrinsic::UncheckedMul => binary(BinOp::Mul),
        Intrinsic::UncheckedDiv => binary(BinOp::Div),
        Intrinsic::UncheckedRem => binary(BinOp::Rem),
        Intrinsic::UncheckedShl => binary(BinOp::Shl),
        Intrinsic::UncheckedShr => binary(BinOp::Shr),
        Intrinsic::AddWithOverflow => checked(BinOp::Add),
        Intrinsic::SubWithOverflow => checked(BinOp::Sub),
        Intrinsic::MulWithOverflow => checked(BinOp::Mul),
        _ => None,
    }
    .filter(|_| generic() != Some(Ty::error()))
}
