//! `&'static core::panic::Location`, one per place in the source.

use super::{
    code::{Code, if_else},
    func::Fx,
    helpers::Helper,
    layout::{Class, Layout},
};
use crate::{
    pir::{Constant, Operand},
    wir::*,
};
use std::rc::Rc;
use wrc_base::Symbol;
use wrc_object::*;
use wrc_thir::{Mutability, Ty, TyKind, VariantIdx};

impl Fx<'_, '_> {
    pub fn location(&mut self, file: Symbol, line: u32, column: u32) -> Vec<Ex> {
        self.code.location(file, line, column)
    }

    /// An argument of a call that does not come back: a location is then
    /// made on the spot, which is shorter than keeping it.
    pub fn last_operand(&mut self, operand: &Operand) -> Vec<Ex> {
        let Operand::Const(Constant::Location { file, line, column }) = operand else {
            return self.operand(operand);
        };
        let Some((_, ty)) = self.cx().tcx.location_ty().pointee() else {
            return Vec::new();
        };
        let parts = self.code.location_parts(ty, *file, *line, *column);
        if self.cx().class(ty) == Class::Slots {
            return parts;
        }
        vec![Ex::StructNew(self.cx().object_fields(ty).ty, parts)]
    }
}

impl Code<'_, '_> {
    pub fn location(&mut self, file: Symbol, line: u32, column: u32) -> Vec<Ex> {
        let reference = self.cx.tcx.location_ty();
        let Some((_, ty)) = reference.pointee() else {
            return Vec::new();
        };
        if self.cx.class(ty) == Class::Slots {
            return self.location_parts(ty, file, line, column);
        }
        let helper = self.cx.helper(Helper::Location(file, line, column));
        self.call(helper, Vec::new())
    }

    /// The values of the fields: a text is the file, the first number the line.
    fn location_parts(&mut self, ty: Ty, file: Symbol, line: u32, column: u32) -> Vec<Ex> {
        let text = Ty::new(TyKind::Str).reference(Mutability::Not);
        let mut numbers = [line, column].into_iter();
        let mut values = Vec::new();
        for field in self.cx.tcx.field_tys(ty, Some(VariantIdx(0))) {
            if field == text {
                values.extend(self.cx.literal(file.as_str().as_bytes()));
            } else if matches!(field.kind(), TyKind::Int(_)) {
                let number = numbers.next().unwrap_or(0);
                values.push(Ex::I32(number as i32));
            } else {
                let layout: Rc<Layout> = self.cx.layout(field);
                values.extend(super::code::zeros(&layout.slots));
            }
        }
        values
    }
}

/// Makes the object when it is first asked for.
pub(super) fn location_body(code: &mut Code, file: Symbol, line: u32, column: u32) {
    let Some((_, ty)) = code.cx.tcx.location_ty().pointee() else {
        return;
    };
    let layout = code.cx.layout(ty);
    let fields = code.cx.object_fields(ty);
    let slot = layout.slots[0].ty();
    let init = GlobalInit::Null(HeapTy::Type(fields.ty));
    let global = code
        .cx
        .new_global(Symbol::new("location"), slot, true, init);
    let (make, ()) = code.nested(|code| {
        let values = code.location_parts(ty, file, line, column);
        let new = Ex::StructNew(fields.ty, values);
        code.emit(Ex::GlobalSet(global, Box::new(new)));
    });
    let is_new = Ex::IsNull(Box::new(Ex::GlobalGet(global)));
    code.emit(if_else(is_new, make, Vec::new()));
    code.emit(Ex::Return(vec![Ex::GlobalGet(global)]));
}
