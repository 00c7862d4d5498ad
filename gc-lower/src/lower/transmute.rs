//! `transmute`: between types of one representation, scalars of one size,
//! and integers and arrays of integers.

use super::{
    code::{num1, num2, zeros},
    func::Fx,
    layout::{Class, PtrKind, Shape, Slot},
    loc::Loc,
    numbers::{Num, normalized, value_tys},
    places::{Pl, Via},
};
use crate::wir::*;
use wrc_object::*;
use wrc_thir::{Const, Ty, TyKind};

impl Fx<'_, '_> {
    pub fn transmute(&mut self, from: Ty, to: Ty, values: Vec<Ex>) -> Vec<Ex> {
        if from == to {
            return values;
        }
        let cx = self.cx();
        let (a, b) = (cx.layout(from), cx.layout(to));
        if let Some(values) = self.scalar_bits(from, to, values.clone()) {
            return values;
        }
        if let Some(values) = self.array_bits(from, to, values.clone()) {
            return values;
        }
        let tys = |slots: &[Slot]| slots.iter().map(|slot| slot.ty()).collect::<Vec<_>>();
        if tys(&a.slots) == tys(&b.slots) && self.may_rename(from, to) {
            return values;
        }
        if let (Shape::Ptr(_), Shape::Ptr(_)) = (&a.shape, &b.shape) {
            return self.pointer_cast(from, to, values);
        }
        if let Some(values) = self.box_bits(from, to, values) {
            return values;
        }
        let (a, b) = (cx.type_name(from), cx.type_name(to));
        let message = format!("a transmute from `{a}` to `{b}` is not supported");
        self.unsupported("WRC2360", message);
        self.zeros_of(to)
    }

    /// Values that are the same wasm values: not enums into other enums,
    /// whose numbers may mean something else.
    fn may_rename(&self, from: Ty, to: Ty) -> bool {
        let is_enum =
            |ty: Ty| matches!(self.cx().layout(ty).shape, Shape::Enum(_)) && !is_same_adt(from, to);
        !is_enum(from) && !is_enum(to) || is_same_adt(from, to)
    }

    /// One number as another of the same width.
    fn scalar_bits(&mut self, from: Ty, to: Ty, values: Vec<Ex>) -> Option<Vec<Ex>> {
        let scalar = |ty: Ty| {
            Num::of(ty).or_else(|| match &self.cx().layout(ty).shape {
                Shape::Enum(super::layout::EnumShape::CLike { .. }) => {
                    let (def, _) = ty.as_adt()?;
                    let data = self.cx().tcx.adt(def);
                    match data.discr_ty.kind() {
                        TyKind::Int(int) => Some(Num::int(*int)),
                        _ => None,
                    }
                }
                _ => None,
            })
        };
        let (a, b) = (scalar(from)?, scalar(to)?);
        let width = |num: Num| match num {
            Num::Small { bits: 1, .. } => 8,
            num => num.bits(),
        };
        if width(a) != width(b) {
            return None;
        }
        let one = |values: Vec<Ex>| values.into_iter().next().unwrap_or(Ex::I32(0));
        Some(match (a, b) {
            (Num::F32, Num::F32) | (Num::F64, Num::F64) => values,
            (Num::F32, _) => vec![num1(NumOp::I32ReinterpretF32, one(values))],
            (_, Num::F32) => vec![num1(NumOp::F32ReinterpretI32, one(values))],
            (Num::F64, _) => vec![num1(NumOp::I64ReinterpretF64, one(values))],
            (_, Num::F64) => vec![num1(NumOp::F64ReinterpretI64, one(values))],
            (_, Num::Small { bits, signed }) => vec![normalized(bits, signed, one(values))],
            _ => values,
        })
    }

    /// `[u8; 4]` and `u32`, `[u16; 4]` and `u64`, ….
    fn array_bits(&mut self, from: Ty, to: Ty, values: Vec<Ex>) -> Option<Vec<Ex>> {
        if let (Some(int), Some((part, len))) = (Num::of(from), int_array(to)) {
            return (int.bits() == part.bits() * len).then(|| self.split(int, part, len, values));
        }
        if let (Some((part, len)), Some(int)) = (int_array(from), Num::of(to)) {
            return (int.bits() == part.bits() * len).then(|| self.join(part, len, int, values));
        }
        // An array of integers as another one, by way of the bytes.
        let ((a, a_len), (b, b_len)) = (int_array(from)?, int_array(to)?);
        if a == b && a_len == b_len {
            return Some(values);
        }
        (a.bits() * a_len == b.bits() * b_len && a.bits() == b.bits()).then_some(values)
    }

    /// The integer's parts, the low ones first.
    fn split(&mut self, int: Num, part: Num, len: u32, values: Vec<Ex>) -> Vec<Ex> {
        let Some(array) = self.int_array_type(part) else {
            return values;
        };
        let slots: Vec<Slot> = value_tys(int).into_iter().map(Slot::val).collect();
        let values = self.bits_as_ints(int, values);
        let slots: Vec<Slot> = slots
            .iter()
            .map(|slot| match slot.ty() {
                WTy::F32 => Slot::val(WTy::I32),
                WTy::F64 => Slot::val(WTy::I64),
                _ => *slot,
            })
            .collect();
        let values = self.code.dup_all(values, &slots);
        let items = (0..len)
            .map(|i| {
                let at = i * part.bits();
                let half = values[(at / 64) as usize].clone();
                let shift = at % 64;
                match (slots[0].ty(), part) {
                    (WTy::I32, _) if shift == 0 => half,
                    (WTy::I32, _) => num2(NumOp::I32ShrU, half, Ex::I32(shift as i32)),
                    (_, Num::Long { .. }) => half,
                    _ => {
                        let low = num2(NumOp::I64ShrU, half, Ex::I64(shift.into()));
                        num1(NumOp::I32WrapI64, low)
                    }
                }
            })
            .collect();
        vec![Ex::ArrayNewFixed(array, items)]
    }

    fn bits_as_ints(&mut self, num: Num, values: Vec<Ex>) -> Vec<Ex> {
        match num {
            Num::F32 => values
                .into_iter()
                .map(|value| num1(NumOp::I32ReinterpretF32, value))
                .collect(),
            Num::F64 => values
                .into_iter()
                .map(|value| num1(NumOp::I64ReinterpretF64, value))
                .collect(),
            Num::Small { .. } | Num::Long { .. } | Num::Wide { .. } => values,
        }
    }

    fn join(&mut self, part: Num, len: u32, int: Num, values: Vec<Ex>) -> Vec<Ex> {
        let Some(ty) = self.int_array_type(part) else {
            return values;
        };
        let array = values.into_iter().next().unwrap_or(Ex::I32(0));
        let array = self.code.dup(array, WTy::to(ty));
        let is_short = int.bits() <= 32;
        let halves = if int.bits() == 128 { 2 } else { 1 };
        let per_half = len / halves;
        let mut result = Vec::new();
        for half in 0..halves {
            let parts = (0..per_half).map(|i| {
                let item = Ex::ArrayGet {
                    ty,
                    signed: false,
                    array: Box::new(array.clone()),
                    index: Box::new(Ex::I32((half * per_half + i) as i32)),
                };
                let shift = i * part.bits();
                match (is_short, part, shift) {
                    (true, _, 0) => item,
                    (true, _, _) => num2(NumOp::I32Shl, item, Ex::I32(shift as i32)),
                    (false, Num::Long { .. }, _) => item,
                    (false, _, _) => {
                        let wide = num1(NumOp::I64ExtendI32U, item);
                        num2(NumOp::I64Shl, wide, Ex::I64(shift.into()))
                    }
                }
            });
            let or = if is_short { NumOp::I32Or } else { NumOp::I64Or };
            result.extend(parts.reduce(|a, b| num2(or, a, b)));
        }
        match int {
            Num::F32 => vec![num1(NumOp::F32ReinterpretI32, result.remove(0))],
            Num::F64 => vec![num1(NumOp::F64ReinterpretI64, result.remove(0))],
            Num::Small { bits, signed } => vec![normalized(bits, signed, result.remove(0))],
            Num::Long { .. } | Num::Wide { .. } => result,
        }
    }

    fn int_array_type(&self, part: Num) -> Option<TypeId> {
        let storage = match part {
            Num::Small { bits: 8, .. } => Storage::I8,
            Num::Small { bits: 16, .. } => Storage::I16,
            Num::Small { bits: 32, .. } => Storage::Val(WTy::I32),
            Num::Long { .. } => Storage::Val(WTy::I64),
            _ => return None,
        };
        Some(self.cx().array_type(storage))
    }

    /// A box and the raw pointer to its content.
    fn box_bits(&mut self, from: Ty, to: Ty, values: Vec<Ex>) -> Option<Vec<Ex>> {
        let cx = self.cx();
        let boxed = |ty: Ty| cx.tcx.box_content(ty);
        if let (Some(content), Shape::Ptr(kind)) = (boxed(from), &cx.layout(to).shape) {
            let pl = Pl {
                ty: content,
                variant: None,
                loc: Loc::Values(values),
                via: Via::Slot,
            };
            return match (kind, cx.is_unsized(content)) {
                (PtrKind::Fat | PtrKind::Thin, false) => Some(self.pointer_to(&pl, to)),
                (PtrKind::Slice(_), true) => {
                    let whole = Pl { ty: from, ..pl };
                    let place = self.deref(&whole);
                    Some(self.value_of(&place))
                }
                _ => None,
            };
        }
        if let (Shape::Ptr(kind), Some(content)) = (&cx.layout(from).shape, boxed(to)) {
            return match kind {
                PtrKind::Fat => {
                    let pl = Pl {
                        ty: from,
                        variant: None,
                        loc: Loc::Values(values),
                        via: Via::Slot,
                    };
                    let place = self.deref(&pl);
                    debug_assert_eq!(place.ty, content);
                    Some(self.value_of(&place))
                }
                PtrKind::Slice(_) => Some(values.into_iter().take(1).collect()),
                _ => None,
            };
        }
        if cx.class(to) == Class::Void {
            return Some(zeros(&[]));
        }
        None
    }
}

fn int_array(ty: Ty) -> Option<(Num, u32)> {
    match ty.kind() {
        TyKind::Array(elem, Const::Value(len)) => match elem.kind() {
            TyKind::Int(int) => Some((Num::int(*int), u32::try_from(*len).ok()?)),
            _ => None,
        },
        _ => None,
    }
}

fn is_same_adt(a: Ty, b: Ty) -> bool {
    match (a.as_adt(), b.as_adt()) {
        (Some((a, _)), Some((b, _))) => a == b,
        _ => false,
    }
}
