//! The border to the host: imports and exports.

use super::{abi::FnAbi, code::Code, cx::Cx, numbers::Num};
use crate::{pir::Instance, wir::*};
use wrc_base::Symbol;
use wrc_object::*;
use wrc_thir::{FnDef, Ty, TyKind};

impl Cx<'_> {
    /// The function of a reachable instance.
    pub fn func(&self, inst: &Instance) -> Option<FuncId> {
        self.funcs.borrow().get(inst).copied()
    }

    /// Gives every reachable instance a function.
    pub fn declare_funcs(&self) {
        for (inst, body) in &self.mono.bodies {
            *self.span.borrow_mut() = body.sources.values().nth(1).copied().unwrap_or_default();
            let Some(abi) = self.abi(inst) else { continue };
            let id = self.new_func(body.name, &abi.wasm_params(self), &abi.wasm_results(self));
            self.funcs.borrow_mut().insert(inst.clone(), id);
        }
    }

    /// A function that the host provides.
    pub fn import(&self, def: FnDef) -> FuncId {
        if let Some(known) = self.imports.borrow().get(&def) {
            return *known;
        }
        let data = self.tcx.db.func(def);
        *self.span.borrow_mut() = data.span;
        let at = |ty: Ty| self.tcx.instantiate(ty, &[]);
        let abi = self.abi_with(data.params.iter().map(|ty| at(*ty)), at(data.ret), 0);
        self.check_border(&abi, data.path, data.span);
        let ty = abi.func_type(self);
        let (module, name) = match &data.import {
            Some(import) => (import.module, import.name),
            None => (Symbol::new("env"), data.name),
        };
        let id = self.program.borrow_mut().funcs.push(Func {
            name: data.path,
            ty,
            kind: FuncKind::Import { module, name },
        });
        self.imports.borrow_mut().insert(def, id);
        id
    }

    /// Only scalars and host references cross; engine arrays are for the
    /// engine's own string functions.
    fn check_border(&self, abi: &FnAbi, path: Symbol, span: wrc_base::Span) {
        let crosses = |ty: Ty, is_result: bool| {
            if is_result && ty.is_never() {
                return true;
            }
            let layout = self.layout(ty);
            match layout.slots[..] {
                [] => true,
                [slot] => match slot.ty() {
                    WTy::Ref(HeapTy::Extern) => true,
                    WTy::Ref(_) => self.tcx.is_lang(ty, "wrc_array"),
                    _ => Num::of(ty).is_some() || !matches!(ty.kind(), TyKind::FnPtr(_)),
                },
                _ => false,
            }
        };
        let tys = abi.params.iter().map(|param| (param.ty, false));
        for (ty, is_result) in tys.chain([(abi.ret, true)]) {
            if !crosses(ty, is_result) {
                let name = self.type_name(ty);
                let message = format!("`{name}` cannot cross the border to the host in `{path}`");
                self.tcx.error("WRC2340", span, message);
            }
        }
    }

    pub fn define_exports(&self) {
        for (name, inst) in &self.mono.exports {
            let (Some(abi), Some(func)) = (self.abi(inst), self.func(inst)) else {
                continue;
            };
            let (path, span) = match inst {
                Instance::Fn(def, _) => {
                    let data = self.tcx.db.func(*def);
                    (data.path, data.span)
                }
                _ => (*name, wrc_base::Span::default()),
            };
            self.check_border(&abi, path, span);
            let func = self.export_entry(*name, &abi, func);
            let mut program = self.program.borrow_mut();
            program.exports.push(Export { name: *name, func });
        }
    }

    /// The host may pass any `i32`: small integers are brought into range.
    fn export_entry(&self, name: Symbol, abi: &FnAbi, func: FuncId) -> FuncId {
        let is_small = |ty: Ty| {
            matches!(Num::of(ty), Some(Num::Small { bits, .. }) if bits < 32)
                || matches!(ty.kind(), TyKind::Char)
        };
        if !abi.params.iter().any(|param| is_small(param.ty)) {
            return func;
        }
        let (params, results) = self.func_signature(func);
        let mut code = Code::new(self, &params);
        let mut args = Vec::new();
        for param in &abi.params {
            let start = args.len();
            for i in 0..self.layout(param.ty).slots.len() {
                let value = code.param(start + i);
                args.push(match (Num::of(param.ty), param.ty.kind()) {
                    (Some(_), TyKind::Bool) => super::code::num2(NumOp::I32Ne, value, Ex::I32(0)),
                    (Some(Num::Small { bits, signed }), _) => {
                        super::numbers::normalized(bits, signed, value)
                    }
                    _ => value,
                });
            }
        }
        let values = code.call(func, args);
        code.emit(Ex::Return(values));
        let id = self.new_func(name, &params, &results);
        self.finish_func(id, code.finish(name, results));
        id
    }
}
