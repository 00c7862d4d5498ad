//! Representations of references, raw pointers and boxes
//! (representation.md §5).

use super::{
    cx::Cx,
    layout::{Class, Elem, Layout, Niche, PtrKind, Shape, Slot},
};
use std::rc::Rc;
use wrc_object::*;
use wrc_thir::{AdtKind, IntTy, Mutability, Ty, TyKind};

/// What makes a type unsized.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tail {
    Sized,
    /// A slice of these elements, perhaps inside newtypes.
    Slice(Ty),
    /// A `dyn`, perhaps inside newtypes.
    Dyn,
    /// A struct with more fields than its unsized one.
    Struct,
}

impl Cx<'_> {
    pub(super) fn tail(&self, ty: Ty) -> Tail {
        match ty.kind() {
            TyKind::Slice(elem) => Tail::Slice(*elem),
            TyKind::Str => Tail::Slice(Ty::int(IntTy::U8)),
            TyKind::Dyn(_) => Tail::Dyn,
            TyKind::Adt(def, _) => {
                let data = self.tcx.adt(*def);
                if data.kind != AdtKind::Struct {
                    return Tail::Sized;
                }
                let Some(last) = data.variants.first().map(|v| v.fields.len()) else {
                    return Tail::Sized;
                };
                let Some(last) = last.checked_sub(1) else {
                    return Tail::Sized;
                };
                let field = wrc_thir::FieldIdx(last as u32);
                let inner = self.tail(self.tcx.field_ty(ty, None, field));
                let is_cell = data.lang.is_some_and(|lang| lang.as_str() == "unsafe_cell");
                if inner == Tail::Sized || (!is_cell && self.only_last_has_values(ty)) {
                    inner
                } else {
                    Tail::Struct
                }
            }
            _ => Tail::Sized,
        }
    }

    fn only_last_has_values(&self, ty: Ty) -> bool {
        let fields = self.tcx.field_tys(ty, None);
        match fields.split_last() {
            Some((_, others)) => others.iter().all(|ty| self.is_void(*ty)),
            None => true,
        }
    }

    pub(super) fn is_unsized(&self, ty: Ty) -> bool {
        self.tail(ty) != Tail::Sized
    }

    /// The representation of `&T`, `&mut T`, `*const T`, `*mut T`.
    pub(super) fn pointer_layout(&self, ty: Ty) -> Rc<Layout> {
        let Some((mutability, to)) = ty.pointee() else {
            return Layout::void();
        };
        let is_raw = matches!(ty.kind(), TyKind::RawPtr(..));
        let not_null = if is_raw { Niche::None } else { Niche::Null(0) };
        let pointer = |slots, kind, niche| Layout::slots(slots, Shape::Ptr(kind), niche);
        match self.tail(to) {
            Tail::Slice(elem) => {
                let array = self.raw_array_slot(elem);
                let index = Slot::val(WTy::I32);
                let niche = if is_raw {
                    Niche::None
                } else {
                    self.array_niche(elem)
                };
                return pointer(vec![array, index, index], PtrKind::Slice(elem), niche);
            }
            Tail::Dyn => {
                let slot = Slot::val(WTy::to(self.dyn_base()));
                return pointer(vec![slot], PtrKind::Dyn, not_null);
            }
            Tail::Struct => {
                let slot = Slot::val(WTy::to(self.dyn_base()));
                return pointer(vec![slot], PtrKind::Dyn, not_null);
            }
            Tail::Sized => {}
        }
        if self.is_void(to) {
            if is_raw {
                return pointer(vec![Slot::val(WTy::EQ)], PtrKind::Opaque, Niche::None);
            }
            return Layout::void();
        }
        let inner = self.layout(to);
        match inner.class {
            Class::Object if (is_raw || mutability == Mutability::Mut) && self.has_windows(to) => {
                let slots = vec![inner.slots[0], Slot::val(WTy::I32)];
                pointer(slots, PtrKind::Window, not_null)
            }
            Class::Object => pointer(inner.slots.to_vec(), PtrKind::Thin, not_null),
            Class::Slots if !is_raw && mutability == Mutability::Not && !self.is_addressed(to) => {
                pointer(inner.slots.to_vec(), PtrKind::Snapshot, inner.niche)
            }
            Class::Slots | Class::Void => {
                let slots = vec![Slot::val(WTy::EQ), Slot::val(WTy::I32)];
                pointer(slots, PtrKind::Fat, not_null)
            }
        }
    }

    /// Is it an array type whose mutable references may be parts of others?
    fn has_windows(&self, ty: Ty) -> bool {
        match ty.kind() {
            TyKind::Array(elem, _) => self.knobs.windows.contains(elem),
            _ => false,
        }
    }

    /// `Box<T>`.
    pub(super) fn box_layout(&self, content: Ty) -> Rc<Layout> {
        match self.tail(content) {
            Tail::Slice(elem) => {
                let slot = self.raw_array_slot(elem);
                Layout::slots(vec![slot], Shape::BoxSlice(elem), self.array_niche(elem))
            }
            Tail::Dyn | Tail::Struct => {
                let slot = Slot::val(WTy::to(self.dyn_base()));
                Layout::slots(vec![slot], Shape::BoxDyn, Niche::Null(0))
            }
            Tail::Sized if self.is_void(content) => Layout::void(),
            Tail::Sized => {
                let inner = self.layout(content);
                let slots = inner.slots.to_vec();
                Layout::slots(slots, Shape::BoxOf(content), inner.niche)
            }
        }
    }

    /// The representation of `RawArray<T>`: an array, or for elements without
    /// values their number.
    pub(super) fn raw_array_slot(&self, elem: Ty) -> Slot {
        match self.elem_lazily(elem) {
            Some(array) => Slot::val(WTy::to(array)),
            None => Slot::val(WTy::I32),
        }
    }

    pub(super) fn array_niche(&self, elem: Ty) -> Niche {
        if self.is_void(elem) {
            Niche::None
        } else {
            Niche::Null(0)
        }
    }

    fn elem_lazily(&self, elem: Ty) -> Option<TypeId> {
        if self.is_void(elem) {
            return None;
        }
        match self.elem(elem) {
            Elem::Void => None,
            Elem::Lanes { ty, .. } => Some(ty),
            Elem::Boxed { array, .. } => Some(array),
        }
    }
}
