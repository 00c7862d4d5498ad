//! Which bits of an `i32` can be set, and which are looked at.
//!
//! ```text
//! (i32.and (i32.add (i32.and l0 255) 1) 255)   =>   (i32.and (i32.add l0 1) 255)
//! array.set ty0 l0 l1 (i32.and l2 255)         =>   array.set ty0 l0 l1 l2     [bytes]
//! ```

use wrc_object::{Program, Storage};

use crate::wir::{
    ir::{Ex, NumOp},
    ty,
};

/// 0 or 1.
pub(super) fn is_bool(ex: &Ex, program: &Program) -> bool {
    max_bits(ex, program) <= 1
}

/// The value is below `1 << n`.
pub(super) fn max_bits(ex: &Ex, program: &Program) -> u32 {
    let of = |ex: &Ex| max_bits(ex, program);
    match ex {
        Ex::I32(value) => 32 - value.leading_zeros(),
        Ex::IsNull(_) | Ex::RefEq(..) | Ex::Test(..) => 1,
        Ex::Tee(_, value) => of(value),
        Ex::StructGet {
            ty,
            field,
            signed: false,
            ..
        } => storage_bits(ty::struct_field(program, *ty, *field).map(|f| f.storage)),
        Ex::ArrayGet {
            ty, signed: false, ..
        } => storage_bits(ty::element(program, *ty).map(|f| f.storage)),
        Ex::Select { then, els, .. } => of(then).max(of(els)),
        Ex::Block {
            result: Some(_),
            body,
            ..
        } => body.last().map_or(32, of),
        Ex::If {
            result: Some(_),
            then,
            els,
            ..
        } => {
            let then = then.last().map_or(32, of);
            then.max(els.last().map_or(32, of))
        }
        Ex::Num(op, args) => num_bits(*op, args, of),
        _ => 32,
    }
}

fn num_bits(op: NumOp, args: &[Ex], of: impl Fn(&Ex) -> u32) -> u32 {
    let bits = match (op, args) {
        (NumOp::I32And, [a, b]) => of(a).min(of(b)),
        (NumOp::I32Or | NumOp::I32Xor, [a, b]) => of(a).max(of(b)),
        (NumOp::I32Add, [a, b]) => of(a).max(of(b)) + 1,
        (NumOp::I32Mul, [a, b]) => of(a) + of(b),
        (NumOp::I32ShrU, [a, Ex::I32(by)]) => of(a).saturating_sub(*by as u32 & 31),
        (NumOp::I32Shl, [a, Ex::I32(by)]) => of(a) + (*by as u32 & 31),
        (NumOp::I32DivU, [a, _]) => of(a),
        (NumOp::I32RemU, [a, b]) => of(a).min(of(b)),
        (NumOp::I32Clz | NumOp::I32Ctz | NumOp::I32Popcnt, _) => 6,
        _ if is_comparison(op) => 1,
        _ => 32,
    };
    bits.min(32)
}

fn is_comparison(op: NumOp) -> bool {
    (op as u8) < NumOp::I32Clz as u8
}

fn storage_bits(storage: Option<Storage>) -> u32 {
    match storage {
        Some(Storage::I8) => 8,
        Some(Storage::I16) => 16,
        Some(Storage::Val(_)) | None => 32,
    }
}

/// Sign-extending the low `bits` changes nothing.
pub(super) fn is_extended(ex: &Ex, bits: u32, program: &Program) -> bool {
    if max_bits(ex, program) < bits {
        return true;
    }
    match ex {
        Ex::I32(value) => {
            let unused = 32 - bits;
            value << unused >> unused == *value
        }
        Ex::Tee(_, value) => is_extended(value, bits, program),
        Ex::Num(NumOp::I32Extend8S, _) => true,
        Ex::Num(NumOp::I32Extend16S, _) => bits >= 16,
        Ex::StructGet {
            ty,
            field,
            signed: true,
            ..
        } => storage_bits(ty::struct_field(program, *ty, *field).map(|f| f.storage)) <= bits,
        Ex::ArrayGet {
            ty, signed: true, ..
        } => storage_bits(ty::element(program, *ty).map(|f| f.storage)) <= bits,
        _ => false,
    }
}

/// Leaves out what only changes bits above the low `bits`, which nobody
/// looks at.
pub(super) fn demand(ex: &mut Ex, bits: u32) {
    loop {
        let mask = if bits >= 32 {
            u32::MAX
        } else {
            (1 << bits) - 1
        };
        let inner = match ex {
            Ex::Num(NumOp::I32And, args) => match &mut args[..] {
                [inner, Ex::I32(kept)] if *kept as u32 & mask == mask => inner,
                _ => break,
            },
            Ex::Num(NumOp::I32Extend8S, args) if bits <= 8 => &mut args[0],
            Ex::Num(NumOp::I32Extend16S, args) if bits <= 16 => &mut args[0],
            _ => break,
        };
        *ex = std::mem::replace(inner, Ex::Nop);
    }
    match ex {
        Ex::Num(
            NumOp::I32Add
            | NumOp::I32Sub
            | NumOp::I32Mul
            | NumOp::I32And
            | NumOp::I32Or
            | NumOp::I32Xor,
            args,
        ) => args.iter_mut().for_each(|arg| demand(arg, bits)),
        Ex::Num(NumOp::I32Shl, args) => demand(&mut args[0], bits),
        Ex::Select { then, els, .. } => {
            demand(then, bits);
            demand(els, bits);
        }
        Ex::If {
            result: Some(_),
            then,
            els,
            ..
        } => {
            then.last_mut()
                .into_iter()
                .chain(els.last_mut())
                .for_each(|ex| demand(ex, bits));
        }
        _ => {}
    }
}
