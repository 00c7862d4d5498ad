//! Generic impls of one trait that are for the same type (E0119).
//!
//! ```text
//! impl<T> Show for T { … }
//! impl<T: Copy> Show for Vec<T> { … }    E0119
//! ```
//!
//! Two headers overlap when they can be made equal and no bound of either is
//! then known to fail. rustc takes more for possible (crates that are read
//! later may add impls), so what is found here it finds too. Function
//! pointers and `dyn` differ by lifetimes that are not seen, and projections
//! may be equal to anything: headers with them are left out.

use super::{Errors, const_calls::has_features};
use crate::{BridgeError, Cx, body::has_error, ids, items::CrateItems};
use hir_def::{
    ImplId, TraitId,
    signatures::{ImplSignature, TraitSignature},
};
use hir_ty::{
    GenericPredicates, Span,
    method_resolution::TraitImpls,
    next_solver::{
        ParamEnv, TypingMode,
        infer::{
            DbInternerInferExt,
            traits::{Obligation, ObligationCause},
        },
        obligation_ctxt::ObligationCtxt,
    },
};
use rustc_hash::FxHashMap;
use wrc_thir::{Arg, Args, Const, Ty, TyKind, map_ty};

/// An impl's header as we know it.
struct Header {
    id: ImplId,
    args: Args,
    is_generic: bool,
}

pub fn check(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    if out.library || has_features(cx, cx.krate) {
        return;
    }
    let mut traits: FxHashMap<TraitId, Vec<Header>> = FxHashMap::default();
    for it in &items.impls {
        let Some((trait_id, header)) = header(cx, *it) else {
            continue;
        };
        let others = traits
            .entry(trait_id)
            .or_insert_with(|| blanket(cx, trait_id));
        let other = others.iter().find(|other| {
            (header.is_generic || other.is_generic)
                && may_be_equal(&header.args, &other.args)
                && overlap(cx, header.id, other.id)
        });
        if let Some(other) = other {
            out.add(conflict(cx, trait_id, &header, other.id));
        } else if let Some(adt) = derived_too(cx, items, trait_id, &header) {
            let error = conflict(cx, trait_id, &header, header.id);
            out.add(error.with_related(adt, "it is derived here"));
        }
        others.push(header);
    }
}

fn conflict(cx: Cx<'_>, id: TraitId, header: &Header, other: ImplId) -> BridgeError {
    let name = TraitSignature::of(cx.db, id).name.as_str();
    let self_ty = cx.db.impl_self_ty(header.id).instantiate_identity();
    let ty = cx.show(self_ty.skip_norm_wip());
    let message = format!("conflicting implementations of trait `{name}` for type `{ty}`");
    let error = BridgeError::new("E0119", cx.item_span(header.id.into()), message)
        .with_label(format!("another implementation for `{ty}`"));
    if other == header.id {
        return error;
    }
    let place = cx.item_span(other.into());
    match cx.is_library_file(place.file) {
        true => {
            let self_ty = cx.db.impl_self_ty(other).instantiate_identity();
            let of = cx.show(self_ty.skip_norm_wip());
            error.with_help(format!(
                "the standard library implements it for every `{of}` that has what it needs"
            ))
        }
        false => error.with_related(place, "the first implementation"),
    }
}

/// The impls of the crates below for whatever fulfils some bounds.
fn blanket(cx: Cx<'_>, id: TraitId) -> Vec<Header> {
    let crates = TraitImpls::for_crate_and_deps(cx.db, cx.krate);
    let blanket = crates.iter().flat_map(|it| it.blanket_impls(id));
    let foreign = blanket.filter(|it| hir_def::HasModule::krate(*it, cx.db) != cx.krate);
    foreign.filter_map(|it| Some(header(cx, *it)?.1)).collect()
}

fn header(cx: Cx<'_>, id: ImplId) -> Option<(TraitId, Header)> {
    let trait_ref = cx.db.impl_trait(id)?;
    if ImplSignature::of(cx.db, id).is_negative() {
        return None;
    }
    let trait_ref = trait_ref.instantiate_identity().skip_norm_wip();
    let args = cx.args(trait_ref.args);
    let mut is_generic = false;
    let is_plain = args.iter().all(|arg| match arg {
        Arg::Ty(ty) => is_plain(*ty, &mut is_generic),
        Arg::Const(Const::Param(..)) => {
            is_generic = true;
            true
        }
        Arg::Const(c) => matches!(c, Const::Value(_)),
    });
    let header = Header {
        id,
        args,
        is_generic,
    };
    is_plain.then_some((trait_ref.def_id.0, header))
}

fn is_plain(ty: Ty, is_generic: &mut bool) -> bool {
    let mut plain = !has_error(ty);
    map_ty(ty, &mut |leaf| {
        match leaf {
            Arg::Ty(ty) => {
                *is_generic |= matches!(ty.kind(), TyKind::Param(..));
                plain &= !matches!(
                    ty.kind(),
                    TyKind::Assoc(..) | TyKind::Opaque(..) | TyKind::FnPtr(_) | TyKind::Dyn(_)
                );
            }
            Arg::Const(c) => {
                *is_generic |= matches!(c, Const::Param(..));
                plain &= matches!(c, Const::Param(..) | Const::Value(_));
            }
        }
        None
    });
    plain
}

/// Are there no two different types in the same place? Cheap, and rules out
/// nearly all pairs.
fn may_be_equal(a: &[Arg], b: &[Arg]) -> bool {
    a.len() == b.len()
        && a.iter().zip(b).all(|pair| match pair {
            (Arg::Ty(a), Arg::Ty(b)) => may_be_one(*a, *b),
            (Arg::Const(Const::Value(a)), Arg::Const(Const::Value(b))) => a == b,
            (Arg::Const(_), Arg::Const(_)) => true,
            (Arg::Ty(_), Arg::Const(_)) | (Arg::Const(_), Arg::Ty(_)) => false,
        })
}

fn may_be_one(a: Ty, b: Ty) -> bool {
    match (a.kind(), b.kind()) {
        (TyKind::Param(..), _) | (_, TyKind::Param(..)) => true,
        (TyKind::Adt(a, a_args), TyKind::Adt(b, b_args)) => a == b && may_be_equal(a_args, b_args),
        (TyKind::Ref(m, a), TyKind::Ref(n, b)) => m == n && may_be_one(*a, *b),
        (TyKind::RawPtr(m, a), TyKind::RawPtr(n, b)) => m == n && may_be_one(*a, *b),
        (TyKind::Slice(a), TyKind::Slice(b)) => may_be_one(*a, *b),
        (TyKind::Array(a, n), TyKind::Array(b, m)) => {
            may_be_one(*a, *b)
                && match (n, m) {
                    (Const::Value(n), Const::Value(m)) => n == m,
                    _ => true,
                }
        }
        (TyKind::Tuple(a), TyKind::Tuple(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| may_be_one(*a, *b))
        }
        _ => a == b,
    }
}

/// Can the headers be made equal so that no bound fails?
fn overlap(cx: Cx<'_>, a: ImplId, b: ImplId) -> bool {
    let infcx = cx
        .interner
        .infer_ctxt()
        .build(TypingMode::non_body_analysis());
    let env = ParamEnv::empty(cx.interner);
    let cause = ObligationCause::dummy();
    let mut ocx = ObligationCtxt::new(&infcx);
    let mut headers = Vec::new();
    for id in [a, b] {
        let Some(trait_ref) = cx.db.impl_trait(id) else {
            return false;
        };
        let args = infcx.fresh_args_for_item(Span::Dummy, id.into());
        headers.push(trait_ref.instantiate(cx.interner, args).skip_norm_wip());
        let bounds = GenericPredicates::query_all(cx.db, id.into());
        for bound in bounds.iter_instantiated(cx.interner, args) {
            let bound = bound.skip_norm_wip();
            ocx.register_obligation(Obligation::new(cx.interner, cause, env, bound));
        }
    }
    let [a, b] = headers[..] else {
        return false;
    };
    let Ok(equal) = infcx.at(&cause, env).eq(a, b) else {
        return false;
    };
    ocx.register_infer_ok_obligations(equal);
    ocx.try_evaluate_obligations().is_empty()
}

/// Where the type is if the trait is derived for it, and implemented for all
/// its arguments.
fn derived_too(
    cx: Cx<'_>,
    items: &CrateItems<'_>,
    id: TraitId,
    header: &Header,
) -> Option<wrc_base::Span> {
    if !header.is_generic {
        return None;
    }
    let (def, args) = header.args.first()?.as_ty()?.as_adt()?;
    let is_param = |arg: &Arg| match arg {
        Arg::Ty(ty) => matches!(ty.kind(), TyKind::Param(..)),
        Arg::Const(c) => matches!(c, Const::Param(..)),
    };
    let is_same = |arg: &Arg| arg.as_ty() == header.args.first().and_then(Arg::as_ty);
    if !args.iter().all(is_param) || !header.args.iter().all(is_same) {
        return None;
    }
    let langs = cx.interner.lang_items();
    let adt = ids::adt_id(def);
    let modules = items.maps.iter().flat_map(|map| map.modules());
    let mut derives = modules.flat_map(|(_, module)| module.scope.builtin_derive_impls());
    derives
        .any(|it| {
            let loc = it.loc(cx.db);
            loc.adt == adt && loc.trait_.get_id(langs) == Some(id)
        })
        .then(|| cx.item_span(adt.into()))
}
