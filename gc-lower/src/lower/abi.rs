//! Calling conventions: which wasm values a function takes and gives.
//!
//! A value-result parameter (representation.md §5.3) takes the slots of what
//! its reference points to and gives their final values after the results.

use super::{cx::Cx, layout::Class};
use crate::pir::{Body, DynMethod, Instance};
use std::rc::Rc;
use wrc_object::*;
use wrc_thir::{ClosureKind, DeriveMethod, FnSig, Mutability, Ty, TyKind};

/// A function's parameters and result.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct FnAbi {
    pub params: Vec<Param>,
    pub ret: Ty,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Param {
    pub ty: Ty,
    pub pass: Pass,
}

/// How a parameter travels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Pass {
    Value,
    /// The pointee (of this type), and back again.
    InOut(Ty),
    /// The pointee, which dies in the callee: drop glue of slot types.
    Pointee(Ty),
}

impl Param {
    /// The type whose slots are passed.
    pub fn passed(self) -> Ty {
        match self.pass {
            Pass::Value => self.ty,
            Pass::InOut(ty) | Pass::Pointee(ty) => ty,
        }
    }
}

impl FnAbi {
    /// Types given back after the result, in order.
    pub fn inouts(&self) -> impl Iterator<Item = Ty> + '_ {
        self.params.iter().filter_map(|param| match param.pass {
            Pass::InOut(ty) => Some(ty),
            Pass::Value | Pass::Pointee(_) => None,
        })
    }

    pub fn wasm_params(&self, cx: &Cx) -> Vec<WTy> {
        let mut tys = Vec::new();
        for param in &self.params {
            tys.extend(cx.layout(param.passed()).tys());
        }
        tys
    }

    pub fn wasm_results(&self, cx: &Cx) -> Vec<WTy> {
        if self.ret.is_never() {
            return Vec::new();
        }
        let mut tys: Vec<WTy> = cx.layout(self.ret).tys().collect();
        for ty in self.inouts() {
            tys.extend(cx.layout(ty).tys());
        }
        tys
    }

    pub fn func_type(&self, cx: &Cx) -> TypeId {
        cx.func_type(&self.wasm_params(cx), &self.wasm_results(cx))
    }

    /// Are all parameters passed as their declared types say?
    pub fn is_plain(&self) -> bool {
        self.params.iter().all(|param| param.pass == Pass::Value)
    }
}

impl Cx<'_> {
    /// The convention of a reachable instance.
    pub fn abi(&self, inst: &Instance) -> Option<Rc<FnAbi>> {
        if let Some(known) = self.abis.borrow().get(inst) {
            return Some(known.clone());
        }
        let body = self.mono.bodies.get(inst)?;
        let abi = Rc::new(self.abi_of(body));
        self.abis.borrow_mut().insert(inst.clone(), abi.clone());
        Some(abi)
    }

    fn abi_of(&self, body: &Body) -> FnAbi {
        let tys = body.params.iter().map(|local| body.locals[*local].ty);
        let ret = body.locals[body.ret].ty;
        if let Instance::DropGlue(ty) = &body.instance {
            let pass = if !self.is_unsized(*ty) && self.class(*ty) != Class::Object {
                Pass::Pointee(*ty)
            } else {
                Pass::Value
            };
            let params = tys.map(|ty| Param { ty, pass }).collect();
            return FnAbi { params, ret };
        }
        let bits = self.inout_bits(&body.instance);
        self.abi_with(tys, ret, bits)
    }

    /// Which parameters the declaration allows to be value-result.
    fn inout_bits(&self, inst: &Instance) -> u64 {
        match inst {
            Instance::Fn(def, _) => self.tcx.db.func(*def).inout,
            Instance::Closure(def, _) => {
                let data = self.tcx.closure(*def);
                u64::from(data.kind == ClosureKind::FnMut && !data.is_lending)
            }
            Instance::CallShim(kind, ty) => {
                let is_lending = match ty.kind() {
                    TyKind::Closure(def, _) => self.tcx.closure(*def).is_lending,
                    _ => false,
                };
                u64::from(*kind == ClosureKind::FnMut && !is_lending)
            }
            Instance::Derive(method, _, _) => match method {
                DeriveMethod::Debug | DeriveMethod::Hash => 0b10,
                DeriveMethod::Clone
                | DeriveMethod::Default
                | DeriveMethod::PartialEq
                | DeriveMethod::PartialOrd
                | DeriveMethod::Ord => 0,
            },
            // The formatter, the context.
            Instance::FormatRun(_) | Instance::Poll(..) => 0b10,
            Instance::CloneShim(_)
            | Instance::DropGlue(_)
            | Instance::DynShim(..)
            | Instance::Ctor(..)
            | Instance::Const(..)
            | Instance::Static(_)
            | Instance::Start(_) => 0,
        }
    }

    pub fn abi_with(&self, tys: impl Iterator<Item = Ty>, ret: Ty, bits: u64) -> FnAbi {
        let params = tys
            .enumerate()
            .map(|(i, ty)| {
                let is_candidate = i < 64 && bits & (1 << i) != 0;
                let pass = match self.inout_target(ty) {
                    Some(to) if is_candidate => Pass::InOut(to),
                    _ => Pass::Value,
                };
                Param { ty, pass }
            })
            .collect();
        FnAbi { params, ret }
    }

    /// The pointee if a reference of the type may travel as value-result.
    fn inout_target(&self, ty: Ty) -> Option<Ty> {
        let TyKind::Ref(Mutability::Mut, to) = ty.kind() else {
            return None;
        };
        let allowed = !self.tcx.options.force_fat
            && !self.is_raw(*to)
            && !self.is_unsized(*to)
            && self.class(*to) == Class::Slots;
        allowed.then_some(*to)
    }

    /// Fn pointers know nothing of value-results.
    pub fn pointer_abi(&self, sig: &FnSig) -> FnAbi {
        self.abi_with(sig.params.iter().copied(), sig.ret, 0)
    }

    /// The convention of calls of a method through `dyn`. The receiver is
    /// passed as a value of its own type, with `dyn` inside.
    pub fn dyn_abi(&self, method: &DynMethod, tys: &[Ty], ret: Ty) -> FnAbi {
        let bits = self.tcx.db.func(method.method).inout & !1;
        self.abi_with(tys.iter().copied(), ret, bits)
    }
}
