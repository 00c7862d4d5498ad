//! Building values of several parts, and asking enums for their variant.

use super::{
    code::{num1, num2, select, zeros},
    func::Fx,
    layout::{Elem, EnumShape, Layout, Shape},
    places::Pl,
};
use crate::{
    pir::{AggregateKind, Operand, Place},
    wir::*,
};
use std::{ops::Range, rc::Rc};
use wrc_object::*;
use wrc_thir::{FieldIdx, Ty, VariantIdx};

/// How a value tells its variant.
pub(super) enum Tag {
    /// There is only one variant to be.
    Always(VariantIdx),
    /// The first if the condition holds, otherwise the second.
    Either(Ex, VariantIdx, VariantIdx),
    /// A number; the variants with their numbers. Variants that are not
    /// listed are all other numbers, if there are such.
    Number {
        value: Ex,
        cases: Vec<(VariantIdx, i32)>,
        other: Option<VariantIdx>,
    },
}

impl Fx<'_, '_> {
    pub fn aggregate(
        &mut self,
        kind: &AggregateKind,
        operands: &[Operand],
        dest: &Place,
    ) -> Vec<Ex> {
        let tcx = self.cx().tcx;
        match kind {
            AggregateKind::Array(elem) => self.array(*elem, operands),
            AggregateKind::Adt(def, variant, args) => {
                let ty = Ty::adt(*def, args.clone());
                self.variant_value(ty, *variant, operands)
            }
            AggregateKind::Union(def, field, args) => {
                let ty = Ty::adt(*def, args.clone());
                self.union_value(ty, *field, operands)
            }
            AggregateKind::Tuple => {
                let ty = tcx.place_ty(self.body, dest).ty;
                self.variant_value(ty, VariantIdx(0), operands)
            }
            AggregateKind::Closure(def, args) => {
                let ty = tcx.closure_ty(*def, args);
                if tcx.closure(*def).is_coroutine {
                    return self.coroutine_value(ty, operands);
                }
                self.variant_value(ty, VariantIdx(0), operands)
            }
        }
    }

    /// A coroutine that was not polled yet: its captures; the state is 0, and
    /// what it remembers later is not there.
    fn coroutine_value(&mut self, ty: Ty, captures: &[Operand]) -> Vec<Ex> {
        let fields = self.cx().object_fields(ty);
        let mut values: Vec<Ex> = captures.iter().flat_map(|o| self.operand(o)).collect();
        values.extend(zeros(&fields.slots[values.len()..]));
        vec![Ex::StructNew(fields.ty, values)]
    }

    fn array(&mut self, elem_ty: Ty, operands: &[Operand]) -> Vec<Ex> {
        let elem = self.cx().elem(elem_ty);
        let mut items = Vec::new();
        for operand in operands {
            let values = self.operand(operand);
            match elem {
                Elem::Void => {}
                Elem::Lanes { .. } => items.extend(values),
                Elem::Boxed { cell, .. } => items.push(Ex::StructNew(cell, values)),
            }
        }
        match elem.array() {
            None => Vec::new(),
            Some(array) => vec![self.array_of(array, items)],
        }
    }

    fn union_value(&mut self, ty: Ty, field: FieldIdx, operands: &[Operand]) -> Vec<Ex> {
        let layout = self.cx().layout(ty);
        let values: Vec<Ex> = operands.iter().flat_map(|o| self.operand(o)).collect();
        let from = self.cx().tcx.field_ty(ty, None, field);
        let slots = self.slots(from);
        match (&layout.shape, &slots[..]) {
            (_, []) => zeros(&layout.slots),
            (Shape::Union, [slot]) => values
                .into_iter()
                .map(|value| super::casts::to_bits(value, *slot, layout.slots[0].ty()))
                .collect(),
            _ => values,
        }
    }

    /// A value of a struct-like type or of one variant of an enum.
    pub fn variant_value(&mut self, ty: Ty, variant: VariantIdx, operands: &[Operand]) -> Vec<Ex> {
        let layout = self.cx().layout(ty);
        let fields: Vec<Vec<Ex>> = operands.iter().map(|o| self.operand(o)).collect();
        self.variant_of(ty, &layout, variant, fields)
    }

    pub fn variant_of(
        &mut self,
        ty: Ty,
        layout: &Rc<Layout>,
        variant: VariantIdx,
        fields: Vec<Vec<Ex>>,
    ) -> Vec<Ex> {
        let flat = || fields.clone().into_iter().flatten().collect::<Vec<Ex>>();
        match &layout.shape {
            Shape::Void => Vec::new(),
            Shape::Fields(_) => flat(),
            Shape::Object(id) => {
                self.cx().object_fields(ty);
                vec![Ex::StructNew(*id, flat())]
            }
            Shape::Enum(shape) => self.enum_value(ty, layout, shape, variant, fields),
            Shape::Prim
            | Shape::Ptr(_)
            | Shape::Array { .. }
            | Shape::BoxOf(_)
            | Shape::BoxSlice(_)
            | Shape::BoxDyn
            | Shape::Union => {
                let values = flat();
                if values.len() != layout.slots.len() {
                    let name = self.cx().type_name(ty);
                    let message = format!("building a `{name}` from parts is not supported");
                    self.unsupported("WRC2313", message);
                    return zeros(&layout.slots);
                }
                values
            }
        }
    }

    fn enum_value(
        &mut self,
        ty: Ty,
        layout: &Layout,
        shape: &EnumShape,
        variant: VariantIdx,
        fields: Vec<Vec<Ex>>,
    ) -> Vec<Ex> {
        let index = variant.0 as usize;
        match shape {
            EnumShape::CLike { values } => {
                vec![Ex::I32(values.get(index).copied().unwrap_or(0))]
            }
            EnumShape::Nullable { data, .. } => {
                if *data == variant {
                    fields.into_iter().flatten().collect()
                } else {
                    zeros(&layout.slots)
                }
            }
            EnumShape::Scalar {
                data, slot, units, ..
            } => {
                if *data == variant {
                    return fields.into_iter().flatten().collect();
                }
                let mut values = zeros(&layout.slots);
                let value = units.iter().find(|(unit, _)| *unit == variant);
                values[*slot as usize] = Ex::I32(value.map_or(0, |(_, value)| *value));
                values
            }
            EnumShape::Flat { variants } => {
                let mut values = zeros(&layout.slots);
                values[0] = Ex::I32(variant.0 as i32);
                let empty: Box<[Range<u32>]> = Box::new([]);
                let ranges = variants.get(index).unwrap_or(&empty);
                for (range, field) in ranges.iter().zip(fields) {
                    for (at, value) in range.clone().zip(field) {
                        values[at as usize] = value;
                    }
                }
                values
            }
            EnumShape::Ref(shape) => {
                if shape.null == Some(variant) {
                    return zeros(&layout.slots);
                }
                let values: Vec<Ex> = fields.into_iter().flatten().collect();
                if values.is_empty() {
                    return vec![Ex::GlobalGet(self.cx().unit_variant(ty, shape, variant))];
                }
                let id = self.cx().variant_fields(ty, shape, variant).ty;
                let mut all = Vec::new();
                if shape.tagged {
                    all.push(Ex::I32(variant.0 as i32));
                }
                all.extend(values);
                vec![Ex::StructNew(id, all)]
            }
        }
    }

    /// How the enum in the place tells its variant.
    pub fn tag(&mut self, pl: &Pl) -> Tag {
        let layout = self.cx().layout(pl.ty);
        let shape = match &layout.shape {
            Shape::Enum(shape) => shape,
            _ => return Tag::Always(VariantIdx(0)),
        };
        let slot_of = |fx: &mut Self, i: u32| {
            let slot = [layout.slots[i as usize]];
            let loc = fx.code.part(&pl.loc, &layout.slots, i..i + 1, &slot);
            fx.code.load(&loc, &slot).pop().unwrap_or(Ex::I32(0))
        };
        match shape {
            EnumShape::CLike { values } => Tag::Number {
                value: slot_of(self, 0),
                cases: values
                    .iter()
                    .enumerate()
                    .map(|(i, value)| (VariantIdx(i as u32), *value))
                    .collect(),
                other: None,
            },
            EnumShape::Nullable {
                data, unit, slot, ..
            } => {
                let value = slot_of(self, *slot);
                let is_none = match layout.slots[*slot as usize].ty() {
                    WTy::Ref(_) => Ex::IsNull(Box::new(value)),
                    _ => num1(NumOp::I32Eqz, value),
                };
                Tag::Either(is_none, *unit, *data)
            }
            EnumShape::Scalar {
                data, slot, units, ..
            } => Tag::Number {
                value: slot_of(self, *slot),
                cases: units.to_vec(),
                other: Some(*data),
            },
            EnumShape::Flat { variants } => Tag::Number {
                value: slot_of(self, 0),
                cases: (0..variants.len())
                    .map(|i| (VariantIdx(i as u32), i as i32))
                    .collect(),
                other: None,
            },
            EnumShape::Ref(shape) => {
                let data = pl.ty.as_adt().map(|(def, _)| self.cx().tcx.adt(def));
                let count = data.map_or(0, |data| data.variants.len());
                let value = slot_of(self, 0);
                if !shape.tagged {
                    let null = shape.null.unwrap_or(VariantIdx(0));
                    let data = VariantIdx(1 - null.0.min(1));
                    return Tag::Either(Ex::IsNull(Box::new(value)), null, data);
                }
                let value = match shape.null {
                    None => super::code::get_field(shape.base, 0, false, value),
                    Some(null) => {
                        let obj = self.code.dup(value, WTy::to(shape.base));
                        Ex::If {
                            cond: Box::new(Ex::IsNull(Box::new(obj.clone()))),
                            result: Some(WTy::I32),
                            then: vec![Ex::I32(null.0 as i32)],
                            els: vec![super::code::get_field(shape.base, 0, false, obj)],
                        }
                    }
                };
                Tag::Number {
                    value,
                    cases: (0..count)
                        .map(|i| (VariantIdx(i as u32), i as i32))
                        .collect(),
                    other: None,
                }
            }
        }
    }

    /// The declared discriminant of the enum in the place, as `ty`.
    pub fn discriminant(&mut self, pl: &Pl, ty: Ty) -> Vec<Ex> {
        let discr = self.discriminant_i64(pl);
        self.code.int_from_i64(ty, discr)
    }

    /// The discriminant, sign-extended; 0 for types that are no enums.
    pub fn discriminant_i64(&mut self, pl: &Pl) -> Ex {
        let Some(data) = pl.ty.as_adt().map(|(def, _)| self.cx().tcx.adt(def)) else {
            return Ex::I64(0);
        };
        let discr = |variant: VariantIdx| {
            let variant = data.variants.get(variant.0 as usize);
            variant.map_or(0, |variant| variant.discr as i64)
        };
        match self.tag(pl) {
            Tag::Always(variant) => Ex::I64(discr(variant)),
            Tag::Either(cond, yes, no) => {
                select(WTy::I64, cond, Ex::I64(discr(yes)), Ex::I64(discr(no)))
            }
            Tag::Number {
                value,
                cases,
                other,
            } => {
                let is_same = other.is_none()
                    && cases
                        .iter()
                        .all(|(variant, number)| discr(*variant) == i64::from(*number));
                if is_same {
                    return num1(NumOp::I64ExtendI32S, value);
                }
                let value = self.code.dup(value, WTy::I32);
                let mut cases = cases.into_iter().rev();
                let last = match other {
                    Some(other) => discr(other),
                    None => cases.next().map_or(0, |(variant, _)| discr(variant)),
                };
                cases.fold(Ex::I64(last), |rest, (variant, number)| {
                    let is_it = num2(NumOp::I32Eq, value.clone(), Ex::I32(number));
                    select(WTy::I64, is_it, Ex::I64(discr(variant)), rest)
                })
            }
        }
    }
}
