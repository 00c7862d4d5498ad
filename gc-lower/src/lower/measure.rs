//! What programs ask of layouts: rustc's answers on wasm32.

use super::{
    code::num2,
    dyns::{Measure, Selector},
    func::Fx,
    pointers::Tail,
    size::Size,
};
use crate::{
    pir::{Instance, Operand, Proj, Rvalue, StmtKind, walk},
    wir::*,
};
use wrc_object::*;
use wrc_thir::{Ty, TyKind};

impl Fx<'_, '_> {
    /// A size that the program sees: rustc's.
    pub fn shown_size(&mut self, ty: Ty) -> Size {
        if self.cx().holds_future(ty) {
            let message = "the size of a future is not supported";
            self.unsupported("WRC2351", message);
        }
        self.cx().size_of(ty)
    }

    /// The size or the alignment of what the pointer points to.
    pub fn measure_val(&mut self, ty: Ty, what: Measure, args: &[Operand]) -> Ex {
        match self.cx().tail(ty) {
            Tail::Sized => Ex::I32(self.shown_size(ty).measured(what)),
            Tail::Slice(elem) => {
                let elem = self.shown_size(elem);
                if what == Measure::Align {
                    return Ex::I32(elem.measured(what));
                }
                let len = args
                    .first()
                    .and_then(|arg| self.operand(arg).pop())
                    .unwrap_or(Ex::I32(0));
                super::code::scaled(len, elem.size)
            }
            Tail::Dyn | Tail::Struct => {
                let base = WTy::to(self.cx().dyn_base());
                let wrapper = args
                    .first()
                    .and_then(|arg| self.operand(arg).into_iter().next())
                    .unwrap_or(Ex::Null(HeapTy::None));
                let wrapper = self.code.dup(wrapper, base);
                let selector = self.cx().selector(Selector::Measure(what));
                let row = self.cx().type_number(wrapper.clone());
                Ex::CallIndirect {
                    ty: self.cx().func_type(&[base], &[WTy::I32]),
                    args: vec![wrapper],
                    index: Box::new(num2(
                        NumOp::I32Add,
                        row,
                        Ex::Sym(ConstSym::SelectorBase(selector)),
                    )),
                }
            }
        }
    }

    /// Where a field lies: `closure` makes a pointer to it of one to the whole.
    pub fn offset_of(&mut self, closure: Ty) -> Ex {
        let TyKind::Closure(def, args) = closure.kind() else {
            self.bug("an offset in something that is no path");
            return Ex::I32(0);
        };
        let tcx = self.cx().tcx;
        let inst = Instance::Closure(*def, args.clone());
        let Ok(body) = crate::build::build(tcx, &inst) else {
            return Ex::I32(0);
        };
        let mut path = None;
        walk::stmts(&body.block, &mut |stmt| {
            if let StmtKind::Assign(_, Rvalue::RawPtr(_, place)) = &stmt.kind {
                path = Some(place.clone());
            }
        });
        let Some(path) = path else {
            self.bug("an offset of no field");
            return Ex::I32(0);
        };
        let mut offset = 0;
        for (at, step) in path.proj.iter().enumerate() {
            let Proj::Field(field) = step else { continue };
            let mut whole = path.clone();
            whole.proj.truncate(at);
            let whole = tcx.place_ty(&body, &whole).ty;
            match self.cx().field_offset(whole, *field) {
                Some(further) => offset += further,
                None => {
                    let name = self.cx().type_name(whole);
                    let message = format!(
                        "the offset of a field of `{name}`, whose layout is the compiler's own; `#[repr(C)]` fixes it"
                    );
                    self.unsupported("WRC2350", message);
                }
            }
        }
        Ex::I32(offset as i32)
    }
}
