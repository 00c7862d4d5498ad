//! Operands and constants become values.

use super::{
    code::{zero, zeros},
    func::Fx,
    layout::{Class, EnumShape, PtrKind, Shape},
    loc::Loc,
    places::Pl,
};
use crate::{
    pir::{Constant, Operand, Place},
    wir::*,
};
use wrc_object::*;
use wrc_thir::{Mutability, Ty, TyKind};

impl Fx<'_, '_> {
    pub fn operand_ty(&self, operand: &Operand) -> Ty {
        self.cx().tcx.operand_ty(self.body, operand)
    }

    /// The operand's values, to be used once, in order.
    pub fn operand(&mut self, operand: &Operand) -> Vec<Ex> {
        if let Some(local) = operand.place().and_then(Place::as_local)
            && let Some(number) = self.known_number(local)
        {
            return vec![Ex::I32(number)];
        }
        match operand {
            Operand::Copy(place) => {
                let pl = self.place(place);
                let values = self.value_of(&pl);
                self.code.copied(pl.ty, values)
            }
            Operand::Move(place) => {
                let pl = self.place(place);
                let values = self.value_of(&pl);
                match self.keeps_place(&pl) {
                    true => self.code.part_from(pl.ty, values),
                    false => values,
                }
            }
            Operand::Const(c) => self.constant(c),
            Operand::Borrow(m, place) => self.borrow_place(*m, place),
        }
    }

    /// The only value of an operand of a scalar type.
    pub fn scalar(&mut self, operand: &Operand) -> Ex {
        let mut values = self.operand(operand);
        match (values.pop(), values.is_empty()) {
            (Some(value), true) => value,
            _ => {
                self.bug("an operand that is not a scalar");
                Ex::I32(0)
            }
        }
    }

    /// `&place` or `&mut place`.
    pub fn borrow_place(&mut self, m: Mutability, place: &Place) -> Vec<Ex> {
        let pl = self.place(place);
        if self.is_in_union(place) {
            self.fill_in(&pl);
        }
        let ty = pl.ty.reference(m);
        self.pointer_to(&pl, ty)
    }

    /// Is the place a union's field, perhaps inside newtypes?
    pub fn is_in_union(&self, place: &Place) -> bool {
        let cx = self.cx();
        let mut outer = place.clone();
        while let Some(crate::pir::Proj::Field(_)) = outer.proj.pop() {
            let ty = cx.tcx.place_ty(self.body, &outer).ty;
            let Some((def, _)) = ty.as_adt() else {
                return false;
            };
            if cx.tcx.adt(def).kind == wrc_thir::AdtKind::Union {
                return true;
            }
        }
        false
    }

    /// A pointer of type `ty` to the place.
    pub fn pointer_to(&mut self, pl: &Pl, ty: Ty) -> Vec<Ex> {
        let cx = self.cx();
        let layout = cx.layout(ty);
        let Shape::Ptr(kind) = layout.shape else {
            return Vec::new();
        };
        match kind {
            PtrKind::Opaque => vec![self.opaque()],
            PtrKind::Snapshot => {
                let values = self.value_of(pl);
                debug_assert_eq!(values.len(), layout.slots.len());
                values
            }
            PtrKind::Slice(_) | PtrKind::Dyn => self.value_of(pl),
            PtrKind::Thin => self.value_of(pl),
            PtrKind::Window => match &pl.loc {
                Loc::Slice { array, off, .. } => vec![array.clone(), off.clone()],
                _ => {
                    let mut values = self.value_of(pl);
                    values.push(Ex::I32(0));
                    values
                }
            },
            PtrKind::Fat if pl.via == super::places::Via::Snapshot => {
                let slots = self.slots(pl.ty);
                let values = self.value_of(pl);
                let (base, sel) = self.code.fresh_cell(values, &slots);
                vec![base, sel]
            }
            PtrKind::Fat => {
                let slots = self.slots(pl.ty);
                let (base, sel) = self.code.address(&pl.loc, &slots);
                vec![base, sel]
            }
        }
    }

    /// A reference that is not null.
    pub fn opaque(&mut self) -> Ex {
        let array = self.cx().erased_array();
        Ex::GlobalGet(self.cx().empty_array(array))
    }

    pub fn constant(&mut self, c: &Constant) -> Vec<Ex> {
        match c {
            Constant::Scalar(bits, ty) => self.scalar_constant(*bits, *ty),
            Constant::Float(bits, ty) => match ty.kind() {
                TyKind::Float(wrc_thir::FloatTy::F32) => vec![Ex::F32(*bits as u32)],
                _ => vec![Ex::F64(*bits)],
            },
            Constant::Str(text) => self.literal(text.as_bytes()),
            Constant::Bytes(bytes) => vec![self.byte_array(bytes)],
            Constant::Zst(ty) => {
                let slots = self.slots(*ty);
                if self.cx().class(*ty) == Class::Object {
                    // `[T; 0]`.
                    let slot = slots[0].ty();
                    return match slot {
                        WTy::Ref(HeapTy::Type(array)) => {
                            vec![Ex::GlobalGet(self.cx().empty_array(array))]
                        }
                        _ => zeros(&slots),
                    };
                }
                zeros(&slots)
            }
            Constant::FnPtr(inst, ty) => vec![self.fn_pointer(inst, *ty)],
            Constant::Location { file, line, column } => self.location(*file, *line, *column),
        }
    }

    fn scalar_constant(&mut self, bits: u128, ty: Ty) -> Vec<Ex> {
        let layout = self.cx().layout(ty);
        match ty.kind() {
            TyKind::Int(int) => {
                let shift = 128 - int.bits();
                let wide = if int.is_signed() {
                    ((bits as i128) << shift >> shift) as u128
                } else {
                    bits << shift >> shift
                };
                match &layout.slots[..] {
                    [_, _] => vec![Ex::I64(wide as i64), Ex::I64((wide >> 64) as i64)],
                    [slot] if slot.ty() == WTy::I64 => vec![Ex::I64(wide as i64)],
                    _ => vec![Ex::I32(wide as i32)],
                }
            }
            TyKind::Bool | TyKind::Char => vec![Ex::I32(bits as i32)],
            TyKind::RawPtr(..) | TyKind::Ref(..) | TyKind::FnPtr(_) if bits == 0 => {
                zeros(&layout.slots)
            }
            _ => {
                if let Shape::Enum(EnumShape::CLike { .. }) = layout.shape {
                    return vec![Ex::I32(bits as i32)];
                }
                if layout.class != Class::Void {
                    let message = "an address made from a number is not supported";
                    self.unsupported("WRC2312", message);
                }
                zeros(&layout.slots)
            }
        }
    }

    /// Default values of a type: zeros and nulls.
    pub fn zeros_of(&self, ty: Ty) -> Vec<Ex> {
        self.slots(ty).iter().map(|slot| zero(slot.ty())).collect()
    }
}
