//! How types look in JavaScript.

use super::cx::Cx;
use crate::border;
use wrc_base::Symbol;
use wrc_object::{JsFunction, JsType};
use wrc_thir::{AdtDef, Arg, DynTy, FloatTy, FnContainer, FnData, FnDef, IntTy, Ty, TyKind};

impl Cx<'_> {
    /// What JavaScript should know of a function.
    pub(super) fn js_function(&self, def: FnDef, data: &FnData, name: Symbol) -> JsFunction {
        let written = self.tcx.db.declaration(def);
        let at = |ty: Ty| self.js_type(self.tcx.instantiate(ty, &[]));
        let names = written
            .params
            .into_iter()
            .chain(std::iter::repeat(Symbol::new("_")));
        JsFunction {
            name,
            is_member: data.container == FnContainer::Impl && name.as_str().contains(['.', '#']),
            docs: written.docs,
            params: names.zip(data.params.iter().map(|ty| at(*ty))).collect(),
            ret: at(data.ret),
        }
    }

    fn js_type(&self, ty: Ty) -> JsType {
        match ty.kind() {
            TyKind::Never => JsType::Never,
            TyKind::Tuple(elems) if elems.is_empty() => JsType::Undefined,
            TyKind::Bool => JsType::Bool,
            TyKind::Char => JsType::Char,
            TyKind::Float(_) => JsType::Number,
            TyKind::Int(int) => match (int.bits(), int.is_signed()) {
                (64, true) => JsType::BigInt,
                (64, false) => JsType::UnsignedBigInt,
                (32, false) => JsType::Unsigned,
                (128, _) => JsType::Opaque,
                _ => JsType::Number,
            },
            TyKind::Ref(_, to) => match to.kind() {
                TyKind::Str => JsType::String,
                TyKind::Slice(elem) => self.js_array(*elem),
                _ => self.js_type(*to),
            },
            TyKind::Dyn(ty) => self.js_callback(ty).unwrap_or(JsType::Any),
            TyKind::Adt(..) => self.js_adt(ty),
            _ => JsType::Opaque,
        }
    }

    fn js_adt(&self, ty: Ty) -> JsType {
        let Some((def, args)) = ty.as_adt() else {
            return JsType::Opaque;
        };
        let db = self.tcx.db;
        let is = |name: &str| db.lang_adt(name) == Some(def);
        let arg = |i: usize| args.get(i).and_then(Arg::as_ty).unwrap_or_else(Ty::unit);
        if is("String") || is("wasm_string") {
            return JsType::String;
        }
        if is("wasm_js_value") {
            return JsType::Any;
        }
        if is("wrc_externref") || is("wrc_array") {
            return JsType::Opaque;
        }
        if is("Option") {
            return JsType::Option(Box::new(self.js_type(arg(0))));
        }
        if is("Result") {
            return JsType::Fallible(Box::new(self.js_type(arg(0))));
        }
        if is("Vec") || is("wasm_array") {
            return self.js_array(arg(0));
        }
        if is("wasm_borrowed") || is("wasm_receiver") {
            return self.js_type(arg(0));
        }
        if let Some(content) = self.tcx.box_content(ty) {
            return self.js_type(content);
        }
        match border::is_class(self.tcx, ty) {
            true => JsType::Class(self.js_class(def)),
            false => JsType::Any,
        }
    }

    /// The name of an exported struct, which no other one has.
    fn js_class(&self, def: AdtDef) -> Symbol {
        let data = self.tcx.adt(def);
        let known = self.classes_by_name.borrow().get(&data.name).copied();
        match known {
            Some(known) if known == def => {}
            Some(_) => {
                let message = format!("there are two exported structs `{}`", data.name);
                self.tcx.error("WRC2341", data.span, message);
            }
            None => {
                self.classes_by_name.borrow_mut().insert(data.name, def);
                let docs = self.tcx.db.documentation(def);
                let classes = &mut self.program.borrow_mut().interface.classes;
                classes.insert(data.name, docs);
            }
        }
        data.name
    }

    fn js_array(&self, elem: Ty) -> JsType {
        JsType::TypedArray(match elem.kind() {
            TyKind::Int(int) => match int {
                IntTy::I8 => "Int8Array",
                IntTy::U8 => "Uint8Array",
                IntTy::I16 => "Int16Array",
                IntTy::U16 => "Uint16Array",
                IntTy::I32 | IntTy::Isize => "Int32Array",
                IntTy::U32 | IntTy::Usize => "Uint32Array",
                IntTy::I64 => "BigInt64Array",
                IntTy::U64 => "BigUint64Array",
                IntTy::I128 | IntTy::U128 => return JsType::Opaque,
            },
            TyKind::Float(FloatTy::F32) => "Float32Array",
            TyKind::Float(FloatTy::F64) => "Float64Array",
            _ => return JsType::Array(Box::new(self.js_type(elem))),
        })
    }

    /// `dyn FnMut(A, B) -> R`: the trait's argument is a tuple, the result
    /// its associated type.
    fn js_callback(&self, ty: &DynTy) -> Option<JsType> {
        let (_, args) = ty.principal.as_ref()?;
        let TyKind::Tuple(params) = args.first()?.as_ty()?.kind() else {
            return None;
        };
        let (_, ret) = ty.assoc.first()?;
        let params = params.iter().map(|ty| self.js_type(*ty)).collect();
        Some(JsType::Function(params, Box::new(self.js_type(*ret))))
    }
}
