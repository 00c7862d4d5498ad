//! Names of items: for dumps, wasm names and `type_name`.

use crate::{Cx, ids};
use hir_def::{
    AdtId, FunctionId, HasModule, ImplId, ItemContainerId, Lookup, ModuleId,
    signatures::{
        ConstSignature, EnumSignature, FunctionSignature, StaticSignature, StructSignature,
        TraitSignature, UnionSignature,
    },
};
use hir_ty::InferBodyId;
use std::fmt::Write;
use wrc_thir::{Arg, Callable, ClosureDef, Const, FloatTy, Mutability, Ty, TyKind};

impl<'db> Cx<'db> {
    pub fn adt_name(&self, id: AdtId) -> &'db str {
        match id {
            AdtId::StructId(it) => StructSignature::of(self.db, it).name.as_str(),
            AdtId::UnionId(it) => UnionSignature::of(self.db, it).name.as_str(),
            AdtId::EnumId(it) => EnumSignature::of(self.db, it).name.as_str(),
        }
    }

    pub fn adt_path(&self, id: AdtId) -> String {
        format!(
            "{}::{}",
            self.module_path(id.module(self.db)),
            self.adt_name(id)
        )
    }

    /// `crate::module`; block modules add nothing.
    pub fn module_path(&self, module: ModuleId) -> String {
        let mut names = Vec::new();
        let mut at = Some(module);
        while let Some(module) = at {
            if let Some(name) = module.name(self.db) {
                names.push(name.as_str().to_owned());
            }
            at = module.containing_module(self.db);
        }
        let krate = module.krate(self.db);
        let name = krate.extra_data(self.db).display_name.as_ref();
        names.push(name.map_or("main".to_owned(), |it| it.crate_name().to_string()));
        names.reverse();
        names.join("::")
    }

    /// `crate::module::Type::name`.
    pub fn fn_path(&self, id: FunctionId) -> String {
        let name = FunctionSignature::of(self.db, id).name.as_str();
        let container = id.lookup(self.db).container;
        format!(
            "{}::{name}",
            self.container_path(container, id.module(self.db))
        )
    }

    pub fn const_path(&self, id: hir_def::ConstId) -> String {
        let name = ConstSignature::of(self.db, id).name.as_ref();
        let name = name.map_or("_", |name| name.as_str());
        let container = id.lookup(self.db).container;
        format!(
            "{}::{name}",
            self.container_path(container, id.module(self.db))
        )
    }

    pub fn static_path(&self, id: hir_def::StaticId) -> String {
        let name = StaticSignature::of(self.db, id).name.as_str();
        format!("{}::{name}", self.module_path(id.module(self.db)))
    }

    pub fn trait_path(&self, id: hir_def::TraitId) -> String {
        let name = TraitSignature::of(self.db, id).name.as_str();
        format!("{}::{name}", self.module_path(id.module(self.db)))
    }

    fn container_path(&self, container: ItemContainerId, module: ModuleId) -> String {
        match container {
            ItemContainerId::ModuleId(it) => self.module_path(it),
            ItemContainerId::ExternBlockId(_) => self.module_path(module),
            ItemContainerId::TraitId(it) => self.trait_path(it),
            ItemContainerId::ImplId(it) => self.impl_path(it),
        }
    }

    /// `crate::module::Type` or `<crate::module::Type as Trait>`.
    fn impl_path(&self, id: ImplId) -> String {
        let self_ty = self.ty(self
            .db
            .impl_self_ty(id)
            .instantiate_identity()
            .skip_norm_wip());
        let self_name = match self_ty.kind() {
            TyKind::Adt(def, _) => self.adt_path(ids::adt_id(*def)),
            _ => self.type_name(self_ty),
        };
        match self.db.impl_trait(id) {
            None => self_name,
            Some(trait_ref) => {
                let trait_id = trait_ref.skip_binder().def_id.0;
                let name = TraitSignature::of(self.db, trait_id).name.as_str();
                format!("<{self_name} as {name}>")
            }
        }
    }

    /// `crate::module::function::{closure#0}`.
    pub fn closure_path(&self, def: ClosureDef) -> String {
        let loc = self.closure_loc(def);
        let kind = match ids::any_closure(def) {
            ids::AnyClosure::Closure(_) | ids::AnyClosure::CoroutineClosure(_) => "closure",
            ids::AnyClosure::Coroutine(_) => "coroutine",
        };
        let owner = self.body_path(loc.owner);
        format!("{owner}::{{{kind}#{}}}", loc.expr.into_raw().into_u32())
    }

    pub fn body_path(&self, owner: InferBodyId<'db>) -> String {
        use hir_def::DefWithBodyId as D;
        match owner {
            InferBodyId::DefWithBodyId(D::FunctionId(it)) => self.fn_path(it),
            InferBodyId::DefWithBodyId(D::ConstId(it)) => self.const_path(it),
            InferBodyId::DefWithBodyId(D::StaticId(it)) => self.static_path(it),
            InferBodyId::DefWithBodyId(D::VariantId(it)) => {
                let loc = it.loc(self.db);
                format!(
                    "{}::{}",
                    self.adt_path(loc.parent.into()),
                    loc.name.as_str()
                )
            }
            InferBodyId::AnonConstId(it) => {
                format!("{}::{{constant}}", self.module_path(it.module(self.db)))
            }
        }
    }

    /// As `std::any::type_name` prints it.
    pub fn type_name(&self, ty: Ty) -> String {
        let mut out = String::new();
        self.write_type(ty, &mut out);
        out
    }

    fn write_type(&self, ty: Ty, out: &mut String) {
        match ty.kind() {
            TyKind::Bool => out.push_str("bool"),
            TyKind::Char => out.push_str("char"),
            TyKind::Int(it) => out.push_str(it.name()),
            TyKind::Float(FloatTy::F32) => out.push_str("f32"),
            TyKind::Float(FloatTy::F64) => out.push_str("f64"),
            TyKind::Str => out.push_str("str"),
            TyKind::Never => out.push('!'),
            TyKind::Adt(def, args) => {
                out.push_str(&self.adt_path(ids::adt_id(*def)));
                self.write_args(args, out);
            }
            TyKind::Tuple(elems) => {
                out.push('(');
                self.write_types(elems, out);
                out.push_str(if elems.len() == 1 { ",)" } else { ")" });
            }
            TyKind::Array(elem, len) => {
                out.push('[');
                self.write_type(*elem, out);
                let _ = write!(out, "; {}]", const_text(len));
            }
            TyKind::Slice(elem) => {
                out.push('[');
                self.write_type(*elem, out);
                out.push(']');
            }
            TyKind::Ref(m, to) => {
                out.push_str(if *m == Mutability::Mut { "&mut " } else { "&" });
                self.write_type(*to, out);
            }
            TyKind::RawPtr(m, to) => {
                out.push_str(if *m == Mutability::Mut {
                    "*mut "
                } else {
                    "*const "
                });
                self.write_type(*to, out);
            }
            TyKind::FnDef(Callable::Fn(def), args) => {
                out.push_str(&self.fn_path(ids::function_id(*def)));
                self.write_args(args, out);
            }
            TyKind::FnDef(Callable::Ctor(def, _), args) => {
                out.push_str(&self.adt_path(ids::adt_id(*def)));
                self.write_args(args, out);
            }
            TyKind::FnPtr(sig) => {
                out.push_str("fn(");
                self.write_types(&sig.params, out);
                out.push(')');
                if !sig.ret.is_unit() {
                    out.push_str(" -> ");
                    self.write_type(sig.ret, out);
                }
            }
            TyKind::Closure(def, _) | TyKind::Coroutine(def, _) => {
                let owner = self.closure_loc(*def).owner;
                let _ = write!(out, "{}::{{{{closure}}}}", self.body_path(owner));
            }
            TyKind::Dyn(dyn_ty) => {
                out.push_str("dyn ");
                if let Some((def, args)) = &dyn_ty.principal {
                    out.push_str(&self.trait_path(ids::trait_id(*def)));
                    self.write_args(args, out);
                }
            }
            TyKind::Param(_, name) => out.push_str(name.as_str()),
            TyKind::Assoc(def, args) => {
                let name =
                    &hir_def::signatures::TypeAliasSignature::of(self.db, ids::type_alias_id(*def))
                        .name;
                if let Some(Arg::Ty(self_ty)) = args.first() {
                    self.write_type(*self_ty, out);
                }
                let _ = write!(out, "::{}", name.as_str());
            }
            TyKind::Opaque(..) => out.push_str("impl Trait"),
            TyKind::Error => out.push_str("{unknown}"),
        }
    }

    fn write_types(&self, tys: &[Ty], out: &mut String) {
        for (i, ty) in tys.iter().enumerate() {
            if i > 0 {
                out.push_str(", ");
            }
            self.write_type(*ty, out);
        }
    }

    fn write_args(&self, args: &[Arg], out: &mut String) {
        if args.is_empty() {
            return;
        }
        out.push('<');
        for (i, arg) in args.iter().enumerate() {
            if i > 0 {
                out.push_str(", ");
            }
            match arg {
                Arg::Ty(ty) => self.write_type(*ty, out),
                Arg::Const(c) => out.push_str(&const_text(c)),
            }
        }
        out.push('>');
    }
}

fn const_text(c: &Const) -> String {
    match c {
        Const::Value(bits) => bits.to_string(),
        Const::Param(_, name) => name.to_string(),
        Const::Unevaluated(..) | Const::Error => "_".to_owned(),
    }
}
