//! Rules for numeric instructions.

use std::mem::replace;

use wrc_object::Program;

use super::super::{bits, fold::fold};
use crate::wir::ir::{Ex, NumOp};

/// A simpler equal expression, if there is one.
pub(super) fn rule(op: NumOp, args: &mut Vec<Ex>, program: &Program) -> Option<Ex> {
    if let Some(value) = fold(op, args) {
        return Some(value);
    }
    match &mut args[..] {
        [value] => unary(op, value, program),
        [a, b] if is_const(a) && !is_const(b) => {
            let op = swapped(op)?;
            args.swap(0, 1);
            Some(Ex::Num(op, std::mem::take(args)))
        }
        [a, Ex::I32(b)] => with_i32(op, a, *b, program),
        [a, Ex::I64(b)] => with_i64(op, a, *b),
        _ => None,
    }
}

fn is_const(ex: &Ex) -> bool {
    matches!(ex, Ex::I32(_) | Ex::I64(_) | Ex::F32(_) | Ex::F64(_))
}

fn out(ex: &mut Ex) -> Ex {
    replace(ex, Ex::Nop)
}

fn unary(op: NumOp, value: &mut Ex, program: &Program) -> Option<Ex> {
    match op {
        NumOp::I32Eqz => match value {
            Ex::Num(NumOp::I32Eqz, args) if bits::is_bool(&args[0], program) => {
                Some(out(&mut args[0]))
            }
            Ex::Num(inner, args) => {
                let inverse = inverse(*inner)?;
                Some(Ex::Num(inverse, std::mem::take(args)))
            }
            _ => None,
        },
        NumOp::I32Extend8S if bits::is_extended(value, 8, program) => Some(out(value)),
        NumOp::I32Extend16S if bits::is_extended(value, 16, program) => Some(out(value)),
        NumOp::I32Extend8S => demanded(op, value, 8),
        NumOp::I32Extend16S => demanded(op, value, 16),
        NumOp::I32WrapI64 => match value {
            Ex::Num(NumOp::I64ExtendI32S | NumOp::I64ExtendI32U, args) => Some(out(&mut args[0])),
            Ex::Num(NumOp::I64And, args) => match &mut args[..] {
                [inner, Ex::I64(mask)] if *mask as u32 == u32::MAX => {
                    Some(Ex::Num(NumOp::I32WrapI64, vec![out(inner)]))
                }
                _ => None,
            },
            _ => None,
        },
        NumOp::I64Extend32S => match value {
            Ex::Num(NumOp::I64ExtendI32S, _) => Some(out(value)),
            _ => None,
        },
        NumOp::F32ReinterpretI32
        | NumOp::I32ReinterpretF32
        | NumOp::F64ReinterpretI64
        | NumOp::I64ReinterpretF64 => match value {
            Ex::Num(inner, args) if is_reinterpret(*inner) => Some(out(&mut args[0])),
            _ => None,
        },
        _ => None,
    }
}

/// Only inverse pairs type-check.
fn is_reinterpret(op: NumOp) -> bool {
    matches!(
        op,
        NumOp::F32ReinterpretI32
            | NumOp::I32ReinterpretF32
            | NumOp::F64ReinterpretI64
            | NumOp::I64ReinterpretF64
    )
}

/// The same instruction on an operand of which only low bits matter.
fn demanded(op: NumOp, value: &mut Ex, bits: u32) -> Option<Ex> {
    let before = value.clone();
    bits::demand(value, bits);
    (*value != before).then(|| Ex::Num(op, vec![out(value)]))
}

fn with_i32(op: NumOp, a: &mut Ex, b: i32, program: &Program) -> Option<Ex> {
    let again = |op, a: &mut Ex, b| Some(Ex::Num(op, vec![out(a), Ex::I32(b)]));
    match op {
        NumOp::I32Eq if b == 0 => Some(Ex::Num(NumOp::I32Eqz, vec![out(a)])),
        NumOp::I32Ne if b == 0 && bits::is_bool(a, program) => Some(out(a)),
        NumOp::I32Eq if b == 1 && bits::is_bool(a, program) => Some(out(a)),
        NumOp::I32Ne if b == 1 && bits::is_bool(a, program) => {
            Some(Ex::Num(NumOp::I32Eqz, vec![out(a)]))
        }
        NumOp::I32LtU if b == 1 => Some(Ex::Num(NumOp::I32Eqz, vec![out(a)])),
        NumOp::I32GtU if b == 0 => again(NumOp::I32Ne, a, 0),
        NumOp::I32Sub => again(NumOp::I32Add, a, b.wrapping_neg()),
        NumOp::I32Add
        | NumOp::I32Or
        | NumOp::I32Xor
        | NumOp::I32Shl
        | NumOp::I32ShrS
        | NumOp::I32ShrU
        | NumOp::I32Rotl
        | NumOp::I32Rotr
            if b == 0 =>
        {
            Some(out(a))
        }
        NumOp::I32Mul | NumOp::I32DivS | NumOp::I32DivU if b == 1 => Some(out(a)),
        NumOp::I32And if b == -1 => Some(out(a)),
        NumOp::I32And if b > 0 && b & b.wrapping_add(1) == 0 => {
            let kept = b.trailing_ones();
            if bits::max_bits(a, program) <= kept {
                return Some(out(a));
            }
            let before = a.clone();
            bits::demand(a, kept);
            (*a != before).then(|| Ex::Num(op, vec![out(a), Ex::I32(b)]))
        }
        NumOp::I32Add | NumOp::I32And | NumOp::I32Or | NumOp::I32Xor | NumOp::I32Mul => match a {
            Ex::Num(inner, args) if *inner == op => match &mut args[..] {
                [a, c @ Ex::I32(_)] => {
                    let merged = fold(op, &[out(c), Ex::I32(b)])?;
                    Some(Ex::Num(op, vec![out(a), merged]))
                }
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}

fn with_i64(op: NumOp, a: &mut Ex, b: i64) -> Option<Ex> {
    match op {
        NumOp::I64Eq if b == 0 => Some(Ex::Num(NumOp::I64Eqz, vec![out(a)])),
        NumOp::I64Sub => Some(Ex::Num(
            NumOp::I64Add,
            vec![out(a), Ex::I64(b.wrapping_neg())],
        )),
        NumOp::I64Add
        | NumOp::I64Or
        | NumOp::I64Xor
        | NumOp::I64Shl
        | NumOp::I64ShrS
        | NumOp::I64ShrU
        | NumOp::I64Rotl
        | NumOp::I64Rotr
            if b == 0 =>
        {
            Some(out(a))
        }
        NumOp::I64Mul | NumOp::I64DivS | NumOp::I64DivU if b == 1 => Some(out(a)),
        NumOp::I64And if b == -1 => Some(out(a)),
        NumOp::I64And if b == 0xffff_ffff && matches!(a, Ex::Num(NumOp::I64ExtendI32U, _)) => {
            Some(out(a))
        }
        NumOp::I64Add | NumOp::I64And | NumOp::I64Or | NumOp::I64Xor | NumOp::I64Mul => match a {
            Ex::Num(inner, args) if *inner == op => match &mut args[..] {
                [a, c @ Ex::I64(_)] => {
                    let merged = fold(op, &[out(c), Ex::I64(b)])?;
                    Some(Ex::Num(op, vec![out(a), merged]))
                }
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}

/// Simplifies a value of which only "is it zero" matters.
pub(in super::super) fn truth(cond: &mut Ex, program: &Program) -> bool {
    let new = match cond {
        Ex::Num(NumOp::I32Ne, args) => match &mut args[..] {
            [inner, Ex::I32(0)] => out(inner),
            _ => return false,
        },
        Ex::Num(NumOp::I32Eqz, args) => match &mut args[0] {
            Ex::Num(NumOp::I32Eqz, args) => out(&mut args[0]),
            Ex::Num(NumOp::I32Ne, args) if args[1] == Ex::I32(0) => {
                Ex::Num(NumOp::I32Eqz, vec![out(&mut args[0])])
            }
            _ => return false,
        },
        Ex::Num(NumOp::I32And, args) => match &mut args[..] {
            [inner, Ex::I32(1)] if bits::is_bool(inner, program) => out(inner),
            _ => return false,
        },
        Ex::Select {
            then,
            els,
            cond: inner,
            ..
        } => match (&**then, &**els) {
            (Ex::I32(1..), Ex::I32(0)) => out(inner),
            (Ex::I32(0), Ex::I32(1..)) => negate(out(inner)),
            _ => return false,
        },
        _ => return false,
    };
    *cond = new;
    true
}

/// 1 if the value is 0, else 0.
pub(in super::super) fn negate(cond: Ex) -> Ex {
    match cond {
        Ex::Num(op, args) => match inverse(op) {
            Some(op) => Ex::Num(op, args),
            None => Ex::Num(NumOp::I32Eqz, vec![Ex::Num(op, args)]),
        },
        other => Ex::Num(NumOp::I32Eqz, vec![other]),
    }
}

/// [`negate`] costs no instruction.
pub(in super::super) fn negates_freely(cond: &Ex) -> bool {
    match cond {
        Ex::Num(op, _) => *op == NumOp::I32Eqz || inverse(*op).is_some(),
        _ => false,
    }
}

/// The comparison that is true when this one is false. Ordered comparisons
/// of floats have none: they are false for NaN.
fn inverse(op: NumOp) -> Option<NumOp> {
    Some(match op {
        NumOp::I32Eq => NumOp::I32Ne,
        NumOp::I32Ne => NumOp::I32Eq,
        NumOp::I32LtS => NumOp::I32GeS,
        NumOp::I32LtU => NumOp::I32GeU,
        NumOp::I32GtS => NumOp::I32LeS,
        NumOp::I32GtU => NumOp::I32LeU,
        NumOp::I32LeS => NumOp::I32GtS,
        NumOp::I32LeU => NumOp::I32GtU,
        NumOp::I32GeS => NumOp::I32LtS,
        NumOp::I32GeU => NumOp::I32LtU,
        NumOp::I64Eq => NumOp::I64Ne,
        NumOp::I64Ne => NumOp::I64Eq,
        NumOp::I64LtS => NumOp::I64GeS,
        NumOp::I64LtU => NumOp::I64GeU,
        NumOp::I64GtS => NumOp::I64LeS,
        NumOp::I64GtU => NumOp::I64LeU,
        NumOp::I64LeS => NumOp::I64GtS,
        NumOp::I64LeU => NumOp::I64GtU,
        NumOp::I64GeS => NumOp::I64LtS,
        NumOp::I64GeU => NumOp::I64LtU,
        NumOp::F32Eq => NumOp::F32Ne,
        NumOp::F32Ne => NumOp::F32Eq,
        NumOp::F64Eq => NumOp::F64Ne,
        NumOp::F64Ne => NumOp::F64Eq,
        _ => return None,
    })
}

/// The instruction with its operands exchanged.
fn swapped(op: NumOp) -> Option<NumOp> {
    Some(match op {
        NumOp::I32Add
        | NumOp::I32Mul
        | NumOp::I32And
        | NumOp::I32Or
        | NumOp::I32Xor
        | NumOp::I32Eq
        | NumOp::I32Ne
        | NumOp::I64Add
        | NumOp::I64Mul
        | NumOp::I64And
        | NumOp::I64Or
        | NumOp::I64Xor
        | NumOp::I64Eq
        | NumOp::I64Ne => op,
        NumOp::I32LtS => NumOp::I32GtS,
        NumOp::I32LtU => NumOp::I32GtU,
        NumOp::I32GtS => NumOp::I32LtS,
        NumOp::I32GtU => NumOp::I32LtU,
        NumOp::I32LeS => NumOp::I32GeS,
        NumOp::I32LeU => NumOp::I32GeU,
        NumOp::I32GeS => NumOp::I32LeS,
        NumOp::I32GeU => NumOp::I32LeU,
        NumOp::I64LtS => NumOp::I64GtS,
        NumOp::I64LtU => NumOp::I64GtU,
        NumOp::I64GtS => NumOp::I64LtS,
        NumOp::I64GtU => NumOp::I64LtU,
        NumOp::I64LeS => NumOp::I64GeS,
        NumOp::I64LeU => NumOp::I64GeU,
        NumOp::I64GeS => NumOp::I64LeS,
        NumOp::I64GeU => NumOp::I64LeU,
        _ => return None,
    })
}
