//! Arithmetic of the primitive types.
//!
//! Integers of up to 32 bits are an `i32`, kept sign- or zero-extended from
//! their width; 128-bit ones are two `i64`, the low half first.

use super::{
    code::{Code, num1, num2, select},
    func::Fx,
    helpers::Helper,
    int128::WideOp,
    layout::{PtrKind, Shape},
};
use crate::wir::*;
use wrc_object::*;
use wrc_thir::{BinOp, FloatTy, IntTy, Ty, TyKind, UnOp};

/// How a primitive type computes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Num {
    /// In `i32`, of this many bits.
    Small {
        bits: u32,
        signed: bool,
    },
    /// In `i64`.
    Long {
        signed: bool,
    },
    /// In two `i64`.
    Wide {
        signed: bool,
    },
    F32,
    F64,
}

impl Num {
    pub fn of(ty: Ty) -> Option<Num> {
        Some(match ty.kind() {
            TyKind::Bool => Num::Small {
                bits: 1,
                signed: false,
            },
            TyKind::Char => Num::Small {
                bits: 32,
                signed: false,
            },
            TyKind::Int(int) => Num::int(*int),
            TyKind::Float(FloatTy::F32) => Num::F32,
            TyKind::Float(FloatTy::F64) => Num::F64,
            _ => return None,
        })
    }

    pub fn int(int: IntTy) -> Num {
        let signed = int.is_signed();
        match int.bits() {
            128 => Num::Wide { signed },
            64 => Num::Long { signed },
            bits => Num::Small { bits, signed },
        }
    }

    pub fn bits(self) -> u32 {
        match self {
            Num::Small { bits, .. } => bits,
            Num::Long { .. } | Num::F64 => 64,
            Num::Wide { .. } => 128,
            Num::F32 => 32,
        }
    }

    pub fn is_signed(self) -> bool {
        match self {
            Num::Small { signed, .. } | Num::Long { signed } | Num::Wide { signed } => signed,
            Num::F32 | Num::F64 => true,
        }
    }
}

/// Brings the low bits of an `i32` into the type's range.
pub(super) fn normalized(bits: u32, signed: bool, ex: Ex) -> Ex {
    match (bits, signed) {
        (8, true) => num1(NumOp::I32Extend8S, ex),
        (16, true) => num1(NumOp::I32Extend16S, ex),
        (8, false) => num2(NumOp::I32And, ex, Ex::I32(0xff)),
        (16, false) => num2(NumOp::I32And, ex, Ex::I32(0xffff)),
        (1, _) => num2(NumOp::I32And, ex, Ex::I32(1)),
        _ => ex,
    }
}

impl Fx<'_, '_> {
    pub fn unary(&mut self, op: UnOp, ty: Ty, values: Vec<Ex>) -> Vec<Ex> {
        let Some(num) = Num::of(ty) else {
            self.bug("an operator on something that is no number");
            return values;
        };
        self.code.unary(op, num, values)
    }

    pub fn binary_values(
        &mut self,
        op: BinOp,
        ty: Ty,
        rhs_ty: Ty,
        a: Vec<Ex>,
        b: Vec<Ex>,
    ) -> Vec<Ex> {
        let Some(num) = Num::of(ty) else {
            return self.compare_others(op, ty, a, b);
        };
        if matches!(op, BinOp::Shl | BinOp::Shr) {
            return self.code.shift(op, num, Num::of(rhs_ty), a, b);
        }
        self.code.arithmetic(op, num, a, b)
    }

    /// Pointers, fn pointers, enums without fields, unit.
    fn compare_others(&mut self, op: BinOp, ty: Ty, a: Vec<Ex>, b: Vec<Ex>) -> Vec<Ex> {
        let layout = self.cx().layout(ty);
        let (a, b) = match layout.shape {
            Shape::Ptr(PtrKind::Dyn) => {
                let mut address = |values: Vec<Ex>| {
                    let obj = values.into_iter().next().unwrap_or(Ex::Null(HeapTy::None));
                    vec![self.dyn_address(obj)]
                };
                (address(a), address(b))
            }
            _ => (a, b),
        };
        if matches!(op, BinOp::Eq | BinOp::Ne) {
            let equal = a
                .into_iter()
                .zip(b)
                .zip(&layout.slots)
                .map(|((a, b), slot)| match slot.ty() {
                    WTy::I32 => num2(NumOp::I32Eq, a, b),
                    WTy::I64 => num2(NumOp::I64Eq, a, b),
                    WTy::F32 => num2(NumOp::F32Eq, a, b),
                    WTy::F64 => num2(NumOp::F64Eq, a, b),
                    WTy::Ref(_) => Ex::RefEq(Box::new(a), Box::new(b)),
                })
                .reduce(|a, b| num2(NumOp::I32And, a, b))
                .unwrap_or(Ex::I32(1));
            return vec![if op == BinOp::Eq {
                equal
            } else {
                num1(NumOp::I32Eqz, equal)
            }];
        }
        let order = |a: Ex, b: Ex, signed: bool| {
            let num = Num::Small { bits: 32, signed };
            vec![small_arithmetic(op, num, a, b)]
        };
        let mut both = (a.into_iter(), b.into_iter());
        match &layout.shape {
            // Elements of one array are ordered by their index.
            Shape::Ptr(PtrKind::Fat) => match (both.0.nth(1), both.1.nth(1)) {
                (Some(a), Some(b)) => order(a, b, true),
                _ => vec![Ex::I32(0)],
            },
            Shape::Enum(_) | Shape::Prim if layout.slots[0].ty() == WTy::I32 => {
                match (both.0.next(), both.1.next()) {
                    (Some(a), Some(b)) => order(a, b, layout.slots[0].signed),
                    _ => vec![Ex::I32(0)],
                }
            }
            _ => {
                let message = "this comparison of addresses is not supported";
                self.unsupported("WRC2320", message);
                vec![Ex::I32(0)]
            }
        }
    }
}

impl Code<'_, '_> {
    pub fn unary(&mut self, op: UnOp, num: Num, values: Vec<Ex>) -> Vec<Ex> {
        let mut values = values.into_iter();
        let first = values.next().unwrap_or(Ex::I32(0));
        match (op, num) {
            (UnOp::Not, Num::Small { bits: 1, .. }) => vec![num1(NumOp::I32Eqz, first)],
            (UnOp::Not, Num::Small { bits, signed }) => {
                let not = num2(NumOp::I32Xor, first, Ex::I32(-1));
                vec![normalized(bits, signed, not)]
            }
            (UnOp::Not, Num::Long { .. }) => vec![num2(NumOp::I64Xor, first, Ex::I64(-1))],
            (UnOp::Not, Num::Wide { .. }) => {
                let high = values.next().unwrap_or(Ex::I64(0));
                vec![
                    num2(NumOp::I64Xor, first, Ex::I64(-1)),
                    num2(NumOp::I64Xor, high, Ex::I64(-1)),
                ]
            }
            (UnOp::Neg, Num::Small { bits, signed }) => {
                let neg = num2(NumOp::I32Sub, Ex::I32(0), first);
                vec![normalized(bits, signed, neg)]
            }
            (UnOp::Neg, Num::Long { .. }) => vec![num2(NumOp::I64Sub, Ex::I64(0), first)],
            (UnOp::Neg, Num::Wide { .. }) => {
                let high = values.next().unwrap_or(Ex::I64(0));
                let zero = vec![Ex::I64(0), Ex::I64(0)];
                self.wide(BinOp::Sub, num.is_signed(), zero, vec![first, high])
            }
            (UnOp::Neg, Num::F32) => vec![num1(NumOp::F32Neg, first)],
            (UnOp::Neg, Num::F64) => vec![num1(NumOp::F64Neg, first)],
            (UnOp::Not, Num::F32 | Num::F64) => vec![first],
        }
    }

    /// Wrapping arithmetic and comparisons; not shifts.
    pub fn arithmetic(&mut self, op: BinOp, num: Num, a: Vec<Ex>, b: Vec<Ex>) -> Vec<Ex> {
        if let Num::Wide { signed } = num {
            return self.wide(op, signed, a, b);
        }
        let a = a.into_iter().next().unwrap_or(Ex::I32(0));
        let b = b.into_iter().next().unwrap_or(Ex::I32(0));
        vec![match num {
            Num::Small { .. } => small_arithmetic(op, num, a, b),
            Num::Long { signed } => num2(long_op(op, signed), a, b),
            Num::F32 if op == BinOp::Rem => {
                let wide = |ex| num1(NumOp::F64PromoteF32, ex);
                let rem = self.cx.helper(Helper::Rem64);
                num1(NumOp::F32DemoteF64, Ex::Call(rem, vec![wide(a), wide(b)]))
            }
            Num::F64 if op == BinOp::Rem => Ex::Call(self.cx.helper(Helper::Rem64), vec![a, b]),
            Num::F32 => num2(f32_op(op), a, b),
            Num::F64 | Num::Wide { .. } => num2(f64_op(op), a, b),
        }]
    }

    /// Shifts; the count is masked.
    pub fn shift(
        &mut self,
        op: BinOp,
        num: Num,
        count_num: Option<Num>,
        a: Vec<Ex>,
        count: Vec<Ex>,
    ) -> Vec<Ex> {
        let count = count.into_iter().next().unwrap_or(Ex::I32(0));
        let count = match count_num {
            Some(Num::Long { .. } | Num::Wide { .. }) => num1(NumOp::I32WrapI64, count),
            _ => count,
        };
        let mut a = a.into_iter();
        let first = a.next().unwrap_or(Ex::I32(0));
        match num {
            Num::Small { bits, signed } => {
                let count = match bits {
                    32 => count,
                    _ => num2(NumOp::I32And, count, Ex::I32(bits as i32 - 1)),
                };
                let op = match (op, signed) {
                    (BinOp::Shl, _) => NumOp::I32Shl,
                    (_, true) => NumOp::I32ShrS,
                    (_, false) => NumOp::I32ShrU,
                };
                let value = num2(op, first, count);
                vec![match op {
                    NumOp::I32Shl => normalized(bits, signed, value),
                    _ => value,
                }]
            }
            Num::Long { signed } => {
                let op = match (op, signed) {
                    (BinOp::Shl, _) => NumOp::I64Shl,
                    (_, true) => NumOp::I64ShrS,
                    (_, false) => NumOp::I64ShrU,
                };
                vec![num2(op, first, num1(NumOp::I64ExtendI32U, count))]
            }
            Num::Wide { signed } => {
                let helper = match (op, signed) {
                    (BinOp::Shl, _) => WideOp::Shl,
                    (_, true) => WideOp::ShrS,
                    (_, false) => WideOp::ShrU,
                };
                let high = a.next().unwrap_or(Ex::I64(0));
                let helper = self.cx.helper(Helper::Wide(helper));
                self.call(helper, vec![first, high, count])
            }
            Num::F32 | Num::F64 => vec![first],
        }
    }

    /// The wrapped result of `+`, `-`, `*`, and whether it wrapped. The
    /// operands must be reusable.
    pub fn with_overflow(&mut self, op: BinOp, ty: Ty, a: Vec<Ex>, b: Vec<Ex>) -> (Vec<Ex>, Ex) {
        let Some(num) = Num::of(ty) else {
            self.cx
                .bug("checked arithmetic on something that is no integer");
            return (a, Ex::I32(0));
        };
        if let Num::Wide { signed } = num {
            return self.wide_overflow(op, signed, a, b);
        }
        let (a, b) = match (&a[..], &b[..]) {
            ([a], [b]) => (a.clone(), b.clone()),
            _ => (Ex::I32(0), Ex::I32(0)),
        };
        match num {
            Num::Small { bits: 32, signed } => self.overflow32(op, signed, a, b),
            Num::Small { bits, signed } => {
                let full = num2(small_op(op, signed), a, b);
                let full = self.save(full, WTy::I32);
                let value = self.save(normalized(bits, signed, full.clone()), WTy::I32);
                let flag = num2(NumOp::I32Ne, value.clone(), full);
                (vec![value], flag)
            }
            Num::Long { signed } => self.overflow64(op, signed, a, b),
            Num::Wide { .. } | Num::F32 | Num::F64 => (vec![a], Ex::I32(0)),
        }
    }

    fn overflow32(&mut self, op: BinOp, signed: bool, a: Ex, b: Ex) -> (Vec<Ex>, Ex) {
        if op == BinOp::Mul {
            let extend = if signed {
                NumOp::I64ExtendI32S
            } else {
                NumOp::I64ExtendI32U
            };
            let full = num2(NumOp::I64Mul, num1(extend, a), num1(extend, b));
            let full = self.save(full, WTy::I64);
            let value = self.save(num1(NumOp::I32WrapI64, full.clone()), WTy::I32);
            let flag = num2(NumOp::I64Ne, num1(extend, value.clone()), full);
            return (vec![value], flag);
        }
        let value = self.save(num2(small_op(op, signed), a.clone(), b.clone()), WTy::I32);
        let flag = match (op, signed) {
            (BinOp::Sub, false) => num2(NumOp::I32LtU, a, b),
            (_, false) => num2(NumOp::I32LtU, value.clone(), a),
            (BinOp::Sub, true) => {
                let bits = num2(
                    NumOp::I32And,
                    num2(NumOp::I32Xor, a.clone(), b),
                    num2(NumOp::I32Xor, a, value.clone()),
                );
                num2(NumOp::I32LtS, bits, Ex::I32(0))
            }
            (_, true) => {
                let bits = num2(
                    NumOp::I32And,
                    num2(NumOp::I32Xor, a, value.clone()),
                    num2(NumOp::I32Xor, b, value.clone()),
                );
                num2(NumOp::I32LtS, bits, Ex::I32(0))
            }
        };
        (vec![value], flag)
    }

    fn overflow64(&mut self, op: BinOp, signed: bool, a: Ex, b: Ex) -> (Vec<Ex>, Ex) {
        if op == BinOp::Mul {
            let op = if signed { WideOp::MulS } else { WideOp::MulU };
            let helper = self.cx.helper(Helper::Wide(op));
            let product = self.call(helper, vec![a, b]);
            let [low, high] = &product[..] else {
                return (product, Ex::I32(0));
            };
            let spread = if signed {
                num2(NumOp::I64ShrS, low.clone(), Ex::I64(63))
            } else {
                Ex::I64(0)
            };
            return (vec![low.clone()], num2(NumOp::I64Ne, high.clone(), spread));
        }
        let value = self.save(num2(long_op(op, signed), a.clone(), b.clone()), WTy::I64);
        let flag = match (op, signed) {
            (BinOp::Sub, false) => num2(NumOp::I64LtU, a, b),
            (_, false) => num2(NumOp::I64LtU, value.clone(), a),
            (BinOp::Sub, true) => {
                let bits = num2(
                    NumOp::I64And,
                    num2(NumOp::I64Xor, a.clone(), b),
                    num2(NumOp::I64Xor, a, value.clone()),
                );
                num2(NumOp::I64LtS, bits, Ex::I64(0))
            }
            (_, true) => {
                let bits = num2(
                    NumOp::I64And,
                    num2(NumOp::I64Xor, a, value.clone()),
                    num2(NumOp::I64Xor, b, value.clone()),
                );
                num2(NumOp::I64LtS, bits, Ex::I64(0))
            }
        };
        (vec![value], flag)
    }

    /// The nearest value in range. The operands must be reusable.
    pub fn saturating(&mut self, op: BinOp, ty: Ty, a: Vec<Ex>, b: Vec<Ex>) -> Vec<Ex> {
        let Some(num) = Num::of(ty) else {
            return a;
        };
        let a_high = a.last().cloned();
        let (value, flag) = self.with_overflow(op, ty, a, b);
        let flag = self.save(flag, WTy::I32);
        let a_high = a_high.unwrap_or(Ex::I32(0));
        // On overflow the sign of the result is that of `a`.
        let limits = limits(num);
        let tys: Vec<WTy> = value_tys(num);
        let is_negative = match num {
            Num::Small { .. } => num2(NumOp::I32LtS, a_high, Ex::I32(0)),
            _ => num2(NumOp::I64LtS, a_high, Ex::I64(0)),
        };
        let is_low = match (num.is_signed(), op) {
            (true, _) => self.save(is_negative, WTy::I32),
            (false, BinOp::Sub) => Ex::I32(1),
            (false, _) => Ex::I32(0),
        };
        value
            .into_iter()
            .zip(limits)
            .zip(tys)
            .map(|((value, (low, high)), ty)| {
                let bound = match is_low {
                    Ex::I32(0) => high,
                    Ex::I32(_) => low,
                    _ => select(ty, is_low.clone(), low, high),
                };
                select(ty, flag.clone(), bound, value)
            })
            .collect()
    }

    /// Are all pairs of `i64` (or `i32`) values equal?
    pub fn equal_i64s(&mut self, a: Vec<Ex>, b: Vec<Ex>) -> Ex {
        a.into_iter()
            .zip(b)
            .map(|(a, b)| match b {
                Ex::I32(_) => num2(NumOp::I32Eq, a, b),
                _ => num2(NumOp::I64Eq, a, b),
            })
            .reduce(|a, b| num2(NumOp::I32And, a, b))
            .unwrap_or(Ex::I32(1))
    }

    /// An `i64` as an integer type.
    pub fn int_from_i64(&mut self, ty: Ty, value: Ex) -> Vec<Ex> {
        match Num::of(ty) {
            Some(Num::Small { bits, signed }) => {
                let value = match value {
                    Ex::I64(n) => Ex::I32(n as i32),
                    Ex::Num(NumOp::I64ExtendI32S, mut args) if args.len() == 1 => {
                        args.pop().unwrap_or(Ex::I32(0))
                    }
                    value => num1(NumOp::I32WrapI64, value),
                };
                vec![normalized(bits, signed, value)]
            }
            Some(Num::Long { .. }) => vec![value],
            Some(Num::Wide { .. }) => {
                let low = self.dup(value, WTy::I64);
                let high = num2(NumOp::I64ShrS, low.clone(), Ex::I64(63));
                vec![low, high]
            }
            Some(Num::F32 | Num::F64) | None => {
                self.cx.bug("a discriminant that is no integer");
                vec![Ex::I32(0)]
            }
        }
    }
}

pub(super) fn value_tys(num: Num) -> Vec<WTy> {
    match num {
        Num::Small { .. } => vec![WTy::I32],
        Num::Long { .. } => vec![WTy::I64],
        Num::Wide { .. } => vec![WTy::I64, WTy::I64],
        Num::F32 => vec![WTy::F32],
        Num::F64 => vec![WTy::F64],
    }
}

/// The least and greatest value, slot by slot.
fn limits(num: Num) -> Vec<(Ex, Ex)> {
    match num {
        Num::Small { bits, signed: true } => {
            let high = ((1i64 << (bits - 1)) - 1) as i32;
            vec![(Ex::I32(-high - 1), Ex::I32(high))]
        }
        Num::Small {
            bits,
            signed: false,
        } => vec![(Ex::I32(0), Ex::I32(((1u64 << bits) - 1) as i32))],
        Num::Long { signed: true } => vec![(Ex::I64(i64::MIN), Ex::I64(i64::MAX))],
        Num::Long { signed: false } => vec![(Ex::I64(0), Ex::I64(-1))],
        Num::Wide { signed: true } => vec![
            (Ex::I64(0), Ex::I64(-1)),
            (Ex::I64(i64::MIN), Ex::I64(i64::MAX)),
        ],
        Num::Wide { signed: false } => vec![(Ex::I64(0), Ex::I64(-1)); 2],
        Num::F32 | Num::F64 => Vec::new(),
    }
}

fn small_arithmetic(op: BinOp, num: Num, a: Ex, b: Ex) -> Ex {
    let value = num2(small_op(op, num.is_signed()), a, b);
    match op {
        BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div => {
            normalized(num.bits(), num.is_signed(), value)
        }
        _ => value,
    }
}

fn small_op(op: BinOp, signed: bool) -> NumOp {
    use NumOp::*;
    match op {
        BinOp::Add => I32Add,
        BinOp::Sub => I32Sub,
        BinOp::Mul => I32Mul,
        BinOp::Div => [I32DivU, I32DivS][usize::from(signed)],
        BinOp::Rem => [I32RemU, I32RemS][usize::from(signed)],
        BinOp::BitAnd => I32And,
        BinOp::BitOr => I32Or,
        BinOp::BitXor => I32Xor,
        BinOp::Shl => I32Shl,
        BinOp::Shr => [I32ShrU, I32ShrS][usize::from(signed)],
        BinOp::Eq => I32Eq,
        BinOp::Ne => I32Ne,
        BinOp::Lt => [I32LtU, I32LtS][usize::from(signed)],
        BinOp::Le => [I32LeU, I32LeS][usize::from(signed)],
        BinOp::Gt => [I32GtU, I32GtS][usize::from(signed)],
        BinOp::Ge => [I32GeU, I32GeS][usize::from(signed)],
    }
}

pub(super) fn long_op(op: BinOp, signed: bool) -> NumOp {
    use NumOp::*;
    match op {
        BinOp::Add => I64Add,
        BinOp::Sub => I64Sub,
        BinOp::Mul => I64Mul,
        BinOp::Div => [I64DivU, I64DivS][usize::from(signed)],
        BinOp::Rem => [I64RemU, I64RemS][usize::from(signed)],
        BinOp::BitAnd => I64And,
        BinOp::BitOr => I64Or,
        BinOp::BitXor => I64Xor,
        BinOp::Shl => I64Shl,
        BinOp::Shr => [I64ShrU, I64ShrS][usize::from(signed)],
        BinOp::Eq => I64Eq,
        BinOp::Ne => I64Ne,
        BinOp::Lt => [I64LtU, I64LtS][usize::from(signed)],
        BinOp::Le => [I64LeU, I64LeS][usize::from(signed)],
        BinOp::Gt => [I64GtU, I64GtS][usize::from(signed)],
        BinOp::Ge => [I64GeU, I64GeS][usize::from(signed)],
    }
}

fn f32_op(op: BinOp) -> NumOp {
    use NumOp::*;
    match op {
        BinOp::Sub => F32Sub,
        BinOp::Mul => F32Mul,
        BinOp::Div => F32Div,
        BinOp::Eq => F32Eq,
        BinOp::Ne => F32Ne,
        BinOp::Lt => F32Lt,
        BinOp::Le => F32Le,
        BinOp::Gt => F32Gt,
        BinOp::Ge => F32Ge,
        BinOp::Add
        | BinOp::Rem
        | BinOp::BitAnd
        | BinOp::BitOr
        | BinOp::BitXor
        | BinOp::Shl
        | BinOp::Shr => F32Add,
    }
}

fn f64_op(op: BinOp) -> NumOp {
    use NumOp::*;
    match op {
        BinOp::Sub => F64Sub,
        BinOp::Mul => F64Mul,
        BinOp::Div => F64Div,
        BinOp::Eq => F64Eq,
        BinOp::Ne => F64Ne,
        BinOp::Lt => F64Lt,
        BinOp::Le => F64Le,
        BinOp::Gt => F64Gt,
        BinOp::Ge => F64Ge,
        BinOp::Add
        | BinOp::Rem
        | BinOp::BitAnd
        | BinOp::BitOr
        | BinOp::BitXor
        | BinOp::Shl
        | BinOp::Shr => F64Add,
    }
}
