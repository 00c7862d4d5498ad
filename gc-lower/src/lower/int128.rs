//! 128-bit integers as two `i64`, low half first.

use super::{
    code::{Code, block, if_else, num1, num2, select},
    helpers::Helper,
};
use crate::wir::*;
use wrc_object::*;
use wrc_thir::BinOp;

/// What is too long to write at each use. Values are (low, high).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum WideOp {
    /// `i64 * i64`, all 128 bits.
    MulS,
    MulU,
    /// 128 by 128 bits, the low 128.
    Mul,
    /// The same, and whether bits were lost.
    MulOverflowS,
    MulOverflowU,
    /// Quotient and remainder.
    DivRemU,
    DivRemS,
    Shl,
    ShrS,
    ShrU,
    ToF64S,
    ToF64U,
    ToF32S,
    ToF32U,
    /// Saturating.
    FromF64S,
    FromF64U,
}

pub(super) fn wide_signature(op: WideOp) -> (Vec<WTy>, Vec<WTy>) {
    use WTy::*;
    match op {
        WideOp::MulS | WideOp::MulU => (vec![I64; 2], vec![I64; 2]),
        WideOp::Mul => (vec![I64; 4], vec![I64; 2]),
        WideOp::MulOverflowS | WideOp::MulOverflowU => (vec![I64; 4], vec![I64, I64, I32]),
        WideOp::DivRemU | WideOp::DivRemS => (vec![I64; 4], vec![I64; 4]),
        WideOp::Shl | WideOp::ShrS | WideOp::ShrU => (vec![I64, I64, I32], vec![I64; 2]),
        WideOp::ToF64S | WideOp::ToF64U => (vec![I64; 2], vec![F64]),
        WideOp::ToF32S | WideOp::ToF32U => (vec![I64; 2], vec![F32]),
        WideOp::FromF64S | WideOp::FromF64U => (vec![F64], vec![I64; 2]),
    }
}

/// A 128-bit value in reusable expressions.
type Pair = [Ex; 2];

impl Code<'_, '_> {
    fn pair(&mut self, values: Vec<Ex>) -> Pair {
        let mut values = values.into_iter();
        let mut next = || values.next().unwrap_or(Ex::I64(0));
        let (low, high) = (next(), next());
        [self.dup(low, WTy::I64), self.dup(high, WTy::I64)]
    }

    fn call_wide(&mut self, op: WideOp, args: Vec<Ex>) -> Vec<Ex> {
        let helper = self.cx.helper(Helper::Wide(op));
        self.call(helper, args)
    }

    /// Arithmetic and comparisons other than shifts.
    pub fn wide(&mut self, op: BinOp, signed: bool, a: Vec<Ex>, b: Vec<Ex>) -> Vec<Ex> {
        let (a, b) = (self.pair(a), self.pair(b));
        let halves =
            |op: NumOp, [a0, a1]: Pair, [b0, b1]: Pair| vec![num2(op, a0, b0), num2(op, a1, b1)];
        match op {
            BinOp::Add => self.wide_add(a, b),
            BinOp::Sub => self.wide_sub(a, b),
            BinOp::Mul => self.call_wide(WideOp::Mul, [a, b].concat()),
            BinOp::Div | BinOp::Rem => {
                let helper = if signed {
                    WideOp::DivRemS
                } else {
                    WideOp::DivRemU
                };
                let mut results = self.call_wide(helper, [a, b].concat());
                let rem = results.split_off(2);
                if op == BinOp::Div { results } else { rem }
            }
            BinOp::BitAnd => halves(NumOp::I64And, a, b),
            BinOp::BitOr => halves(NumOp::I64Or, a, b),
            BinOp::BitXor => halves(NumOp::I64Xor, a, b),
            BinOp::Eq => vec![num1(NumOp::I64Eqz, differing(a, b))],
            BinOp::Ne => vec![num1(NumOp::I32Eqz, num1(NumOp::I64Eqz, differing(a, b)))],
            BinOp::Lt => vec![less(signed, a, b)],
            BinOp::Gt => vec![less(signed, b, a)],
            BinOp::Le => vec![num1(NumOp::I32Eqz, less(signed, b, a))],
            BinOp::Ge => vec![num1(NumOp::I32Eqz, less(signed, a, b))],
            BinOp::Shl | BinOp::Shr => a.into(),
        }
    }

    fn wide_add(&mut self, [a0, a1]: Pair, [b0, b1]: Pair) -> Vec<Ex> {
        let low = self.save(num2(NumOp::I64Add, a0.clone(), b0), WTy::I64);
        let carry = num1(NumOp::I64ExtendI32U, num2(NumOp::I64LtU, low.clone(), a0));
        let high = num2(NumOp::I64Add, num2(NumOp::I64Add, a1, b1), carry);
        vec![low, high]
    }

    fn wide_sub(&mut self, [a0, a1]: Pair, [b0, b1]: Pair) -> Vec<Ex> {
        let borrow = num1(
            NumOp::I64ExtendI32U,
            num2(NumOp::I64LtU, a0.clone(), b0.clone()),
        );
        let borrow = self.save(borrow, WTy::I64);
        let low = num2(NumOp::I64Sub, a0, b0);
        let high = num2(NumOp::I64Sub, num2(NumOp::I64Sub, a1, b1), borrow);
        vec![low, high]
    }

    fn wide_neg(&mut self, value: Pair) -> Pair {
        let values = self.wide_sub([Ex::I64(0), Ex::I64(0)], value);
        self.pair(values)
    }

    /// The wrapped result, and whether it wrapped. The operands are reusable.
    pub fn wide_overflow(
        &mut self,
        op: BinOp,
        signed: bool,
        a: Vec<Ex>,
        b: Vec<Ex>,
    ) -> (Vec<Ex>, Ex) {
        let (a, b) = (self.pair(a), self.pair(b));
        if op == BinOp::Mul {
            let helper = if signed {
                WideOp::MulOverflowS
            } else {
                WideOp::MulOverflowU
            };
            let mut results = self.call_wide(helper, [a, b].concat());
            let flag = results.pop().unwrap_or(Ex::I32(0));
            return (results, flag);
        }
        let values = match op {
            BinOp::Sub => self.wide_sub(a.clone(), b.clone()),
            _ => self.wide_add(a.clone(), b.clone()),
        };
        let r = self.pair(values);
        let signs = |x: &Ex, y: &Ex| num2(NumOp::I64Xor, x.clone(), y.clone());
        let flag = match (op, signed) {
            (BinOp::Sub, false) => less(false, a, b),
            (_, false) => less(false, r.clone(), a),
            (BinOp::Sub, true) => {
                let bits = num2(NumOp::I64And, signs(&a[1], &b[1]), signs(&a[1], &r[1]));
                num2(NumOp::I64LtS, bits, Ex::I64(0))
            }
            (_, true) => {
                let bits = num2(NumOp::I64And, signs(&a[1], &r[1]), signs(&b[1], &r[1]));
                num2(NumOp::I64LtS, bits, Ex::I64(0))
            }
        };
        (r.into(), flag)
    }
}

fn differing([a0, a1]: Pair, [b0, b1]: Pair) -> Ex {
    num2(
        NumOp::I64Or,
        num2(NumOp::I64Xor, a0, b0),
        num2(NumOp::I64Xor, a1, b1),
    )
}

fn less(signed: bool, [a0, a1]: Pair, [b0, b1]: Pair) -> Ex {
    let high = if signed { NumOp::I64LtS } else { NumOp::I64LtU };
    select(
        WTy::I32,
        num2(NumOp::I64Eq, a1.clone(), b1.clone()),
        num2(NumOp::I64LtU, a0, b0),
        num2(high, a1, b1),
    )
}

pub(super) fn wide_body(code: &mut Code, op: WideOp) {
    let values = match op {
        WideOp::MulU => mul_u(code),
        WideOp::MulS => mul_s(code),
        WideOp::Mul => mul(code),
        WideOp::MulOverflowU => mul_overflow_u(code),
        WideOp::MulOverflowS => mul_overflow_s(code),
        WideOp::DivRemU => super::div128::div_rem_u(code),
        WideOp::DivRemS => super::div128::div_rem_s(code),
        WideOp::Shl | WideOp::ShrS | WideOp::ShrU => shift(code, op),
        WideOp::ToF64S | WideOp::ToF64U | WideOp::ToF32S | WideOp::ToF32U => to_float(code, op),
        WideOp::FromF64U => from_float_u(code),
        WideOp::FromF64S => from_float_s(code),
    };
    code.emit(Ex::Return(values));
}

fn param_pair(code: &Code, at: usize) -> Pair {
    [code.param(at), code.param(at + 1)]
}

fn and(a: Ex, b: Ex) -> Ex {
    num2(NumOp::I64And, a, b)
}

fn shr(a: Ex, n: i64) -> Ex {
    num2(NumOp::I64ShrU, a, Ex::I64(n))
}

/// Schoolbook multiplication of 32-bit halves.
fn mul_u(code: &mut Code) -> Vec<Ex> {
    const LOW: i64 = 0xffff_ffff;
    let (a, b) = (code.param(0), code.param(1));
    let (a0, a1) = (and(a.clone(), Ex::I64(LOW)), shr(a.clone(), 32));
    let (b0, b1) = (and(b.clone(), Ex::I64(LOW)), shr(b.clone(), 32));
    let a0 = code.save(a0, WTy::I64);
    let a1 = code.save(a1, WTy::I64);
    let b0 = code.save(b0, WTy::I64);
    let b1 = code.save(b1, WTy::I64);
    let times = |x: &Ex, y: &Ex| num2(NumOp::I64Mul, x.clone(), y.clone());
    let plus = |x, y| num2(NumOp::I64Add, x, y);
    let mid = code.save(plus(times(&a1, &b0), shr(times(&a0, &b0), 32)), WTy::I64);
    let other = plus(times(&a0, &b1), and(mid.clone(), Ex::I64(LOW)));
    let other = code.save(other, WTy::I64);
    let high = plus(plus(times(&a1, &b1), shr(mid, 32)), shr(other, 32));
    vec![num2(NumOp::I64Mul, a, b), high]
}

fn mul_s(code: &mut Code) -> Vec<Ex> {
    let (a, b) = (code.param(0), code.param(1));
    let product = code.call_wide(WideOp::MulU, vec![a.clone(), b.clone()]);
    let [low, high] = code.pair(product);
    let sign = |x: Ex| num2(NumOp::I64ShrS, x, Ex::I64(63));
    let high = num2(NumOp::I64Sub, high, and(sign(a.clone()), b.clone()));
    vec![low, num2(NumOp::I64Sub, high, and(sign(b), a))]
}

fn mul(code: &mut Code) -> Vec<Ex> {
    let ([a0, a1], [b0, b1]) = (param_pair(code, 0), param_pair(code, 2));
    let product = code.call_wide(WideOp::MulU, vec![a0.clone(), b0.clone()]);
    let [low, high] = code.pair(product);
    let cross = num2(
        NumOp::I64Add,
        num2(NumOp::I64Mul, a0, b1),
        num2(NumOp::I64Mul, a1, b0),
    );
    vec![low, num2(NumOp::I64Add, high, cross)]
}

fn mul_overflow_u(code: &mut Code) -> Vec<Ex> {
    let ([a0, a1], [b0, b1]) = (param_pair(code, 0), param_pair(code, 2));
    let is_set = |x: &Ex| num1(NumOp::I32Eqz, num1(NumOp::I64Eqz, x.clone()));
    // a0*b0 + (a0*b1 + a1*b0) << 64; a1*b1 must be zero.
    let product = code.call_wide(WideOp::MulU, vec![a0.clone(), b0.clone()]);
    let [low, high] = code.pair(product);
    let left = code.call_wide(WideOp::MulU, vec![a0, b1.clone()]);
    let [left, left_lost] = code.pair(left);
    let right = code.call_wide(WideOp::MulU, vec![a1.clone(), b0]);
    let [right, right_lost] = code.pair(right);
    let first = code.save(num2(NumOp::I64Add, high.clone(), left), WTy::I64);
    let second = code.save(num2(NumOp::I64Add, first.clone(), right), WTy::I64);
    let flags = [
        num2(NumOp::I32And, is_set(&a1), is_set(&b1)),
        is_set(&left_lost),
        is_set(&right_lost),
        num2(NumOp::I64LtU, first.clone(), high),
        num2(NumOp::I64LtU, second.clone(), first),
    ];
    let flag = flags
        .into_iter()
        .reduce(|a, b| num2(NumOp::I32Or, a, b))
        .unwrap_or(Ex::I32(0));
    vec![low, second, flag]
}

fn mul_overflow_s(code: &mut Code) -> Vec<Ex> {
    let (a, b) = (param_pair(code, 0), param_pair(code, 2));
    let is_negative = num2(
        NumOp::I64LtS,
        num2(NumOp::I64Xor, a[1].clone(), b[1].clone()),
        Ex::I64(0),
    );
    let is_negative = code.save(is_negative, WTy::I32);
    let a = magnitude(code, a);
    let b = magnitude(code, b);
    let results = code.call_wide(WideOp::MulOverflowU, [a, b].concat());
    let flag = code.save(results[2].clone(), WTy::I32);
    let product = code.pair(results);
    let negated = code.wide_neg(product.clone());
    let result: Vec<Ex> = product
        .into_iter()
        .zip(negated)
        .map(|(plain, negated)| select(WTy::I64, is_negative.clone(), negated, plain))
        .collect();
    let result = code.pair(result);
    // The sign must be right, unless the product is zero.
    let is_zero = num1(
        NumOp::I64Eqz,
        num2(NumOp::I64Or, result[0].clone(), result[1].clone()),
    );
    let has_sign = num2(NumOp::I64LtS, result[1].clone(), Ex::I64(0));
    let is_wrong = num2(
        NumOp::I32And,
        num2(NumOp::I32Ne, has_sign, is_negative),
        num1(NumOp::I32Eqz, is_zero),
    );
    let [low, high] = result;
    vec![low, high, num2(NumOp::I32Or, flag, is_wrong)]
}

/// The absolute value, as unsigned.
pub(super) fn magnitude(code: &mut Code, value: Pair) -> Pair {
    let is_negative = num2(NumOp::I64LtS, value[1].clone(), Ex::I64(0));
    let is_negative = code.save(is_negative, WTy::I32);
    negated_if(code, is_negative, value)
}

pub(super) fn negated_if(code: &mut Code, cond: Ex, value: Pair) -> Pair {
    let negated = code.wide_neg(value.clone());
    let values = value
        .into_iter()
        .zip(negated)
        .map(|(plain, negated)| select(WTy::I64, cond.clone(), negated, plain))
        .collect();
    code.pair(values)
}

fn shift(code: &mut Code, op: WideOp) -> Vec<Ex> {
    let [low, high] = param_pair(code, 0);
    let count = num2(NumOp::I32And, code.param(2), Ex::I32(127));
    let count = code.save(num1(NumOp::I64ExtendI32U, count), WTy::I64);
    let (then, ()) = code.nested(|code| {
        code.emit(Ex::Return(vec![code.param(0), code.param(1)]));
    });
    code.emit(if_else(
        num1(NumOp::I64Eqz, count.clone()),
        then,
        Vec::new(),
    ));
    let back = num2(NumOp::I64Sub, Ex::I64(64), count.clone());
    let is_far = num2(NumOp::I64GeU, count.clone(), Ex::I64(64));
    let (shift, across) = match op {
        WideOp::Shl => (NumOp::I64Shl, NumOp::I64ShrU),
        WideOp::ShrS => (NumOp::I64ShrS, NumOp::I64Shl),
        _ => (NumOp::I64ShrU, NumOp::I64Shl),
    };
    // Engines take counts modulo 64.
    let (far, ()) = code.nested(|code| {
        let values = match op {
            WideOp::Shl => vec![Ex::I64(0), num2(shift, low.clone(), count.clone())],
            WideOp::ShrS => vec![
                num2(shift, high.clone(), count.clone()),
                num2(NumOp::I64ShrS, high.clone(), Ex::I64(63)),
            ],
            _ => vec![num2(shift, high.clone(), count.clone()), Ex::I64(0)],
        };
        code.emit(Ex::Return(values));
    });
    code.emit(if_else(is_far, far, Vec::new()));
    if op == WideOp::Shl {
        let moved = num2(across, low.clone(), back);
        let high = num2(NumOp::I64Or, num2(shift, high, count.clone()), moved);
        vec![num2(shift, low, count), high]
    } else {
        let moved = num2(across, high.clone(), back);
        let low = num2(
            NumOp::I64Or,
            num2(NumOp::I64ShrU, low, count.clone()),
            moved,
        );
        vec![low, num2(shift, high, count)]
    }
}

fn to_float(code: &mut Code, op: WideOp) -> Vec<Ex> {
    let is_f64 = matches!(op, WideOp::ToF64S | WideOp::ToF64U);
    let value = param_pair(code, 0);
    if matches!(op, WideOp::ToF64S | WideOp::ToF32S) {
        let magnitude = magnitude(code, value.clone());
        let unsigned = if is_f64 {
            WideOp::ToF64U
        } else {
            WideOp::ToF32U
        };
        let ty = if is_f64 { WTy::F64 } else { WTy::F32 };
        let float = code.call_wide(unsigned, magnitude.into());
        let float = code.save(float[0].clone(), ty);
        let neg = if is_f64 { NumOp::F64Neg } else { NumOp::F32Neg };
        let is_negative = num2(NumOp::I64LtS, value[1].clone(), Ex::I64(0));
        let negated = num1(neg, float.clone());
        return vec![select(ty, is_negative, negated, float)];
    }
    let [low, high] = value;
    let convert = |ex| {
        let op = if is_f64 {
            NumOp::F64ConvertI64U
        } else {
            NumOp::F32ConvertI64U
        };
        num1(op, ex)
    };
    let (small, ()) = code.nested(|code| {
        let value = convert(code.param(0));
        code.emit(Ex::Return(vec![value]));
    });
    code.emit(if_else(
        num1(NumOp::I64Eqz, high.clone()),
        small,
        Vec::new(),
    ));
    // The top 64 bits, the last one also for all below; rounded once.
    let zeros = code.save(num1(NumOp::I64Clz, high.clone()), WTy::I64);
    let count = num1(NumOp::I32WrapI64, zeros.clone());
    let shifted = code.call_wide(WideOp::Shl, vec![low, high, count]);
    let [low, top] = code.pair(shifted);
    let sticky = num1(
        NumOp::I64ExtendI32U,
        num1(NumOp::I32Eqz, num1(NumOp::I64Eqz, low)),
    );
    let float = convert(num2(NumOp::I64Or, top, sticky));
    let exponent = num2(NumOp::I64Sub, Ex::I64(64), zeros);
    let scale = if is_f64 {
        let bits = num2(NumOp::I64Add, exponent, Ex::I64(1023));
        let bits = num2(NumOp::I64Shl, bits, Ex::I64(52));
        num1(NumOp::F64ReinterpretI64, bits)
    } else {
        let bits = num1(NumOp::I32WrapI64, exponent);
        let bits = num2(NumOp::I32Add, bits, Ex::I32(127));
        let bits = num2(NumOp::I32Shl, bits, Ex::I32(23));
        num1(NumOp::F32ReinterpretI32, bits)
    };
    let times = if is_f64 { NumOp::F64Mul } else { NumOp::F32Mul };
    vec![num2(times, float, scale)]
}

fn f64(value: f64) -> Ex {
    Ex::F64(value.to_bits())
}

fn from_float_u(code: &mut Code) -> Vec<Ex> {
    let x = code.param(0);
    let exit = |code: &mut Code, cond: Ex, values: Vec<Ex>| {
        code.emit(if_else(cond, vec![Ex::Return(values)], Vec::new()));
    };
    let trunc = |ex| num1(NumOp::I64TruncSatF64U, ex);
    let two64 = 18446744073709551616.0f64;
    let is_huge = num2(NumOp::F64Ge, x.clone(), f64(two64 * two64));
    exit(code, is_huge, vec![Ex::I64(-1), Ex::I64(-1)]);
    // Also NaN and negative numbers.
    let is_small = num1(NumOp::I32Eqz, num2(NumOp::F64Ge, x.clone(), f64(two64)));
    exit(code, is_small, vec![trunc(x.clone()), Ex::I64(0)]);
    let high = num1(
        NumOp::F64Trunc,
        num2(NumOp::F64Mul, x.clone(), f64(1.0 / two64)),
    );
    let high = code.save(high, WTy::F64);
    let low = num2(
        NumOp::F64Sub,
        x,
        num2(NumOp::F64Mul, high.clone(), f64(two64)),
    );
    vec![trunc(low), trunc(high)]
}

fn from_float_s(code: &mut Code) -> Vec<Ex> {
    let x = code.param(0);
    let magnitude = code.call_wide(WideOp::FromF64U, vec![num1(NumOp::F64Abs, x.clone())]);
    let value = code.pair(magnitude);
    let is_negative = code.save(num2(NumOp::F64Lt, x, f64(0.0)), WTy::I32);
    let done = code.label();
    let fits = num2(NumOp::I64GeS, value[1].clone(), Ex::I64(0));
    let (body, ()) = code.nested(|code| {
        code.emit(Ex::BrIf(done, Box::new(fits)));
        let low = select(WTy::I64, is_negative.clone(), Ex::I64(0), Ex::I64(-1));
        let high = select(
            WTy::I64,
            is_negative.clone(),
            Ex::I64(i64::MIN),
            Ex::I64(i64::MAX),
        );
        code.emit(Ex::Return(vec![low, high]));
    });
    code.emit(block(done, body));
    negated_if(code, is_negative, value).into()
}
