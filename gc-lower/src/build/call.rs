//! Calls of functions: arguments, and the code that a callee resolves to.

use super::{Cx, R, format};
use crate::{
    intrinsics::Intrinsic,
    pir::{
        AggregateKind, Callee, Constant, DynMethod, Instance, Operand, Place, Proj, Rvalue,
        StmtKind,
    },
    shim::resolve,
};
use wrc_thir::{
    self as thir, Arg, Args, Callable, ExprId, ExprKind, FnDef, FnInst, Resolved, Ty, TyKind,
};

impl Cx<'_, '_> {
    pub(super) fn call_into(
        &mut self,
        dest: &Place,
        expr: ExprId,
        callee: &thir::Callee,
        args: &[ExprId],
    ) -> R<()> {
        let never = self.ty(expr).is_never();
        let dest = &if never {
            self.result_place(Ty::never())
        } else {
            dest.clone()
        };
        match callee {
            thir::Callee::Fn(def, generic) => {
                let generic = self.args_at(generic);
                self.call_fn(dest, *def, &generic, args)
            }
            thir::Callee::Ptr(pointer) => {
                let mut exprs = vec![*pointer];
                exprs.extend(args);
                let mut operands = self.arguments(&exprs)?;
                let pointer = operands.remove(0);
                self.call(dest, Callee::Ptr(pointer), operands);
                Ok(())
            }
            thir::Callee::Value(kind, callee) => self.call_value(dest, *kind, *callee, args),
            thir::Callee::Ctor(def, variant, generic) => {
                let kind = AggregateKind::Adt(*def, *variant, self.args_at(generic));
                let fields = self.operands(args)?;
                self.assign(dest.clone(), Rvalue::Aggregate(kind, fields));
                Ok(())
            }
        }
    }

    fn call_fn(&mut self, dest: &Place, def: FnDef, generic: &[Arg], args: &[ExprId]) -> R<()> {
        let resolved = self.tcx.db.resolve(def, generic)?;
        if let (Resolved::CallOnce(kind, ty), [callee, tuple]) = (&resolved, args) {
            // A tuple written out here is never built.
            if let ExprKind::Tuple(list) = &self.thir.exprs[*tuple].kind {
                let mut exprs = vec![*callee];
                exprs.extend(list);
                let operands = self.arguments(&exprs)?;
                return self.call_callable(dest, *kind, *ty, operands);
            }
        }
        if let Some(text) = self.text_of_panic(def, args) {
            return self.call_lang(dest, "panic", vec![Operand::Const(text)]);
        }
        let operands = self.arguments(args)?;
        self.call_resolved(dest, resolved, generic, operands)
    }

    /// The text of a `panic!("…")` without placeholders, which needs nothing
    /// of the formatting machine.
    fn text_of_panic(&self, def: FnDef, args: &[ExprId]) -> Option<Constant> {
        let [arg] = args else { return None };
        let ExprKind::FormatArgs(format) = &self.thir.exprs[*arg].kind else {
            return None;
        };
        let text = format::literal_text(&format.pieces)?;
        (self.tcx.db.lang_fn("panic_fmt") == Some(def)).then(|| Constant::Str(text.into()))
    }

    /// A call of `def` at concrete arguments with operands at hand.
    pub(super) fn call_def(
        &mut self,
        dest: &Place,
        def: FnDef,
        generic: &[Arg],
        operands: Vec<Operand>,
    ) -> R<()> {
        let resolved = self.tcx.db.resolve(def, generic)?;
        self.call_resolved(dest, resolved, generic, operands)
    }

    pub(super) fn call_resolved(
        &mut self,
        dest: &Place,
        resolved: Resolved,
        generic: &[Arg],
        operands: Vec<Operand>,
    ) -> R<()> {
        let inst = match resolved {
            Resolved::Fn(inst) => return self.call_inst(dest, inst, operands),
            Resolved::Dyn(method) => return self.call_dyn(dest, method, generic, operands),
            Resolved::CallOnce(kind, ty) => {
                let operands = self.untuple(operands)?;
                return self.call_callable(dest, kind, ty, operands);
            }
            Resolved::BuiltinClone(ty) if self.tcx.is_copy(ty) => {
                let place = self.pointee(operands.into_iter().next())?;
                self.assign(dest.clone(), Rvalue::Use(Operand::Copy(place)));
                return Ok(());
            }
            Resolved::BuiltinClone(ty) => Instance::CloneShim(ty),
            Resolved::Derive(method, ty) => {
                Instance::Derive(method, ty, resolve::derive_args(method, generic))
            }
            Resolved::PollCoroutine(def, args) => Instance::Poll(def, args),
        };
        self.call(dest, Callee::Instance(inst), operands);
        Ok(())
    }

    fn call_inst(&mut self, dest: &Place, inst: FnInst, operands: Vec<Operand>) -> R<()> {
        let data = self.tcx.db.func(inst.def);
        if data.is_intrinsic {
            let Some(intrinsic) = Intrinsic::from_name(data.name.as_str()) else {
                let message = format!("no intrinsic `{}`", data.name);
                return Err(self.internal(data.span, &message));
            };
            self.call_intrinsic(dest, intrinsic, inst.args, operands);
            return Ok(());
        }
        let mut operands = operands;
        if data.track_caller {
            operands.push(self.location());
        }
        let callee = Callee::Instance(Instance::Fn(inst.def, inst.args));
        self.call(dest, callee, operands);
        Ok(())
    }

    fn call_intrinsic(
        &mut self,
        dest: &Place,
        intrinsic: Intrinsic,
        args: Args,
        operands: Vec<Operand>,
    ) {
        match intrinsic {
            Intrinsic::CallerLocation => {
                let location = self.location();
                self.assign(dest.clone(), Rvalue::Use(location));
            }
            Intrinsic::Unreachable => self.emit(StmtKind::Unreachable),
            _ => self.call(dest, Callee::Intrinsic(intrinsic, args), operands),
        }
    }

    fn call_dyn(
        &mut self,
        dest: &Place,
        method: FnDef,
        generic: &[Arg],
        operands: Vec<Operand>,
    ) -> R<()> {
        let mut operands = operands;
        if self.tcx.db.func(method).track_caller {
            operands.push(self.location());
        }
        // `self` by value is the content of a box: the box is passed.
        if let Some(Operand::Move(place)) = operands.first_mut()
            && place.proj.last() == Some(&Proj::Deref)
            && matches!(self.place_ty(place).kind(), TyKind::Dyn(_))
        {
            place.proj.pop();
        }
        let args = generic.get(1..).unwrap_or_default().into();
        let callee = Callee::Dyn(DynMethod { method, args });
        self.call(dest, callee, operands);
        Ok(())
    }

    /// Where the code being written is, for a `#[track_caller]` callee.
    pub(super) fn location(&self) -> Operand {
        if let Some(caller) = self.caller {
            return Operand::Copy(caller.into());
        }
        let (file, line, column) = self.tcx.db.location(self.here());
        Operand::Const(Constant::Location { file, line, column })
    }

    pub(super) fn here(&self) -> wrc_base::Span {
        self.body.sources[self.src]
    }

    /// The place a reference operand refers to.
    pub(super) fn pointee(&self, operand: Option<Operand>) -> R<Place> {
        match operand {
            Some(Operand::Borrow(_, place)) => Ok(place),
            Some(Operand::Copy(place) | Operand::Move(place)) => Ok(place.deref()),
            Some(Operand::Const(_)) | None => {
                Err(self.internal(self.here(), "a receiver that is no place"))
            }
        }
    }

    /// The fn pointer that a function item or closure of type `from` becomes.
    pub(super) fn reify(&self, expr: ExprId, from: Ty, to: Ty) -> R<Constant> {
        if let TyKind::FnDef(Callable::Fn(def), _) = from.kind() {
            let data = self.tcx.db.func(*def);
            if data.is_intrinsic {
                return Err(self.unsupported(expr, "a fn pointer to an intrinsic is"));
            }
        }
        match resolve::reified(self.tcx, from)? {
            Some(inst) => Ok(Constant::FnPtr(inst, to)),
            None => Err(self.unsupported(expr, "a fn pointer to this is")),
        }
    }
}
