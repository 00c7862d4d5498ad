//! Counting, reversing and rotating bits.

use super::{
    code::{Code, num1, num2, select},
    numbers::{Num, normalized},
};
use crate::{intrinsics::Intrinsic, wir::*};
use wrc_object::*;
use wrc_thir::BinOp;

impl Code<'_, '_> {
    pub fn bits(
        &mut self,
        intrinsic: Intrinsic,
        num: Num,
        values: Vec<Ex>,
        count: Option<Ex>,
    ) -> Vec<Ex> {
        match num {
            Num::Small { bits, signed } => {
                let value = values.into_iter().next().unwrap_or(Ex::I32(0));
                vec![self.small_bits(intrinsic, bits, signed, value, count)]
            }
            Num::Long { .. } => {
                let value = values.into_iter().next().unwrap_or(Ex::I64(0));
                vec![self.long_bits(intrinsic, value, count)]
            }
            Num::Wide { .. } => self.wide_bits(intrinsic, values, count),
            Num::F32 | Num::F64 => values,
        }
    }

    fn small_bits(
        &mut self,
        intrinsic: Intrinsic,
        bits: u32,
        signed: bool,
        value: Ex,
        count: Option<Ex>,
    ) -> Ex {
        let n = bits as i32;
        // The bits without those a sign extension added.
        let plain = |value: Ex| match bits {
            32 => value,
            _ => num2(NumOp::I32And, value, Ex::I32((1 << n) - 1)),
        };
        match intrinsic {
            Intrinsic::Ctpop => num1(NumOp::I32Popcnt, plain(value)),
            Intrinsic::Ctlz => {
                let zeros = num1(NumOp::I32Clz, plain(value));
                super::code::add(zeros, n - 32)
            }
            Intrinsic::Cttz => match bits {
                32 => num1(NumOp::I32Ctz, value),
                _ => num1(NumOp::I32Ctz, num2(NumOp::I32Or, value, Ex::I32(1 << n))),
            },
            Intrinsic::Bswap => match bits {
                16 => {
                    let value = self.dup(plain(value), WTy::I32);
                    let swapped = num2(
                        NumOp::I32Or,
                        num2(NumOp::I32Shl, value.clone(), Ex::I32(8)),
                        num2(NumOp::I32ShrU, value, Ex::I32(8)),
                    );
                    normalized(bits, signed, swapped)
                }
                32 => self.swap32(value),
                _ => value,
            },
            Intrinsic::Bitreverse => {
                let reversed = self.reverse32(value);
                let shifted = match bits {
                    32 => reversed,
                    _ => num2(NumOp::I32ShrU, reversed, Ex::I32(32 - n)),
                };
                normalized(bits, signed, shifted)
            }
            _ => {
                let count = count.unwrap_or(Ex::I32(0));
                let is_left = intrinsic == Intrinsic::RotateLeft;
                if bits == 32 {
                    let op = if is_left {
                        NumOp::I32Rotl
                    } else {
                        NumOp::I32Rotr
                    };
                    return num2(op, value, count);
                }
                let value = self.dup(plain(value), WTy::I32);
                let count = self.dup(num2(NumOp::I32And, count, Ex::I32(n - 1)), WTy::I32);
                let back = num2(NumOp::I32Sub, Ex::I32(n), count.clone());
                let (there, here) = if is_left {
                    (NumOp::I32Shl, NumOp::I32ShrU)
                } else {
                    (NumOp::I32ShrU, NumOp::I32Shl)
                };
                let rotated = num2(
                    NumOp::I32Or,
                    num2(there, value.clone(), count),
                    num2(here, value, back),
                );
                normalized(bits, signed, rotated)
            }
        }
    }

    fn long_bits(&mut self, intrinsic: Intrinsic, value: Ex, count: Option<Ex>) -> Ex {
        let narrow = |ex| num1(NumOp::I32WrapI64, ex);
        match intrinsic {
            Intrinsic::Ctpop => narrow(num1(NumOp::I64Popcnt, value)),
            Intrinsic::Ctlz => narrow(num1(NumOp::I64Clz, value)),
            Intrinsic::Cttz => narrow(num1(NumOp::I64Ctz, value)),
            Intrinsic::Bswap => self.by_halves(value, Code::swap32),
            Intrinsic::Bitreverse => self.by_halves(value, Code::reverse32),
            _ => {
                let op = if intrinsic == Intrinsic::RotateLeft {
                    NumOp::I64Rotl
                } else {
                    NumOp::I64Rotr
                };
                let count = num1(NumOp::I64ExtendI32U, count.unwrap_or(Ex::I32(0)));
                num2(op, value, count)
            }
        }
    }

    fn wide_bits(&mut self, intrinsic: Intrinsic, values: Vec<Ex>, count: Option<Ex>) -> Vec<Ex> {
        let mut values = values.into_iter();
        let low = values.next().unwrap_or(Ex::I64(0));
        let high = values.next().unwrap_or(Ex::I64(0));
        let (low, high) = (self.dup(low, WTy::I64), self.dup(high, WTy::I64));
        let narrow = |ex| num1(NumOp::I32WrapI64, ex);
        let either = |first: Ex, op: NumOp, second: Ex| {
            let far = num2(NumOp::I64Add, num1(op, second), Ex::I64(64));
            let is_zero = num1(NumOp::I64Eqz, first.clone());
            vec![narrow(select(WTy::I64, is_zero, far, num1(op, first)))]
        };
        match intrinsic {
            Intrinsic::Ctpop => {
                let count = |ex| num1(NumOp::I64Popcnt, ex);
                vec![narrow(num2(NumOp::I64Add, count(low), count(high)))]
            }
            Intrinsic::Ctlz => either(high, NumOp::I64Clz, low),
            Intrinsic::Cttz => either(low, NumOp::I64Ctz, high),
            Intrinsic::Bswap => vec![
                self.by_halves(high, Code::swap32),
                self.by_halves(low, Code::swap32),
            ],
            Intrinsic::Bitreverse => vec![
                self.by_halves(high, Code::reverse32),
                self.by_halves(low, Code::reverse32),
            ],
            _ => {
                let unsigned = Num::Wide { signed: false };
                let count = count.unwrap_or(Ex::I32(0));
                let count = self.dup(count, WTy::I32);
                let back = num2(NumOp::I32Sub, Ex::I32(0), count.clone());
                let (there, here) = if intrinsic == Intrinsic::RotateLeft {
                    (BinOp::Shl, BinOp::Shr)
                } else {
                    (BinOp::Shr, BinOp::Shl)
                };
                let value = vec![low, high];
                let a = self.shift(there, unsigned, None, value.clone(), vec![count]);
                let b = self.shift(here, unsigned, None, value, vec![back]);
                self.wide(BinOp::BitOr, false, a, b)
            }
        }
    }

    fn swap32(&mut self, value: Ex) -> Ex {
        let value = self.dup(value, WTy::I32);
        let odd = num2(
            NumOp::I32And,
            num2(NumOp::I32Rotl, value.clone(), Ex::I32(8)),
            Ex::I32(0x00ff_00ff),
        );
        let even = num2(
            NumOp::I32And,
            num2(NumOp::I32Rotr, value, Ex::I32(8)),
            Ex::I32(0xff00_ff00_u32 as i32),
        );
        num2(NumOp::I32Or, odd, even)
    }

    fn reverse32(&mut self, value: Ex) -> Ex {
        let mut value = self.swap32(value);
        for (shift, mask) in [(4, 0x0f0f_0f0f), (2, 0x3333_3333), (1, 0x5555_5555)] {
            let old = self.save(value, WTy::I32);
            let down = num2(
                NumOp::I32And,
                num2(NumOp::I32ShrU, old.clone(), Ex::I32(shift)),
                Ex::I32(mask),
            );
            let up = num2(
                NumOp::I32Shl,
                num2(NumOp::I32And, old, Ex::I32(mask)),
                Ex::I32(shift),
            );
            value = num2(NumOp::I32Or, down, up);
        }
        value
    }

    /// Does `f` to both halves and exchanges them.
    fn by_halves(&mut self, value: Ex, f: impl Fn(&mut Self, Ex) -> Ex) -> Ex {
        let value = self.dup(value, WTy::I64);
        let high = num2(NumOp::I64ShrU, value.clone(), Ex::I64(32));
        let low = f(self, num1(NumOp::I32WrapI64, value));
        let high = f(self, num1(NumOp::I32WrapI64, high));
        let top = num1(NumOp::I64ExtendI32U, low);
        num2(
            NumOp::I64Or,
            num2(NumOp::I64Shl, top, Ex::I64(32)),
            num1(NumOp::I64ExtendI32U, high),
        )
    }
}
