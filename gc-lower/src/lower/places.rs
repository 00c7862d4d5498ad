//! PIR places become locations.

use super::{
    code::{add, cast, num2},
    func::Fx,
    layout::{Class, EnumShape, PtrKind, Shape},
    loc::Loc,
    pointers::Tail,
};
use crate::{
    pir::{Local, Place, PlaceBase, Proj},
    wir::*,
};
use wrc_object::*;
use wrc_thir::{FieldIdx, Ty, TyKind, VariantIdx};

/// A place, lowered.
#[derive(Clone, Debug)]
pub(super) struct Pl {
    pub ty: Ty,
    pub variant: Option<VariantIdx>,
    pub loc: Loc,
    pub via: Via,
}

/// How a place was reached (representation.md §4.3).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Via {
    /// The location is the place: a slot, which may own an object.
    Slot,
    /// An object reached through a reference: overwritten in place.
    Reference,
    /// Part of a shared reference that is a snapshot: the location holds the
    /// value, but is not its place.
    Snapshot,
}

impl Fx<'_, '_> {
    pub fn place(&mut self, place: &Place) -> Pl {
        let mut pl = match place.base {
            PlaceBase::Local(local) => return self.local_place(local, &place.proj),
            PlaceBase::Static(def) => self.static_place(def),
        };
        for step in &place.proj {
            pl = self.step(pl, step);
        }
        pl
    }

    fn local_place(&mut self, local: Local, proj: &[Proj]) -> Pl {
        let ty = self.local_ty(local);
        let (mut pl, proj) = match (proj, self.deref_loc(local)) {
            ([Proj::Deref, rest @ ..], Some(loc)) => {
                let ty = ty.pointee().map_or(ty, |(_, to)| to);
                let pl = Pl {
                    ty,
                    variant: None,
                    loc,
                    via: Via::Slot,
                };
                (pl, rest)
            }
            _ => {
                let loc = self.local_loc(local);
                let pl = Pl {
                    ty,
                    variant: None,
                    loc,
                    via: Via::Slot,
                };
                (pl, proj)
            }
        };
        for step in proj {
            pl = self.step(pl, step);
        }
        pl
    }

    pub fn step(&mut self, pl: Pl, step: &Proj) -> Pl {
        match step {
            Proj::Variant(variant) => Pl {
                variant: Some(*variant),
                ..pl
            },
            Proj::Field(field) => self.field(pl, *field),
            Proj::Deref => self.deref(&pl),
            Proj::Index(local) => {
                let loc = self.local_loc(*local);
                let slots = self.slots(Ty::usize());
                let index = self.code.load(&loc, &slots).pop().unwrap_or(Ex::I32(0));
                self.element(&pl, index)
            }
            Proj::ConstIndex { n, from_end: false } => self.element(&pl, Ex::I32(*n as i32)),
            Proj::ConstIndex { n, from_end: true } => {
                let len = self.length(&pl);
                self.element(&pl, add(len, -(*n as i32)))
            }
            Proj::Subslice { from, to } => self.subslice(&pl, *from, *to),
        }
    }

    pub fn field(&mut self, pl: Pl, field: FieldIdx) -> Pl {
        let cx = self.cx();
        let ty = cx.tcx.field_ty(pl.ty, pl.variant, field);
        let owned = Pl {
            ty,
            variant: None,
            loc: Loc::None,
            via: Via::Slot,
        };
        if cx.is_unsized(pl.ty) {
            return self.unsized_field(pl, field, ty);
        }
        let layout = cx.layout(pl.ty);
        let i = field.0 as usize;
        match &layout.shape {
            Shape::Fields(ranges) => {
                let slots = self.slots(ty);
                let Some(range) = ranges.get(i).cloned() else {
                    self.bug("a field that is not there");
                    return owned;
                };
                let loc = self.code.part(&pl.loc, &layout.slots, range, &slots);
                Pl {
                    loc,
                    via: match (pl.via, layout.class) {
                        (Via::Reference, Class::Slots) => Via::Slot,
                        (via, _) => via,
                    },
                    ..owned
                }
            }
            Shape::Object(id) => {
                let fields = cx.object_fields(pl.ty);
                let obj = self.object(&pl);
                match fields.ranges.get(i) {
                    Some(range) if !range.is_empty() => Pl {
                        loc: Loc::Fields {
                            obj,
                            ty: *id,
                            first: range.start,
                        },
                        ..owned
                    },
                    _ => owned,
                }
            }
            Shape::Enum(shape) => self.payload(&pl, shape, i, owned),
            Shape::Union => self.union_field(&pl, owned),
            Shape::Void => owned,
            Shape::Prim
            | Shape::Ptr(_)
            | Shape::Array { .. }
            | Shape::BoxOf(_)
            | Shape::BoxSlice(_)
            | Shape::BoxDyn => {
                if cx.class(ty) != Class::Void {
                    self.bug("a field of something without fields");
                }
                owned
            }
        }
    }

    fn payload(&mut self, pl: &Pl, shape: &EnumShape, i: usize, owned: Pl) -> Pl {
        let cx = self.cx();
        let variant = pl.variant.unwrap_or(VariantIdx(0));
        let range = match shape {
            EnumShape::CLike { .. } => None,
            EnumShape::Nullable { data, fields, .. } | EnumShape::Scalar { data, fields, .. } => {
                if *data == variant {
                    fields.get(i).cloned()
                } else {
                    None
                }
            }
            EnumShape::Flat { variants } => variants
                .get(variant.0 as usize)
                .and_then(|fields| fields.get(i).cloned()),
            EnumShape::Ref(shape) => {
                let slots = self.slots(owned.ty);
                if slots.is_empty() {
                    return owned;
                }
                let fields = cx.variant_fields(pl.ty, shape, variant);
                let value = self.value_of(pl).pop().unwrap_or(Ex::Null(HeapTy::None));
                let obj = if fields.ty == shape.base {
                    value
                } else {
                    cast(fields.ty, value)
                };
                let obj = self.code.dup(obj, WTy::to(fields.ty));
                let first = fields.ranges.get(i).map_or(0, |range| range.start);
                return Pl {
                    loc: Loc::Fields {
                        obj,
                        ty: fields.ty,
                        first,
                    },
                    ..owned
                };
            }
        };
        let Some(range) = range else {
            return owned;
        };
        let whole = self.slots(pl.ty);
        let slots = self.slots(owned.ty);
        let loc = self.code.part(&pl.loc, &whole, range, &slots);
        Pl {
            loc,
            via: pl.via,
            ..owned
        }
    }

    /// The bits of a union of scalars, read as the field's type.
    fn union_field(&mut self, pl: &Pl, owned: Pl) -> Pl {
        let slots = self.slots(owned.ty);
        let Some(slot) = slots.first() else {
            return owned;
        };
        let whole = self.slots(pl.ty);
        debug_assert_eq!(slots.len(), 1, "{slot:?}");
        Pl {
            loc: Loc::Bits {
                whole: Box::new(pl.loc.clone()),
                ty: whole[0].ty(),
            },
            ..owned
        }
    }

    /// A field of a struct whose last field is unsized.
    fn unsized_field(&mut self, pl: Pl, field: FieldIdx, ty: Ty) -> Pl {
        let is_unsized = self.cx().is_unsized(ty);
        let loc = if self.cx().tail(pl.ty) == Tail::Struct {
            self.follow(&pl, field, ty)
        } else if is_unsized {
            pl.loc
        } else {
            Loc::None
        };
        Pl {
            ty,
            variant: None,
            loc,
            via: Via::Slot,
        }
    }

    pub fn deref(&mut self, pl: &Pl) -> Pl {
        let cx = self.cx();
        let layout = cx.layout(pl.ty);
        let ty = match pl.ty.pointee() {
            Some((_, to)) => to,
            None => cx.tcx.box_content(pl.ty).unwrap_or(pl.ty),
        };
        let (loc, via) = match &layout.shape {
            Shape::BoxOf(_) => (pl.loc.clone(), pl.via),
            Shape::Ptr(PtrKind::Snapshot) => (pl.loc.clone(), Via::Snapshot),
            Shape::Void | Shape::Ptr(PtrKind::Opaque) => (Loc::None, Via::Slot),
            Shape::Ptr(PtrKind::Thin | PtrKind::Dyn) | Shape::BoxDyn => {
                let values = self.dup_value(pl);
                (Loc::Values(values), Via::Reference)
            }
            Shape::Ptr(PtrKind::Fat) => match &self.dup_value(pl)[..] {
                [base, sel] => {
                    let (base, sel) = (base.clone(), sel.clone());
                    (Loc::Fat { base, sel }, Via::Slot)
                }
                _ => (Loc::None, Via::Slot),
            },
            Shape::Ptr(PtrKind::Window) => match (&self.dup_value(pl)[..], ty.kind()) {
                ([array, off], TyKind::Array(_, wrc_thir::Const::Value(len))) => {
                    let (array, off) = (array.clone(), off.clone());
                    let len = Ex::I32(*len as i32);
                    (Loc::Slice { array, off, len }, Via::Slot)
                }
                _ => (Loc::None, Via::Slot),
            },
            Shape::Ptr(PtrKind::Slice(_)) => match &self.dup_value(pl)[..] {
                [array, off, len] => {
                    let (array, off, len) = (array.clone(), off.clone(), len.clone());
                    (Loc::Slice { array, off, len }, Via::Slot)
                }
                _ => (Loc::None, Via::Slot),
            },
            Shape::BoxSlice(elem) => {
                let array = self.dup_value(pl).pop().unwrap_or(Ex::I32(0));
                let len = self.array_len(*elem, array.clone());
                let off = Ex::I32(0);
                (Loc::Slice { array, off, len }, Via::Slot)
            }
            Shape::Prim
            | Shape::Fields(_)
            | Shape::Object(_)
            | Shape::Array { .. }
            | Shape::Union
            | Shape::Enum(_) => {
                self.bug("a dereference of something that is no pointer");
                (Loc::None, Via::Slot)
            }
        };
        Pl {
            ty,
            variant: None,
            loc,
            via,
        }
    }

    /// The number of elements of an engine array; reusable.
    pub fn array_len(&mut self, elem: Ty, array: Ex) -> Ex {
        let elem = self.cx().elem(elem);
        let len = match elem.stride() {
            0 => return array,
            1 => Ex::ArrayLen(Box::new(array)),
            k => num2(
                NumOp::I32DivU,
                Ex::ArrayLen(Box::new(array)),
                Ex::I32(k as i32),
            ),
        };
        self.code.dup(len, WTy::I32)
    }

    fn element(&mut self, pl: &Pl, index: Ex) -> Pl {
        let cx = self.cx();
        let (ty, loc) = match (pl.ty.kind(), &pl.loc) {
            (TyKind::Array(elem, _) | TyKind::Slice(elem), Loc::Slice { array, off, .. }) => {
                let (array, off) = (array.clone(), off.clone());
                let loc = self.code.slice_element(cx.elem(*elem), array, off, index);
                (*elem, loc)
            }
            (TyKind::Array(elem, _), _) => {
                let array = self.dup_value(pl).pop().unwrap_or(Ex::I32(0));
                (*elem, self.code.element(cx.elem(*elem), array, index))
            }
            _ => {
                self.bug("an index into something without elements");
                (pl.ty, Loc::None)
            }
        };
        Pl {
            ty,
            variant: None,
            loc,
            via: Via::Slot,
        }
    }

    /// The number of elements of an array or slice place; reusable.
    pub fn length(&mut self, pl: &Pl) -> Ex {
        match (pl.ty.kind(), &pl.loc) {
            (TyKind::Array(_, wrc_thir::Const::Value(len)), _) => Ex::I32(*len as i32),
            (_, Loc::Slice { len, .. }) => len.clone(),
            _ => {
                self.bug("the length of something without elements");
                Ex::I32(0)
            }
        }
    }

    fn subslice(&mut self, pl: &Pl, from: u32, to: u32) -> Pl {
        let cx = self.cx();
        let len = self.length(pl);
        let ty = {
            let at = crate::pir::PlaceTy {
                ty: pl.ty,
                variant: None,
            };
            cx.tcx.project_ty(at, &Proj::Subslice { from, to }).ty
        };
        let (array, off) = match &pl.loc {
            Loc::Slice { array, off, .. } => (array.clone(), off.clone()),
            _ => (self.dup_value(pl).pop().unwrap_or(Ex::I32(0)), Ex::I32(0)),
        };
        let off = self.code.dup(add(off, from as i32), WTy::I32);
        let len = self.code.dup(add(len, -((from + to) as i32)), WTy::I32);
        Pl {
            ty,
            variant: None,
            loc: Loc::Slice { array, off, len },
            via: Via::Slot,
        }
    }

    /// The place's object, reusable.
    pub fn object(&mut self, pl: &Pl) -> Ex {
        let mut values = self.dup_value(pl);
        values.pop().unwrap_or(Ex::Null(HeapTy::None))
    }

    /// The place's values as they are: nothing is copied that has identity.
    pub fn value_of(&mut self, pl: &Pl) -> Vec<Ex> {
        if self.cx().is_unsized(pl.ty) {
            return match &pl.loc {
                Loc::Slice { array, off, len } => vec![array.clone(), off.clone(), len.clone()],
                Loc::Values(values) => values.clone(),
                Loc::Path { .. } => vec![self.path_wrapper(pl)],
                _ => {
                    self.bug("an unsized value");
                    Vec::new()
                }
            };
        }
        let slots = self.slots(pl.ty);
        if let (Loc::Slice { array, off, .. }, TyKind::Array(elem, len)) = (&pl.loc, pl.ty.kind()) {
            let (array, off) = (array.clone(), off.clone());
            let len = match len {
                wrc_thir::Const::Value(len) => *len as i32,
                _ => 0,
            };
            return self.subarray(*elem, array, off, len);
        }
        self.code.load(&pl.loc, &slots)
    }

    /// A new array of `len` elements from `off` on.
    fn subarray(&mut self, elem: Ty, array: Ex, off: Ex, len: i32) -> Vec<Ex> {
        let elem = self.cx().elem(elem);
        let Some(ty) = elem.array() else {
            return Vec::new();
        };
        let k = elem.stride();
        let count = Ex::I32(len * k as i32);
        let new = Ex::ArrayNewDefault {
            ty,
            len: Box::new(count.clone()),
        };
        let new = self.code.save(new, WTy::to(ty));
        let off = super::code::scaled(off, k);
        self.code.emit(Ex::ArrayCopy {
            dst_ty: ty,
            src_ty: ty,
            args: Box::new([new.clone(), Ex::I32(0), array, off, count]),
        });
        vec![new]
    }

    /// [`Fx::value_of`], reusable.
    pub fn dup_value(&mut self, pl: &Pl) -> Vec<Ex> {
        let values = self.value_of(pl);
        if self.cx().is_unsized(pl.ty) {
            return values;
        }
        let slots = self.slots(pl.ty);
        self.code.dup_all(values, &slots)
    }
}
