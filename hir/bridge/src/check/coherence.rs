//! Two impls of one trait for one type (E0119).
//!
//! Only headers without type parameters are compared: that two of them are
//! equal needs no solver. Lifetimes do not tell impls apart.

use super::Errors;
use crate::{Cx, body::has_error, ids, items::CrateItems};
use hir_def::{
    ImplId, TraitId,
    signatures::{ImplSignature, TraitSignature},
};
use rustc_hash::FxHashSet;
use wrc_thir::{Arg, Args, Ty, TyKind, map_ty};

pub fn check(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    let mut seen = derived(cx, items);
    for it in &items.impls {
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
