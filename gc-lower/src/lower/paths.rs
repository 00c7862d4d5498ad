//! Places inside structs whose last field is unsized, like `RefCell<dyn Tr>`.
//!
//! A pointer to one is a wrapper of the sized struct it was made of. Where a
//! field is depends on that type, so a table entry for each tells it.

use super::{
    code::{Code, cast, num2},
    dyns::{End, Selector, Wrap},
    func::Fx,
    layout::{Class, Shape},
    loc::Loc,
    places::Pl,
    pointers::Tail,
};
use crate::wir::*;
use wrc_object::*;
use wrc_thir::{Const, FieldIdx, Ty, TyKind};

impl Fx<'_, '_> {
    /// The location of a field of type `ty` of a struct with an unsized tail.
    pub fn follow(&mut self, pl: &Pl, field: FieldIdx, ty: Ty) -> Loc {
        let cx = self.cx();
        let (obj, root, mut path) = match &pl.loc {
            Loc::Path { obj, root, path } => (obj.clone(), *root, path.clone()),
            Loc::Values(values) => {
                let obj = values.first().cloned().unwrap_or(Ex::Null(HeapTy::None));
                let obj = self.code.dup(obj, WTy::to(cx.dyn_base()));
                (obj, pl.ty, Vec::new())
            }
            _ => {
                self.bug("a struct with an unsized tail without its wrapper");
                return Loc::None;
            }
        };
        path.push(field);
        match cx.tail(ty) {
            Tail::Struct => return Loc::Path { obj, root, path },
            Tail::Sized if cx.is_void(ty) => return Loc::None,
            Tail::Sized | Tail::Dyn | Tail::Slice(_) => {}
        }
        let end = match cx.tail(ty) {
            Tail::Sized => End::Sized,
            Tail::Slice(_) => End::Elements,
            Tail::Dyn | Tail::Struct => End::Wrapped,
        };
        let (base, sel) = self.find(root, path, end, obj);
        let known = |ex: Ex, heap: TypeId| vec![cast(heap, ex)];
        match (cx.tail(ty), base) {
            (Tail::Dyn, base) => Loc::Values(known(base, cx.dyn_base())),
            (Tail::Slice(elem), base) => match cx.elem(elem).array() {
                Some(heap) => Loc::Slice {
                    array: cast(heap, base),
                    off: Ex::I32(0),
                    len: sel,
                },
                None => {
                    let message = "a last field that is a slice of a type without values \
                                   is not supported";
                    self.unsupported("WRC2310", message);
                    Loc::None
                }
            },
            (_, base) if cx.class(ty) == Class::Object => {
                let values = match cx.layout(ty).slots[0].ty() {
                    WTy::Ref(HeapTy::Type(heap)) => known(base, heap),
                    _ => vec![base],
                };
                Loc::Values(values)
            }
            (_, base) => Loc::Fat { base, sel },
        }
    }

    /// The wrapper of the unsized struct that a path leads to.
    pub fn path_wrapper(&mut self, pl: &Pl) -> Ex {
        let Loc::Path { obj, root, path } = &pl.loc else {
            return Ex::Null(HeapTy::None);
        };
        let (base, _) = self.find(*root, path.clone(), End::Wrapped, obj.clone());
        cast(self.cx().dyn_base(), base)
    }

    fn find(&mut self, root: Ty, path: Vec<FieldIdx>, end: End, obj: Ex) -> (Ex, Ex) {
        let cx = self.cx();
        let Some((def, _)) = root.as_adt() else {
            self.bug("a path into something that is no struct");
            return (Ex::Null(HeapTy::None), Ex::I32(0));
        };
        let selector = cx.selector(Selector::Field(def, path, end));
        let base = Ex::Sym(ConstSym::SelectorBase(selector));
        let index = num2(NumOp::I32Add, cx.type_number(obj.clone()), base);
        let results = [WTy::EQ, WTy::I32];
        let call = Ex::CallIndirect {
            ty: cx.func_type(&[WTy::to(cx.dyn_base())], &results),
            args: vec![obj],
            index: Box::new(index),
        };
        let mut found = self.code.results(call, &results).into_iter();
        match (found.next(), found.next()) {
            (Some(base), Some(sel)) => (base, sel),
            _ => (Ex::Null(HeapTy::None), Ex::I32(0)),
        }
    }
}

/// The entry of one sized type: follows the fields from its object.
pub(super) fn field_address(
    code: &mut Code,
    ty: Ty,
    loc: Loc,
    path: &[FieldIdx],
    end: End,
) -> Vec<Ex> {
    let cx = code.cx;
    let mut at = (ty, loc);
    for field in path {
        at = match step(code, at.0, &at.1, *field) {
            Some(next) => next,
            None => {
                cx.bug("a path that leads nowhere");
                return vec![Ex::Null(HeapTy::None), Ex::I32(0)];
            }
        };
    }
    let (ty, loc) = at;
    let slots = cx.layout(ty).slots.clone();
    match cx.class(ty) {
        Class::Object if end == End::Elements => {
            let mut values = code.load(&loc, &slots);
            let array = values.pop().unwrap_or(Ex::Null(HeapTy::None));
            let len = match ty.kind() {
                TyKind::Array(_, Const::Value(len)) => *len as i32,
                _ => 0,
            };
            vec![array, Ex::I32(len)]
        }
        Class::Object if end == End::Wrapped => {
            let values = code.load(&loc, &slots);
            vec![code.wrap(ty, Wrap::Own, values), Ex::I32(0)]
        }
        Class::Object => {
            let mut values = code.load(&loc, &slots);
            vec![values.pop().unwrap_or(Ex::Null(HeapTy::None)), Ex::I32(0)]
        }
        Class::Slots => {
            let (base, sel) = code.address(&loc, &slots);
            if end == End::Wrapped {
                let wrapper = code.wrap(ty, Wrap::Forward, vec![base, sel]);
                return vec![wrapper, Ex::I32(0)];
            }
            vec![base, sel]
        }
        Class::Void => vec![code.wrap(ty, Wrap::Own, Vec::new()), Ex::I32(0)],
    }
}

fn step(code: &mut Code, ty: Ty, loc: &Loc, field: FieldIdx) -> Option<(Ty, Loc)> {
    let cx = code.cx;
    let to = cx.tcx.field_ty(ty, None, field);
    let layout = cx.layout(ty);
    let slots = cx.layout(to).slots.clone();
    let i = field.0 as usize;
    let loc = match &layout.shape {
        Shape::Fields(ranges) => {
            let range = ranges.get(i)?.clone();
            code.part(loc, &layout.slots, range, &slots)
        }
        Shape::Object(id) => {
            let fields = cx.object_fields(ty);
            let value = code.load(loc, &layout.slots).pop()?;
            let obj = code.dup(value, WTy::to(*id));
            Loc::Fields {
                obj,
                ty: *id,
                first: fields.ranges.get(i)?.start,
            }
        }
        Shape::Void => Loc::None,
        _ => return None,
    };
    Some((to, loc))
}
