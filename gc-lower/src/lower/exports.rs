//! The border to the host: imports and exports.

use super::{abi::FnAbi, code::Code, cx::Cx, numbers::Num};
use crate::{
    border::{self, Direction},
    pir::Instance,
    wir::*,
};
use wrc_base::Symbol;
use wrc_object::*;
use wrc_thir::{FnDef, Ty, TyKind};

/// How the values of an import or export cross.
struct Border {
    params: Vec<Crossing>,
    ret: Crossing,
}

impl Border {
    fn converts(&self) -> bool {
        let mut all = self.params.iter().chain([&self.ret]);
        all.any(|it| it.convert.is_some())
    }
}

/// How one value crosses: by a conversion or as it is.
struct Crossing {
    convert: Option<FuncId>,
    /// As Rust's side has it.
    inner: Vec<WTy>,
    /// As the host has it.
    outer: Vec<WTy>,
}

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
        let border = self.border(&abi, Direction::IntoJs);
        self.check_border(&abi, &border, data.path, data.span);
        let (module, name) = match &data.import {
            Some(import) => (import.module, import.name),
            None => (Symbol::new("env"), data.name),
        };
        let params: Vec<WTy> = border
            .params
            .iter()
            .flat_map(|it| it.outer.clone())
            .collect();
        let ty = self.func_type(&params, &border.ret.outer);
        let mut id = self.program.borrow_mut().funcs.push(Func {
            name: data.path,
            ty,
            kind: FuncKind::Import { module, name },
        });
        if border.converts() {
            id = self.convert(
                data.path,
                &abi.wasm_params(self),
                &border,
                id,
                Direction::IntoJs,
            );
        }
        self.imports.borrow_mut().insert(def, id);
        id
    }

    /// How the values of a function cross when its arguments go one way.
    fn border(&self, abi: &FnAbi, arguments: Direction) -> Border {
        let crossing = |ty: Ty, direction: Direction| {
            let inst = border::conversion(self.tcx, ty, direction);
            let convert = inst.and_then(|inst| self.func(&inst));
            let inner: Vec<WTy> = match ty.is_never() {
                true => Vec::new(),
                false => self.layout(ty).tys().collect(),
            };
            let outer = match convert {
                Some(_) => vec![WTy::Ref(HeapTy::Extern)],
                None => inner.clone(),
            };
            Crossing {
                convert,
                inner,
                outer,
            }
        };
        let result = match arguments {
            Direction::FromJs => Direction::IntoJs,
            Direction::IntoJs => Direction::FromJs,
        };
        let params = abi.params.iter();
        Border {
            params: params.map(|it| crossing(it.passed(), arguments)).collect(),
            ret: crossing(abi.ret, result),
        }
    }

    /// A function that converts its arguments, calls `func`, and converts the
    /// result.
    fn convert(
        &self,
        name: Symbol,
        params: &[WTy],
        border: &Border,
        func: FuncId,
        arguments: Direction,
    ) -> FuncId {
        let mut code = Code::new(self, params);
        let mut args = Vec::new();
        let mut at = 0;
        for it in &border.params {
            let taken = match arguments {
                Direction::FromJs => &it.outer,
                Direction::IntoJs => &it.inner,
            };
            let values = (at..at + taken.len()).map(|i| code.param(i)).collect();
            at += taken.len();
            args.extend(match it.convert {
                Some(convert) => code.call(convert, values),
                None => values,
            });
        }
        let mut values = code.call(func, args);
        if let Some(convert) = border.ret.convert {
            values = code.call(convert, values);
        }
        code.emit(Ex::Return(values));
        let results = match arguments {
            Direction::FromJs => &border.ret.outer,
            Direction::IntoJs => &border.ret.inner,
        };
        let id = self.new_func(name, params, results);
        self.finish_func(id, code.finish(name, results.clone()));
        id
    }

    /// Only scalars and host references cross; engine arrays are for the
    /// engine's own string functions.
    fn check_border(&self, abi: &FnAbi, border: &Border, path: Symbol, span: wrc_base::Span) {
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
        let params = abi.params.iter().zip(&border.params);
        let params = params.map(|(param, it)| (param.ty, it, false));
        for (ty, it, is_result) in params.chain([(abi.ret, &border.ret, true)]) {
            if it.convert.is_none() && !crosses(ty, is_result) {
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
            let border = self.border(&abi, Direction::FromJs);
            self.check_border(&abi, &border, path, span);
            let mut func = self.export_entry(*name, &abi, func);
            if border.converts() {
                let params = border.params.iter();
                let params: Vec<WTy> = params.flat_map(|it| it.outer.clone()).collect();
                func = self.convert(*name, &params, &border, func, Direction::FromJs);
            }
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
