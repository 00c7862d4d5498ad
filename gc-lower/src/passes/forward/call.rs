//! Calls: arguments become borrows of the places themselves; calls through
//! known fn pointers and known `dyn` references become direct.

use super::{Alias, Cx, Emptied, Value};
use crate::intrinsics::Intrinsic;
use crate::passes::paths;
use crate::pir::{
    AggregateKind, Block, Callee, Constant, DynMethod, Instance, Operand, Place, Proj, Rvalue, Src,
    StmtKind, Tcx,
};
use crate::shim::resolve;
use wrc_thir::{Arg, Mutability, Ty, TyKind};

/// Does the instance take the caller's location as a hidden argument?
pub(super) fn takes_location(tcx: &Tcx, inst: &Instance) -> bool {
    matches!(inst, Instance::Fn(def, _) if tcx.db.func(*def).track_caller)
}

impl Cx<'_, '_, '_> {
    pub(super) fn call(
        &mut self,
        src: Src,
        mut dest: Place,
        mut callee: Callee,
        mut args: Vec<Operand>,
        out: &mut Block,
    ) -> bool {
        if let Callee::Ptr(pointer) = &mut callee {
            self.operand(pointer);
        }
        self.devirtualise(src, &mut callee, &mut args, out);
        if self.pointer_access(src, &dest, &callee, &args, out) {
            return true;
        }
        let is_intrinsic = matches!(callee, Callee::Intrinsic(..));
        for arg in &mut args {
            match self.borrowed(arg) {
                Some(borrow) if !is_intrinsic => *arg = borrow,
                _ => self.operand(arg),
            }
        }
        if let Some(part) = self.known_part(&callee, &args) {
            self.assign(src, dest, Rvalue::Use(part), out);
            return true;
        }
        let parts = self.slice_parts(&callee, &args);
        let stale = self.dest(&mut dest);
        let diverges = matches!(self.tcx.place_ty(self.body, &dest).ty.kind(), TyKind::Never);
        let kind = StmtKind::Call { dest, callee, args };
        self.effects(&kind);
        let local = match &kind {
            StmtKind::Call { dest, .. } => dest.as_local(),
            _ => None,
        };
        out.push(kind.at(src));
        self.refresh(src, stale, out);
        if let (Some(local), Some(parts)) = (local, parts)
            && !self.is_exposed(local)
            && parts
                .iter()
                .filter_map(Operand::place)
                .all(|part| part.as_local() != Some(local))
        {
            self.facts.set_parts(local, parts);
        }
        !diverges
    }

    /// What `slice_array`, `slice_offset` or `slice_len` of a slice with known
    /// parts give.
    fn known_part(&self, callee: &Callee, args: &[Operand]) -> Option<Operand> {
        let index = match callee {
            Callee::Intrinsic(Intrinsic::SliceArray, _) => 0,
            Callee::Intrinsic(Intrinsic::SliceOffset, _) => 1,
            Callee::Intrinsic(Intrinsic::SliceLen, _) => 2,
            _ => return None,
        };
        let parts = self.parts_of(args.first()?)?;
        Some(parts[index].clone())
    }

    /// A reference passed on: the borrow of its place.
    fn borrowed(&self, operand: &Operand) -> Option<Operand> {
        let local = operand.place()?.as_local()?;
        let alias = self.facts.alias(local)?;
        match self.body.locals[local].ty.kind() {
            TyKind::Ref(m, _) if alias.is_ref => Some(Operand::Borrow(*m, alias.place.clone())),
            _ => None,
        }
    }

    /// `ptr_read(r)`, `ptr_write(r, v)` with `r` a known place are a move and
    /// an assignment.
    fn pointer_access(
        &mut self,
        src: Src,
        dest: &Place,
        callee: &Callee,
        args: &[Operand],
        out: &mut Block,
    ) -> bool {
        let Callee::Intrinsic(which, generics) = callee else {
            return false;
        };
        if !matches!(which, Intrinsic::PtrRead | Intrinsic::PtrWrite) {
            return false;
        }
        let Some(pointer) = args
            .first()
            .and_then(Operand::place)
            .and_then(Place::as_local)
        else {
            return false;
        };
        let Some(ty) = generics.first().and_then(Arg::as_ty) else {
            return false;
        };
        let is_object = paths::maybe_object(self.tcx, ty);
        let is_move = *which == Intrinsic::PtrRead && !self.tcx.is_copy(ty);
        let is_paired = is_object || is_move;
        let alias = self.facts.alias(pointer).cloned();
        let alias = alias.filter(|alias| self.tcx.place_ty(self.body, &alias.place).ty == ty);
        let Some(Alias {
            place, is_stable, ..
        }) = alias
        else {
            if is_paired {
                self.whole.fail(pointer);
            }
            return false;
        };
        if is_object {
            // The content of an object that stays where it is, in some cases.
            let is_content = paths::content_step(self.tcx, self.body, &place).is_some();
            if is_content || !is_stable {
                self.whole.fail(pointer);
                return false;
            }
        }
        if is_paired && !self.whole.is_allowed(pointer) {
            return false;
        }
        let target = Place::local(pointer).deref();
        if *which == Intrinsic::PtrRead {
            let value = if self.tcx.is_copy(ty) {
                Operand::Copy(target)
            } else {
                Operand::Move(target)
            };
            let at = out.len();
            self.assign(src, dest.clone(), Rvalue::Use(value), out);
            if is_move {
                self.emptied.push(Emptied { place, pointer, at });
            }
            return true;
        }
        let Some(value) = args.get(1) else {
            return false;
        };
        self.assign(src, target, Rvalue::Use(value.clone()), out);
        self.assign(src, dest.clone(), Rvalue::Use(Operand::unit()), out);
        true
    }

    fn devirtualise(
        &mut self,
        src: Src,
        callee: &mut Callee,
        args: &mut Vec<Operand>,
        out: &mut Block,
    ) {
        match callee {
            Callee::Ptr(Operand::Const(Constant::FnPtr(inst, _))) => {
                let inst = inst.clone();
                if takes_location(self.tcx, &inst) {
                    return;
                }
                if let Instance::Closure(def, generics) = &inst {
                    // A closure without captures; its body takes it as `&self`.
                    let ty = Ty::new(TyKind::Closure(*def, generics.clone()));
                    if self.tcx.closure(*def).kind != wrc_thir::ClosureKind::Fn {
                        return;
                    }
                    let closure = self.body.new_local(ty);
                    let kind = AggregateKind::Closure(*def, generics.clone());
                    let made = Rvalue::Aggregate(kind, Vec::new());
                    out.push(StmtKind::Assign(closure.into(), made).at(src));
                    args.insert(0, Operand::Borrow(Mutability::Not, closure.into()));
                }
                *callee = Callee::Instance(inst);
            }
            Callee::Dyn(method) => {
                let Some(receiver) = args.first().and_then(|arg| self.concrete(arg)) else {
                    return;
                };
                let (operand, ty) = receiver;
                if let Some(inst) = self.implementation(method, ty) {
                    *callee = Callee::Instance(inst);
                    args[0] = operand;
                }
            }
            Callee::Instance(_) | Callee::Ptr(_) | Callee::Intrinsic(..) => {}
        }
    }

    /// The receiver of a dynamic call as a reference to its concrete type.
    fn concrete(&self, receiver: &Operand) -> Option<(Operand, Ty)> {
        let (local, m) = match receiver {
            Operand::Copy(place) | Operand::Move(place) => {
                let local = place.as_local()?;
                let TyKind::Ref(m, _) = self.body.locals[local].ty.kind() else {
                    return None;
                };
                (local, *m)
            }
            Operand::Borrow(m, place) if place.proj.as_slice() == [Proj::Deref] => {
                (place.base_local()?, *m)
            }
            Operand::Borrow(..) | Operand::Const(_) => return None,
        };
        let local = match self.facts.value(local) {
            Some(Value::Place(place, false)) => place.as_local().unwrap_or(local),
            _ => local,
        };
        let fact = self.facts.get(local)?;
        if let Some((alias, ty)) = &fact.concrete {
            return Some((Operand::Borrow(m, alias.place.clone()), *ty));
        }
        // A reborrow of a `dyn` reference whose origin is known.
        let alias = fact.alias.as_ref()?;
        if alias.place.proj.as_slice() != [Proj::Deref] {
            return None;
        }
        let (alias, ty) = self
            .facts
            .get(alias.place.base_local()?)?
            .concrete
            .as_ref()?;
        Some((Operand::Borrow(m, alias.place.clone()), *ty))
    }

    /// The instance that the method runs on a concrete type.
    fn implementation(&self, method: &DynMethod, ty: Ty) -> Option<Instance> {
        let mut args = vec![Arg::Ty(ty)];
        args.extend(method.args.iter().cloned());
        let inst = resolve::instance(self.tcx, method.method, &args)
            .ok()
            .flatten()?;
        (!takes_location(self.tcx, &inst)).then_some(inst)
    }
}
