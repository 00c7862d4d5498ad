//! Copies of values whose representation has identity (representation.md
//! §4.3): a `Copy` read of an object makes a new one, all the way down.

use super::{
    classes::ObjectFields,
    code::{Code, get_field, if_else, num2, scaled},
    cx::Cx,
    helpers::Helper,
    layout::{Class, Elem, EnumShape, Layout, RefEnum, Shape},
    loc::Loc,
};
use crate::wir::*;
use std::{ops::Range, rc::Rc};
use wrc_object::*;
use wrc_thir::{Ty, TyKind, VariantIdx};

impl Cx<'_> {
    /// Does a copy of a value of this `Copy` type have to make new objects?
    pub fn needs_copy(&self, ty: Ty) -> bool {
        if let Some(known) = self.helpers.borrow().copies.get(&ty) {
            return *known;
        }
        let result = self.shares_places(ty);
        self.helpers.borrow_mut().copies.insert(ty, result);
        result
    }

    fn shares_places(&self, ty: Ty) -> bool {
        let any = |variant| {
            let fields = self.tcx.field_tys(ty, variant);
            fields.into_iter().any(|ty| self.needs_copy(ty))
        };
        if !matches!(
            ty.kind(),
            TyKind::Adt(..) | TyKind::Tuple(_) | TyKind::Array(..) | TyKind::Closure(..)
        ) || !self.tcx.is_copy(ty)
        {
            return false;
        }
        let layout = self.layout(ty);
        match &layout.shape {
            Shape::Object(_) | Shape::Array { .. } => true,
            Shape::Fields(_) => any(Some(VariantIdx(0))),
            Shape::Enum(EnumShape::Ref(_)) => true,
            Shape::Enum(_) => {
                let count = self.variant_count(ty);
                (0..count).any(|v| any(Some(VariantIdx(v as u32))))
            }
            Shape::Void
            | Shape::Prim
            | Shape::Ptr(_)
            | Shape::BoxOf(_)
            | Shape::BoxSlice(_)
            | Shape::BoxDyn
            | Shape::Union => false,
        }
    }

    pub fn variant_count(&self, ty: Ty) -> usize {
        ty.as_adt()
            .map_or(0, |(def, _)| self.tcx.adt(def).variants.len())
    }
}

impl Code<'_, '_> {
    /// A copy of a value that stays where it is.
    pub fn copied(&mut self, ty: Ty, values: Vec<Ex>) -> Vec<Ex> {
        if !self.cx.needs_copy(ty) {
            return values;
        }
        let helper = self.cx.helper(Helper::Copy(ty));
        self.call(helper, values)
    }

    /// Overwrites an object's content; what the new content contains moves.
    pub fn overwrite(&mut self, ty: Ty, to: Ex, from: Ex) {
        let layout = self.cx.layout(ty);
        let ref_ty = layout.slots[0].ty();
        match &layout.shape {
            Shape::Object(id) => {
                let from = self.dup(from, ref_ty);
                self.overwrite_fields(ty, *id, to, from);
            }
            Shape::Array { elem, len } if self.cx.keeps_places(*elem) => {
                let from = self.dup(from, ref_ty);
                self.replace_elements(*elem, *len, to, from);
            }
            Shape::Array { elem, len } => {
                let elem = self.cx.elem(*elem);
                let Some(array) = elem.array() else { return };
                let count = Ex::I32((*len * elem.stride()) as i32);
                self.emit(Ex::ArrayCopy {
                    dst_ty: array,
                    src_ty: array,
                    args: Box::new([to, Ex::I32(0), from, Ex::I32(0), count]),
                });
            }
            _ => match self.object_part(ty) {
                Some(inner) => self.overwrite(inner, to, from),
                None => self.cx.bug("the content of something that is no object"),
            },
        }
    }

    /// A new object with an object's content, which moves there.
    pub fn moved_out(&mut self, ty: Ty, from: Ex) -> Ex {
        let layout = self.cx.layout(ty);
        let ref_ty = layout.slots[0].ty();
        match &layout.shape {
            Shape::Object(id) => {
                let fields = self.cx.object_fields(ty);
                let from = self.dup(from, ref_ty);
                let mut values = all_fields(&fields, from);
                let tys = self.cx.tcx.field_tys(ty, Some(VariantIdx(0)));
                for (ty, range) in tys.into_iter().zip(&fields.ranges) {
                    let range = range.start as usize..range.end as usize;
                    let part = values[range.clone()].to_vec();
                    for (at, value) in range.zip(self.part_from(ty, part)) {
                        values[at] = value;
                    }
                }
                Ex::StructNew(*id, values)
            }
            Shape::Array { elem, len } if self.cx.keeps_places(*elem) => {
                let (elem_ty, len) = (*elem, *len);
                let elem = self.cx.elem(elem_ty);
                let Some(array) = elem.array() else {
                    return from;
                };
                let from = self.dup(from, ref_ty);
                let new = Ex::ArrayNewDefault {
                    ty: array,
                    len: Box::new(Ex::I32((len * elem.stride()) as i32)),
                };
                let new = self.save(new, WTy::to(array));
                self.move_elements(elem_ty, len, new.clone(), from);
                new
            }
            Shape::Array { elem, len } => {
                let elem = self.cx.elem(*elem);
                let Some(array) = elem.array() else {
                    return from;
                };
                let count = Ex::I32((*len * elem.stride()) as i32);
                self.array_clone(array, from, count)
            }
            _ => match self.object_part(ty) {
                Some(inner) => self.moved_out(inner, from),
                None => {
                    self.cx.bug("the content of something that is no object");
                    from
                }
            },
        }
    }

    /// The field of a newtype that is the object.
    fn object_part(&self, ty: Ty) -> Option<Ty> {
        let fields = self.cx.tcx.field_tys(ty, Some(VariantIdx(0)));
        fields
            .into_iter()
            .find(|ty| self.cx.class(*ty) == Class::Object)
    }

    fn array_clone(&mut self, array: TypeId, from: Ex, count: Ex) -> Ex {
        let new = Ex::ArrayNewDefault {
            ty: array,
            len: Box::new(count.clone()),
        };
        let new = self.save(new, WTy::to(array));
        self.emit(Ex::ArrayCopy {
            dst_ty: array,
            src_ty: array,
            args: Box::new([new.clone(), Ex::I32(0), from, Ex::I32(0), count]),
        });
        new
    }

    /// Copies each part of values laid out one after the other.
    fn copied_parts(&mut self, tys: &[Ty], ranges: &[Range<u32>], values: &mut [Ex]) {
        for (ty, range) in tys.iter().zip(ranges) {
            if !self.cx.needs_copy(*ty) {
                continue;
            }
            let range = range.start as usize..range.end as usize;
            let part = values[range.clone()].to_vec();
            for (at, value) in range.zip(self.copied(*ty, part)) {
                values[at] = value;
            }
        }
    }
}

fn all_fields(fields: &ObjectFields, obj: Ex) -> Vec<Ex> {
    fields
        .slots
        .iter()
        .enumerate()
        .map(|(i, slot)| get_field(fields.ty, i as u32, slot.signed, obj.clone()))
        .collect()
}

/// `Helper::Copy`: parameters are the slots. Null stays null, so that unused
/// parts of enums and unions need no care.
pub(super) fn copy_body(code: &mut Code, ty: Ty) {
    let layout = code.cx.layout(ty);
    let mut values: Vec<Ex> = (0..layout.slots.len()).map(|i| code.param(i)).collect();
    let field_tys = |code: &Code, v: u32| code.cx.tcx.field_tys(ty, Some(VariantIdx(v)));
    match &layout.shape {
        Shape::Object(_) => {
            return_null(code);
            let fields = code.cx.object_fields(ty);
            let tys = field_tys(code, 0);
            let mut parts = all_fields(&fields, code.param(0));
            code.copied_parts(&tys, &fields.ranges, &mut parts);
            values = vec![Ex::StructNew(fields.ty, parts)];
        }
        Shape::Array { elem, len } => {
            return_null(code);
            values = vec![copy_array(code, *elem, *len)];
        }
        Shape::Fields(ranges) => {
            let tys = field_tys(code, 0);
            code.copied_parts(&tys, ranges, &mut values);
        }
        Shape::Enum(shape) => return copy_enum(code, ty, &layout, shape, values),
        Shape::Void
        | Shape::Prim
        | Shape::Ptr(_)
        | Shape::BoxOf(_)
        | Shape::BoxSlice(_)
        | Shape::BoxDyn
        | Shape::Union => {}
    }
    code.emit(Ex::Return(values));
}

fn return_null(code: &mut Code) {
    let is_null = Ex::IsNull(Box::new(code.param(0)));
    let leave = vec![Ex::Return(vec![code.param(0)])];
    code.emit(if_else(is_null, leave, Vec::new()));
}

fn copy_array(code: &mut Code, elem_ty: Ty, len: u32) -> Ex {
    let elem = code.cx.elem(elem_ty);
    let Some(array) = elem.array() else {
        return code.param(0);
    };
    let count = Ex::I32((len * elem.stride()) as i32);
    let is_plain = matches!(elem, Elem::Lanes { .. }) && !code.cx.needs_copy(elem_ty);
    if is_plain {
        return code.array_clone(array, code.param(0), count);
    }
    let new = Ex::ArrayNewDefault {
        ty: array,
        len: Box::new(count),
    };
    let new = code.save(new, WTy::to(array));
    let zero = Ex::I32(0);
    let from = code.param(0);
    code.for_up(Ex::I32(len as i32), |code, index| {
        copy_element(
            code,
            elem_ty,
            [(&new, &zero), (&from, &zero)],
            index,
            Code::copied,
        );
    });
    new
}

/// What is read of a value: a copy, or its content.
type Taken<'c, 'a> = fn(&mut Code<'c, 'a>, Ty, Vec<Ex>) -> Vec<Ex>;

/// `to[to_at + index] = taken(from[from_at + index])`.
fn copy_element<'c, 'a>(
    code: &mut Code<'c, 'a>,
    ty: Ty,
    [to, from]: [(&Ex, &Ex); 2],
    index: WLocal,
    taken: Taken<'c, 'a>,
) {
    let elem = code.cx.elem(ty);
    let slots = code.cx.layout(ty).slots.clone();
    let at = |(array, off): (&Ex, &Ex)| (array.clone(), off.clone(), Ex::Get(index));
    let (array, off, i) = at(from);
    let from = code.slice_element(elem, array, off, i);
    let values = code.load(&from, &slots);
    let values = taken(code, ty, values);
    let values = code.dup_all(values, &slots);
    let (array, off, i) = at(to);
    let to = code.slice_element(elem, array, off, i);
    code.replace(ty, &to, values);
}

fn copy_enum(code: &mut Code, ty: Ty, layout: &Rc<Layout>, shape: &EnumShape, mut values: Vec<Ex>) {
    let field_tys = |code: &Code, v: VariantIdx| code.cx.tcx.field_tys(ty, Some(v));
    match shape {
        EnumShape::CLike { .. } => {}
        EnumShape::Nullable { data, fields, .. } | EnumShape::Scalar { data, fields, .. } => {
            let tys = field_tys(code, *data);
            code.copied_parts(&tys, fields, &mut values);
        }
        EnumShape::Flat { variants } => {
            for (v, ranges) in variants.iter().enumerate() {
                let tys = field_tys(code, VariantIdx(v as u32));
                if !tys.iter().any(|ty| code.cx.needs_copy(*ty)) {
                    continue;
                }
                let mut values = values.clone();
                let (then, ()) = code.nested(|code| {
                    code.copied_parts(&tys, ranges, &mut values);
                    code.emit(Ex::Return(values));
                });
                let is_it = num2(NumOp::I32Eq, code.param(0), Ex::I32(v as i32));
                code.emit(if_else(is_it, then, Vec::new()));
            }
        }
        EnumShape::Ref(shape) => {
            return_null(code);
            copy_variants(code, ty, layout, shape);
        }
    }
    code.emit(Ex::Return(values));
}

fn copy_variants(code: &mut Code, ty: Ty, _layout: &Rc<Layout>, shape: &RefEnum) {
    for v in 0..code.cx.variant_count(ty) {
        let variant = VariantIdx(v as u32);
        let tys = code.cx.tcx.field_tys(ty, Some(variant));
        if tys.iter().all(|ty| code.cx.class(*ty) == Class::Void) {
            continue;
        }
        let fields = code.cx.variant_fields(ty, shape, variant);
        let (then, ()) = code.nested(|code| {
            let obj = super::code::cast(fields.ty, code.param(0));
            let obj = code.save(obj, WTy::to(fields.ty));
            let mut parts: Vec<Ex> = fields
                .slots
                .iter()
                .enumerate()
                .map(|(i, slot)| get_field(fields.ty, i as u32, slot.signed, obj.clone()))
                .collect();
            code.copied_parts(&tys, &fields.ranges, &mut parts);
            code.emit(Ex::Return(vec![Ex::StructNew(fields.ty, parts)]));
        });
        if shape.tagged {
            let tag = get_field(shape.base, 0, false, code.param(0));
            let is_it = num2(NumOp::I32Eq, tag, Ex::I32(v as i32));
            code.emit(if_else(is_it, then, Vec::new()));
        } else {
            then.into_iter().for_each(|ex| code.emit(ex));
        }
    }
}

/// `Helper::CopyElements`, `Helper::MoveElements`: (dst, dst index, src, src
/// index, count).
pub(super) fn copy_elements_body<'c, 'a>(code: &mut Code<'c, 'a>, ty: Ty, taken: Taken<'c, 'a>) {
    let [dst, dst_at, src, src_at, count] = [0, 1, 2, 3, 4].map(|i| code.param(i));
    let places = |index: WLocal, code: &mut Code<'c, 'a>| {
        copy_element(code, ty, [(&dst, &dst_at), (&src, &src_at)], index, taken);
    };
    let overlaps = num2(
        NumOp::I32And,
        Ex::RefEq(Box::new(dst.clone()), Box::new(src.clone())),
        num2(NumOp::I32GtU, dst_at.clone(), src_at.clone()),
    );
    let (down, ()) = code.nested(|code| code.for_down(count.clone(), |code, i| places(i, code)));
    let (up, ()) = code.nested(|code| code.for_up(count.clone(), |code, i| places(i, code)));
    code.emit(if_else(overlaps, down, up));
}

/// `Helper::Fill`: (array, index, value slots, count).
pub(super) fn fill_body(code: &mut Code, ty: Ty) {
    let slots = code.cx.layout(ty).slots.clone();
    let elem = code.cx.elem(ty);
    let (array, at) = (code.param(0), code.param(1));
    let count = code.param(2 + slots.len());
    code.for_up(count, |code, index| {
        let values = (0..slots.len()).map(|i| code.param(2 + i)).collect();
        let values = code.copied(ty, values);
        let values = code.dup_all(values, &slots);
        let to = code.slice_element(elem, array.clone(), at.clone(), Ex::Get(index));
        code.replace(ty, &to, values);
    });
}

/// `array[index] = value` for one element, whatever its kind.
pub(super) fn store_element(code: &mut Code, ty: Ty, array: Ex, index: Ex, values: Vec<Ex>) {
    let elem = code.cx.elem(ty);
    let slots = code.cx.layout(ty).slots.clone();
    let loc = code.element(elem, array, index);
    let values = match loc {
        Loc::Lanes { .. } if values.len() > 1 => code.dup_all(values, &slots),
        _ => values,
    };
    code.store(&loc, &slots, values);
}

/// The number of array slots of `count` elements.
pub(super) fn lane_count(elem: Elem, count: Ex) -> Ex {
    scaled(count, elem.stride())
}
