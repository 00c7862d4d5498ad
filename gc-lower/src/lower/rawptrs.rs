//! Intrinsics of raw pointers.

use super::{
    code::{cast, num2},
    func::Fx,
    layout::{Class, Elem, PtrKind, Shape},
    loc::Loc,
    places::{Pl, Via},
    pointers::Tail,
};
use crate::{intrinsics::Intrinsic, pir::Operand, wir::*};
use wrc_object::*;
use wrc_thir::{Arg, Mutability, Ty};

impl Fx<'_, '_> {
    pub fn pointer_intrinsic(
        &mut self,
        intrinsic: Intrinsic,
        ty: Ty,
        targs: &[Arg],
        args: &[Operand],
    ) -> Vec<Ex> {
        match intrinsic {
            Intrinsic::PtrInto => self.pointer_into(ty, args),
            Intrinsic::PtrArray => self.pointer_array(ty, args),
            Intrinsic::PtrIndex => self.pointer_index(ty, args),
            Intrinsic::PtrPlace => {
                let (base, index) = self.address_of(ty, args.first());
                vec![base, index.unwrap_or(Ex::I32(-1))]
            }
            Intrinsic::PtrExtra => vec![self.pointer_extra(ty, args)],
            _ => {
                let other = targs.get(1).and_then(Arg::as_ty).unwrap_or(ty);
                vec![self.same_address(ty, other, args)]
            }
        }
    }

    /// A pointer to an element, which need not exist. Objects have no
    /// pointers to nowhere: into an array without elements it is a new object.
    fn pointer_into(&mut self, ty: Ty, args: &[Operand]) -> Vec<Ex> {
        let array = self.arg(args, 0);
        let index = self.arg(args, 1);
        let elem = self.cx().elem(ty);
        match self.cx().class(ty) {
            Class::Void => vec![self.opaque()],
            Class::Slots => {
                let loc = self.code.element(elem, array, index);
                let pl = Pl {
                    ty,
                    variant: None,
                    loc,
                    via: Via::Slot,
                };
                self.pointer_to(&pl, ty.pointer(Mutability::Not))
            }
            Class::Object => {
                let slots = self.slots(ty);
                let Some(array_ty) = elem.array() else {
                    return self.zeros_of(ty);
                };
                let array = self.code.dup(array, WTy::to(array_ty));
                let dummy = self.uninit(ty).pop().unwrap_or(Ex::Null(HeapTy::None));
                let is_empty =
                    super::code::num1(NumOp::I32Eqz, Ex::ArrayLen(Box::new(array.clone())));
                self.code.if_values(
                    is_empty,
                    &[slots[0].ty()],
                    |_| vec![dummy],
                    |code| {
                        let loc = code.element(elem, array, index);
                        code.load(&loc, &slots)
                    },
                )
            }
        }
    }

    fn pointer_array(&mut self, ty: Ty, args: &[Operand]) -> Vec<Ex> {
        let elem = self.cx().elem(ty);
        let values = args.first().map_or(Vec::new(), |arg| self.operand(arg));
        match (self.cx().class(ty), elem.array()) {
            (Class::Slots, Some(array)) => {
                let base = values.into_iter().next().unwrap_or(Ex::Null(HeapTy::None));
                vec![cast(array, base)]
            }
            (Class::Object, Some(array)) => {
                // An object does not know where it is referred to from.
                let name = self.cx().type_name(ty);
                let message = format!("arithmetic with a pointer to `{name}` is not supported");
                self.unsupported("WRC2334", message);
                vec![Ex::Null(HeapTy::Type(array))]
            }
            _ => vec![Ex::I32(-1)],
        }
    }

    fn pointer_index(&mut self, ty: Ty, args: &[Operand]) -> Vec<Ex> {
        let elem = self.cx().elem(ty);
        let values = args.first().map_or(Vec::new(), |arg| self.operand(arg));
        match (self.cx().class(ty), elem) {
            (Class::Slots, Elem::Lanes { k, .. }) if k > 1 => {
                let sel = values.into_iter().nth(1).unwrap_or(Ex::I32(0));
                vec![num2(NumOp::I32DivS, sel, Ex::I32(k as i32))]
            }
            (Class::Slots, _) => vec![values.into_iter().nth(1).unwrap_or(Ex::I32(0))],
            // `pointer_array` has refused it.
            (Class::Object | Class::Void, _) => vec![Ex::I32(0)],
        }
    }

    /// What the pointer has beside the place, as `ptr_extra` tells it.
    fn pointer_extra(&mut self, ty: Ty, args: &[Operand]) -> Ex {
        let values = args.first().map_or(Vec::new(), |arg| self.operand(arg));
        let last = values.into_iter().next_back();
        match (self.cx().tail(ty), last) {
            (Tail::Slice(_), Some(len)) => len,
            (Tail::Dyn | Tail::Struct, Some(wrapper)) => {
                let row = self.cx().type_number(wrapper);
                num2(NumOp::I32Sub, Ex::I32(-2), row)
            }
            _ => Ex::I32(-1),
        }
    }

    /// Whether two pointers name the same place.
    fn same_address(&mut self, a_ty: Ty, b_ty: Ty, args: &[Operand]) -> Ex {
        let a = self.address_of(a_ty, args.first());
        let b = self.address_of(b_ty, args.get(1));
        let base = Ex::RefEq(Box::new(a.0), Box::new(b.0));
        match (a.1, b.1) {
            (Some(a), Some(b)) => num2(NumOp::I32And, base, num2(NumOp::I32Eq, a, b)),
            _ => base,
        }
    }

    /// What identifies a place: an object, and an index in it.
    fn address_of(&mut self, ty: Ty, arg: Option<&Operand>) -> (Ex, Option<Ex>) {
        let pointer = self.cx().layout(ty.pointer(Mutability::Not));
        let values = arg.map_or(Vec::new(), |arg| self.operand(arg));
        let mut values = values.into_iter();
        let first = values.next().unwrap_or(Ex::Null(HeapTy::None));
        match pointer.shape {
            Shape::Ptr(PtrKind::Fat | PtrKind::Window) => (first, values.next()),
            Shape::Ptr(PtrKind::Slice(elem)) if !self.cx().is_void(elem) => {
                let stride = self.cx().elem(elem).stride();
                let off = values.next().unwrap_or(Ex::I32(0));
                (first, Some(super::code::scaled(off, stride)))
            }
            Shape::Ptr(PtrKind::Slice(_)) => (self.opaque(), None),
            Shape::Ptr(PtrKind::Dyn) => (self.dyn_address(first), None),
            _ => (first, None),
        }
    }

    /// The object behind a wrapper; of other values the wrapper, which is
    /// where they are.
    pub fn dyn_address(&mut self, obj: Ex) -> Ex {
        let wrapper = self.cx().object_wrapper();
        let obj = self.code.dup(obj, WTy::to(self.cx().dyn_base()));
        let inner = super::code::get_field(wrapper, 1, false, cast(wrapper, obj.clone()));
        Ex::If {
            cond: Box::new(Ex::Test(HeapTy::Type(wrapper), Box::new(obj.clone()))),
            result: Some(WTy::EQ),
            then: vec![inner],
            els: vec![obj],
        }
    }

    /// Gives a place in a union that may not have been written an object
    /// that can be written to.
    pub fn fill_in(&mut self, pl: &Pl) {
        if self.cx().class(pl.ty) != Class::Object
            || matches!(
                pl.loc,
                Loc::Values(_) | Loc::None | Loc::Slice { .. } | Loc::Path { .. }
            )
        {
            return;
        }
        let value = self.value_of(pl).pop().unwrap_or(Ex::Null(HeapTy::None));
        let (fill, ()) = {
            let outer = std::mem::take(&mut self.code.out);
            let dummy = self.uninit(pl.ty);
            let slots = self.slots(pl.ty);
            self.code.store(&pl.loc, &slots, dummy);
            (std::mem::replace(&mut self.code.out, outer), ())
        };
        let is_null = Ex::IsNull(Box::new(value));
        self.code
            .emit(super::code::if_else(is_null, fill, Vec::new()));
    }
}
