//! Integers of any width.

use wrc_thir::{BinOp, IntTy, Ty, TyKind};

/// How bits are read.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub bits: u32,
    pub is_signed: bool,
}

pub(super) fn form(int: IntTy, word: u32) -> Form {
    let bits = match int {
        IntTy::Usize | IntTy::Isize => word,
        _ => int.bits(),
    };
    Form {
        bits,
        is_signed: int.is_signed(),
    }
}

pub(super) fn form_of(ty: Ty, word: u32) -> Option<Form> {
    let unsigned = |bits| Form {
        bits,
        is_signed: false,
    };
    Some(match ty.kind() {
        TyKind::Bool => unsigned(1),
        TyKind::Char => unsigned(32),
        TyKind::Int(int) => form(*int, word),
        _ => return None,
    })
}

/// The low bits.
pub(super) fn cut(bits: u128, form: Form) -> u128 {
    crate::types::truncate(bits, form.bits)
}

/// The value that cut bits stand for; of the highest unsigned 128-bit values
/// the bits.
pub(super) fn extend(bits: u128, form: Form) -> i128 {
    if form.is_signed && form.bits < 128 && bits >> (form.bits - 1) & 1 == 1 {
        return (bits | !cut(!0, form)) as i128;
    }
    bits as i128
}

/// `None`: overflow, or division by zero.
pub(super) fn binary(op: BinOp, lhs: u128, rhs: u128, form: Form, count: Form) -> Option<u128> {
    let (a, b) = (extend(lhs, form), extend(rhs, form));
    Some(match op {
        BinOp::Add if is_widest(form) => lhs.checked_add(rhs)?,
        BinOp::Sub if is_widest(form) => lhs.checked_sub(rhs)?,
        BinOp::Mul if is_widest(form) => lhs.checked_mul(rhs)?,
        BinOp::Add => checked(a.wrapping_add(b), a.checked_add(b), form)?,
        BinOp::Sub => checked(a.wrapping_sub(b), a.checked_sub(b), form)?,
        BinOp::Mul => checked(a.wrapping_mul(b), a.checked_mul(b), form)?,
        BinOp::Div | BinOp::Rem if rhs == 0 => return None,
        BinOp::Div if form.is_signed => checked(a.wrapping_div(b), a.checked_div(b), form)?,
        BinOp::Rem if form.is_signed => cut(a.checked_rem(b)? as u128, form),
        BinOp::Div => lhs / rhs,
        BinOp::Rem => lhs % rhs,
        BinOp::BitAnd => lhs & rhs,
        BinOp::BitOr => lhs | rhs,
        BinOp::BitXor => lhs ^ rhs,
        BinOp::Shl => cut(lhs << amount(rhs, form, count)?, form),
        BinOp::Shr if form.is_signed => cut((a >> amount(rhs, form, count)?) as u128, form),
        BinOp::Shr => lhs >> amount(rhs, form, count)?,
        BinOp::Eq => (lhs == rhs).into(),
        BinOp::Ne => (lhs != rhs).into(),
        BinOp::Lt => is_less(lhs, rhs, form).into(),
        BinOp::Le => (!is_less(rhs, lhs, form)).into(),
        BinOp::Gt => is_less(rhs, lhs, form).into(),
        BinOp::Ge => (!is_less(lhs, rhs, form)).into(),
    })
}

/// Why an operation has no result, and whether it has none with overflow
/// checks turned off, too.
pub(super) fn failure(op: BinOp, rhs: u128, form: Form) -> Option<(String, bool)> {
    let what = match op {
        BinOp::Div if rhs == 0 => return Some(("division by zero".to_owned(), true)),
        BinOp::Rem if rhs == 0 => {
            return Some(("remainder with a divisor of zero".to_owned(), true));
        }
        BinOp::Add => "adding",
        BinOp::Sub => "subtracting",
        BinOp::Mul => "multiplying",
        BinOp::Div => "dividing",
        BinOp::Rem => "computing a remainder",
        BinOp::Shl => "shifting left",
        BinOp::Shr => "shifting right",
        _ => return None,
    };
    // Wide values are not computed exactly.
    let is_exact = form.bits < 128;
    let is_certain = matches!(op, BinOp::Div | BinOp::Rem);
    is_exact.then(|| (format!("{what} overflows"), is_certain))
}

/// Is the first value less?
pub(super) fn is_less(lhs: u128, rhs: u128, form: Form) -> bool {
    match form.is_signed {
        true => extend(lhs, form) < extend(rhs, form),
        false => lhs < rhs,
    }
}

fn amount(count: u128, form: Form, count_form: Form) -> Option<u32> {
    let count = extend(count, count_form);
    (0..i128::from(form.bits))
        .contains(&count)
        .then_some(count as u32)
}

/// The result's bits if it fits. Not of unsigned values of 128 bits.
fn checked(wrapped: i128, exact: Option<i128>, form: Form) -> Option<u128> {
    let bits = cut(wrapped as u128, form);
    (extend(bits, form) == exact?).then_some(bits)
}

/// `u128`, whose values are not all values of `i128`.
fn is_widest(form: Form) -> bool {
    form.bits == 128 && !form.is_signed
}

/// A modular operation, and whether the exact result differs.
pub(super) fn modular(op: BinOp, lhs: u128, rhs: u128, form: Form) -> Option<(u128, bool)> {
    if is_widest(form) {
        return Some(match op {
            BinOp::Add => lhs.overflowing_add(rhs),
            BinOp::Sub => lhs.overflowing_sub(rhs),
            BinOp::Mul => lhs.overflowing_mul(rhs),
            _ => return None,
        });
    }
    let (a, b) = (extend(lhs, form), extend(rhs, form));
    let (wrapped, exact) = match op {
        BinOp::Add => (a.wrapping_add(b), a.checked_add(b)),
        BinOp::Sub => (a.wrapping_sub(b), a.checked_sub(b)),
        BinOp::Mul => (a.wrapping_mul(b), a.checked_mul(b)),
        _ => return None,
    };
    let bits = cut(wrapped as u128, form);
    Some((bits, exact != Some(extend(bits, form))))
}

/// Where a sum, or a difference, that overflows ends: the highest or the
/// lowest value.
pub(super) fn limit(form: Form, rhs: u128, is_difference: bool) -> u128 {
    let is_negative = form.is_signed && rhs >> (form.bits - 1) & 1 == 1;
    let lowest = match form.is_signed {
        true => 1 << (form.bits - 1),
        false => 0,
    };
    match is_negative == is_difference {
        true => cut(!lowest, form),
        false => lowest,
    }
}
