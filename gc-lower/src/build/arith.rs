//! Operators on scalars, and their checks.

use super::{Cx, R, walk};
use crate::{
    pir::{Constant, Operand, Place, Rvalue, StmtKind},
    shim::resolve,
};
use wrc_thir::{BinOp, CastKind, ExprId, IntTy, Ty, TyKind, UnOp};

/// `bits` cut to the width of the type.
pub(super) fn truncate(bits: u128, int: IntTy) -> u128 {
    match int.bits() {
        128 => bits,
        width => bits & ((1 << width) - 1),
    }
}

/// The number that the bits stand for; `None` for a `u128` beyond `i128`.
pub(super) fn value_of(bits: u128, int: IntTy) -> Option<i128> {
    let bits = truncate(bits, int);
    if !int.is_signed() {
        return i128::try_from(bits).ok();
    }
    let unused = 128 - int.bits();
    Some(((bits << unused) as i128) >> unused)
}

/// `lhs op rhs`, if it does not overflow.
pub(super) fn fold(op: BinOp, lhs: u128, rhs: u128, int: IntTy) -> Option<u128> {
    let (a, b) = (value_of(lhs, int)?, value_of(rhs, int)?);
    let in_range = |value: i128| {
        let bits = truncate(value as u128, int);
        (value_of(bits, int)? == value).then_some(bits)
    };
    match op {
        BinOp::Add => in_range(a.checked_add(b)?),
        BinOp::Sub => in_range(a.checked_sub(b)?),
        BinOp::Mul => in_range(a.checked_mul(b)?),
        BinOp::Div => in_range(a.checked_div(b)?),
        BinOp::Rem => in_range(a.checked_rem(b)?),
        BinOp::BitAnd => Some(truncate(lhs & rhs, int)),
        BinOp::BitOr => Some(truncate(lhs | rhs, int)),
        BinOp::BitXor => Some(truncate(lhs ^ rhs, int)),
        BinOp::Shl if (0..i128::from(int.bits())).contains(&b) => Some(truncate(lhs << b, int)),
        BinOp::Shr if (0..i128::from(int.bits())).contains(&b) => {
            Some(truncate((a >> b) as u128, int))
        }
        BinOp::Shl | BinOp::Shr => None,
        BinOp::Eq => Some((a == b).into()),
        BinOp::Ne => Some((a != b).into()),
        BinOp::Lt => Some((a < b).into()),
        BinOp::Le => Some((a <= b).into()),
        BinOp::Gt => Some((a > b).into()),
        BinOp::Ge => Some((a >= b).into()),
    }
}

impl Cx<'_, '_> {
    pub(super) fn binary(
        &mut self,
        expr: ExprId,
        op: BinOp,
        lhs: ExprId,
        rhs: ExprId,
    ) -> R<Rvalue> {
        let mut operands = self.operands(&[lhs, rhs])?.into_iter();
        let (Some(lhs), Some(rhs)) = (operands.next(), operands.next()) else {
            return Err(self.internal(self.span(expr), "an operator lacks operands"));
        };
        self.checked_binary(op, lhs, rhs)
    }

    /// `lhs op rhs`, after the checks that Rust demands.
    fn checked_binary(&mut self, op: BinOp, lhs: Operand, rhs: Operand) -> R<Rvalue> {
        let ty = self.operand_ty(&lhs);
        if ty.is_unit() {
            let equal = matches!(op, BinOp::Eq | BinOp::Le | BinOp::Ge);
            return Ok(Rvalue::Use(Operand::bool(equal)));
        }
        let TyKind::Int(int) = ty.kind() else {
            return Ok(Rvalue::Binary(op, lhs, rhs));
        };
        match op {
            BinOp::Add | BinOp::Sub | BinOp::Mul if self.tcx.options.overflow_checks => {
                return self.overflow_checked(op, lhs, rhs, ty);
            }
            BinOp::Div | BinOp::Rem => self.check_division(op, &lhs, &rhs, *int)?,
            BinOp::Shl | BinOp::Shr if self.tcx.options.overflow_checks => {
                self.check_shift(op, &rhs, int.bits())?;
            }
            _ => {}
        }
        Ok(Rvalue::Binary(op, lhs, rhs))
    }

    fn overflow_checked(&mut self, op: BinOp, lhs: Operand, rhs: Operand, ty: Ty) -> R<Rvalue> {
        let dest = self.body.new_local(ty);
        let overflow = self.body.new_local(Ty::bool());
        self.emit(StmtKind::CheckedBinary {
            dest: dest.into(),
            overflow: overflow.into(),
            op,
            lhs,
            rhs,
        });
        let name = match op {
            BinOp::Add => "panic_const_add_overflow",
            BinOp::Sub => "panic_const_sub_overflow",
            _ => "panic_const_mul_overflow",
        };
        self.panic_if(Operand::Move(overflow.into()), name)?;
        Ok(Rvalue::Use(Operand::Move(dest.into())))
    }

    fn check_division(&mut self, op: BinOp, lhs: &Operand, rhs: &Operand, int: IntTy) -> R<()> {
        let known = match rhs {
            Operand::Const(Constant::Scalar(bits, _)) => value_of(*bits, int),
            _ => None,
        };
        let rhs = reread(rhs);
        if known.is_none_or(|value| value == 0) {
            let zero = self.compare(BinOp::Eq, rhs.clone(), Cx::int(0, int));
            self.panic_if(
                zero,
                match op {
                    BinOp::Div => "panic_const_div_by_zero",
                    _ => "panic_const_rem_by_zero",
                },
            )?;
        }
        if !int.is_signed() || known.is_some_and(|value| value != -1) {
            return Ok(());
        }
        let name = match op {
            BinOp::Div => "panic_const_div_overflow",
            _ => "panic_const_rem_overflow",
        };
        let lhs = reread(lhs);
        let minus_one = self.compare(BinOp::Eq, rhs, Cx::int(u128::MAX, int));
        let (then, ()) = self.nested(|cx| {
            let min = cx.compare(BinOp::Eq, lhs, Cx::int(1 << (int.bits() - 1), int));
            cx.panic_if(min, name)
        })?;
        self.emit(StmtKind::If {
            cond: minus_one,
            then,
            els: Vec::new(),
        });
        Ok(())
    }

    fn check_shift(&mut self, op: BinOp, count: &Operand, width: u32) -> R<()> {
        let ty = self.operand_ty(count);
        let TyKind::Int(int) = *ty.kind() else {
            return Ok(());
        };
        if let Operand::Const(Constant::Scalar(bits, _)) = count
            && *bits < u128::from(width)
        {
            return Ok(());
        }
        // As an unsigned number a negative count is too large as well.
        let mut count = reread(count);
        let mut unsigned = int;
        if int.is_signed() {
            unsigned = unsigned_of(int);
            let to = Ty::int(unsigned);
            let cast = self.fresh(to, Rvalue::Cast(CastKind::Numeric, count, to));
            count = Operand::Move(cast.into());
        }
        let too_far = self.compare(BinOp::Ge, count, Cx::int(width.into(), unsigned));
        self.panic_if(
            too_far,
            match op {
                BinOp::Shl => "panic_const_shl_overflow",
                _ => "panic_const_shr_overflow",
            },
        )
    }

    pub(super) fn unary(&mut self, expr: ExprId, op: UnOp, operand: ExprId) -> R<Rvalue> {
        if let Some(constant) = self.constant(expr)? {
            return Ok(Rvalue::Use(Operand::Const(constant)));
        }
        let operand = self.operand(operand)?;
        if let (UnOp::Neg, TyKind::Int(int), true) =
            (op, self.ty(expr).kind(), self.tcx.options.overflow_checks)
            && int.is_signed()
        {
            let min = Cx::int(1 << (int.bits() - 1), *int);
            let is_min = self.compare(BinOp::Eq, reread(&operand), min);
            self.panic_if(is_min, "panic_const_neg_overflow")?;
        }
        Ok(Rvalue::Unary(op, operand))
    }

    /// `place op= value`: the value first.
    pub(super) fn assign_op(
        &mut self,
        expr: ExprId,
        op: BinOp,
        place: ExprId,
        value: ExprId,
    ) -> R<()> {
        let mut rhs = self.operand(value)?;
        if walk::is_place(&self.thir.exprs[value]) && !self.is_inert(&[place]) {
            rhs = self.spill(rhs);
        }
        let place: Place = self.place(place)?;
        let before = self.enter(expr);
        let value = self.checked_binary(op, Operand::Copy(place.clone()), rhs)?;
        self.assign(place, value);
        self.src = before;
        Ok(())
    }

    pub(super) fn compare(&mut self, op: BinOp, lhs: Operand, rhs: Operand) -> Operand {
        let result = self.fresh(Ty::bool(), Rvalue::Binary(op, lhs, rhs));
        Operand::Move(result.into())
    }

    fn panic_if(&mut self, cond: Operand, name: &str) -> R<()> {
        let (then, ()) = self.nested(|cx| cx.call_panic(name, Vec::new()))?;
        self.emit(StmtKind::If {
            cond,
            then,
            els: Vec::new(),
        });
        Ok(())
    }

    /// A call of a lang function that does not return.
    pub(super) fn call_panic(&mut self, name: &str, args: Vec<Operand>) -> R<()> {
        let dest = self.result_place(Ty::never());
        self.call_lang(&dest, name, args)
    }

    /// A call of a lang function without generic arguments.
    pub(super) fn call_lang(&mut self, dest: &Place, name: &str, args: Vec<Operand>) -> R<()> {
        let def = resolve::lang_fn(self.tcx, name)?;
        self.call_def(dest, def, &[], args)
    }
}

/// The operand, read once more before its last use.
fn reread(operand: &Operand) -> Operand {
    match operand {
        Operand::Move(place) => Operand::Copy(place.clone()),
        Operand::Copy(_) | Operand::Const(_) | Operand::Borrow(..) => operand.clone(),
    }
}

fn unsigned_of(int: IntTy) -> IntTy {
    match int {
        IntTy::I8 => IntTy::U8,
        IntTy::I16 => IntTy::U16,
        IntTy::I32 => IntTy::U32,
        IntTy::I64 => IntTy::U64,
        IntTy::I128 => IntTy::U128,
        IntTy::Isize => IntTy::Usize,
        _ => int,
    }
}
