//! Impls against their traits: missing and superfluous items, signatures, and
//! `Copy` of types that cannot be.

use super::Errors;
use crate::{BridgeError, Cx, body::has_error, ids, items::CrateItems};
use hir_def::{
    AssocItemId, BuiltinDeriveImplLoc, FunctionId, GenericDefId, GenericParamId, ImplId, Lookup,
    TraitId,
    signatures::{FnFlags, FunctionSignature, ImplSignature, TraitSignature, TypeAliasSignature},
    src::HasSource,
};
use hir_ty::next_solver::{
    FnSig, GenericArg, GenericArgs, ParamEnv, TypingMode,
    infer::{DbInternerInferExt, traits::ObligationCause},
    obligation_ctxt::ObligationCtxt,
};
use rustc_hash::FxHashSet;
use rustc_type_ir::inherent::GenericArgs as IdentityArgs;
use wrc_base::Span;
use wrc_thir::{Arg, Ty, TyKind, map_ty};

pub fn check(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    for it in &items.impls {
        if let Some(trait_ref) = cx.db.impl_trait(*it) {
            let trait_id = trait_ref.skip_binder().def_id.0;
            check_impl(cx, *it, trait_id, out);
            if cx.interner.lang_items().Copy == Some(trait_id) {
                let self_ty = cx.db.impl_self_ty(*it).instantiate_identity();
                let env = cx.db.trait_environment((*it).into());
                let span = super::coherence::self_span(cx, *it);
                check_copy(cx, cx.ty(self_ty.skip_norm_wip()), env, span, out);
            }
        }
    }
    for map in &items.maps {
        for (_, module) in map.modules() {
            for it in module.scope.builtin_derive_impls() {
                check_derive(cx, it.loc(cx.db), out);
            }
        }
    }
}

/// `#[derive(Copy)]`.
fn check_derive(cx: Cx<'_>, derive: &BuiltinDeriveImplLoc, out: &mut Errors) {
    let langs = cx.interner.lang_items();
    if derive.trait_.get_id(langs) != langs.Copy {
        return;
    }
    let args: GenericArgs<'_> = IdentityArgs::identity_for_item(cx.interner, derive.adt.into());
    let self_ty = cx.db.ty(derive.adt.into()).instantiate(cx.interner, args);
    let env = cx.db.trait_environment(derive.adt.into());
    let span = cx.item_span(derive.adt.into());
    check_copy(cx, cx.ty(self_ty.skip_norm_wip()), env, span, out);
}

fn check_impl(cx: Cx<'_>, it: ImplId, trait_id: TraitId, out: &mut Errors) {
    let trait_name = TraitSignature::of(cx.db, trait_id).name.as_str().to_owned();
    let declared = &trait_id.trait_items(cx.db).items;
    let written = &it.impl_items(cx.db).items;
    let names: FxHashSet<(&str, u8)> = written
        .iter()
        .map(|(name, item)| (name.as_str(), kind(*item)))
        .collect();
    let negative = ImplSignature::of(cx.db, it).is_negative();
    let missing: Vec<String> = declared
        .iter()
        .filter(|(name, item)| {
            !negative && !has_default(cx, *item) && !names.contains(&(name.as_str(), kind(*item)))
        })
        .map(|(name, _)| format!("`{}`", name.as_str()))
        .collect();
    if !missing.is_empty() {
        let message = format!(
            "not all trait items implemented, missing: {}",
            missing.join(", ")
        );
        out.push("E0046", cx.item_span(it.into()), message);
    }
    for (name, item) in written.iter() {
        let same = declared
            .iter()
            .find(|(other, it)| other == name && kind(*it) == kind(*item));
        match (same, *item) {
            (Some((_, AssocItemId::FunctionId(declared))), AssocItemId::FunctionId(written)) => {
                check_method(cx, it, *declared, written, out);
            }
            (Some(_), _) => {}
            (None, _) => {
                let (code, what, def): (_, _, GenericDefId) = match item {
                    AssocItemId::FunctionId(f) => ("E0407", "method", (*f).into()),
                    AssocItemId::ConstId(c) => ("E0438", "const", (*c).into()),
                    AssocItemId::TypeAliasId(t) => ("E0437", "type", (*t).into()),
                };
                let message = format!(
                    "{what} `{}` is not a member of trait `{trait_name}`",
                    name.as_str()
                );
                out.push(code, cx.item_span(def), message);
            }
        }
    }
}

fn check_method(
    cx: Cx<'_>,
    it: ImplId,
    declared: FunctionId,
    written: FunctionId,
    out: &mut Errors,
) {
    let declared_sig = FunctionSignature::of(cx.db, declared);
    let written_sig = FunctionSignature::of(cx.db, written);
    let name = written_sig.name.as_str();
    let span = || cx.item_span(written.into());
    let has_self = |sig: &FunctionSignature| sig.flags.contains(FnFlags::HAS_SELF_PARAM);
    match (has_self(declared_sig), has_self(written_sig)) {
        (false, true) => {
            let message = format!(
                "method `{name}` has a `self` declaration in the impl, but not in the trait"
            );
            return out.push("E0185", span(), message);
        }
        (true, false) => {
            let message = format!(
                "method `{name}` has a `self` declaration in the trait, but not in the impl"
            );
            return out.push("E0186", span(), message);
        }
        (true, true) | (false, false) => {}
    }
    let (expected, found) = (declared_sig.params.len(), written_sig.params.len());
    if expected != found {
        let message = format!(
            "method `{name}` has {found} parameters but the declaration in the trait has {expected}"
        );
        return out.push("E0050", span(), message);
    }
    let generics = |id: FunctionId| {
        FunctionSignature::of(cx.db, id)
            .generic_params
            .len_type_or_consts()
    };
    if generics(declared) != generics(written) {
        let message = format!(
            "method `{name}` has {} generic parameters but its trait declaration has {}",
            generics(written),
            generics(declared)
        );
        return out.push("E0049", span(), message);
    }
    check_types(cx, it, declared, written, out);
}

/// E0053: the types, with the trait's parameters replaced by what the impl
/// gives for them.
fn check_types(
    cx: Cx<'_>,
    it: ImplId,
    declared: FunctionId,
    written: FunctionId,
    out: &mut Errors,
) {
    let Some(trait_ref) = cx.db.impl_trait(it) else {
        return;
    };
    let interner = cx.interner;
    let trait_args = trait_ref.instantiate_identity().skip_norm_wip().args;
    // The method's own parameters come after the trait's, in the same order.
    let own: GenericArgs<'_> = IdentityArgs::identity_for_item(interner, written.into());
    let impl_params = cx.arg_count_with_lifetimes(it.into());
    let mut own = own
        .iter()
        .skip(impl_params)
        .filter(|arg| arg.region().is_none());
    let args = GenericArgs::for_item(interner, declared.into(), |index, id, _, _| {
        match (trait_args.iter().nth(index as usize), id) {
            (Some(arg), _) => arg,
            (None, GenericParamId::LifetimeParamId(_)) => cx.erased().into(),
            (None, _) => own
                .next()
                .unwrap_or_else(|| GenericArg::error_from_id(interner, id)),
        }
    });
    let declared_sig = cx
        .db
        .callable_item_signature(declared.into())
        .instantiate(interner, args)
        .skip_norm_wip();
    let written_sig = cx
        .db
        .callable_item_signature(written.into())
        .instantiate_identity()
        .skip_norm_wip();
    // Lifetimes of the call may be arguments of associated types.
    let declared_sig = interner.instantiate_bound_regions_with_erased(declared_sig);
    let written_sig = interner.instantiate_bound_regions_with_erased(written_sig);
    let env = cx.db.trait_environment(written.into());
    let (Some(expected), Some(found)) = (
        signature_types(cx, declared_sig, env),
        signature_types(cx, written_sig, env),
    ) else {
        return;
    };
    for (expected, found) in expected.iter().zip(&found) {
        if expected != found && is_plain(*expected) && is_plain(*found) {
            let name = FunctionSignature::of(cx.db, written).name.as_str();
            let message = format!(
                "method `{name}` has an incompatible type for trait: expected `{}`, found `{}`",
                cx.type_name(*expected),
                cx.type_name(*found)
            );
            return out.push("E0053", cx.item_span(written.into()), message);
        }
    }
}

/// Parameters and result, normalised in the method's environment.
fn signature_types<'db>(cx: Cx<'db>, sig: FnSig<'db>, env: ParamEnv<'db>) -> Option<Vec<Ty>> {
    let infcx = cx
        .interner
        .infer_ctxt()
        .build(TypingMode::non_body_analysis());
    let mut types = Vec::new();
    for ty in sig.inputs_and_output.iter() {
        let ty = ObligationCtxt::new(&infcx)
            .deeply_normalize(&ObligationCause::dummy(), env, ty)
            .ok()?;
        types.push(cx.ty(infcx.resolve_vars_if_possible(ty)));
    }
    Some(types)
}

/// Can the type be compared? Opaque types and projections may be equal to
/// others.
fn is_plain(ty: Ty) -> bool {
    let mut plain = !has_error(ty);
    map_ty(ty, &mut |leaf| {
        if let Arg::Ty(ty) = leaf {
            plain &= !matches!(
                ty.kind(),
                TyKind::Assoc(..) | TyKind::Opaque(..) | TyKind::Coroutine(..)
            );
        }
        None
    });
    plain
}

/// E0204: `Copy` for a type with a field that is not; E0184: with `Drop`.
fn check_copy(cx: Cx<'_>, self_ty: Ty, env: ParamEnv<'_>, span: Span, out: &mut Errors) {
    let Some((def, args)) = self_ty.as_adt() else {
        return;
    };
    if cx.has_destructor(def) {
        let message = "the trait `Copy` cannot be implemented for type with a destructor";
        let error = BridgeError::new("E0184", span, message);
        return out.add(error.with_help("remove one of `Copy` and `Drop`"));
    }
    let infcx = cx
        .interner
        .infer_ctxt()
        .build(TypingMode::non_body_analysis());
    let data = cx.adt_data(ids::adt_id(def));
    for variant in &data.variants {
        for field in &variant.fields {
            let ty = wrc_thir::subst(field.ty, args);
            if !is_concrete(ty) {
                continue;
            }
            if !infcx.type_is_copy_modulo_regions(env, cx.ra_ty(ty)) {
                let message = "the trait `Copy` cannot be implemented for this type";
                let label = format!(
                    "its field `{}` of type `{}` does not implement `Copy`",
                    field.name,
                    cx.show(cx.ra_ty(ty))
                );
                let error = BridgeError::new("E0204", span, message).with_label(label);
                return out
                    .add(error.with_help("derive only `Clone`, and call `.clone()` for a copy"));
            }
        }
    }
}

/// Without parameters, so that it can be asked about.
fn is_concrete(ty: Ty) -> bool {
    let mut concrete = !has_error(ty);
    map_ty(ty, &mut |leaf| {
        if let Arg::Ty(ty) = leaf {
            concrete &= !matches!(ty.kind(), TyKind::Param(..));
        }
        None
    });
    concrete
}

fn kind(item: AssocItemId) -> u8 {
    match item {
        AssocItemId::FunctionId(_) => 0,
        AssocItemId::ConstId(_) => 1,
        AssocItemId::TypeAliasId(_) => 2,
    }
}

fn has_default(cx: Cx<'_>, item: AssocItemId) -> bool {
    match item {
        AssocItemId::FunctionId(it) => {
            let flags = FunctionSignature::of(cx.db, it).flags;
            flags.contains(FnFlags::HAS_BODY)
        }
        AssocItemId::ConstId(it) => it.lookup(cx.db).source(cx.db).value.body().is_some(),
        AssocItemId::TypeAliasId(it) => TypeAliasSignature::of(cx.db, it).ty.is_some(),
    }
}
