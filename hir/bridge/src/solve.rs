//! Questions about concrete types, answered by rust-analyzer's trait solver.

use crate::{BridgeError, Cx, ids};
use either::Either;
use hir_def::{
    AdtId, FunctionId, ItemContainerId, Lookup, TraitId,
    builtin_derive::BuiltinDeriveImplMethod,
    signatures::{FnFlags, FunctionSignature},
};
use hir_ty::{
    method_resolution::{is_dyn_method, lookup_impl_const},
    next_solver::{
        GenericArgs, Ty as RaTy, TyKind as RaTyKind, TypingMode,
        infer::{DbInternerInferExt, traits::ObligationCause},
        obligation_ctxt::ObligationCtxt,
    },
};
use rustc_type_ir::{
    TypeFoldable,
    inherent::{GenericArgs as _, IntoKind, Ty as _},
};
use std::sync::Arc;
use wrc_diagnostics::ErrorReported;
use wrc_thir::{
    AdtDef, Arg, Args, ClosureKind, Const, ConstDef, DeriveMethod, FnDef, FnInst, Mutability,
    Resolved, TraitDef, Ty, TyKind, map_ty,
};

/// Turns of normalisation, at most; each reveals what the one before found.
const STEPS: u32 = 16;

impl<'db> Cx<'db> {
    /// Projections replaced, opaque types revealed, constants evaluated.
    pub fn normalize(&self, ty: Ty) -> Ty {
        if !needs_normalizing(ty) {
            return ty;
        }
        self.tables
            .normalized
            .get_or(ty, || self.normalize_steps(ty))
    }

    /// Opaque types are revealed by us (`opaque.rs`), the rest is done by
    /// rust-analyzer, in turns.
    fn normalize_steps(&self, ty: Ty) -> Ty {
        let mut ty = ty;
        for _ in 0..STEPS {
            ty = self.reveal(ty);
            if !needs_normalizing(ty) {
                return ty;
            }
            let mode = TypingMode::non_body_analysis();
            let Some(next) = self.deeply_normalize_in(self.ra_ty(ty), mode) else {
                break;
            };
            let next = self.ty(next);
            if next == ty {
                break;
            }
            ty = next;
        }
        match self.deeply_normalize(self.ra_ty(ty)) {
            Some(ra) => self.ty(ra),
            None => Ty::error(),
        }
    }

    pub fn deeply_normalize<T>(&self, value: T) -> Option<T>
    where
        T: TypeFoldable<hir_ty::next_solver::DbInterner<'db>> + Clone,
    {
        self.deeply_normalize_in(value, TypingMode::PostAnalysis)
    }

    fn deeply_normalize_in<T>(&self, value: T, mode: TypingMode<'db>) -> Option<T>
    where
        T: TypeFoldable<hir_ty::next_solver::DbInterner<'db>> + Clone,
    {
        let infcx = self.interner.infer_ctxt().build(mode);
        let env = self.empty_env().param_env;
        let value = ObligationCtxt::new(&infcx)
            .deeply_normalize(&ObligationCause::dummy(), env, value)
            .ok()?;
        Some(infcx.resolve_vars_if_possible(value))
    }

    pub fn normalize_const(&self, c: &Const) -> Const {
        let Const::Unevaluated(def, args) = c else {
            return c.clone();
        };
        self.tables.consts.get_or(c.clone(), || {
            let any = ids::any_const(*def);
            let owner = match any {
                ids::AnyConst::Item(it) => it.into(),
                ids::AnyConst::Anon(it) => it.into(),
                ids::AnyConst::Discriminant(_) => return Const::Error,
            };
            self.evaluate(any, self.ra_args(owner, args))
        })
    }

    /// Runs rust-analyzer's evaluator. The arguments are concrete.
    pub fn evaluate(&self, def: ids::AnyConst<'db>, args: GenericArgs<'db>) -> Const {
        use hir_ty::next_solver::Const as RaConst;
        let env = self.empty_env();
        let allocation = match def {
            ids::AnyConst::Item(it) => {
                let infcx = self.interner.infer_ctxt().build(TypingMode::PostAnalysis);
                let (it, args) = lookup_impl_const(&infcx, env.param_env, it, args);
                self.db.const_eval(it, args, Some(env))
            }
            ids::AnyConst::Anon(it) => self.db.anon_const_eval(it, args, Some(env)),
            ids::AnyConst::Discriminant(_) => return Const::Error,
        };
        match allocation {
            Ok(allocation) => {
                let c = RaConst::new_from_allocation(self.interner, &allocation, env);
                match c.kind() {
                    rustc_type_ir::ConstKind::Value(_) => self.konst(c),
                    _ => Const::Error,
                }
            }
            Err(_) => Const::Error,
        }
    }

    pub fn resolve(&self, def: FnDef, args: &[Arg]) -> Result<Resolved, ErrorReported> {
        let id = ids::function_id(def);
        let ItemContainerId::TraitId(trait_id) = id.lookup(self.db).container else {
            return Ok(Resolved::Fn(FnInst {
                def,
                args: args.into(),
            }));
        };
        let key = (def, Args::from(args));
        if let Some(known) = self.tables.resolved.get(&key) {
            return known;
        }
        let answer = self.resolve_in_trait(id, trait_id, args);
        self.tables.resolved.insert(key, answer)
    }

    fn resolve_in_trait(
        &self,
        id: FunctionId,
        trait_id: TraitId,
        args: &[Arg],
    ) -> Result<Resolved, ErrorReported> {
        let self_ty = args.first().and_then(Arg::as_ty).unwrap_or(Ty::error());
        let ra_args = self.ra_args(id.into(), args);
        if is_dyn_method(self.interner, self.empty_env().param_env, id, ra_args).is_some() {
            return Ok(Resolved::Dyn(ids::fn_def(id)));
        }
        if let Some(kind) = self.fn_trait_kind(trait_id)
            && is_builtin_callable(self_ty)
        {
            return Ok(Resolved::CallOnce(kind, self_ty));
        }
        match self.db.lookup_impl_method(self.empty_env(), id, ra_args) {
            (Either::Right((_, method)), _) => match derive_method(method) {
                Some(method) => Ok(Resolved::Derive(method, self_ty)),
                None => Err(self.unresolved(id, self_ty)),
            },
            (Either::Left(found), found_args) => {
                let in_trait =
                    found.lookup(self.db).container == ItemContainerId::TraitId(trait_id);
                if in_trait && let Some(answer) = self.builtin_impl(found, trait_id, self_ty) {
                    return Ok(answer);
                }
                let sig = FunctionSignature::of(self.db, found);
                if in_trait && !sig.flags.contains(FnFlags::HAS_BODY) {
                    return Err(self.unresolved(id, self_ty));
                }
                Ok(Resolved::Fn(FnInst {
                    def: ids::fn_def(found),
                    args: self.args(found_args),
                }))
            }
        }
    }

    /// Impls that the language has: `Clone` of tuples, `Future` of coroutines.
    fn builtin_impl(&self, id: FunctionId, trait_id: TraitId, self_ty: Ty) -> Option<Resolved> {
        let langs = self.interner.lang_items();
        let name = FunctionSignature::of(self.db, id).name.as_str();
        match self_ty.kind() {
            TyKind::Coroutine(def, args) if name == "poll" => {
                Some(Resolved::PollCoroutine(*def, args.clone()))
            }
            TyKind::Adt(..) | TyKind::Dyn(_) | TyKind::Str | TyKind::Slice(_) => None,
            TyKind::Error | TyKind::Param(..) | TyKind::Assoc(..) | TyKind::Opaque(..) => None,
            _ if langs.Clone == Some(trait_id) && name == "clone" => {
                Some(Resolved::BuiltinClone(self_ty))
            }
            _ => None,
        }
    }

    pub fn fn_trait_kind(&self, id: TraitId) -> Option<ClosureKind> {
        let langs = self.interner.lang_items();
        if [langs.Fn, langs.AsyncFn].contains(&Some(id)) {
            return Some(ClosureKind::Fn);
        }
        if [langs.FnMut, langs.AsyncFnMut].contains(&Some(id)) {
            return Some(ClosureKind::FnMut);
        }
        [langs.FnOnce, langs.AsyncFnOnce]
            .contains(&Some(id))
            .then_some(ClosureKind::FnOnce)
    }

    fn unresolved(&self, id: FunctionId, self_ty: Ty) -> ErrorReported {
        let message = format!(
            "no implementation of `{}` for `{}` was found",
            self.fn_path(id),
            self.type_name(self_ty)
        );
        let span = self.item_span(id.into());
        self.tables
            .sink
            .push(BridgeError::new("WRC9001", span, message));
        ErrorReported::by_sink()
    }

    pub fn resolve_const(&self, def: ConstDef, args: &[Arg]) -> (ConstDef, Args) {
        let ids::AnyConst::Item(id) = ids::any_const(def) else {
            return (def, args.into());
        };
        let ItemContainerId::TraitId(_) = id.lookup(self.db).container else {
            return (def, args.into());
        };
        let key = (def, Args::from(args));
        self.tables.resolved_consts.get_or(key, || {
            let infcx = self.interner.infer_ctxt().build(TypingMode::PostAnalysis);
            let ra_args = self.ra_args(id.into(), args);
            let env = self.empty_env().param_env;
            let (found, found_args) = lookup_impl_const(&infcx, env, id, ra_args);
            let found = ids::const_def(ids::AnyConst::Item(found));
            (found, self.args(found_args))
        })
    }

    pub fn is_copy(&self, ty: Ty) -> bool {
        match ty.kind() {
            TyKind::Bool
            | TyKind::Char
            | TyKind::Int(_)
            | TyKind::Float(_)
            | TyKind::Never
            | TyKind::RawPtr(..)
            | TyKind::FnDef(..)
            | TyKind::FnPtr(_)
            | TyKind::Ref(Mutability::Not, _) => true,
            TyKind::Str
            | TyKind::Slice(_)
            | TyKind::Dyn(_)
            | TyKind::Coroutine(..)
            | TyKind::Ref(Mutability::Mut, _)
            | TyKind::Error => false,
            TyKind::Tuple(elems) => elems.iter().all(|elem| self.is_copy(*elem)),
            TyKind::Array(elem, _) => self.is_copy(*elem),
            TyKind::Adt(..)
            | TyKind::Closure(..)
            | TyKind::Param(..)
            | TyKind::Assoc(..)
            | TyKind::Opaque(..) => self.tables.copies.get_or(ty, || self.is_copy_solved(ty)),
        }
    }

    fn is_copy_solved(&self, ty: Ty) -> bool {
        if let TyKind::Closure(def, args) = ty.kind() {
            let data = self.closure_data(*def);
            return data
                .captures
                .iter()
                .all(|capture| self.is_copy(self.normalize(wrc_thir::subst(*capture, args))));
        }
        let infcx = self.interner.infer_ctxt().build(TypingMode::PostAnalysis);
        infcx.type_is_copy_modulo_regions(self.empty_env().param_env, self.ra_ty(ty))
    }

    pub fn drop_impl(&self, def: AdtDef, args: &[Arg]) -> Option<FnInst> {
        let key = (def, Args::from(args));
        self.tables
            .drops
            .get_or(key, || self.drop_impl_uncached(ids::adt_id(def), args))
    }

    fn drop_impl_uncached(&self, id: AdtId, args: &[Arg]) -> Option<FnInst> {
        hir_ty::drop::destructor(self.db, id).as_ref()?;
        let drop_trait = self.interner.lang_items().Drop?;
        let method = self.trait_method(drop_trait, "drop")?;
        let self_ty: RaTy<'db> = self.ra_ty(Ty::adt(ids::adt_def(id), args));
        let ra_args = GenericArgs::new_from_slice(&[self_ty.into()]);
        match self
            .db
            .lookup_impl_method(self.empty_env(), method, ra_args)
        {
            (Either::Left(found), found_args) if found != method => Some(FnInst {
                def: ids::fn_def(found),
                args: self.args(found_args),
            }),
            _ => None,
        }
    }

    pub fn implements(&self, ty: Ty, def: TraitDef, rest: &[Arg]) -> bool {
        let key = (ty, def, Args::from(rest));
        self.tables.implements.get_or(key, || {
            let id = ids::trait_id(def);
            let all: Vec<Arg> = std::iter::once(Arg::Ty(ty))
                .chain(rest.iter().cloned())
                .collect();
            let args = self.ra_args(id.into(), &all);
            hir_ty::traits::implements_trait_unique_with_args(self.db, self.empty_env(), id, args)
        })
    }

    pub fn dyn_methods(&self, def: TraitDef) -> Arc<[FnDef]> {
        self.tables.dyn_methods.get_or(def, || {
            let mut methods = Vec::new();
            let mut seen = Vec::new();
            self.collect_dyn_methods(ids::trait_id(def), &mut seen, &mut methods);
            methods.into()
        })
    }

    fn collect_dyn_methods(&self, id: TraitId, seen: &mut Vec<TraitId>, out: &mut Vec<FnDef>) {
        if seen.contains(&id) {
            return;
        }
        seen.push(id);
        for parent in hir_ty::direct_super_traits(self.db, id) {
            self.collect_dyn_methods(*parent, seen, out);
        }
        for (_, item) in id.trait_items(self.db).items.iter() {
            if let hir_def::AssocItemId::FunctionId(it) = item
                && self.is_dyn_callable(*it)
            {
                out.push(ids::fn_def(*it));
            }
        }
    }

    fn is_dyn_callable(&self, id: FunctionId) -> bool {
        let sig = FunctionSignature::of(self.db, id);
        sig.flags.contains(FnFlags::HAS_SELF_PARAM)
            && sig.generic_params.len_type_or_consts() == 0
            && !hir_ty::dyn_compatibility::generics_require_sized_self(self.db, id.into())
    }
}

/// Does the type hold projections, opaque types or unevaluated constants?
fn needs_normalizing(ty: Ty) -> bool {
    let mut found = false;
    map_ty(ty, &mut |leaf| {
        found |= match leaf {
            Arg::Ty(ty) => matches!(ty.kind(), TyKind::Assoc(..) | TyKind::Opaque(..)),
            Arg::Const(c) => matches!(c, Const::Unevaluated(..)),
        };
        // Nothing is rebuilt once the answer is known.
        found.then(|| leaf.clone())
    });
    found
}

fn is_builtin_callable(ty: Ty) -> bool {
    matches!(
        ty.kind(),
        TyKind::Closure(..) | TyKind::FnDef(..) | TyKind::FnPtr(_)
    )
}

fn derive_method(method: BuiltinDeriveImplMethod) -> Option<DeriveMethod> {
    Some(match method {
        BuiltinDeriveImplMethod::clone => DeriveMethod::Clone,
        BuiltinDeriveImplMethod::default => DeriveMethod::Default,
        BuiltinDeriveImplMethod::fmt => DeriveMethod::Debug,
        BuiltinDeriveImplMethod::hash => DeriveMethod::Hash,
        BuiltinDeriveImplMethod::cmp => DeriveMethod::Ord,
        BuiltinDeriveImplMethod::partial_cmp => DeriveMethod::PartialOrd,
        BuiltinDeriveImplMethod::eq => DeriveMethod::PartialEq,
    })
}

/// The kind of a closure's type.
pub fn closure_kind(ty: RaTy<'_>) -> ClosureKind {
    let kind = match ty.kind() {
        RaTyKind::Closure(_, args) => args.as_closure().kind_ty(),
        RaTyKind::CoroutineClosure(_, args) => args.as_coroutine_closure().kind_ty(),
        _ => return ClosureKind::FnOnce,
    };
    match kind.to_opt_closure_kind() {
        Some(rustc_type_ir::ClosureKind::Fn) => ClosureKind::Fn,
        Some(rustc_type_ir::ClosureKind::FnMut) => ClosureKind::FnMut,
        Some(rustc_type_ir::ClosureKind::FnOnce) | None => ClosureKind::FnOnce,
    }
}
