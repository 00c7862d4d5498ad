//! Impls that may not be: two of one trait for one type (E0119), such for
//! what other crates define (E0116, E0117, E0118, E0120, E0210, E0390), `Copy`
//! with `Drop` (E0184), `unsafe` where it is not or is wanted (E0197, E0199,
//! E0200).
//!
//! Of headers only those without type parameters are compared: that two of
//! them are equal needs no solver. Lifetimes do not tell impls apart.

use super::Errors;
use crate::{BridgeError, Cx, body::has_error, ids, items::CrateItems, spans::NodeSpans};
use hir_def::{
    ExpressionStoreOwnerId, ImplId, Lookup, TraitId,
    expr_store::ExpressionStore,
    signatures::{ImplFlags, ImplSignature, TraitFlags, TraitSignature},
};
use rustc_hash::FxHashSet;
use rustc_type_ir::{TyKind as RaTyKind, inherent::IntoKind};
use wrc_thir::{Arg, Args, Ty, TyKind, map_ty};

pub fn check(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    let mut seen = derived(cx, items);
    for it in &items.impls {
        if !out.library {
            check_owner(cx, *it, out);
        }
        check_safety(cx, *it, out);
        let Some((trait_id, args)) = header(cx, *it) else {
            continue;
        };
        let self_ty = args.first().and_then(Arg::as_ty).unwrap_or(Ty::error());
        if !seen.insert((trait_id, args)) {
            let name = TraitSignature::of(cx.db, trait_id).name.as_str();
            let ty = cx.show(cx.ra_ty(self_ty));
            let message = format!("conflicting implementations of trait `{name}` for type `{ty}`");
            out.push("E0119", cx.item_span((*it).into()), message);
        }
    }
}

/// Does the impl have something of this crate?
fn check_owner(cx: Cx<'_>, it: ImplId, out: &mut Errors) {
    let span = || self_span(cx, it);
    let self_ty = cx.db.impl_self_ty(it).instantiate_identity();
    let self_ty = self_ty.skip_norm_wip();
    let shown = || cx.show(self_ty);
    let whole = cx.item_span(it.into());
    let Some(trait_ref) = cx.db.impl_trait(it) else {
        let map = it.lookup(cx.db).container.def_map(cx.db);
        if let RaTyKind::Param(_) = self_ty.kind() {
            let message = "no nominal type found for inherent implementation";
            let error = BridgeError::new("E0118", whole, message);
            return out.add(error.with_help("implement a trait of your own for all types instead"));
        }
        if hir_ty::traits::is_inherent_impl_coherent(cx.db, map, it) {
            return;
        }
        let error = match self_ty.kind() {
            RaTyKind::Adt(..) | RaTyKind::Dynamic(..) => {
                let message = "cannot define inherent `impl` for a type outside of the crate where the type is defined";
                BridgeError::new("E0116", whole, message)
            }
            _ => {
                let message = format!(
                    "cannot define inherent `impl` for primitive type `{}`",
                    shown()
                );
                BridgeError::new("E0390", whole, message)
            }
        };
        return out.add(error.with_help(
            "put the methods into a trait and implement that, or wrap the type in a struct of your own",
        ));
    };
    let trait_ref = trait_ref.instantiate_identity().skip_norm_wip();
    let trait_id = trait_ref.def_id.0;
    let is_adt = matches!(self_ty.kind(), RaTyKind::Adt(..) | RaTyKind::Error(_));
    if cx.interner.lang_items().Drop == Some(trait_id) && !is_adt {
        let message =
            "the `Drop` trait may only be implemented for local structs, enums, and unions";
        return out.push("E0120", span(), message);
    }
    if hir_ty::check_orphan_rules(cx.db, it) || has_error(cx.ty(self_ty)) {
        return;
    }
    let is_param = |ty: hir_ty::next_solver::Ty<'_>| matches!(ty.kind(), RaTyKind::Param(_));
    let bare = trait_ref.args.types().find(|ty| is_param(*ty));
    let name = TraitSignature::of(cx.db, trait_id).name.as_str();
    let error = match bare {
        Some(param) => {
            let message = format!(
                "type parameter `{}` must be used as the type parameter for some local type",
                cx.show(param)
            );
            BridgeError::new("E0210", whole, message)
                .with_label("only traits defined in this crate can be implemented for all types")
        }
        None => {
            let message = "only traits defined in the current crate can be implemented for types defined outside of the crate";
            BridgeError::new("E0117", whole, message).with_label(format!(
                "neither `{name}` nor `{}` is defined in this crate",
                shown()
            ))
        }
    };
    out.add(
        error.with_help("wrap the type in a struct of your own, or define a trait of your own"),
    );
}

/// Where the impl names its type.
pub fn self_span(cx: Cx<'_>, it: ImplId) -> wrc_base::Span {
    let owner = ExpressionStoreOwnerId::Signature(it.into());
    let (store, map) = ExpressionStore::with_source_map(cx.db, owner);
    let spans = NodeSpans::new(cx, store, map, cx.item_span(it.into()));
    spans.type_ref(ImplSignature::of(cx.db, it).self_ty)
}

fn check_safety(cx: Cx<'_>, it: ImplId, out: &mut Errors) {
    let flags = ImplSignature::of(cx.db, it).flags;
    let is_unsafe = flags.contains(ImplFlags::UNSAFE);
    let span = || cx.item_span(it.into());
    let Some(trait_ref) = cx.db.impl_trait(it) else {
        if is_unsafe {
            out.push("E0197", span(), "inherent impls cannot be unsafe");
        }
        return;
    };
    let id = trait_ref.skip_binder().def_id.0;
    if flags.contains(ImplFlags::NEGATIVE) || cx.interner.lang_items().Drop == Some(id) {
        return;
    }
    let signature = TraitSignature::of(cx.db, id);
    let name = signature.name.as_str();
    let wants = signature.flags.contains(TraitFlags::UNSAFE);
    match (is_unsafe, wants) {
        (true, false) => {
            let message = format!("implementing the trait `{name}` is not unsafe");
            out.push("E0199", span(), message);
        }
        (false, true) => {
            let message = format!("the trait `{name}` requires an `unsafe impl` declaration");
            let error = BridgeError::new("E0200", span(), message);
            out.add(error.with_help(
                "write `unsafe impl`, if the implementation keeps what the trait promises",
            ));
        }
        _ => {}
    }
}

/// The headers of builtin derives for types without parameters.
fn derived(cx: Cx<'_>, items: &CrateItems<'_>) -> FxHashSet<(TraitId, Args)> {
    let mut found = FxHashSet::default();
    for map in &items.maps {
        for (_, module) in map.modules() {
            for it in module.scope.builtin_derive_impls() {
                let loc = it.loc(cx.db);
                let self_ty = Ty::adt(ids::adt_def(loc.adt), []);
                let langs = cx.interner.lang_items();
                if let Some(id) = loc.trait_.get_id(langs)
                    && cx.adt_cached(ids::adt_def(loc.adt)).generics == 0
                {
                    // The other operand of comparisons is of the same type.
                    found.insert((id, Box::from([Arg::Ty(self_ty)]) as Args));
                    found.insert((id, Box::from([Arg::Ty(self_ty), Arg::Ty(self_ty)]) as Args));
                }
            }
        }
    }
    found
}

/// The trait and its arguments, if they can be compared.
fn header(cx: Cx<'_>, it: ImplId) -> Option<(TraitId, Args)> {
    let trait_ref = cx.db.impl_trait(it)?;
    if ImplSignature::of(cx.db, it).is_negative() {
        return None;
    }
    let trait_ref = trait_ref.instantiate_identity().skip_norm_wip();
    let args = cx.args(trait_ref.args);
    let is_plain = args.iter().all(|arg| match arg {
        Arg::Ty(ty) => is_plain(*ty),
        Arg::Const(c) => matches!(c, wrc_thir::Const::Value(_)),
    });
    is_plain.then_some((trait_ref.def_id.0, args))
}

/// Without parameters and what may hide them; fn pointers and `dyn` differ by
/// lifetimes that are not seen here.
fn is_plain(ty: Ty) -> bool {
    let mut plain = !has_error(ty);
    map_ty(ty, &mut |leaf| {
        if let Arg::Ty(ty) = leaf {
            plain &= !matches!(
                ty.kind(),
                TyKind::Param(..)
                    | TyKind::Assoc(..)
                    | TyKind::Opaque(..)
                    | TyKind::FnPtr(_)
                    | TyKind::Dyn(_)
            );
        }
        None
    });
    plain
}
