//! Floats. Their values are bits, like those of integers.

use super::scalar::{Form, cut, extend};
use wrc_thir::{BinOp, FloatTy, Ty, TyKind};

pub(super) fn float_of(ty: Ty) -> Option<FloatTy> {
    match ty.kind() {
        TyKind::Float(float) => Some(*float),
        _ => None,
    }
}

/// As an `f64`, which is exact.
fn value(bits: u128, ty: FloatTy) -> f64 {
    match ty {
        FloatTy::F32 => f32::from_bits(bits as u32).into(),
        FloatTy::F64 => f64::from_bits(bits as u64),
    }
}

/// Rounded once more: sums, products and quotients of two `f32` come out
/// right that way.
fn bits(value: f64, ty: FloatTy) -> u128 {
    match ty {
        FloatTy::F32 => (value as f32).to_bits().into(),
        FloatTy::F64 => value.to_bits().into(),
    }
}

pub(super) fn neg(operand: u128, ty: FloatTy) -> u128 {
    bits(-value(operand, ty), ty)
}

pub(super) fn binary(op: BinOp, lhs: u128, rhs: u128, ty: FloatTy) -> Option<u128> {
    let (a, b) = (value(lhs, ty), value(rhs, ty));
    Some(match op {
        BinOp::Add => bits(a + b, ty),
        BinOp::Sub => bits(a - b, ty),
        BinOp::Mul => bits(a * b, ty),
        BinOp::Div => bits(a / b, ty),
        BinOp::Rem => bits(a % b, ty),
        BinOp::Eq => (a == b).into(),
        BinOp::Ne => (a != b).into(),
        BinOp::Lt => (a < b).into(),
        BinOp::Le => (a <= b).into(),
        BinOp::Gt => (a > b).into(),
        BinOp::Ge => (a >= b).into(),
        BinOp::BitAnd | BinOp::BitOr | BinOp::BitXor | BinOp::Shl | BinOp::Shr => return None,
    })
}

pub(super) fn to_float(operand: u128, from: FloatTy, to: FloatTy) -> u128 {
    bits(value(operand, from), to)
}

/// The nearest float.
pub(super) fn from_int(operand: u128, form: Form, to: FloatTy) -> u128 {
    let wide = extend(operand, form);
    match (to, form.is_signed) {
        (FloatTy::F32, true) => (wide as f32).to_bits().into(),
        (FloatTy::F32, false) => (wide as u128 as f32).to_bits().into(),
        (FloatTy::F64, true) => (wide as f64).to_bits().into(),
        (FloatTy::F64, false) => (wide as u128 as f64).to_bits().into(),
    }
}

/// The integer without what follows the point; the nearest where there is
/// none, and 0 for what is no number.
pub(super) fn to_int(operand: u128, from: FloatTy, form: Form) -> u128 {
    let value = value(operand, from);
    let wide = match form.is_signed {
        true => {
            let max = i128::MAX >> (128 - form.bits);
            (value as i128).clamp(-max - 1, max) as u128
        }
        false => (value as u128).min(u128::MAX >> (128 - form.bits)),
    };
    cut(wide, form)
}

/// An intrinsic of the library, `f32_sqrt` and so on.
pub(super) fn function(name: &str, args: &[u128]) -> Option<u128> {
    let (ty, name) = match name.split_once('_')? {
        ("f32", name) => (FloatTy::F32, name),
        ("f64", name) => (FloatTy::F64, name),
        _ => return None,
    };
    let at = |index: usize| Some(value(*args.get(index)?, ty));
    let a = at(0)?;
    let result = match name {
        "sqrt" => a.sqrt(),
        "floor" => a.floor(),
        "ceil" => a.ceil(),
        "trunc" => a.trunc(),
        "nearest" => a.round_ties_even(),
        "fabs" => a.abs(),
        "copysign" => a.copysign(at(1)?),
        _ => return None,
    };
    Some(bits(result, ty))
}
