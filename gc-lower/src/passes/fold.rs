//! Constant folding of right-hand sides: integers, `bool`, `char`. Floats are
//! left to the engine.

use crate::pir::{Constant, Operand, Rvalue};
use wrc_thir::{BinOp, CastKind, IntTy, Ty, TyKind, UnOp};

/// The constant that the right-hand side is, if its operands are constants.
pub fn fold(rvalue: &Rvalue) -> Option<Constant> {
    match rvalue {
        Rvalue::Unary(op, operand) => unary(*op, scalar(operand)?),
        Rvalue::Binary(op, lhs, rhs) => binary(*op, scalar(lhs)?, scalar(rhs)?),
        Rvalue::Cast(CastKind::Numeric, operand, to) => cast(scalar(operand)?, *to),
        _ => None,
    }
}

/// A scalar constant's bits and type.
pub fn scalar(operand: &Operand) -> Option<(u128, Ty)> {
    match operand {
        Operand::Const(Constant::Scalar(bits, ty)) if ty.is_primitive_scalar() => {
            Some((*bits, *ty))
        }
        _ => None,
    }
}

/// The result of wrapping arithmetic, and whether it wrapped.
pub fn overflowing(op: BinOp, lhs: (u128, Ty), rhs: (u128, Ty)) -> Option<(u128, bool)> {
    let int = int_ty(lhs.1)?;
    let (a, b) = (extend(lhs.0, int), extend(rhs.0, int));
    if int.bits() == 128 {
        return None;
    }
    let exact = match op {
        BinOp::Add => a.checked_add(b)?,
        BinOp::Sub => a.checked_sub(b)?,
        BinOp::Mul => a.checked_mul(b)?,
        _ => return None,
    };
    let bits = truncate(exact as u128, int.bits());
    Some((bits, extend(bits, int) != exact))
}

fn unary(op: UnOp, (bits, ty): (u128, Ty)) -> Option<Constant> {
    let width = width(ty)?;
    let bits = match op {
        UnOp::Not => !bits,
        UnOp::Neg => bits.wrapping_neg(),
    };
    Some(Constant::Scalar(truncate(bits, width), ty))
}

fn binary(op: BinOp, lhs: (u128, Ty), rhs: (u128, Ty)) -> Option<Constant> {
    let ty = lhs.1;
    let width = width(ty)?;
    let int = int_ty(ty).unwrap_or(IntTy::U128);
    let signed = int.is_signed();
    let (a, b) = (lhs.0, rhs.0);
    let order = if signed {
        extend(a, int).cmp(&extend(b, int))
    } else {
        a.cmp(&b)
    };
    let test = |result: bool| Some(Constant::Scalar(result.into(), Ty::bool()));
    let bits = match op {
        BinOp::Eq => return test(order.is_eq()),
        BinOp::Ne => return test(order.is_ne()),
        BinOp::Lt => return test(order.is_lt()),
        BinOp::Le => return test(order.is_le()),
        BinOp::Gt => return test(order.is_gt()),
        BinOp::Ge => return test(order.is_ge()),
        BinOp::Add => a.wrapping_add(b),
        BinOp::Sub => a.wrapping_sub(b),
        BinOp::Mul => a.wrapping_mul(b),
        BinOp::BitAnd => a & b,
        BinOp::BitOr => a | b,
        BinOp::BitXor => a ^ b,
        BinOp::Div | BinOp::Rem => return divide(op, lhs, rhs),
        BinOp::Shl => a << (shift_count(b, width)),
        BinOp::Shr if signed => (extend(a, int) >> shift_count(b, width)) as u128,
        BinOp::Shr => a >> shift_count(b, width),
    };
    Some(Constant::Scalar(truncate(bits, width), ty))
}

fn shift_count(bits: u128, width: u32) -> u32 {
    (bits as u32) & (width - 1)
}

fn divide(op: BinOp, lhs: (u128, Ty), rhs: (u128, Ty)) -> Option<Constant> {
    let int = int_ty(lhs.1)?;
    let bits = if int.is_signed() {
        let (a, b) = (extend(lhs.0, int), extend(rhs.0, int));
        let result = match op {
            BinOp::Div => a.checked_div(b)?,
            _ => a.checked_rem(b)?,
        };
        result as u128
    } else {
        match op {
            BinOp::Div => lhs.0.checked_div(rhs.0)?,
            _ => lhs.0.checked_rem(rhs.0)?,
        }
    };
    Some(Constant::Scalar(truncate(bits, int.bits()), lhs.1))
}

fn cast((bits, from): (u128, Ty), to: Ty) -> Option<Constant> {
    let bits = match int_ty(from) {
        Some(int) => extend(bits, int) as u128,
        None => bits,
    };
    Some(Constant::Scalar(truncate(bits, width(to)?), to))
}

fn int_ty(ty: Ty) -> Option<IntTy> {
    match ty.kind() {
        TyKind::Int(int) => Some(*int),
        _ => None,
    }
}

/// Bits of a foldable scalar type.
fn width(ty: Ty) -> Option<u32> {
    match ty.kind() {
        TyKind::Int(int) => Some(int.bits()),
        TyKind::Bool => Some(1),
        TyKind::Char => Some(32),
        _ => None,
    }
}

/// Zero- or sign-extends by the type; 128-bit unsigned values keep their bits.
fn extend(bits: u128, int: IntTy) -> i128 {
    let unused = 128 - int.bits();
    if int.is_signed() {
        ((bits << unused) as i128) >> unused
    } else {
        bits as i128
    }
}

fn truncate(bits: u128, width: u32) -> u128 {
    if width >= 128 {
        bits
    } else {
        bits & ((1 << width) - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn int(value: i128, ty: IntTy) -> Operand {
        let bits = truncate(value as u128, ty.bits());
        Operand::Const(Constant::Scalar(bits, Ty::int(ty)))
    }

    #[track_caller]
    fn check(rvalue: Rvalue, bits: Option<u128>) {
        let got = fold(&rvalue).map(|c| match c {
            Constant::Scalar(bits, _) => bits,
            _ => panic!("not a scalar"),
        });
        assert_eq!(got, bits);
    }

    #[test]
    fn arithmetic_wraps() {
        use IntTy::*;
        let add = |a, b, ty| Rvalue::Binary(BinOp::Add, int(a, ty), int(b, ty));
        check(add(255, 1, U8), Some(0));
        check(add(127, 1, I8), Some(0x80));
        let op = |op, a, b, ty| Rvalue::Binary(op, int(a, ty), int(b, ty));
        check(op(BinOp::Div, -7, 2, I32), Some(0xffff_fffd));
        check(op(BinOp::Div, 7, 0, I32), None);
        check(op(BinOp::Shr, -8, 1, I16), Some(0xfffc));
        check(op(BinOp::Lt, -1, 0, I64), Some(1));
        check(op(BinOp::Lt, -1, 0, U64), Some(0));
    }

    #[test]
    fn casts_extend_by_source() {
        let cast = |a, from, to| Rvalue::Cast(CastKind::Numeric, int(a, from), Ty::int(to));
        check(cast(-1, IntTy::I8, IntTy::U32), Some(0xffff_ffff));
        check(cast(0xff, IntTy::U8, IntTy::I32), Some(0xff));
        check(cast(0x1ff, IntTy::I32, IntTy::U8), Some(0xff));
    }
}
