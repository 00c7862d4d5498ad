//! Division of 128-bit integers.

use super::{
    code::{Code, block, if_else, num1, num2},
    helpers::Helper,
    int128::{WideOp, magnitude, negated_if},
};
use crate::wir::*;
use wrc_base::EntityRef;
use wrc_object::*;

/// Long division, bit by bit; short where both high halves are zero.
pub(super) fn div_rem_u(code: &mut Code) -> Vec<Ex> {
    let [n0, n1, d0, d1] = [0, 1, 2, 3].map(WLocal::new);
    let get = Ex::Get;
    let (short, ()) = code.nested(|code| {
        code.emit(Ex::Return(vec![
            num2(NumOp::I64DivU, get(n0), get(d0)),
            Ex::I64(0),
            num2(NumOp::I64RemU, get(n0), get(d0)),
            Ex::I64(0),
        ]));
    });
    let is_short = num1(NumOp::I64Eqz, num2(NumOp::I64Or, get(n1), get(d1)));
    code.emit(if_else(is_short, short, Vec::new()));
    let [q0, q1, r0, r1] = [(); 4].map(|()| code.temp(WTy::I64));
    let count = code.temp(WTy::I32);
    let over = code.temp(WTy::I32);
    let set = |code: &mut Code, local: WLocal, value: Ex| {
        code.emit(Ex::Set(local, Box::new(value)));
    };
    set(code, count, Ex::I32(128));
    // A short dividend has only 64 bits to bring down.
    let skip = vec![
        Ex::Set(n1, Box::new(get(n0))),
        Ex::Set(n0, Box::new(Ex::I64(0))),
        Ex::Set(count, Box::new(Ex::I32(64))),
    ];
    code.emit(if_else(num1(NumOp::I64Eqz, get(n1)), skip, Vec::new()));
    let (exit, again) = (code.label(), code.label());
    let (mut body, ()) = code.nested(|code| {
        let is_done = num1(NumOp::I32Eqz, get(count));
        code.emit(Ex::BrIf(exit, Box::new(is_done)));
        let top = num2(NumOp::I64ShrU, get(r1), Ex::I64(63));
        set(code, over, num1(NumOp::I32WrapI64, top));
        shift_in(code, r1, r0);
        shift_in(code, r0, n1);
        shift_in(code, n1, n0);
        set(code, n0, num2(NumOp::I64Shl, get(n0), Ex::I64(1)));
        shift_in(code, q1, q0);
        set(code, q0, num2(NumOp::I64Shl, get(q0), Ex::I64(1)));
        let less = super::code::select(
            WTy::I32,
            num2(NumOp::I64Eq, get(r1), get(d1)),
            num2(NumOp::I64LtU, get(r0), get(d0)),
            num2(NumOp::I64LtU, get(r1), get(d1)),
        );
        let takes = num2(NumOp::I32Or, get(over), num1(NumOp::I32Eqz, less));
        let (take, ()) = code.nested(|code| {
            let borrow = num1(NumOp::I64ExtendI32U, num2(NumOp::I64LtU, get(r0), get(d0)));
            let high = num2(NumOp::I64Sub, num2(NumOp::I64Sub, get(r1), get(d1)), borrow);
            set(code, r1, high);
            set(code, r0, num2(NumOp::I64Sub, get(r0), get(d0)));
            set(code, q0, num2(NumOp::I64Or, get(q0), Ex::I64(1)));
        });
        code.emit(if_else(takes, take, Vec::new()));
        set(code, count, super::code::add(get(count), -1));
    });
    body.push(Ex::Br(again));
    let again = Ex::Loop { label: again, body };
    code.emit(block(exit, vec![again]));
    [q0, q1, r0, r1].map(get).into()
}

/// `high = high << 1 | low >> 63`.
fn shift_in(code: &mut Code, high: WLocal, low: WLocal) {
    let value = num2(
        NumOp::I64Or,
        num2(NumOp::I64Shl, Ex::Get(high), Ex::I64(1)),
        num2(NumOp::I64ShrU, Ex::Get(low), Ex::I64(63)),
    );
    code.emit(Ex::Set(high, Box::new(value)));
}

pub(super) fn div_rem_s(code: &mut Code) -> Vec<Ex> {
    let n = [code.param(0), code.param(1)];
    let d = [code.param(2), code.param(3)];
    let is_negative = |x: &Ex| num2(NumOp::I64LtS, x.clone(), Ex::I64(0));
    let n_negative = code.save(is_negative(&n[1]), WTy::I32);
    let signs = num2(NumOp::I64Xor, n[1].clone(), d[1].clone());
    let q_negative = code.save(is_negative(&signs), WTy::I32);
    let n = magnitude(code, n);
    let d = magnitude(code, d);
    let helper = code.cx.helper(Helper::Wide(WideOp::DivRemU));
    let results = code.call(helper, [n, d].concat());
    let [q0, q1, r0, r1] = &results[..] else {
        return results;
    };
    let q = negated_if(code, q_negative, [q0.clone(), q1.clone()]);
    let r = negated_if(code, n_negative, [r0.clone(), r1.clone()]);
    [q, r].concat()
}
