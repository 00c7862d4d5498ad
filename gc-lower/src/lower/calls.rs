//! Calls.

use super::{
    abi::{FnAbi, Pass},
    code::zeros,
    func::Fx,
    layout::Slot,
    loc::Loc,
    places::{Pl, Via},
};
use crate::{
    pir::{Callee, DynMethod, Instance, Operand, Place},
    wir::*,
};
use wrc_object::*;
use wrc_thir::{FnDef, Ty, TyKind};

/// What a call jumps to.
enum Target {
    Direct(FuncId),
    /// Through the function table.
    Table(Ex),
}

/// A place that gets a value-result back.
struct WriteBack {
    pl: Pl,
    slots: Box<[Slot]>,
}

impl Fx<'_, '_> {
    pub fn call_stmt(&mut self, dest: &Place, callee: &Callee, args: &[Operand]) {
        match callee {
            Callee::Instance(inst) => self.call_instance(dest, inst, args),
            Callee::Ptr(operand) => self.call_pointer(dest, operand, args),
            Callee::Dyn(method) => self.call_dyn(dest, method, args),
            Callee::Intrinsic(intrinsic, targs) => {
                if let Some(local) = dest.as_local()
                    && self.is_alias(local)
                {
                    let elem = targs.first().and_then(wrc_thir::Arg::as_ty);
                    let pl = self.array_place(elem.unwrap_or_else(Ty::unit), args);
                    if self.set_alias(local, pl.loc) {
                        return;
                    }
                }
                let values = self.intrinsic(*intrinsic, targs, args, dest);
                if let Some(values) = values {
                    self.store_to(dest, values);
                }
            }
        }
    }

    fn call_instance(&mut self, dest: &Place, inst: &Instance, args: &[Operand]) {
        let cx = self.cx();
        if let Some(abi) = cx.abi(inst)
            && let Some(func) = cx.func(inst)
        {
            return self.call_with(dest, &abi, Target::Direct(func), args);
        }
        if let Instance::Fn(def, _) = inst
            && cx.tcx.db.func(*def).import.is_some()
        {
            return self.call_import(dest, *def, args);
        }
        self.bug(&format!("a call of an instance without a body: {inst:?}"));
        self.code.emit(Ex::Unreachable);
    }

    fn call_import(&mut self, dest: &Place, def: FnDef, args: &[Operand]) {
        let func = self.cx().import(def);
        let values: Vec<Ex> = args.iter().flat_map(|arg| self.operand(arg)).collect();
        let results = self.code.call(func, values);
        if self.place_ty(dest).is_never() {
            self.code.emit(Ex::Unreachable);
            return;
        }
        let ty = self.place_ty(dest);
        let results = self.imported(ty, results);
        self.store_to(dest, results);
    }

    /// Brings what the host gave into the type's range.
    fn imported(&mut self, ty: Ty, results: Vec<Ex>) -> Vec<Ex> {
        match (super::numbers::Num::of(ty), ty.kind()) {
            (Some(_), TyKind::Bool) => results
                .into_iter()
                .map(|value| super::code::num2(NumOp::I32Ne, value, Ex::I32(0)))
                .collect(),
            (Some(super::numbers::Num::Small { bits, signed }), _) => results
                .into_iter()
                .map(|value| super::numbers::normalized(bits, signed, value))
                .collect(),
            _ => results,
        }
    }

    fn call_pointer(&mut self, dest: &Place, operand: &Operand, args: &[Operand]) {
        let ty = self.operand_ty(operand);
        let TyKind::FnPtr(sig) = ty.kind() else {
            self.bug("a call of something that is no fn pointer");
            return;
        };
        let abi = self.cx().pointer_abi(sig);
        let index = self.scalar(operand);
        self.call_with(dest, &abi, Target::Table(index), args);
    }

    fn call_dyn(&mut self, dest: &Place, method: &DynMethod, args: &[Operand]) {
        let cx = self.cx();
        let tys: Vec<Ty> = args.iter().map(|arg| self.operand_ty(arg)).collect();
        let abi = cx.dyn_abi(method, &tys, self.place_ty(dest));
        let Some(receiver) = args.first() else {
            return self.bug("a dynamic call without a receiver");
        };
        match cx.dyn_target(method) {
            super::dyns::DynTarget::None => self.code.emit(Ex::Unreachable),
            super::dyns::DynTarget::One(func) => {
                self.call_with(dest, &abi, Target::Direct(func), args);
            }
            super::dyns::DynTarget::Table(selector) => {
                let slots = self.slots(tys[0]);
                let Some(at) = cx.dyn_slot(tys[0]) else {
                    return self.bug("a dynamic call on something that is not `dyn`");
                };
                let values = self.operand(receiver);
                let values = self.code.dup_all(values, &slots);
                let vt = cx.type_number(values[at].clone());
                let base = Ex::Sym(ConstSym::SelectorBase(selector));
                let index = super::code::num2(NumOp::I32Add, vt, base);
                self.call_values(dest, &abi, Target::Table(index), Some(values), args);
            }
        }
    }

    fn call_with(&mut self, dest: &Place, abi: &FnAbi, target: Target, args: &[Operand]) {
        self.call_values(dest, abi, target, None, args);
    }

    /// `first` is the value of the first argument, if it is known already.
    fn call_values(
        &mut self,
        dest: &Place,
        abi: &FnAbi,
        target: Target,
        first: Option<Vec<Ex>>,
        args: &[Operand],
    ) {
        if args.len() != abi.params.len() {
            return self.bug(&format!(
                "{} arguments for {} parameters",
                args.len(),
                abi.params.len()
            ));
        }
        let mut values: Vec<Ex> = Vec::new();
        let mut back: Vec<WriteBack> = Vec::new();
        let mut first = first;
        for (arg, param) in args.iter().zip(&abi.params) {
            match (first.take(), param.pass) {
                (Some(known), _) => values.extend(known),
                (None, Pass::Value) if abi.ret.is_never() => values.extend(self.last_operand(arg)),
                (None, Pass::Value) => values.extend(self.operand(arg)),
                (None, Pass::InOut(to)) => {
                    let pl = self.pointee(arg, to);
                    let slots = self.slots(to);
                    values.extend(self.code.load(&pl.loc, &slots));
                    back.push(WriteBack { pl, slots });
                }
                (None, Pass::Pointee(to)) => {
                    let pl = self.pointee(arg, to);
                    let slots = self.slots(to);
                    values.extend(self.code.load(&pl.loc, &slots));
                }
            }
        }
        let back = self.pin(back, dest);
        let results = abi.wasm_results(self.cx());
        let call = match target {
            Target::Direct(func) => Ex::Call(func, values),
            Target::Table(index) => Ex::CallIndirect {
                ty: abi.func_type(self.cx()),
                args: values,
                index: Box::new(index),
            },
        };
        let mut results = self.code.results(call, &results);
        if abi.ret.is_never() {
            self.code.emit(Ex::Unreachable);
            return;
        }
        let ret_slots = self.slots(abi.ret);
        let mut given_back = results.split_off(ret_slots.len().min(results.len()));
        for WriteBack { pl, slots } in back {
            let rest = given_back.split_off(slots.len().min(given_back.len()));
            self.code.store(&pl.loc, &slots, given_back);
            given_back = rest;
        }
        self.store_to(dest, results);
    }

    /// The place that a reference argument points to, computed before the
    /// call and used again after it.
    pub fn pointee(&mut self, arg: &Operand, to: Ty) -> Pl {
        match arg {
            Operand::Borrow(_, place) => self.place(place),
            Operand::Copy(place) | Operand::Move(place) => {
                let place = place.deref();
                self.place(&place)
            }
            Operand::Const(_) => {
                self.bug("a constant as a mutable reference");
                let slots = self.slots(to);
                Pl {
                    ty: to,
                    variant: None,
                    loc: Loc::Values(zeros(&slots)),
                    via: Via::Slot,
                }
            }
        }
    }

    /// The places that get values back, unchanged by what the call writes
    /// before them.
    fn pin(&mut self, back: Vec<WriteBack>, dest: &Place) -> Vec<WriteBack> {
        let mut written: Vec<WLocal> = Vec::new();
        if let Some(local) = dest.as_local()
            && let Loc::Locals(locals) = self.local_loc(local)
        {
            written.extend(locals);
        }
        for WriteBack { pl, .. } in &back {
            if let Loc::Locals(locals) = &pl.loc {
                written.extend(locals);
            }
        }
        back.into_iter()
            .map(|mut back| {
                back.pl.loc = self.pinned(back.pl.loc, &written);
                back
            })
            .collect()
    }

    /// The location without reads of these locals.
    fn pinned(&mut self, loc: Loc, written: &[WLocal]) -> Loc {
        let mut pin = |ex: Ex, ty: WTy| match ex {
            Ex::Get(local) if !written.contains(&local) => ex,
            Ex::I32(_) => ex,
            _ => self.code.save(ex, ty),
        };
        match loc {
            Loc::Fields { obj, ty, first } => Loc::Fields {
                obj: pin(obj, WTy::to(ty)),
                ty,
                first,
            },
            Loc::Lanes { array, ty, index } => Loc::Lanes {
                array: pin(array, WTy::to(ty)),
                ty,
                index: pin(index, WTy::I32),
            },
            Loc::Elem {
                array,
                array_ty,
                index,
                cell,
            } => Loc::Elem {
                array: pin(array, WTy::to(array_ty)),
                array_ty,
                index: pin(index, WTy::I32),
                cell,
            },
            Loc::Fat { base, sel } => Loc::Fat {
                base: pin(base, WTy::EQ),
                sel: pin(sel, WTy::I32),
            },
            Loc::None
            | Loc::Locals(_)
            | Loc::Globals(_)
            | Loc::Values(_)
            | Loc::Bits { .. }
            | Loc::Path { .. }
            | Loc::Slice { .. } => loc,
        }
    }

    pub fn place_ty(&self, place: &Place) -> Ty {
        self.cx().tcx.place_ty(self.body, place).ty
    }
}
