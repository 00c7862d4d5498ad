//! Evaluation of numeric instructions on constants.

use crate::wir::ir::{Ex, NumOp};

/// The result, unless the instruction would trap or give a NaN, whose bits
/// engines choose.
pub(super) fn fold(op: NumOp, args: &[Ex]) -> Option<Ex> {
    match *args {
        [Ex::I32(a)] => unary_i32(op, a),
        [Ex::I64(a)] => unary_i64(op, a),
        [Ex::F32(a)] => unary_f32(op, f32::from_bits(a)),
        [Ex::F64(a)] => unary_f64(op, f64::from_bits(a)),
        [Ex::I32(a), Ex::I32(b)] => binary_i32(op, a, b),
        [Ex::I64(a), Ex::I64(b)] => binary_i64(op, a, b),
        [Ex::F32(a), Ex::F32(b)] => binary_f32(op, f32::from_bits(a), f32::from_bits(b)),
        [Ex::F64(a), Ex::F64(b)] => binary_f64(op, f64::from_bits(a), f64::from_bits(b)),
        _ => None,
    }
}

fn f32_ex(value: f32) -> Option<Ex> {
    (!value.is_nan()).then(|| Ex::F32(value.to_bits()))
}

fn f64_ex(value: f64) -> Option<Ex> {
    (!value.is_nan()).then(|| Ex::F64(value.to_bits()))
}

fn bool_ex(value: bool) -> Option<Ex> {
    Some(Ex::I32(i32::from(value)))
}

fn unary_i32(op: NumOp, a: i32) -> Option<Ex> {
    Some(match op {
        NumOp::I32Eqz => return bool_ex(a == 0),
        NumOp::I32Clz => Ex::I32(a.leading_zeros() as i32),
        NumOp::I32Ctz => Ex::I32(a.trailing_zeros() as i32),
        NumOp::I32Popcnt => Ex::I32(a.count_ones() as i32),
        NumOp::I32Extend8S => Ex::I32(i32::from(a as i8)),
        NumOp::I32Extend16S => Ex::I32(i32::from(a as i16)),
        NumOp::I64ExtendI32S => Ex::I64(i64::from(a)),
        NumOp::I64ExtendI32U => Ex::I64(i64::from(a as u32)),
        NumOp::F32ConvertI32S => return f32_ex(a as f32),
        NumOp::F32ConvertI32U => return f32_ex(a as u32 as f32),
        NumOp::F64ConvertI32S => return f64_ex(f64::from(a)),
        NumOp::F64ConvertI32U => return f64_ex(f64::from(a as u32)),
        NumOp::F32ReinterpretI32 => Ex::F32(a as u32),
        _ => return None,
    })
}

fn unary_i64(op: NumOp, a: i64) -> Option<Ex> {
    Some(match op {
        NumOp::I64Eqz => return bool_ex(a == 0),
        NumOp::I64Clz => Ex::I64(i64::from(a.leading_zeros())),
        NumOp::I64Ctz => Ex::I64(i64::from(a.trailing_zeros())),
        NumOp::I64Popcnt => Ex::I64(i64::from(a.count_ones())),
        NumOp::I64Extend8S => Ex::I64(i64::from(a as i8)),
        NumOp::I64Extend16S => Ex::I64(i64::from(a as i16)),
        NumOp::I64Extend32S => Ex::I64(i64::from(a as i32)),
        NumOp::I32WrapI64 => Ex::I32(a as i32),
        NumOp::F32ConvertI64S => return f32_ex(a as f32),
        NumOp::F32ConvertI64U => return f32_ex(a as u64 as f32),
        NumOp::F64ConvertI64S => return f64_ex(a as f64),
        NumOp::F64ConvertI64U => return f64_ex(a as u64 as f64),
        NumOp::F64ReinterpretI64 => Ex::F64(a as u64),
        _ => return None,
    })
}

fn unary_f32(op: NumOp, a: f32) -> Option<Ex> {
    Some(match op {
        NumOp::F32Abs => Ex::F32(a.abs().to_bits()),
        NumOp::F32Neg => Ex::F32((-a).to_bits()),
        NumOp::F32Ceil => return f32_ex(a.ceil()),
        NumOp::F32Floor => return f32_ex(a.floor()),
        NumOp::F32Trunc => return f32_ex(a.trunc()),
        NumOp::F32Nearest => return f32_ex(a.round_ties_even()),
        NumOp::F32Sqrt => return f32_ex(a.sqrt()),
        NumOp::I32TruncSatF32S => Ex::I32(a as i32),
        NumOp::I32TruncSatF32U => Ex::I32(a as u32 as i32),
        NumOp::I64TruncSatF32S => Ex::I64(a as i64),
        NumOp::I64TruncSatF32U => Ex::I64(a as u64 as i64),
        NumOp::F64PromoteF32 => return f64_ex(f64::from(a)),
        NumOp::I32ReinterpretF32 => Ex::I32(a.to_bits() as i32),
        _ => return None,
    })
}

fn unary_f64(op: NumOp, a: f64) -> Option<Ex> {
    Some(match op {
        NumOp::F64Abs => Ex::F64(a.abs().to_bits()),
        NumOp::F64Neg => Ex::F64((-a).to_bits()),
        NumOp::F64Ceil => return f64_ex(a.ceil()),
        NumOp::F64Floor => return f64_ex(a.floor()),
        NumOp::F64Trunc => return f64_ex(a.trunc()),
        NumOp::F64Nearest => return f64_ex(a.round_ties_even()),
        NumOp::F64Sqrt => return f64_ex(a.sqrt()),
        NumOp::I32TruncSatF64S => Ex::I32(a as i32),
        NumOp::I32TruncSatF64U => Ex::I32(a as u32 as i32),
        NumOp::I64TruncSatF64S => Ex::I64(a as i64),
        NumOp::I64TruncSatF64U => Ex::I64(a as u64 as i64),
        NumOp::F32DemoteF64 => return f32_ex(a as f32),
        NumOp::I64ReinterpretF64 => Ex::I64(a.to_bits() as i64),
        _ => return None,
    })
}

macro_rules! binary_int {
    ($name:ident, $ty:ident, $unsigned:ident, $ex:ident, $($op:ident)*) => {
        fn $name(op: NumOp, a: $ty, b: $ty) -> Option<Ex> {
            binary_int!(@ops op a b $ty $unsigned $ex $($op)*)
        }
    };
    (@ops $on:ident $a:ident $b:ident $ty:ident $un:ident $ex:ident
        $eq:ident $ne:ident $lts:ident $ltu:ident $gts:ident $gtu:ident $les:ident $leu:ident
        $ges:ident $geu:ident $add:ident $sub:ident $mul:ident $divs:ident $divu:ident
        $rems:ident $remu:ident $and:ident $or:ident $xor:ident $shl:ident $shrs:ident
        $shru:ident $rotl:ident $rotr:ident
    ) => {{
        let (ua, ub) = ($a as $un, $b as $un);
        let shift = ub as u32;
        let value = match $on {
            NumOp::$eq => return bool_ex($a == $b),
            NumOp::$ne => return bool_ex($a != $b),
            NumOp::$lts => return bool_ex($a < $b),
            NumOp::$ltu => return bool_ex(ua < ub),
            NumOp::$gts => return bool_ex($a > $b),
            NumOp::$gtu => return bool_ex(ua > ub),
            NumOp::$les => return bool_ex($a <= $b),
            NumOp::$leu => return bool_ex(ua <= ub),
            NumOp::$ges => return bool_ex($a >= $b),
            NumOp::$geu => return bool_ex(ua >= ub),
            NumOp::$add => $a.wrapping_add($b),
            NumOp::$sub => $a.wrapping_sub($b),
            NumOp::$mul => $a.wrapping_mul($b),
            NumOp::$divs => $a.checked_div($b)?,
            NumOp::$divu => ua.checked_div(ub)? as $ty,
            NumOp::$rems if $b != 0 => $a.wrapping_rem($b),
            NumOp::$remu => ua.checked_rem(ub)? as $ty,
            NumOp::$and => $a & $b,
            NumOp::$or => $a | $b,
            NumOp::$xor => $a ^ $b,
            NumOp::$shl => $a.wrapping_shl(shift),
            NumOp::$shrs => $a.wrapping_shr(shift),
            NumOp::$shru => ua.wrapping_shr(shift) as $ty,
            NumOp::$rotl => $a.rotate_left(shift % $un::BITS),
            NumOp::$rotr => $a.rotate_right(shift % $un::BITS),
            _ => return None,
        };
        Some(Ex::$ex(value))
    }};
}

binary_int! { binary_i32, i32, u32, I32,
    I32Eq I32Ne I32LtS I32LtU I32GtS I32GtU I32LeS I32LeU I32GeS I32GeU
    I32Add I32Sub I32Mul I32DivS I32DivU I32RemS I32RemU I32And I32Or I32Xor
    I32Shl I32ShrS I32ShrU I32Rotl I32Rotr
}
binary_int! { binary_i64, i64, u64, I64,
    I64Eq I64Ne I64LtS I64LtU I64GtS I64GtU I64LeS I64LeU I64GeS I64GeU
    I64Add I64Sub I64Mul I64DivS I64DivU I64RemS I64RemU I64And I64Or I64Xor
    I64Shl I64ShrS I64ShrU I64Rotl I64Rotr
}

fn binary_f32(op: NumOp, a: f32, b: f32) -> Option<Ex> {
    f32_ex(match op {
        NumOp::F32Eq => return bool_ex(a == b),
        NumOp::F32Ne => return bool_ex(a != b),
        NumOp::F32Lt => return bool_ex(a < b),
        NumOp::F32Gt => return bool_ex(a > b),
        NumOp::F32Le => return bool_ex(a <= b),
        NumOp::F32Ge => return bool_ex(a >= b),
        NumOp::F32Add => a + b,
        NumOp::F32Sub => a - b,
        NumOp::F32Mul => a * b,
        NumOp::F32Div => a / b,
        NumOp::F32Copysign => a.copysign(b),
        // `min` and `max` differ from Rust's in NaN and zeros.
        _ => return None,
    })
}

fn binary_f64(op: NumOp, a: f64, b: f64) -> Option<Ex> {
    f64_ex(match op {
        NumOp::F64Eq => return bool_ex(a == b),
        NumOp::F64Ne => return bool_ex(a != b),
        NumOp::F64Lt => return bool_ex(a < b),
        NumOp::F64Gt => return bool_ex(a > b),
        NumOp::F64Le => return bool_ex(a <= b),
        NumOp::F64Ge => return bool_ex(a >= b),
        NumOp::F64Add => a + b,
        NumOp::F64Sub => a - b,
        NumOp::F64Mul => a * b,
        NumOp::F64Div => a / b,
        NumOp::F64Copysign => a.copysign(b),
        // `min` and `max` differ from Rust's in NaN and zeros.
        _ => return None,
    })
}
