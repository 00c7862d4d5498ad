//! Drops: calls of drop glue.

use super::{abi::Pass, dyns::Selector, func::Fx, places::Pl, pointers::Tail};
use crate::{pir::Instance, wir::*};
use wrc_object::*;
use wrc_thir::Mutability;

impl Fx<'_, '_> {
    /// Runs the drop glue of the value in the place.
    pub fn drop_place(&mut self, pl: &Pl) {
        let cx = self.cx();
        if !cx.tcx.needs_drop(pl.ty) {
            return;
        }
        let content = cx.tcx.box_content(pl.ty);
        match (cx.tail(pl.ty), content.map(|ty| cx.tail(ty))) {
            (Tail::Dyn, _) | (_, Some(Tail::Dyn)) => return self.drop_dyn(pl),
            _ => {}
        }
        let glue = Instance::DropGlue(pl.ty);
        let (Some(abi), Some(func)) = (cx.abi(&glue), cx.func(&glue)) else {
            if let Some(content) = content {
                // A box is dropped by dropping what it holds.
                let inner = self.deref(pl);
                debug_assert_eq!(inner.ty, content);
                return self.drop_place(&inner);
            }
            let name = cx.type_name(pl.ty);
            return self.bug(&format!("no drop glue for `{name}`"));
        };
        let values = match abi.params.first().map(|param| param.pass) {
            Some(Pass::Pointee(_)) => self.value_of(pl),
            _ => {
                let ty = pl.ty.pointer(Mutability::Mut);
                self.pointer_to(pl, ty)
            }
        };
        self.code.emit(Ex::Call(func, values));
    }

    fn drop_dyn(&mut self, pl: &Pl) {
        let cx = self.cx();
        let value = self.value_of(pl).pop().unwrap_or(Ex::Null(HeapTy::None));
        let base = WTy::to(cx.dyn_base());
        let obj = self.code.dup(value, base);
        let selector = Ex::Sym(ConstSym::SelectorBase(cx.selector(Selector::Drop)));
        let vt = cx.type_number(obj.clone());
        self.code.emit(Ex::CallIndirect {
            ty: cx.func_type(&[base], &[]),
            args: vec![obj],
            index: Box::new(super::code::num2(NumOp::I32Add, vt, selector)),
        });
    }
}
