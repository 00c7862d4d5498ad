//! The border to the host: imports and exports.

use super::{
    abi::FnAbi,
    code::{Code, num2, select},
    cx::Cx,
    numbers::{Num, normalized},
};
use crate::{
    border::{self, Direction},
    pir::Instance,
    wir::*,
};
use wrc_base::{Span, Symbol};
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
    ty: Ty,
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
        self.check_border(def, &abi, &border);
        let (module, name) = match &data.import {
            Some(import) => (import.module, import.name),
            None => (Symbol::new("env"), data.name),
        };
        let name = match self.tcx.db.is_library(data.span.file) {
            true => name,
            false => self.js_import(module, self.js_function(def, &data, name)),
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
        if border.converts() || has_bounds(abi.ret) {
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

    /// The module's name for a function of JavaScript: another one for each
    /// way in which the program declares it, as its values cross differently.
    fn js_import(&self, module: Symbol, mut function: JsFunction) -> Symbol {
        let target = function.name;
        let imports = &mut self.program.borrow_mut().interface.imports;
        let known = imports
            .iter()
            .filter(|it| (it.module, it.target) == (module, target));
        let known: Vec<&JsImport> = known.collect();
        if let Some(same) = known.iter().find(|it| it.function.has_types_of(&function)) {
            return same.function.name;
        }
        function.name = Symbol::new(&format!("{target}{}", "'".repeat(known.len())));
        let name = function.name;
        imports.push(JsImport {
            module,
            target,
            function,
        });
        name
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
                ty,
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
        } else if arguments == Direction::IntoJs {
            values = in_bounds(&mut code, border.ret.ty, values);
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
    fn check_border(&self, def: FnDef, abi: &FnAbi, border: &Border) {
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
        for (i, (ty, it, is_result)) in params.chain([(abi.ret, &border.ret, true)]).enumerate() {
            if it.convert.is_none() && !crosses(ty, is_result) {
                let name = self.type_name(ty);
                let data = self.tcx.db.func(def);
                let spans = self.tcx.db.declaration(def).types;
                let span = spans.get(i).copied().unwrap_or(data.span);
                let path = data.path.as_str().replace(MEMBER, "");
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
            let border = self.border(&abi, Direction::FromJs);
            if let Instance::Fn(def, _) = inst {
                self.check_border(*def, &abi, &border);
                let data = self.tcx.db.func(*def);
                self.check_name(*name, data.span);
                if !self.tcx.db.is_library(data.span.file) {
                    let function = self.js_function(*def, &data, *name);
                    self.program.borrow_mut().interface.exports.push(function);
                }
            }
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

    /// Each name is exported once.
    fn check_name(&self, name: Symbol, span: Span) {
        let program = self.program.borrow();
        if program.exports.iter().any(|export| export.name == name) {
            let message = format!("there are two exports with the name `{name}`");
            self.tcx.error("WRC2341", span, message);
        }
    }

    /// The host may pass any `i32`.
    fn export_entry(&self, name: Symbol, abi: &FnAbi, func: FuncId) -> FuncId {
        if !abi.params.iter().any(|param| has_bounds(param.ty)) {
            return func;
        }
        let (params, results) = self.func_signature(func);
        let mut code = Code::new(self, &params);
        let mut args = Vec::new();
        for param in &abi.params {
            let start = args.len();
            let slots = self.layout(param.ty).slots.len();
            let values = (start..start + slots).map(|i| code.param(i)).collect();
            args.extend(in_bounds(&mut code, param.ty, values));
        }
        let values = code.call(func, args);
        code.emit(Ex::Return(values));
        let id = self.new_func(name, &params, &results);
        self.finish_func(id, code.finish(name, results));
        id
    }
}

/// What the names of functions begin with that were made of methods.
const MEMBER: &str = "__js_";

/// Is not every `i32` a value of the type?
fn has_bounds(ty: Ty) -> bool {
    matches!(Num::of(ty), Some(Num::Small { bits, .. }) if bits < 32)
        || matches!(ty.kind(), TyKind::Char)
}

/// A value of the type, whatever the host gave: small integers are cut off,
/// what is no character becomes the replacement character.
fn in_bounds(code: &mut Code, ty: Ty, values: Vec<Ex>) -> Vec<Ex> {
    let mut bounded = |value: Ex| match (Num::of(ty), ty.kind()) {
        (_, TyKind::Bool) => num2(NumOp::I32Ne, value, Ex::I32(0)),
        (_, TyKind::Char) => {
            let value = code.dup(value, WTy::I32);
            let moved = num2(NumOp::I32Xor, value.clone(), Ex::I32(SURROGATES));
            let moved = num2(NumOp::I32Sub, moved, Ex::I32(0x800));
            let is_char = num2(NumOp::I32LtU, moved, Ex::I32(0x11_0000 - 0x800));
            let other = Ex::I32(char::REPLACEMENT_CHARACTER as i32);
            select(WTy::I32, is_char, value, other)
        }
        (Some(Num::Small { bits, signed }), _) => normalized(bits, signed, value),
        _ => value,
    };
    values.into_iter().map(&mut bounded).collect()
}

/// Where surrogates begin. Flipping these bits puts them first.
const SURROGATES: i32 = 0xd800;
