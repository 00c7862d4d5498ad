//! Unsizing coercions.

use super::{
    dyns::Wrap,
    func::Fx,
    layout::{Class, PtrKind, Shape},
    pointers::Tail,
};
use crate::wir::*;
use wrc_thir::{Const, Ty, TyKind, VariantIdx};

impl Fx<'_, '_> {
    pub fn unsize(&mut self, from: Ty, to: Ty, values: Vec<Ex>) -> Vec<Ex> {
        if from == to {
            return values;
        }
        let cx = self.cx();
        if let (Some((_, a)), Some((_, b))) = (from.pointee(), to.pointee()) {
            return self.unsize_pointer(from, a, b, values);
        }
        if let (Some(a), Some(b)) = (cx.tcx.box_content(from), cx.tcx.box_content(to)) {
            return self.unsize_box(a, b, values);
        }
        let (a, b) = (cx.layout(from), cx.layout(to));
        let count = cx.tcx.field_tys(from, Some(VariantIdx(0))).len();
        let a = match (&a.shape, &b.shape) {
            (Shape::Fields(a), Shape::Fields(_)) => a.clone(),
            // What has no values has a type number, when unsized.
            (Shape::Void, Shape::Fields(_)) => vec![0..0; count].into(),
            _ => return self.refused(from, to),
        };
        let (from_tys, to_tys) = (
            cx.tcx.field_tys(from, Some(VariantIdx(0))),
            cx.tcx.field_tys(to, Some(VariantIdx(0))),
        );
        let mut result = Vec::new();
        for ((range, from), to) in a.iter().zip(from_tys).zip(to_tys) {
            let part = values[range.start as usize..range.end as usize].to_vec();
            if from == to {
                result.extend(part);
            } else {
                result.extend(self.unsize(from, to, part));
            }
        }
        result
    }

    fn unsize_pointer(&mut self, pointer: Ty, from: Ty, to: Ty, values: Vec<Ex>) -> Vec<Ex> {
        let cx = self.cx();
        let (from, to) = self.peeled(from, to);
        match (cx.tail(from), cx.tail(to)) {
            (Tail::Sized, Tail::Slice(_)) => {
                let Some((_, len)) = array_of(from) else {
                    return self.refused(from, to);
                };
                let mut values = values.into_iter();
                let array = values.next().unwrap_or(Ex::I32(len));
                let off = values.next().unwrap_or(Ex::I32(0));
                vec![array, off, Ex::I32(len)]
            }
            (Tail::Sized, Tail::Dyn | Tail::Struct) => {
                let layout = cx.layout(pointer);
                if let Shape::Ptr(PtrKind::Window) = layout.shape {
                    return self.refused(from, to);
                }
                let (wrap, values) = match layout.shape {
                    Shape::Ptr(PtrKind::Fat) => (Wrap::Forward, values),
                    // A pointer to something without values.
                    Shape::Ptr(PtrKind::Opaque) => (Wrap::Own, Vec::new()),
                    _ => (Wrap::Own, values),
                };
                vec![self.code.wrap(from, wrap, values)]
            }
            (Tail::Dyn, Tail::Dyn) | (Tail::Struct, Tail::Struct) => values,
            (Tail::Slice(_), Tail::Slice(_)) => values,
            _ => self.refused(from, to),
        }
    }

    /// Behind newtypes: what names the code is the type inside.
    fn peeled(&self, from: Ty, to: Ty) -> (Ty, Ty) {
        let tcx = self.cx().tcx;
        match (from.as_adt(), to.as_adt()) {
            (Some((a, _)), Some((b, _))) if a == b && self.cx().tail(to) != Tail::Struct => {
                let last = |ty| tcx.field_tys(ty, None).last().copied();
                match (last(from), last(to)) {
                    (Some(from), Some(to)) => self.peeled(from, to),
                    _ => (from, to),
                }
            }
            _ => (from, to),
        }
    }

    fn unsize_box(&mut self, from: Ty, to: Ty, values: Vec<Ex>) -> Vec<Ex> {
        let cx = self.cx();
        let (from, to) = self.peeled(from, to);
        match (cx.tail(from), cx.tail(to)) {
            (Tail::Sized, Tail::Slice(_)) => match array_of(from) {
                Some((_, len)) if cx.class(from) == Class::Void => vec![Ex::I32(len)],
                Some(_) => values,
                None => self.refused(from, to),
            },
            (Tail::Sized, Tail::Dyn) => vec![self.code.wrap(from, Wrap::Own, values)],
            (Tail::Sized, Tail::Struct) => vec![self.code.wrap(from, Wrap::Own, values)],
            (Tail::Dyn, Tail::Dyn)
            | (Tail::Struct, Tail::Struct)
            | (Tail::Slice(_), Tail::Slice(_)) => values,
            _ => self.refused(from, to),
        }
    }

    fn refused(&mut self, from: Ty, to: Ty) -> Vec<Ex> {
        let cx = self.cx();
        let (a, b) = (cx.type_name(from), cx.type_name(to));
        let message = format!("the unsizing of `{a}` to `{b}` is not supported");
        self.unsupported("WRC2333", message);
        if self.cx().is_unsized(to) {
            let pointer = to.reference(wrc_thir::Mutability::Not);
            return self.zeros_of(pointer);
        }
        self.zeros_of(to)
    }
}

/// Element type and length of an array, also inside newtypes.
fn array_of(ty: Ty) -> Option<(Ty, i32)> {
    match ty.kind() {
        TyKind::Array(elem, Const::Value(len)) => Some((*elem, *len as i32)),
        _ => None,
    }
}
