//! Calls through the `Fn*` traits, made direct: closures, fn items, fn
//! pointers.

use super::{Cx, R};
use crate::{
    pir::{AggregateKind, Callee, Instance, Operand, Place, Rvalue, StmtKind},
    shim::resolve,
};
use wrc_thir::{
    Arg, Args, Callable, ClosureDef, ClosureKind, ExprId, Mutability, Resolved, Ty, TyKind,
};

impl Cx<'_, '_> {
    /// `callee(args…)` where `callee` is what the method of `kind` takes.
    pub(super) fn call_value(
        &mut self,
        dest: &Place,
        kind: ClosureKind,
        callee: ExprId,
        args: &[ExprId],
    ) -> R<()> {
        let receiver = self.ty(callee);
        let ty = match (kind, receiver.pointee()) {
            (ClosureKind::FnOnce, _) => receiver,
            (ClosureKind::Fn | ClosureKind::FnMut, Some((_, ty))) => ty,
            (ClosureKind::Fn | ClosureKind::FnMut, None) => {
                return Err(self.internal(self.span(callee), "a callee that is not borrowed"));
            }
        };
        let mut exprs = vec![callee];
        exprs.extend(args);
        let mut operands = self.arguments(&exprs)?;
        if matches!(
            ty.kind(),
            TyKind::Closure(..) | TyKind::FnDef(..) | TyKind::FnPtr(_)
        ) {
            return self.call_callable(dest, kind, ty, operands);
        }
        let tys: Vec<Ty> = args.iter().map(|arg| self.ty(*arg)).collect();
        let generic = [Arg::Ty(ty), Arg::Ty(Ty::tuple(tys))];
        let method = resolve::lang_fn(
            self.tcx,
            match kind {
                ClosureKind::Fn => "call_fn",
                ClosureKind::FnMut => "call_mut_fn",
                ClosureKind::FnOnce => "call_once_fn",
            },
        )?;
        match self.tcx.db.resolve(method, &generic)? {
            Resolved::CallOnce(kind, ty) => self.call_callable(dest, kind, ty, operands),
            resolved => {
                let rest = operands.split_off(1);
                let tuple = self.tuple_of(rest);
                operands.push(tuple);
                self.call_resolved(dest, resolved, &generic, operands)
            }
        }
    }

    /// A call of a `callee_ty`; the operands are the callee as `kind` wants
    /// it, then the arguments, not tupled.
    pub(super) fn call_callable(
        &mut self,
        dest: &Place,
        kind: ClosureKind,
        callee_ty: Ty,
        operands: Vec<Operand>,
    ) -> R<()> {
        let mut operands = operands;
        match callee_ty.kind() {
            TyKind::Closure(def, args) => self.call_closure(dest, kind, *def, args, operands),
            TyKind::FnDef(Callable::Fn(def), args) => {
                operands.remove(0);
                let args = args.clone();
                self.call_def(dest, *def, &args, operands)
            }
            TyKind::FnDef(Callable::Ctor(def, variant), args) => {
                operands.remove(0);
                let fields = operands.into_iter().map(|o| self.settle(o)).collect();
                let kind = AggregateKind::Adt(*def, *variant, args.clone());
                self.assign(dest.clone(), Rvalue::Aggregate(kind, fields));
                Ok(())
            }
            TyKind::FnPtr(_) => {
                let pointer = operands.remove(0);
                let pointer = match kind {
                    ClosureKind::FnOnce => pointer,
                    ClosureKind::Fn | ClosureKind::FnMut => {
                        Operand::Copy(self.pointee(Some(pointer))?)
                    }
                };
                self.call(dest, Callee::Ptr(pointer), operands);
                Ok(())
            }
            _ => Err(self.internal(self.here(), "a call of what cannot be called")),
        }
    }

    /// The closure's body takes the closure by its own kind.
    fn call_closure(
        &mut self,
        dest: &Place,
        kind: ClosureKind,
        def: ClosureDef,
        args: &Args,
        operands: Vec<Operand>,
    ) -> R<()> {
        let mut operands = operands;
        let own = self.tcx.closure(def).kind;
        let mut used_up = None;
        if own != kind {
            let receiver = std::mem::replace(&mut operands[0], Operand::unit());
            let place = match kind {
                ClosureKind::FnOnce => {
                    let place = self.callee_place(receiver, own);
                    used_up = Some(place.clone());
                    place
                }
                ClosureKind::Fn | ClosureKind::FnMut => self.pointee(Some(receiver))?,
            };
            operands[0] = Operand::Borrow(
                match own {
                    ClosureKind::Fn => Mutability::Not,
                    ClosureKind::FnMut => Mutability::Mut,
                    ClosureKind::FnOnce => {
                        return Err(self.internal(self.here(), "a `FnOnce` closure is borrowed"));
                    }
                },
                place,
            );
        }
        let callee = Callee::Instance(Instance::Closure(def, args.clone()));
        self.call(dest, callee, operands);
        if let Some(place) = used_up
            && self.tcx.needs_drop(self.place_ty(&place))
        {
            resolve::check_used_up(self.tcx, def, self.here())?;
            self.emit(StmtKind::Drop(place));
        }
        Ok(())
    }

    /// Where a closure passed by value lies while it is called by reference.
    fn callee_place(&mut self, callee: Operand, own: ClosureKind) -> Place {
        match &callee {
            Operand::Move(place) if place.proj.is_empty() => return place.clone(),
            Operand::Copy(place) if own == ClosureKind::Fn => return place.clone(),
            _ => {}
        }
        let ty = self.operand_ty(&callee);
        let local = self.fresh(ty, Rvalue::Use(callee));
        Place::local(local)
    }

    /// (callee, tuple) becomes (callee, elements…).
    pub(super) fn untuple(&mut self, operands: Vec<Operand>) -> R<Vec<Operand>> {
        let mut operands = operands;
        let Some(tuple) = (operands.len() == 2).then(|| operands.remove(1)) else {
            return Err(self.internal(self.here(), "a call without an argument tuple"));
        };
        let TyKind::Tuple(elems) = self.operand_ty(&tuple).kind() else {
            return Err(self.internal(self.here(), "arguments that are no tuple"));
        };
        if elems.is_empty() {
            return Ok(operands);
        }
        let place = match tuple {
            Operand::Copy(place) | Operand::Move(place) => place,
            Operand::Const(_) | Operand::Borrow(..) => {
                return Err(self.internal(self.here(), "arguments that are no tuple"));
            }
        };
        for i in 0..elems.len() as u32 {
            operands.push(self.consume(place.field(i)));
        }
        Ok(operands)
    }

    /// The operands as one tuple.
    fn tuple_of(&mut self, operands: Vec<Operand>) -> Operand {
        let operands: Vec<Operand> = operands.into_iter().map(|o| self.settle(o)).collect();
        let tys: Vec<Ty> = operands.iter().map(|o| self.operand_ty(o)).collect();
        let ty = Ty::tuple(tys);
        if ty.is_unit() {
            return Operand::unit();
        }
        let tuple = self.fresh(ty, Rvalue::Aggregate(AggregateKind::Tuple, operands));
        Operand::Move(tuple.into())
    }
}
