//! `%` of floats, exactly.

use super::code::{Code, block, if_else, num1, num2, select};
use crate::wir::*;
use wrc_object::*;

/// The hidden bit of a mantissa.
const HIDDEN: i64 = 1 << 52;

/// `fmod` by subtracting shifted mantissas: exact, no rounding anywhere.
pub(super) fn rem_body(code: &mut Code) {
    let (x, y) = (code.param(0), code.param(1));
    let ax = code.save(num1(NumOp::F64Abs, x.clone()), WTy::F64);
    let ay = code.save(num1(NumOp::F64Abs, y.clone()), WTy::F64);
    let infinity = Ex::F64(f64::INFINITY.to_bits());
    // NaN for NaN operands, x infinite, y zero.
    let is_defined = num2(
        NumOp::I32And,
        num2(NumOp::F64Lt, ax.clone(), infinity),
        num2(NumOp::F64Gt, ay.clone(), Ex::F64(0)),
    );
    let nan = Ex::F64(f64::NAN.to_bits());
    let undefined = vec![Ex::Return(vec![nan])];
    code.emit(if_else(
        num1(NumOp::I32Eqz, is_defined),
        undefined,
        Vec::new(),
    ));
    let is_small = num2(NumOp::F64Lt, ax.clone(), ay.clone());
    let small = vec![Ex::Return(vec![x.clone()])];
    code.emit(if_else(is_small, small, Vec::new()));
    let (ex, mx) = split(code, ax);
    let (ey, my) = split(code, ay);
    let get = Ex::Get;
    let set = |code: &mut Code, local: WLocal, value: Ex| {
        code.emit(Ex::Set(local, Box::new(value)));
    };
    let reduce = |code: &mut Code| {
        let takes = num2(NumOp::I64GeS, get(mx), get(my));
        let less = num2(NumOp::I64Sub, get(mx), get(my));
        let take = vec![Ex::Set(mx, Box::new(less))];
        code.emit(if_else(takes, take, Vec::new()));
    };
    let (exit, again) = (code.label(), code.label());
    let (mut body, ()) = code.nested(|code| {
        reduce(code);
        let is_last = num2(NumOp::I64LeS, get(ex), get(ey));
        code.emit(Ex::BrIf(exit, Box::new(is_last)));
        set(code, mx, num2(NumOp::I64Shl, get(mx), Ex::I64(1)));
        set(code, ex, num2(NumOp::I64Sub, get(ex), Ex::I64(1)));
    });
    body.push(Ex::Br(again));
    let again = Ex::Loop { label: again, body };
    code.emit(block(exit, vec![again]));
    let signed = |bits: Ex| {
        let magnitude = num1(NumOp::F64ReinterpretI64, bits);
        num2(NumOp::F64Copysign, magnitude, x.clone())
    };
    let zero = vec![Ex::Return(vec![signed(Ex::I64(0))])];
    code.emit(if_else(num1(NumOp::I64Eqz, get(mx)), zero, Vec::new()));
    let shift = num2(NumOp::I64Sub, num1(NumOp::I64Clz, get(mx)), Ex::I64(11));
    let shift = code.save(shift, WTy::I64);
    set(code, mx, num2(NumOp::I64Shl, get(mx), shift.clone()));
    set(code, ex, num2(NumOp::I64Sub, get(ex), shift));
    let normal = num2(
        NumOp::I64Or,
        num2(NumOp::I64Sub, get(mx), Ex::I64(HIDDEN)),
        num2(NumOp::I64Shl, get(ex), Ex::I64(52)),
    );
    let down = num2(NumOp::I64Sub, Ex::I64(1), get(ex));
    let subnormal = num2(NumOp::I64ShrU, get(mx), down);
    let is_normal = num2(NumOp::I64GtS, get(ex), Ex::I64(0));
    let bits = select(WTy::I64, is_normal, normal, subnormal);
    let value = signed(bits);
    code.emit(Ex::Return(vec![value]));
}

/// The exponent and the mantissa with its hidden bit, of a positive number.
fn split(code: &mut Code, value: Ex) -> (WLocal, WLocal) {
    let bits = code.save(num1(NumOp::I64ReinterpretF64, value), WTy::I64);
    let (exponent, mantissa) = (code.temp(WTy::I64), code.temp(WTy::I64));
    let raw = num2(NumOp::I64ShrU, bits.clone(), Ex::I64(52));
    code.emit(Ex::Set(exponent, Box::new(raw)));
    let (subnormal, ()) = code.nested(|code| {
        let shift = num2(
            NumOp::I64Sub,
            num1(NumOp::I64Clz, bits.clone()),
            Ex::I64(11),
        );
        let shift = code.save(shift, WTy::I64);
        let shifted = num2(NumOp::I64Shl, bits.clone(), shift.clone());
        code.emit(Ex::Set(mantissa, Box::new(shifted)));
        let lower = num2(NumOp::I64Sub, Ex::I64(1), shift);
        code.emit(Ex::Set(exponent, Box::new(lower)));
    });
    let (normal, ()) = code.nested(|code| {
        let low = num2(NumOp::I64And, bits.clone(), Ex::I64(HIDDEN - 1));
        let full = num2(NumOp::I64Or, low, Ex::I64(HIDDEN));
        code.emit(Ex::Set(mantissa, Box::new(full)));
    });
    let is_subnormal = num1(NumOp::I64Eqz, Ex::Get(exponent));
    code.emit(if_else(is_subnormal, subnormal, normal));
    (exponent, mantissa)
}
