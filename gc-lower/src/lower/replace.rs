//! Assignments that keep places: where the program makes raw pointers to
//! values of a type, an object stays what it is when it is assigned anew.
//!
//! ```text
//! let p = &raw mut x;     p is the object in x
//! x = S { .. };           its fields are overwritten, p sees them
//! let y = x;              y is a new object with the same fields
//! ```
//!
//! Parts of enums are left out: their place ends with the variant.

use super::{
    code::{Code, get_field, if_else, num2, set_field, zero},
    cx::Cx,
    layout::{Class, Shape, Slot},
    loc::Loc,
};
use crate::wir::*;
use std::ops::Range;
use wrc_object::TypeId;
use wrc_thir::{Ty, VariantIdx};

impl Cx<'_> {
    /// Are there objects in a value of the type that raw pointers may name,
    /// or name a part of?
    pub fn keeps_places(&self, ty: Ty) -> bool {
        if self.mono.named.is_empty() || self.is_unsized(ty) {
            return false;
        }
        if let Some(known) = self.helpers.borrow().kept.get(&ty) {
            return *known;
        }
        let is_object = self.class(ty) == Class::Object;
        let is_named = |ty| self.has_part_in(&self.mono.named, ty);
        let named = is_object && (is_named(ty) || self.parts(ty).any(is_named));
        let result = named || self.parts(ty).any(|ty| self.keeps_places(ty));
        self.helpers.borrow_mut().kept.insert(ty, result);
        result
    }

    /// The fields of structs and tuples, the elements of arrays: what is
    /// assigned with the whole.
    fn parts(&self, ty: Ty) -> impl Iterator<Item = Ty> {
        match &self.layout(ty).shape {
            Shape::Object(_) | Shape::Fields(_) => self.tcx.field_tys(ty, Some(VariantIdx(0))),
            Shape::Array { elem, .. } => vec![*elem],
            Shape::Void
            | Shape::Prim
            | Shape::Ptr(_)
            | Shape::BoxOf(_)
            | Shape::BoxSlice(_)
            | Shape::BoxDyn
            | Shape::Enum(_)
            | Shape::Union => Vec::new(),
        }
        .into_iter()
    }

    /// The fields that lie in the slots of the whole.
    fn slot_parts(&self, ty: Ty) -> Option<Vec<(Ty, Range<u32>)>> {
        match &self.layout(ty).shape {
            Shape::Fields(ranges) => {
                let tys = self.tcx.field_tys(ty, Some(VariantIdx(0)));
                Some(tys.into_iter().zip(ranges.iter().cloned()).collect())
            }
            _ => None,
        }
    }
}

impl Code<'_, '_> {
    /// Assigns a place of a type that keeps places. The values can be
    /// evaluated many times.
    pub fn replace(&mut self, ty: Ty, loc: &Loc, values: Vec<Ex>) {
        let slots = self.cx.layout(ty).slots.clone();
        if !self.cx.keeps_places(ty) {
            return self.store(loc, &slots, values);
        }
        if let Loc::Elem {
            array,
            array_ty,
            index,
            ..
        } = loc
        {
            return self.replace_boxed(ty, loc, [array, index], *array_ty, values);
        }
        if self.cx.class(ty) != Class::Object {
            for (part_ty, part, range) in self.places_of_parts(ty, loc, &slots) {
                let values = values[range.start as usize..range.end as usize].to_vec();
                self.replace(part_ty, &part, values);
            }
            return;
        }
        let old = self
            .load(loc, &slots)
            .pop()
            .unwrap_or_else(|| zero(slots[0].ty()));
        let old = self.dup(old, slots[0].ty());
        let (fresh, ()) = self.nested(|code| code.store(loc, &slots, values.clone()));
        // Variables of a future that has not come to them are null.
        let Some(new) = values.into_iter().next() else {
            return;
        };
        let is_null = num2(
            NumOp::I32Or,
            Ex::IsNull(Box::new(old.clone())),
            Ex::IsNull(Box::new(new.clone())),
        );
        let (kept, ()) = self.nested(|code| code.overwrite(ty, old, new));
        self.emit(if_else(is_null, fresh, kept));
    }

    /// A boxed element; there is no box yet in a new array.
    fn replace_boxed(
        &mut self,
        ty: Ty,
        loc: &Loc,
        [array, index]: [&Ex; 2],
        array_ty: TypeId,
        values: Vec<Ex>,
    ) {
        let slots = self.cx.layout(ty).slots.clone();
        let cell = Ex::ArrayGet {
            ty: array_ty,
            signed: false,
            array: Box::new(array.clone()),
            index: Box::new(index.clone()),
        };
        let (fresh, ()) = self.nested(|code| code.store(loc, &slots, values.clone()));
        let (kept, ()) = self.nested(|code| {
            let place = code.part(loc, &slots, 0..slots.len() as u32, &slots);
            code.replace(ty, &place, values);
        });
        self.emit(if_else(Ex::IsNull(Box::new(cell)), fresh, kept));
    }

    fn places_of_parts(&mut self, ty: Ty, loc: &Loc, whole: &[Slot]) -> Vec<(Ty, Loc, Range<u32>)> {
        let parts = self.cx.slot_parts(ty).unwrap_or_default();
        parts
            .into_iter()
            .map(|(part_ty, range)| {
                let slots = self.cx.layout(part_ty).slots.clone();
                let part = self.part(loc, whole, range.clone(), &slots);
                (part_ty, part, range)
            })
            .collect()
    }

    /// Overwrites the fields of an object.
    pub(super) fn overwrite_fields(&mut self, ty: Ty, object: TypeId, to: Ex, from: Ex) {
        let fields = self.cx.object_fields(ty);
        let tys = self.cx.tcx.field_tys(ty, Some(VariantIdx(0)));
        for (range, field_ty) in fields.ranges.iter().zip(tys) {
            let value = |i: u32| {
                let slot = fields.slots[i as usize];
                get_field(object, i, slot.signed, from.clone())
            };
            if self.cx.keeps_places(field_ty) {
                let slots = self.cx.layout(field_ty).slots.clone();
                let values = self.save_all(range.clone().map(value).collect(), &slots);
                let place = Loc::Fields {
                    obj: to.clone(),
                    ty: object,
                    first: range.start,
                };
                self.replace(field_ty, &place, values);
                continue;
            }
            for i in range.clone() {
                self.emit(set_field(object, i, to.clone(), value(i)));
            }
        }
    }

    /// Overwrites the elements of a fixed array.
    pub(super) fn replace_elements(&mut self, ty: Ty, len: u32, to: Ex, from: Ex) {
        self.each_element(ty, len, to, from, |code, place, values| {
            code.replace(ty, place, values);
        });
    }

    /// Fills a new fixed array with the content of the elements of another.
    pub(super) fn move_elements(&mut self, ty: Ty, len: u32, to: Ex, from: Ex) {
        self.each_element(ty, len, to, from, |code, place, values| {
            let slots = code.cx.layout(ty).slots.clone();
            let values = code.part_from(ty, values);
            code.store(place, &slots, values);
        });
    }

    fn each_element(
        &mut self,
        ty: Ty,
        len: u32,
        to: Ex,
        from: Ex,
        mut f: impl FnMut(&mut Self, &Loc, Vec<Ex>),
    ) {
        let elem = self.cx.elem(ty);
        let slots = self.cx.layout(ty).slots.clone();
        self.for_up(Ex::I32(len as i32), |code, index| {
            let source = code.element(elem, from.clone(), Ex::Get(index));
            let values = code.load(&source, &slots);
            let values = code.save_all(values, &slots);
            let place = code.element(elem, to.clone(), Ex::Get(index));
            f(code, &place, values);
        });
    }

    /// The objects among the values are others from now on, with the same
    /// content.
    pub(super) fn part_from(&mut self, ty: Ty, values: Vec<Ex>) -> Vec<Ex> {
        if !self.cx.keeps_places(ty) {
            return values;
        }
        let slots = self.cx.layout(ty).slots.clone();
        if self.cx.class(ty) == Class::Object {
            let old = values
                .into_iter()
                .next()
                .unwrap_or_else(|| zero(slots[0].ty()));
            let result = self.save(old, slots[0].ty());
            let Ex::Get(local) = result else {
                return vec![result];
            };
            let (copy, ()) = self.nested(|code| {
                let new = code.moved_out(ty, Ex::Get(local));
                code.emit(Ex::Set(local, Box::new(new)));
            });
            let is_null = Ex::IsNull(Box::new(Ex::Get(local)));
            self.emit(if_else(is_null, Vec::new(), copy));
            return vec![Ex::Get(local)];
        }
        let mut values = values;
        for (part_ty, range) in self.cx.slot_parts(ty).unwrap_or_default() {
            let range = range.start as usize..range.end as usize;
            let part = values[range.clone()].to_vec();
            for (at, value) in range.zip(self.part_from(part_ty, part)) {
                values[at] = value;
            }
        }
        values
    }
}
