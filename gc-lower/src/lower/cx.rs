//! What all functions being lowered share: the program so far, and memoised
//! answers about types, signatures and helpers.

use super::{
    abi::FnAbi,
    accessors::PointerTables,
    classes::ClassTables,
    dyns::DynTables,
    enums::EnumTables,
    helpers::HelperTables,
    knobs::Knobs,
    layout::{Class, EnumShape, Shape},
    size::Size,
    statics::StaticTables,
    types::TypeTables,
};
use crate::{
    mono::Mono,
    pir::{Instance, Tcx},
    wir::WFunc,
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wrc_base::{FxHashMap, FxHashSet, Span, Symbol};
use wrc_object::*;
use wrc_thir::{AdtDef, Arg, FnDef, Ty, TyKind, VariantIdx, map_ty};

pub(super) struct Cx<'a> {
    pub tcx: &'a Tcx<'a>,
    pub mono: &'a Mono,
    pub knobs: Knobs,
    pub program: RefCell<Program>,
    /// Finished functions.
    pub done: RefCell<Vec<(FuncId, WFunc)>>,
    pub types: RefCell<TypeTables>,
    pub classes: RefCell<ClassTables>,
    pub enums: RefCell<EnumTables>,
    pub pointers: RefCell<PointerTables>,
    pub helpers: RefCell<HelperTables>,
    pub dyns: RefCell<DynTables>,
    pub statics: RefCell<StaticTables>,
    pub sizes: RefCell<FxHashMap<Ty, Size>>,
    pub abis: RefCell<FxHashMap<Instance, Rc<FnAbi>>>,
    pub funcs: RefCell<FxHashMap<Instance, FuncId>>,
    pub imports: RefCell<FxHashMap<FnDef, FuncId>>,
    /// What throws and catches.
    pub unwind: Cell<super::unwind::Functions>,
    /// Exported structs, which have different names.
    pub classes_by_name: RefCell<FxHashMap<Symbol, AdtDef>>,
    refused: RefCell<FxHashSet<Ty>>,
    /// Where the function being lowered is, for errors about types.
    pub span: RefCell<Span>,
}

impl<'a> Cx<'a> {
    pub fn new(tcx: &'a Tcx<'a>, mono: &'a Mono, knobs: Knobs) -> Cx<'a> {
        Cx {
            tcx,
            mono,
            knobs,
            program: RefCell::default(),
            done: RefCell::default(),
            types: RefCell::default(),
            classes: RefCell::default(),
            enums: RefCell::default(),
            pointers: RefCell::default(),
            helpers: RefCell::default(),
            dyns: RefCell::default(),
            statics: RefCell::default(),
            abis: RefCell::default(),
            sizes: RefCell::default(),
            funcs: RefCell::default(),
            imports: RefCell::default(),
            unwind: Cell::default(),
            classes_by_name: RefCell::default(),
            refused: RefCell::default(),
            span: RefCell::default(),
        }
    }

    /// `&T` is a pointer, not the value.
    pub fn is_addressed(&self, ty: Ty) -> bool {
        self.has_part_in(&self.knobs.addressed, ty)
    }

    /// Raw pointers to values of the type, or to parts of them, may be kept.
    pub fn is_raw(&self, ty: Ty) -> bool {
        self.has_part_in(&self.knobs.raw, ty)
    }

    /// Is the type, or one whose slots are among its own, in the set? What
    /// names a part must be able to name it in the whole.
    pub fn has_part_in(&self, set: &FxHashSet<Ty>, ty: Ty) -> bool {
        if set.is_empty() {
            return false;
        }
        if set.contains(&ty) || !self.holds_parts(ty) || self.class(ty) != Class::Slots {
            return set.contains(&ty);
        }
        let variants = ty
            .as_adt()
            .map_or(1, |(def, _)| self.tcx.adt(def).variants.len());
        let parts: Vec<Ty> = match self.tcx.box_content(ty) {
            Some(content) => vec![content],
            None => (0..variants as u32)
                .flat_map(|v| self.tcx.field_tys(ty, Some(VariantIdx(v))))
                .collect(),
        };
        parts.into_iter().any(|ty| self.has_part_in(set, ty))
    }

    /// Do the type's parts lie in its own slots?
    pub fn holds_parts(&self, ty: Ty) -> bool {
        if self.is_unsized(ty) {
            return false;
        }
        match &self.layout(ty).shape {
            Shape::Fields(_) | Shape::BoxOf(_) | Shape::Union => true,
            Shape::Enum(shape) => !matches!(shape, EnumShape::Ref(_)),
            Shape::Void
            | Shape::Prim
            | Shape::Ptr(_)
            | Shape::Object(_)
            | Shape::Array { .. }
            | Shape::BoxSlice(_)
            | Shape::BoxDyn => false,
        }
    }

    /// The type's name; the front end does not know the closures of format sites.
    pub fn type_name(&self, ty: Ty) -> String {
        let mut is_ours = false;
        map_ty(ty, &mut |arg| {
            if let Arg::Ty(ty) = arg
                && let TyKind::Closure(def, _) = ty.kind()
            {
                is_ours |= self.tcx.format_site(*def).is_some();
            }
            None
        });
        match ty.kind() {
            _ if !is_ours => self.tcx.db.type_name(ty),
            TyKind::Closure(def, _) => self.tcx.closure(*def).path.to_string(),
            _ => "format".to_owned(),
        }
    }

    pub fn unsupported_type(&self, ty: Ty) {
        if self.refused.borrow_mut().insert(ty) {
            let name = self.type_name(ty);
            let message = format!("values of type `{name}` are not supported");
            self.tcx.error("WRC2301", *self.span.borrow(), message);
        }
    }

    /// A broken invariant; compilation fails.
    pub fn bug(&self, message: &str) {
        let message = format!("internal error: {message}");
        self.tcx.error("WRC9003", *self.span.borrow(), message);
    }

    /// A new function of the program, whose code comes later.
    pub fn new_func(&self, name: Symbol, params: &[WTy], results: &[WTy]) -> FuncId {
        let ty = self.func_type(params, results);
        self.program.borrow_mut().funcs.push(Func {
            name,
            ty,
            kind: FuncKind::Unit(Default::default()),
        })
    }

    pub fn finish_func(&self, id: FuncId, func: WFunc) {
        self.done.borrow_mut().push((id, func));
    }

    /// Parameters and results of a function.
    pub fn func_signature(&self, id: FuncId) -> (Vec<WTy>, Vec<WTy>) {
        let program = self.program.borrow();
        match &program.types[program.funcs[id].ty].kind {
            TypeDefKind::Func { params, results } => (params.clone(), results.clone()),
            TypeDefKind::Struct { .. } | TypeDefKind::Array(_) => (Vec::new(), Vec::new()),
        }
    }

    pub fn new_global(&self, name: Symbol, ty: WTy, mutable: bool, init: GlobalInit) -> GlobalId {
        self.program.borrow_mut().globals.push(Global {
            name,
            ty,
            mutable,
            init,
        })
    }
}
